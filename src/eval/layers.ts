import type { Doc, Mention, MentionType, Timex } from "../core/types.js";
import { type GoldArticle, type GoldEntity, type GoldEvent, type GoldTimex, isJudged } from "./gold.js";
import { overlaps, pair, sameSpan, type Tally, tally } from "./tally.js";

/** Hears of every error: what is wrong and where. */
export type Report = (kind: string, what: string) => void;

export interface TimexTally {
  gold: number;
  found: number;
  exactSpan: number;
  predicted: number;
  wrong: number;
  value: number;
  judged: number;
  negatives: number;
  negativeHits: number;
}

export interface LayerTallies {
  readonly exact: Map<MentionType, Tally>;
  readonly overlap: Tally;
  readonly entities: Tally;
  readonly timexes: TimexTally;
  readonly events: Tally;
}

export function emptyTallies(): LayerTallies {
  const timexes = {
    gold: 0,
    found: 0,
    exactSpan: 0,
    predicted: 0,
    wrong: 0,
    value: 0,
    judged: 0,
    negatives: 0,
    negativeHits: 0,
  };
  return { exact: new Map(), overlap: tally(), entities: tally(), timexes, events: tally() };
}

export type Found = Pick<Doc, "mentions" | "entities" | "timexes" | "events">;

const CONTEXT = 12;

