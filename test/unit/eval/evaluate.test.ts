import { describe, expect, test } from "vitest";
import type { Doc, MentionType } from "../../../src/core/types.js";
import { Evaluator, type Evaluation } from "../../../src/eval/evaluate.js";
import { type GoldArticle, readGold } from "../../../src/eval/gold.js";
import { percent, scoresOf } from "../../../src/eval/tally.js";
import { bareDoc, runCli } from "../../support/run-cli.js";

const TEXT = "한빛시 박도윤 시장은 오는 28일 협약을 체결한다. 문의 02-100-2000";
const span = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length, text: part });
const TYPES: readonly MentionType[] = ["PERSON", "LOCATION", "ORGANIZATION"];

type Layer = Partial<Record<"mentions" | "entities" | "timexes" | "events", readonly object[]>>;

function score(gold: Omit<GoldArticle, "id" | "text">, found: Layer): Evaluation & { errors: string[] } {
  const errors: string[] = [];
  const evaluator = new Evaluator(
    (text) => ({ ...bareDoc(text), ...found }) as unknown as Doc,
    new Set(TYPES),
    (_, kind, what) => errors.push(`${kind} ${what}`),
  );
  evaluator.add({ id: "1", text: TEXT, ...gold });
  return { ...evaluator.result(), errors };
}

describe("mentions", () => {
  const person = { ...span("박도윤"), type: "PERSON" } as const;
  const place = { ...span("한빛시"), type: "LOCATION", alt: ["ORGANIZATION"] } as const;

  test.each<[string, readonly object[], number | null, number | null]>([
    ["all of them", [person, place], 100, 100],
    ["another type that is right too", [person, { ...place, type: "ORGANIZATION" }], 100, 100],
    ["a wrong type", [person, { ...place, type: "PERSON" }], 50, 50],
    ["a longer span", [person, { ...span("한빛시 "), type: "LOCATION" }], 50, 100],
    ["the same one twice", [person, place, { ...place }], 80, 80],
    ["types that do not count", [person, place, { ...span("28일"), type: "DATE" }], 100, 100],
    ["nothing", [], 0, 0],
  ])("%s", (_, mentions, exact, overlap) => {
    const { mentions: scores } = score({ mentions: [person, place] }, { mentions });
    expect([scores?.exact.f, scores?.overlap.f]).toEqual([exact, overlap]);
  });
  test("what the gold gives another type and ours as well is neither wanted nor wrong", () => {
    const gold = { mentions: [person, { ...span("협약"), type: "EVENT", alt: ["ORGANIZATION"] } as const] };
    const { mentions } = score(gold, { mentions: [person, { ...span("협약"), type: "ORGANIZATION" }] });
    expect(mentions?.exact).toEqual({ p: 100, r: 100, f: 100 });
  });
  test("errors say what and where", () => {
    expect(score({ mentions: [person] }, { mentions: [] }).errors).toEqual([
      "MISSED PERSON 한빛시 [박도윤] 시장은 오는 28일 ",
    ]);
  });
  test("an offset that is wrong is counted", () => {
    expect(score({}, { mentions: [{ ...person, text: "다른" }] }).offsetFaults).toBe(1);
  });
});

describe("entities", () => {
  const gold = { entities: [{ id: "e1", type: "ORGANIZATION", name: "한빛시청", aliases: ["한빛시"] }] } as const;
  test.each([
    ["its name", { type: "ORGANIZATION", name: "한빛시청", aliases: [] }, 100],
    ["its alias, spaced and quoted", { type: "ORGANIZATION", name: "‘한빛 시’", aliases: [] }, 100],
    ["only our alias is its name", { type: "ORGANIZATION", name: "시", aliases: ["한빛시청"] }, 0],
    ["another type", { type: "PERSON", name: "한빛시청", aliases: [] }, 0],
  ])("%s", (_, entity, f) => expect(score(gold, { entities: [entity] }).entities?.f).toBe(f));
});

