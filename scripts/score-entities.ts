/**
 * Scores the entities of articles with gold clusters: with the gold's mentions given, and with our own.
 *
 *   npx tsx scripts/score-entities.ts [--own] [--errors N] [articles-train articles-dev]
 *
 * Prints entity F1 as shared/eval/score.mjs counts it, and pairwise, B³, LEA and CEAF-e over mentions. The sets are kept outside the repository.
 */
import { existsSync, readFileSync } from "node:fs";
// @ts-expect-error a plain module of the benches
import { addDocument, percent } from "../bench/coreference.mjs";
import type { Doc, Entity, MentionType } from "../src/core/types.js";
import { loadAnalyzer } from "../src/load-analyzer.js";

interface Gold {
  readonly id: string;
  readonly publishedAt?: string;
  readonly text: string;
  readonly mentions: readonly { start: number; end: number; type: MentionType; entity?: string; alt?: MentionType[] }[];
  readonly entities: readonly { id: string; type: MentionType; name: string; aliases?: string[] }[];
}

const DATA = new URL("../../shared/data/ner/", import.meta.url);
const args = process.argv.slice(2);
const own = args.includes("--own");
const shown = args.includes("--errors") ? Number(args[args.indexOf("--errors") + 1]) : 0;
const sets = args.filter((arg) => arg.startsWith("articles"));
const TYPES = new Set<MentionType>(["PERSON", "LOCATION", "ORGANIZATION"]);
const normal = (name: string) => name.replace(/[\s·・‧'"“”‘’「」『』()（）㈜]/gu, "").toLowerCase();
const namesOf = ({ name, aliases }: { name: string; aliases?: readonly string[] }) =>
  [name, ...(aliases ?? [])].map(normal);
const keyOf = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;

const analyzer = await loadAnalyzer({ baseUrl: "dictionaries/built" });
for (const set of sets.length > 0 ? sets : ["articles-train", "articles-dev"]) {
  const url = new URL(`${set}.jsonl`, DATA);
  if (!existsSync(url)) {
    console.log(`${set}: not here`);
    continue;
  }
  const errors: string[] = [];
  let hits = 0;
  let wanted = 0;
  let found = 0;
  let sums = {};
  for (const line of readFileSync(url, "utf8").split("\n")) {
    if (line === "") continue;
    const gold = JSON.parse(line) as Gold;
    const options = gold.publishedAt ? { publishedAt: gold.publishedAt } : {};
    const given = gold.mentions.map(({ start, end, type }) => ({ start, end, type }));
    const doc = own ? analyzer.analyze(gold.text, options) : analyzer.analyzeMentions(gold.text, given, options);
    const right = match(gold, doc);
    const ours = doc.entities.filter(({ type }) => TYPES.has(type));
    const theirs = gold.entities.filter(({ type }) => TYPES.has(type));
    hits += right.size;
    wanted += theirs.length;
    found += ours.length;
    const taken = new Set(right.values());
    for (const one of theirs)
      if (!right.has(one.id))
        errors.push(`${gold.id} missed ${one.type} ${[one.name, ...(one.aliases ?? [])].join("|")}`);
    for (const one of ours)
      if (!taken.has(one)) errors.push(`${gold.id} extra ${one.type} ${[one.name, ...one.aliases].join("|")}`);
    sums = addDocument(sums, clustersOf(gold), ourClusters(doc, gold));
  }
  console.log(
    `${set}, ${own ? "our own" : "the gold's"} mentions: entity F1 ${((200 * hits) / (wanted + found)).toFixed(1)}`,
  );
  for (const [measure, { p, r, f }] of Object.entries(
    percent(sums) as Record<string, { p: number; r: number; f: number }>,
  ))
    console.log(`  ${measure.padEnd(9)} ${f} (precision ${p}, recall ${r})`);
  for (const error of errors.slice(0, shown)) console.log(`  ${error}`);
}

/** Gold id → our entity: a type of the gold's, a name that the gold knows it by. */
function match(gold: Gold, doc: Doc): Map<string, Entity> {
  const right = new Map<string, Entity>();
  const used = new Set<Entity>();
  for (const want of gold.entities) {
    if (!TYPES.has(want.type)) continue;
    const own = gold.mentions.filter(({ entity }) => entity === want.id);
    const types = new Set([want.type, ...own.flatMap(({ type, alt }) => [type, ...(alt ?? [])])]);
    const hit = doc.entities.find(
      (one) => TYPES.has(one.type) && !used.has(one) && types.has(one.type) && namesOf(want).includes(normal(one.name)),
    );
    if (!hit) continue;
    used.add(hit);
    right.set(want.id, hit);
  }
  return right;
}

function clustersOf({ entities, mentions }: Gold): string[][] {
  return entities
    .filter(({ type }) => TYPES.has(type))
    .map(({ id }) => mentions.filter(({ entity }) => entity === id).map(keyOf))
    .filter((keys) => keys.length > 0);
}

/** Clusters over the mentions that the gold clusters too. */
function ourClusters({ entities, mentions }: Doc, gold: Gold): string[][] {
  const among = new Set(clustersOf(gold).flat());
  const byId = new Map(mentions.map((mention) => [mention.id, keyOf(mention)]));
  return entities
    .map((entity) => entity.mentions.map((id) => byId.get(id)!).filter((key) => own || among.has(key)))
    .filter((keys) => keys.length > 0);
}