export function around(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(Math.max(0, start - CONTEXT), start)}[${text.slice(start, end)}]${text.slice(end, end + CONTEXT)}`;
}

/** Mentions of the types: the same span and an allowed type; and any overlap and an allowed type. */
export function scoreMentions(
  gold: GoldArticle,
  found: Found,
  types: ReadonlySet<MentionType>,
  { exact, overlap }: LayerTallies,
  report: Report,
): void {
  if (gold.mentions === undefined) return;
  const predicted = found.mentions.filter(({ type }) => types.has(type));
  const wanted = gold.mentions.filter(({ type }) => types.has(type));
  // Of another type, but one of ours would be right too: neither wanted nor wrong.
  const either = gold.mentions.filter(({ type, alt = [] }) => !types.has(type) && alt.some((t) => types.has(t)));
  const allowed = (want: (typeof wanted)[number], { type }: Mention) =>
    want.type === type || (want.alt ?? []).includes(type);
  const isWrong = (mention: Mention, taken: ReadonlySet<Mention>) =>
    !taken.has(mention) && !either.some((other) => overlaps(other, mention));
  const tallyOf = (type: MentionType) => {
    const own = exact.get(type) ?? tally();
    exact.set(type, own);
    return own;
  };

  const hits = pair(
    wanted,
    predicted,
    (want, mention) => sameSpan(want, mention) && allowed(want, mention),
    (want, hit) => {
      tallyOf(want.type)[hit ? "hits" : "missed"]++;
      if (!hit) report(`MISSED ${want.type}`, around(gold.text, want));
    },
  );
  for (const mention of predicted.filter((each) => isWrong(each, hits))) {
    tallyOf(mention.type).extra++;
    report(`${isJudged(gold, mention) ? "EXTRA" : "BOILERPLATE"} ${mention.type}`, around(gold.text, mention));
  }
  const near = pair(
    wanted,
    predicted,
    (want, mention) => overlaps(want, mention) && allowed(want, mention),
    (_, hit) => {
      overlap[hit ? "hits" : "missed"]++;
    },
  );
  overlap.extra += predicted.filter((mention) => isWrong(mention, near)).length;
}

/** White space, dots, quotation marks and brackets make no other name. */
const plainName = (name: string) => name.replace(/[\s·・‧'"“”‘’「」『』()（）㈜]/g, "").toLowerCase();
const namesOf = ({ name, aliases = [] }: Pick<GoldEntity, "name" | "aliases">) => [name, ...aliases].map(plainName);

/** The real things that an article names: our name is one of the gold's, and the type one of its mentions'. */
export function scoreEntities(
  gold: GoldArticle,
  found: Found,
  types: ReadonlySet<MentionType>,
  { entities }: LayerTallies,
  report: Report,
): void {
  if (gold.entities === undefined) return;
  const typesOf = ({ id, type }: GoldEntity) => {
    const own = (gold.mentions ?? []).filter(({ entity }) => entity === id);
    return new Set([type, ...own.flatMap((mention) => [mention.type, ...(mention.alt ?? [])])]);
  };
  const predicted = found.entities.filter(({ type }) => types.has(type));
  const hits = pair(
    gold.entities.filter(({ type }) => types.has(type)),
    predicted,
    (want, entity) => namesOf(want).includes(plainName(entity.name)) && typesOf(want).has(entity.type),
    (want, hit) => {
      entities[hit ? "hits" : "missed"]++;
      if (!hit) report(`ENTITY MISSED ${want.type}`, want.name);
    },
  );
  for (const entity of predicted.filter((each) => !hits.has(each))) {
    entities.extra++;
    report(`ENTITY EXTRA ${entity.type}`, entity.name);
  }
}

/** Times: found by any overlap, the same span, the right value; and what is none. */
export function scoreTimexes(gold: GoldArticle, found: Found, { timexes: counts }: LayerTallies, report: Report): void {
  if (gold.timexes === undefined) return;
  const isOpen = ({ value, optional }: GoldTimex) => optional === true || /_REF$/.test(value ?? "");
  const wanted = gold.timexes.filter((timex) => !isOpen(timex));
  const open = gold.timexes.filter(isOpen);
  const used = new Set<Timex>();
  counts.gold += wanted.length;
  for (const want of wanted) {
    const hits = found.timexes.filter((timex) => overlaps(timex, want));
    const hit = hits.find((timex) => sameSpan(timex, want)) ?? hits[0];
    if (hit === undefined) {
      report("TIMEX MISSED", `${around(gold.text, want)} = ${want.value}`);
      continue;
    }
    for (const each of hits) used.add(each);
    counts.found++;
    if (sameSpan(hit, want)) counts.exactSpan++;
    if (!want.value && !want.startDate) continue;
    counts.judged++;
    if (isSameTime(want, hit)) counts.value++;
    else report("TIMEX VALUE", `${around(gold.text, want)} want ${want.value ?? want.startDate} got ${hit.value}`);
  }
  for (const timex of found.timexes) {
    if (open.some((other) => overlaps(other, timex)) || !isJudged(gold, timex)) continue;
    counts.predicted++;
    if (used.has(timex)) continue;
    counts.wrong++;
    report("TIMEX EXTRA", `${around(gold.text, timex)} = ${timex.value}`);
  }
  for (const negative of gold.negatives ?? []) {
    counts.negatives++;
    if (!found.timexes.some((timex) => overlaps(timex, negative))) continue;
    counts.negativeHits++;
    report("TIMEX NEGATIVE", around(gold.text, negative));
  }
}

const DAY = "2024-03-25".length;
const MINUTE = "2024-03-25T10:00".length;

/** Equal TIMEX3 values, or the same first and last day: to the minute where the gold's begins at one. */
function isSameTime(gold: GoldTimex, timex: Timex): boolean {
  const bare = (value: string | null | undefined) => (value ?? "").replace(/^SET:/, "");
  const values = [...(gold.value ? [gold.value] : []), ...(gold.valueAlt ?? [])].map(bare);
  if (values.includes(bare(timex.value))) return true;
  if (!gold.startDate) return false;
  const toTheMinute = /T\d/.test(gold.startDate);
  const width = toTheMinute ? MINUTE : DAY;
  const cut = (date: string | null | undefined) => (date ?? "").slice(0, width);
  if (cut(gold.startDate) !== cut(timex.from)) return false;
  if (toTheMinute && !gold.endDate) return true;
  return cut(gold.endDate ?? gold.startDate) === cut(timex.to ?? timex.from);
}

/** Events with a date: an overlapping trigger and the same day, and the same last day where the gold has one. */
export function scoreEvents(gold: GoldArticle, found: Found, { events }: LayerTallies, report: Report): void {
  if (gold.events === undefined) return;
  const day = (date: string | null | undefined) => date?.slice(0, DAY) ?? null;
  const spanOf = ({ trigger, triggerStart }: GoldEvent) => {
    const start = triggerStart ?? gold.text.indexOf(trigger);
    return { start, end: start + trigger.length };
  };
  const hits = pair(
    gold.events.filter(({ date }) => Boolean(date)),
    found.events,
    (want, { trigger, date }) =>
      overlaps(trigger, spanOf(want)) &&
      day(date.from) === day(want.date) &&
      (!want.endDate || day(date.to) === day(want.endDate)),
    (want, hit) => {
      events[hit ? "hits" : "missed"]++;
      if (!hit) report("EVENT MISSED", `${want.trigger} ${want.date}..${want.endDate ?? ""}`);
    },
  );
  events.extra += found.events.filter((event) => !hits.has(event) && isJudged(gold, event.trigger)).length;
}
