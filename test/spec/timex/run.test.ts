import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/core/source.js";
import type { Sentence } from "../../../src/core/types.js";
import { findTimexes } from "../../../src/timex/find-timexes.js";

/** One sentence or two, and every time expression in them. `value` is TIMEX3; `type` is DATE where it is left out. */
interface Case {
  text: string;
  documentTime: string | null;
  /** `mod: null` where the timex must have none. */
  expected: { text: string; value: string; type?: string; from?: string; to?: string; mod?: string | null }[];
  source: string;
  /** Why the case does not hold yet. A case that holds must not carry it. */
  knownFailure?: string;
}

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (name: string): Case[] => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** Sentences end with a full stop after 다 and a space. */
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/다\. (?=\S)/g)) {
    sentences.push({ start, end: index + 2, part: "body" });
    start = index + 3;
  }
  return [...sentences, { start, end: text.length, part: "body" }];
}

function timexesOf(given: string, documentTime: string | null) {
  const source = readSource(given, () => {});
  const article = {
    subheadlines: [],
    bylines: [],
    captions: [],
    body: [],
    boilerplate: [],
    ...(documentTime !== null && { publishedAt: { value: documentTime, source: "given" as const } }),
  };
  return findTimexes(source.text, article, sentencesOf(source.text), [], () => {}).map((timex) => {
    const span = source.toOriginal(timex);
    return { ...timex, text: given.slice(span.start, span.end).normalize("NFC") };
  });
}

/** What was found, in the shape of what is expected: only the fields that the case states. */
function findAs({ expected, documentTime }: Case, given: string) {
  return timexesOf(given, documentTime).map((timex, index) => {
    const wanted = expected[index];
    return {
      text: timex.text,
      value: timex.value,
      type: timex.type,
      ...(wanted?.from !== undefined && { from: timex.from }),
      ...(wanted?.to !== undefined && { to: timex.to }),
      ...(wanted?.mod !== undefined && { mod: timex.mod ?? null }),
    };
  });
}

const wanted = ({ expected }: Case) => expected.map((timex) => ({ type: "DATE", ...timex }));

const forms: readonly [name: string, write: (text: string) => string][] = [
  ["NFC", (text) => text],
  ["NFD", (text) => text.normalize("NFD")],
  ["emoji", (text) => `🚨 ${text}`],
];

const all = files.flatMap(read);
/** May only shrink. */
const KNOWN_FAILURES = 0;

test("the table holds at least 400 sentences, negatives among them", () => {
  expect(all.length).toBeGreaterThanOrEqual(400);
  expect(all.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(100);
  expect(all.filter(({ knownFailure }) => knownFailure !== undefined).length).toBeLessThanOrEqual(KNOWN_FAILURES);
});

describe.each(files)("%s", (file) => {
  const cases = read(file);
  // One test for all forms: three times as many tests keep the worker from reporting in time on a slow machine.
  test.each(cases.map((one) => [one.text, one] as const))("%s", (_text, one) => {
    const expected = wanted(one).map((timex) => ({ ...timex, text: timex.text.normalize("NFC") }));
    for (const [form, write] of forms) {
      const found = findAs(one, write(one.text));
      if (one.knownFailure === undefined) expect(found, form).toEqual(expected);
      else expect(found, `${form}: a known failure passes: take the mark off`).not.toEqual(expected);
    }
  });
});