describe("times", () => {
  const gold = { timexes: [{ ...span("오는 28일"), value: "2024-03-28" }] } as const;
  const found = (more: object) => ({
    timexes: [{ ...span("오는 28일"), value: "2024-03-28", from: null, to: null, ...more }],
  });

  test("span and value", () =>
    expect(score(gold, found({})).timexes).toEqual({
      recall: 100,
      precision: 100,
      exactSpan: 100,
      value: 100,
      endToEnd: 100,
    }));
  test("a part of it with another value", () =>
    expect(score(gold, found({ ...span("28일"), value: "2024-04-28" })).timexes).toEqual({
      recall: 100,
      precision: 100,
      exactSpan: 0,
      value: 0,
      endToEnd: 0,
    }));
  test.each([
    [
      "the same days",
      { startDate: "2024-03-28", endDate: "2024-03-28" },
      { from: "2024-03-28", to: "2024-03-28" },
      100,
    ],
    ["one day more", { startDate: "2024-03-28", endDate: "2024-03-29" }, { from: "2024-03-28", to: "2024-03-28" }, 0],
    ["the minute counts", { startDate: "2024-03-28T10:00" }, { from: "2024-03-28T11:00", to: null }, 0],
  ])("%s", (_, days, own, value) => {
    const timexes = [{ ...span("오는 28일"), value: "X", ...days }];
    expect(score({ timexes }, found({ value: "Y", ...own })).timexes?.value).toBe(value);
  });
  test("optional ones, those without a day and negatives", () => {
    const timexes = [...gold.timexes, { ...span("협약"), optional: true }, { ...span("문의"), value: "PRESENT_REF" }];
    const negatives = [span("02-100-2000")];
    const scores = score({ timexes, negatives }, found({})).timexes;
    expect(scores).toMatchObject({ recall: 100, precision: 100, negativesHit: "0/1" });
    const hit = { timexes: [...found({}).timexes, { ...span("100"), value: "0100" }] };
    expect(score({ timexes, negatives }, hit).timexes).toMatchObject({ precision: 50, negativesHit: "1/1" });
  });
  test("outside of the body nothing is wrong", () => {
    const hit = { timexes: [...found({}).timexes, { ...span("100"), value: "0100" }] };
    expect(score({ ...gold, bodyStart: 0, bodyEnd: 30 }, hit).timexes?.precision).toBe(100);
  });
});

describe("events", () => {
  const gold = { events: [{ trigger: "체결", date: "2024-03-28" }] } as const;
  const event = (from: string, to = from) => ({ events: [{ trigger: span("체결한다"), date: { from, to } }] });
  test("the right day", () => expect(score(gold, event("2024-03-28")).events?.f).toBe(100));
  test("a wrong day", () => expect(score(gold, event("2024-04-28")).events?.f).toBe(0));
  test("the last day counts where the gold has one", () => {
    const long = { events: [{ trigger: "체결", date: "2024-03-28", endDate: "2024-03-30" }] };
    expect(score(long, event("2024-03-28")).events?.f).toBe(0);
    expect(score(long, event("2024-03-28", "2024-03-30")).events?.f).toBe(100);
  });
});

test("an article that throws is a crash, and everything in it is missed", () => {
  const evaluator = new Evaluator(() => {
    throw new Error("no");
  }, new Set(TYPES));
  evaluator.add({ id: "1", text: TEXT, mentions: [{ ...span("박도윤"), type: "PERSON" }] });
  expect(evaluator.result()).toMatchObject({ documents: 1, crashes: 1, mentions: { exact: { r: 0 } } });
});

test.each([
  ["{", "this line is not JSON"],
  ["[]", "this is not a JSON object"],
  ["{}", 'it has no "text"'],
  [
    '{"text":"가","mentions":[{"start":0,"end":9}]}',
    '"mentions" holds one whose start and end are not within the text',
  ],
  ['{"text":"가","events":5}', '"events" is not an array of objects'],
])("gold %s", (line, fault) => expect(readGold(line)).toBe(fault));

test("gisa eval prints a table or JSON, names bad lines and goes on", async () => {
  const gold = `${JSON.stringify({ id: "1", text: TEXT, mentions: [{ ...span("박도윤"), type: "PERSON" }] })}\n{\n`;
  const run = await runCli(["eval", "-", "--errors", "1"], { stdin: gold });
  expect(run).toMatchObject({ code: 1, stderr: "gisa: stdin:2: this line is not JSON\n" });
  expect(run.stdout).toMatch(/^stdin\ndocuments +1\n/);
  expect(run.stdout).toMatch(/\n {2}1 MISSED PERSON /);
  const json = await runCli(["eval", "-", "--json"], { stdin: gold });
  expect(JSON.parse(json.stdout)).toMatchObject({ file: "stdin", documents: 1, mentions: { exact: { r: 0 } } });
});

test.each([
  [2, 3, 66.7],
  [1, 3, 33.3],
  [1, 16, 6.3],
  [0, 5, 0],
  [5, 5, 100],
  [0, 0, null],
])("%i of %i is %s percent", (part, whole, expected) => expect(percent(part, whole)).toBe(expected));

test.each([
  [
    { hits: 3, extra: 1, missed: 2 },
    { p: 75, r: 60, f: 66.7 },
  ],
  [
    { hits: 0, extra: 0, missed: 2 },
    { p: null, r: 0, f: 0 },
  ],
  [
    { hits: 0, extra: 2, missed: 0 },
    { p: 0, r: null, f: 0 },
  ],
  [
    { hits: 0, extra: 0, missed: 0 },
    { p: null, r: null, f: null },
  ],
])("%j", (counts, expected) => expect(scoresOf(counts)).toEqual(expected));
