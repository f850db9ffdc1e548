import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { alphabetOf, attacks } from "./attack-inputs.js";
import { countEmittedLiterals, readRegexes } from "./regex-sources.js";

const LENGTH = 6_000;
/** CPU time above which an input is looked at again at four times the length: about 100 times what a linear search takes. */
const SUSPECT_MS = 12;
/** A quadratic search grows 16-fold. */
const GROWTH = 8;

const inventory = readRegexes();
const constructed = await recordConstructed(inventory.files);

describe("every regular expression that ships takes linear time", () => {
  test("the sweep is not empty, and saw them all", () => {
    expect(inventory.files.length).toBeGreaterThan(50);
    expect(inventory.literals.length).toBeGreaterThan(100);
    const emitted = inventory.files.reduce((sum, file) => sum + countEmittedLiterals(file), 0);
    expect(inventory.literals.length).toBe(emitted);
    for (const { file, where } of inventory.constructed)
      expect([...constructed.keys()], `${where} builds an expression that the sweep did not see`).toContain(file);
  });

  test("the sweep finds quadratic, cubic and exponential expressions, and passes a linear one", () => {
    expect(slowInput(/\s+$/.source, "")).toBeDefined();
    expect(slowInput(String.raw`(\d+)*,`, "")).toBeDefined();
    expect(slowInput(String.raw`(?:[가-힣]|가)+,`, "")).toBeDefined();
    expect(slowInput(String.raw`[가-힣]+씨`, "g")).toBeDefined();
    expect(slowInput(String.raw`[가-힣]+[가-힣]*[가-힣]*씨`, "g")).toBeDefined();
    expect(slowInput(String.raw`[가-힣]{1,20}씨`, "g")).toBeUndefined();
  });

  const byFile = new Map<string, { where: string; source: string; flags: string }[]>();
  for (const site of inventory.literals) byFile.set(site.file, [...(byFile.get(site.file) ?? []), site]);
  for (const [file, patterns] of constructed)
    byFile.set(file, [...(byFile.get(file) ?? []), ...patterns.map((pattern) => ({ where: file, ...pattern }))]);

  test.each([...byFile].map(([file, patterns]) => ({ file, patterns })))("$file", ({ patterns }) => {
    const slow = patterns.flatMap(({ where, source, flags }) => {
      const input = slowInput(source, flags);
      return input === undefined
        ? []
        : [`${where} /${source.slice(0, 200)}/${flags} on ${JSON.stringify(input.slice(0, 24))}…`];
    });
    expect(slow).toEqual([]);
  });
});

/** An input on which a search takes more than linear time; undefined where none is found. */
function slowInput(source: string, flags: string): string | undefined {
  // Sticky expressions are tried place by place; a search does the same.
  const pattern = new RegExp(source, flags.replace("y", ""));
  const alphabet = alphabetOf(source);
  // An exponential or cubic search would not come back from a long input, and already shows on a short one.
  for (const input of attacks(alphabet, 26))
    if (cpuTime(pattern, input) > SUSPECT_MS && cpuTime(pattern, input) > SUSPECT_MS) return input;
  const long = attacks(alphabet, LENGTH * 4);
  for (const input of attacks(alphabet, LENGTH)) {
    const longer = long.next().value as string;
    const took = cpuTime(pattern, input);
    if (took < SUSPECT_MS) continue;
    const again = Math.min(took, cpuTime(pattern, input));
    if (again < SUSPECT_MS) continue;
    if (again > 2_000 || cpuTime(pattern, longer) > again * GROWTH) return input;
  }
  return undefined;
}

/** Milliseconds of processor time for one search, or for all matches of a global expression. */
function cpuTime(pattern: RegExp, input: string): number {
  const before = process.cpuUsage();
  if (pattern.global) for (const _ of input.matchAll(pattern));
  else pattern.exec(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Loads every module with a RegExp that takes notes, then analyses an article: the expressions built at run time, by file. */
async function recordConstructed(
  files: readonly string[],
): Promise<Map<string, { readonly source: string; readonly flags: string }[]>> {
  const seen = new Map<string, { source: string; flags: string }[]>();
  const Native = globalThis.RegExp;
  const note = (made: RegExp) => {
    const file = /\/(src\/[^\s:?)]+\.ts)/.exec(callers())?.[1];
    if (file === undefined) return made;
    const known = seen.get(file) ?? [];
    if (!known.some(({ source, flags }) => source === made.source && flags === made.flags))
      seen.set(file, [...known, { source: made.source, flags: made.flags }]);
    return made;
  };
  globalThis.RegExp = new Proxy(Native, {
    construct: (target, args: [string, string?]) => note(new target(...args)),
    apply: (target, _, args: [string, string?]) => note(target(...args)),
  });
  try {
    for (const file of files) {
      if (file.endsWith("cli/bin.ts") || file.endsWith("cli.ts")) continue;
      await import(pathToFileURL(file).href);
    }
    if (existsSync("examples/article.txt")) {
      const { findArticle } = await import("../../src/article/find-article.js");
      findArticle(readFileSync("examples/article.txt", "utf8"), {}, () => {});
    }
  } finally {
    globalThis.RegExp = Native;
  }
  return seen;
}

function callers(): string {
  const { stack = "" } = new Error("where");
  return stack
    .split("\n")
    .filter((line) => !line.includes("test/safety"))
    .join("\n");
}
