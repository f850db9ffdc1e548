import { describe, expect, test } from "vitest";
import { alphabetOf, attacks } from "./attack-inputs.js";
import { recordConstructed, STARTS } from "./constructed.js";
import { countLiterals, readRegexes } from "./regex-sources.js";
import { breath, processorTime } from "../support/processor-time.js";

const LENGTH = 6_000;
/** CPU time above which an input is looked at again at four times the length: about 100 times what a linear search takes. */
const SUSPECT_MS = 12;
/** A quadratic search grows 16-fold. */
const GROWTH = 8;

const inventory = readRegexes();
const { code, places: constructed } = await recordConstructed(inventory.files.filter((file) => !STARTS.has(file)));
describe("every regular expression that ships takes linear time", () => {
  test("the sweep is not empty, and saw them all", () => {
    expect(inventory.files.length).toBeGreaterThan(50);
    expect(inventory.literals.length).toBeGreaterThan(100);
    expect(inventory.literals.filter(({ file }) => !STARTS.has(file)).length).toBe(countLiterals(code));
    expect(constructed.length, "places that build an expression").toBe(inventory.constructed.length);
    expect(
      constructed.flatMap((patterns, i) => (patterns.length === 0 ? [`place ${i} of ${constructed.length}`] : [])),
      "expressions that are built, but not while the modules load or an article is read",
    ).toEqual([]);
  });

  test.each([
    ["quadratic", String.raw`\s+$`, true],
    ["quadratic", `[가-힣]+씨`, true],
    ["quadratic", "[?#].*$", true],
    ["cubic", `[가-힣]+[가-힣]*씨`, true],
    ["exponential", String.raw`(\d+)*,`, true],
    ["exponential", `(?:[가-힣]|가)+,`, true],
    ["linear", `[가-힣]{1,20}씨`, false],
    ["linear", String.raw`\d+`, false],
  ])("the sweep tells a search that is %s: %s", async (_, source, slow) => {
    await breath();
    expect(slowInput(source, "g") !== undefined).toBe(slow);
  });

  const byFile = new Map<string, { where: string; source: string; flags: string }[]>();
  for (const site of inventory.literals) byFile.set(site.file, [...(byFile.get(site.file) ?? []), site]);
  byFile.set(
    "built at run time",
    constructed.flatMap((patterns) => patterns.map((pattern) => ({ where: "new RegExp", ...pattern }))),
  );

  test.each([...byFile].map(([file, patterns]) => ({ file, patterns })))("$file", async ({ patterns }) => {
    const slow: string[] = [];
    for (const { where, source, flags } of patterns) {
      await breath();
      const input = slowInput(source, flags);
      if (input !== undefined)
        slow.push(`${where} /${source.slice(0, 200)}/${flags} on ${JSON.stringify(input.slice(0, 24))}…`);
    }
    expect(slow).toEqual([]);
  });
});

/** An input on which a search takes more than linear time; undefined where none is found. */
function slowInput(source: string, flags: string): string | undefined {
  // Sticky expressions are tried place by place; a search does the same.
  const pattern = new RegExp(source, flags.replace("y", ""));
  const alphabet = alphabetOf(source);
  // An exponential or cubic search would not come back from a long input, and already shows on a short one.
  for (const length of isUnbounded(source) ? [16, 20, 24, 28, 200, 800] : [16, 20, 24, 28, 200])
    for (const input of attacks(alphabet, length))
      if (cpuTime(pattern, input) > SUSPECT_MS && cpuTime(pattern, input) > SUSPECT_MS) return input;
  if (!isUnbounded(source)) return undefined;
  const long = attacks(alphabet, LENGTH * 4);
  for (const input of attacks(alphabet, LENGTH)) {
    const longer = long.next().value as string;
    const took = cpuTime(pattern, input);
    if (took < SUSPECT_MS) continue;
    const again = Math.min(took, cpuTime(pattern, input));
    if (again < SUSPECT_MS) continue;
    const grows = () => cpuTime(pattern, longer) > again * GROWTH;
    if (again > 2_000 || (grows() && grows())) return input;
  }
  return undefined;
}

/** Whether any part may repeat without end; elsewhere a place is left after so many steps, and a long text shows no more than a short one. */
function isUnbounded(source: string): boolean {
  const bare = source.replace(/\\[\s\S]/g, "x").replace(/\[[^\]]{0,2000}\]/g, "x");
  return /[*+]|\{\d{1,9},\}/.test(bare);
}

/** Milliseconds of processor time for one search, or for all matches of a global expression. */
function cpuTime(pattern: RegExp, input: string): number {
  return processorTime(() => {
    if (pattern.global) for (const _ of input.matchAll(pattern));
    else pattern.exec(input);
  });
}
