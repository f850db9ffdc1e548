/**
 * Writes what `training/event/train.py` learns from: for each article, every pair of a time and a candidate trigger, with its features
 * and the number of the gold event that it hits (-1: none). Names are the gold's; times are the gold's, or with `found` those that we find.
 * A third argument names a table of events for articles that carry none themselves: articles that are not in it are left out.
 *
 *   npx esbuild scripts/dump-event-pairs.ts --bundle --platform=node --format=esm --outfile=/tmp/dump-event-pairs.mjs
 *   node /tmp/dump-event-pairs.mjs ../shared/data/ner/articles-train.jsonl gold > /tmp/train.gold.jsonl
 *   node /tmp/dump-event-pairs.mjs ../shared/data/ner/articles-train.jsonl found > /tmp/train.found.jsonl
 *   node /tmp/dump-event-pairs.mjs training/out/written.jsonl found training/event/written-events.tsv > /tmp/written.jsonl
 */
import { readFileSync } from "node:fs";
import { findArticle } from "../src/article/find-article.js";
import type { Mention, Timex } from "../src/core/types.js";
import { type FeatureReader, readCandidate, readFrame, readGroup, readPair } from "../src/event/attachment-features.js";
import { indexScene } from "../src/event/scene.js";
import { buildScenes, pairsOf } from "../src/event/scenes.js";
import { loadLexicon } from "../src/lexicon/load-lexicon.js";
import { splitSentences } from "../src/sentence/split-sentences.js";
import { findTimexes } from "../src/timex/find-timexes.js";
import { tokenize } from "../src/token/tokenize.js";

interface GoldTimex {
  start: number;
  end: number;
  text: string;
  type: Timex["type"];
  value?: string;
  startDate?: string;
  endDate?: string;
}

interface GoldArticle {
  id: string;
  publishedAt: string;
  text: string;
  mentions: { start: number; end: number; text: string; type: Mention["type"] }[];
  timexes?: GoldTimex[];
  events?: GoldEvent[];
}

interface GoldEvent {
  trigger: string;
  triggerStart: number;
  date: string;
  endDate: string;
}

/** Gold times as the timex stage would give them: a clock time gets the day that was named last. */
export function timexesOf(gold: readonly GoldTimex[]): Timex[] {
  let day: string | null = null;
  return gold.map(({ start, end, text, type, value = "", startDate, endDate }, index) => {
    let from: string | null = /_REF$/.test(value) ? null : (startDate ?? null);
    let to: string | null = from && (endDate ?? from);
    if (type === "TIME" && from === null && day !== null) from = to = `${day}T00:00`;
    if (type === "DATE" && from !== null && from === to) day = from.slice(0, 10);
    return {
      id: `t${index}`,
      start,
      end,
      text,
      type,
      value,
      from,
      to,
      explicit: [],
      implied: [],
      anchor: "document",
      rule: "gold",
    };
  });
}

/** Events of a table: article, start of the trigger, trigger, first and last day. An article without events has a row of its id alone. */
function eventsOf(table: string): Map<string, GoldEvent[]> {
  const events = new Map<string, GoldEvent[]>();
  for (const row of readFileSync(table, "utf8").split("\n").slice(1)) {
    const [id = "", start = "", trigger = "", date = "", endDate = ""] = row.split("\t");
    if (id === "") continue;
    const known = events.get(id) ?? [];
    events.set(id, known);
    if (trigger !== "") known.push({ trigger, triggerStart: Number(start), date, endDate });
  }
  return events;
}

const [path = "", times = "gold", table = ""] = process.argv.slice(2);
const added = table === "" ? null : eventsOf(table);
const lexicon = await loadLexicon({ baseUrl: "dictionaries/built" });
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, publishedAt, text, mentions: names, timexes = [], ...gold } = JSON.parse(line) as GoldArticle;
  const events = gold.events ?? added?.get(id);
  if (!events) continue;
  for (const { trigger, triggerStart } of events)
    if (!text.startsWith(trigger, triggerStart)) throw new Error(`${id}: ${trigger} does not stand at ${triggerStart}`);
  const article = findArticle(text, { publishedAt }, () => {});
  const sentences = splitSentences(text, article);
  const tokens = tokenize(text, sentences, lexicon);
  const mentions = names.map((name, index): Mention => ({ id: `m${index}`, ...name, fine: "", score: 1 }));
  const rows: unknown[] = [];
  const read = times === "gold" ? timexesOf(timexes) : findTimexes(text, article, sentences, mentions, () => {});
  [...buildScenes(text, article, sentences, tokens, mentions, read)].forEach(({ scene, tokens: words }, s) => {
    const index = indexScene(scene, words);
    for (const [g, c] of pairsOf(scene)) {
      const placed = scene.groups[g] as (typeof scene.groups)[number];
      const { group } = placed;
      const features: string[] = [];
      const read: FeatureReader = (name, ...values) => features.push(`${name}=${values.join("/")}`);
      const shape = readGroup(scene, placed, read);
      readCandidate(scene.candidates[c] as (typeof scene.candidates)[number], read);
      readFrame(placed, shape, scene.candidates[c] as (typeof scene.candidates)[number], read);
      readPair(scene, index, placed, shape, c, read);
      const { start, end } = scene.candidates[c] as (typeof scene.candidates)[number];
      const event = events.findIndex(
        ({ trigger, triggerStart, date, endDate }) =>
          start < triggerStart + trigger.length && triggerStart < end && date === group.from && endDate === group.to,
      );
      rows.push({
        s,
        g,
        c,
        start,
        end,
        ev: event,
        f: features,
        t: text.slice(start, end),
        x: group.surface,
        from: group.from,
        to: group.to,
      });
    }
  });
  process.stdout.write(`${JSON.stringify({ id, gold: events.length, rows })}\n`);
}
