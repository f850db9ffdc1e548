import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
// @ts-expect-error a plain module of the benches
import { addDocument, percent } from "../../../bench/coreference.mjs";
import type { Article, Entity, Mention, MentionType, TextSpan } from "../../../src/core/types.js";
import { clusterEntities } from "../../../src/entity/cluster-entities.js";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; text: string; type: MentionType; entity?: string }[];
  readonly entities?: readonly { id: string; type: MentionType; name: string; aliases: readonly string[] }[];
}
/** Clusters of one document of press-dev.jsonl, as offsets into its text: the text itself is not ours to ship. */
interface Clusters {
  readonly id: string;
  readonly entities: readonly { type: MentionType; mentions: readonly (readonly [number, number])[] }[];
}

const DATA = new URL("../../../../shared/data/ner/", import.meta.url);
const linesOf = <T>(url: URL): T[] =>
  readFileSync(url, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

/** Entities from gold mentions; the article is its first line and the rest. */
function cluster({ text, mentions: gold }: Gold): { entities: Entity[]; mentions: Mention[] } {
  let start = 0;
  const lines = text.split("\n").map((line): TextSpan => {
    const span = { start, end: start + line.length, text: line };
    start += line.length + 1;
    return span;
  });
  const [headline, ...body] = lines;
  const article: Article = { headline: headline!, subheadlines: [], bylines: [], captions: [], body, boilerplate: [] };
  const mentions = gold.map(
    ({ start: from, end, text: surface, type }, i): Mention => ({
      id: `m${i + 1}`,
      start: from,
      end,
      text: surface,
      type,
      fine: "",
      score: 1,
    }),
  );
  const sentences = lines.map(({ start: from, end }) => ({ start: from, end, part: "body" as const }));
  return { entities: clusterEntities(text, article, sentences, mentions).entities, mentions };
}

const keyOf = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;
function clustersOf(entities: readonly Entity[], mentions: readonly Mention[], among: ReadonlySet<string>): string[][] {
  const byId = new Map(mentions.map((mention) => [mention.id, keyOf(mention)]));
  return entities
    .map((entity) => entity.mentions.map((id) => byId.get(id)!).filter((key) => among.has(key)))
    .filter((keys) => keys.length > 0);
}

/** eval/score.mjs's measure: a type of the gold's, and a name that the gold knows it by. */
function scoreNames(gold: readonly Gold[]): number {
  const types = new Set<MentionType>(["PERSON", "LOCATION", "ORGANIZATION"]);
  const normal = (name: string) => name.replace(/[\s·・‧'"“”‘’「」『』()（）㈜]/gu, "").toLowerCase();
  let hits = 0;
  let all = 0;
  for (const one of gold) {
    const wanted = (one.entities ?? []).filter((entity) => types.has(entity.type));
    const found = cluster(one).entities.filter((entity) => types.has(entity.type));
    const used = new Set<Entity>();
    for (const want of wanted) {
      const names = [want.name, ...want.aliases].map(normal);
      const allowed = new Set([want.type, ...one.mentions.filter((m) => m.entity === want.id).map((m) => m.type)]);
      const hit = found.find(
        (entity) => !used.has(entity) && allowed.has(entity.type) && names.includes(normal(entity.name)),
      );
      if (hit) used.add(hit);
    }
    hits += 2 * used.size;
    all += wanted.length + found.length;
  }
  return hits / all;
}

describe("given the gold mentions", () => {
  const articles = new URL("articles-dev.jsonl", DATA);
  test.skipIf(!existsSync(articles))("articles-dev: entity F1 at least 95", () => {
    expect(scoreNames(linesOf<Gold>(articles))).toBeGreaterThanOrEqual(0.95);
  });

  const press = new URL("press-dev.jsonl", DATA);
  test.skipIf(!existsSync(press))("40 press releases: clusters agree with the reader's", () => {
    const byId = new Map(linesOf<Gold>(press).map((one) => [one.id, one]));
    const labelled = linesOf<Clusters>(new URL("press-clusters.jsonl", import.meta.url));
    expect(labelled).toHaveLength(40);
    let sums = {};
    for (const { id, entities } of labelled) {
      const gold = entities.map((entity) => entity.mentions.map(([start, end]) => keyOf({ start, end })));
      const { entities: ours, mentions } = cluster(byId.get(id)!);
      sums = addDocument(sums, gold, clustersOf(ours, mentions, new Set(gold.flat())));
    }
    const scores = percent(sums);
    for (const measure of ["pairwise", "bCubed", "lea", "ceafE"])
      expect(scores[measure].f, measure).toBeGreaterThanOrEqual(95);
  });
});

test("the measures themselves", () => {
  const gold = [["a", "b", "c"], ["d"]];
  expect(percent(addDocument({}, gold, gold)).ceafE.f).toBe(100);
  expect(percent(addDocument({}, gold, [["a", "b"], ["c"], ["d"]]))).toMatchObject({
    pairwise: { p: 100, r: 33.3 },
    bCubed: { p: 100, r: 66.7 },
    lea: { r: 50 },
    ceafE: { p: 60, r: 90 },
  });
});
