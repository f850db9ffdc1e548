import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { anyDay, anyTextOf, ARTICLES } from "../property/texts.js";
import type { Input } from "./properties.js";

/** Articles of the project's data folder, where there is one. */
export function sharedArticles(folder = "../shared/data/ner"): string[] {
  return ["articles-train.jsonl", "press-train.jsonl"]
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => (JSON.parse(line) as { text: string }).text),
    );
}

/** Characters that a long run of is hard on some stage. */
const RUNS = "가1a .,\"'(“”‘’[{<【「·-~–…年월일시분년씨김\n\t\u0301\u1161\u200b\ud800=@*_/|".split("");
/** `length` is drawn on a logarithmic scale: many short runs, few of hundreds of thousands. */
const runOf = (longest: number) =>
  fc
    .record({
      unit: fc.array(fc.constantFrom(...RUNS), { minLength: 1, maxLength: 3 }),
      length: fc.double({ min: 0, max: Math.log(longest), noNaN: true }),
    })
    .map(({ unit, length }) => {
      const text = unit.join("");
      return text.repeat(Math.ceil(Math.exp(length) / text.length));
    });

export const TAGGERS = ["nouns", "careless", "careless exact", "shipped"] as const;
export type TaggerName = (typeof TAGGERS)[number];
export interface Draw extends Input {
  readonly tagger: TaggerName;
  /** Which of the properties that are not checked every time have their turn. */
  readonly turn: number;
}

/** Inputs: for the most part short; one in 300 a run of up to `longest` characters; the model, which takes most of the time, for one in ten. */
export function anyInput(longest: number): fc.Arbitrary<Draw> {
  const articles = [...ARTICLES, ...sharedArticles()];
  const text = fc.oneof(
    { weight: 284, arbitrary: anyTextOf(articles, 400) },
    { weight: 10, arbitrary: anyTextOf(articles) },
    { weight: 5, arbitrary: runOf(2_000) },
    { weight: 1, arbitrary: runOf(longest) },
  );
  return fc
    .record({
      text,
      day: anyDay,
      force: fc.boolean(),
      wholePage: fc.boolean(),
      turn: fc.noShrink(fc.nat(3)),
      tagger: fc.oneof(
        { weight: 5, arbitrary: fc.constant<TaggerName>("nouns") },
        { weight: 3, arbitrary: fc.constant<TaggerName>("careless") },
        { weight: 1, arbitrary: fc.constant<TaggerName>("careless exact") },
        { weight: 1, arbitrary: fc.constant<TaggerName>("shipped") },
      ),
    })
    .map(({ text, day, force, wholePage, tagger, turn }) => ({
      text,
      tagger,
      turn,
      options: { force, wholePage, ...(day === undefined ? {} : { publishedAt: day }) },
    }));
}
