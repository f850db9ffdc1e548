import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ITEMS, type Item } from "./coverage.table.js";

interface Case {
  text: string;
  documentTime: string | null;
  expected: { text: string; value: string }[];
  refutes?: string;
  knownFailure?: string;
}

/** Positives and negatives that the list asks for. */
const LEAST = 3;

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const cases: Case[] = files.flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
const sure = cases.filter(({ knownFailure }) => knownFailure === undefined);

/** The text without the timexes that are expected in it. */
function rest({ text, expected }: Case): string {
  let left = text;
  for (const timex of expected) left = left.replace(timex.text, "〈〉");
  return left;
}

const shows = (item: Item, one: Case): boolean =>
  (item.whole?.(one) ?? false) || one.expected.some(({ text, value }) => item.shows.test(`${text}=${value}`));
const refutes = (item: Item, one: Case): boolean =>
  one.refutes === undefined
    ? one.expected.length === 0 && (item.alike?.test(rest(one)) ?? false)
    : one.refutes === item.name;

test.each(ITEMS.map((item) => [`${item.group}: ${item.name}`, item] as const))("%s", (_name, item) => {
  expect(sure.filter((one) => shows(item, one)).length, "positives").toBeGreaterThanOrEqual(LEAST);
  expect(sure.filter((one) => refutes(item, one)).length, "negatives").toBeGreaterThanOrEqual(LEAST);
});

test("what a case refutes is an item of the list", () => {
  const names = new Set(ITEMS.map(({ name }) => name));
  expect(cases.flatMap(({ refutes: refuted }) => refuted ?? []).filter((name) => !names.has(name))).toEqual([]);
});

test("publication date: the dateline against a date that does not fit, and dates that do", () => {
  const { cases: datelines }: { cases: { documentTime?: string; expected: { conflict?: string } | null }[] } =
    JSON.parse(readFileSync(new URL("../article/published-at.json", folder), "utf8"));
  expect(datelines.filter(({ expected }) => expected?.conflict !== undefined).length).toBeGreaterThanOrEqual(LEAST);
  expect(
    datelines.filter(({ documentTime, expected }) => documentTime !== undefined && expected?.conflict === undefined)
      .length,
  ).toBeGreaterThanOrEqual(LEAST);
});
