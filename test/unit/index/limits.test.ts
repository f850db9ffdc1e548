import { beforeAll, describe, expect, test } from "vitest";
import { type Analyzer, type Doc, GisaError, type Limits, loadAnalyzer, type Tagger } from "../../../src/index.js";
import { expectSound } from "../../support/expect-sound.js";

const NONE: Tagger = { name: "none", tag: () => [] };
const LINES = "한빛시는 오는 28일 회의를 연다고 밝혔다.\n".repeat(40);
const LINE = LINES.length / 40;

let analyzer: Analyzer;
let limited: Analyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer({ tagger: NONE });
  limited = await loadAnalyzer({ tagger: NONE, limits: { characters: 3 * LINE + 5 } });
});

const stop = (doc: Doc) => doc.diagnostics.find(({ code }) => code === "source/over-limit");

describe("limits.characters", () => {
  test("a text within it is read whole, and nothing is said", () => {
    const doc = analyzer.analyze(LINES, { limits: { characters: LINES.length } });
    expect(stop(doc)).toBeUndefined();
    expect(doc).toEqual(analyzer.analyze(LINES));
  });

  test("a longer one is read to the last line's end within it; the document keeps the whole text", () => {
    const doc = limited.analyze(LINES, { publishedAt: "2024-03-25" });
    expectSound(doc, LINES);
    expect(stop(doc)).toEqual({
      code: "source/over-limit",
      severity: "warning",
      stage: "source",
      start: 3 * LINE,
      end: 3 * LINE,
    });
    expect(doc.timexes).toHaveLength(3);
    const alone = limited.analyze(LINES.slice(0, 3 * LINE), { publishedAt: "2024-03-25" });
    expect({ ...doc, text: "", diagnostics: [] }).toEqual({ ...alone, text: "", diagnostics: [] });
  });

  test("an option of the call goes before that of the analyzer", () => {
    expect(stop(limited.analyze(LINES, { limits: { characters: 2 * LINE } }))?.start).toBe(2 * LINE);
    expect(stop(limited.analyze(LINES, { limits: {} }))).toBeUndefined();
  });

  test.each([
    ["one line", "가나다라마바사아자차".repeat(50), 101, 101],
    ["a surrogate pair on the limit", `한빛시${"🚨".repeat(200)}`, 100, 99],
    ["the limit after a pair", `한빛시${"🚨".repeat(200)}`, 101, 101],
    ["1", "한빛시", 1, 1],
    ["decomposed", "한빛시는 회의를 연다. ".repeat(20).normalize("NFD"), 60, 60],
    ["a line's end far from the limit", `가\n${"나다 ".repeat(90)}`, 100, 100],
    ["CRLF", "한빛시는 회의를 연다.\r\n".repeat(20), 50, 42],
  ])("where it cuts: %s", (_, text, characters, at) => {
    const doc = analyzer.analyze(text, { force: true, limits: { characters } });
    expectSound(doc, text);
    expect(stop(doc)?.start).toBe(at);
    for (const { end } of doc.tokens) expect(end).toBeLessThanOrEqual(at);
  });

  test("mentions that the caller gives beyond it are left out", () => {
    const given = [0, 5].map((line) => ({ start: line * LINE, end: line * LINE + 3, type: "ORGANIZATION" as const }));
    const doc = limited.analyzeMentions(LINES, given);
    expectSound(doc, LINES);
    expect(doc.mentions.filter(({ type }) => type === "ORGANIZATION").map(({ start }) => start)).toEqual([0]);
  });

  test.each([
    [{ characters: 0 }],
    [{ characters: -1 }],
    [{ characters: 1.5 }],
    [{ characters: Number.NaN }],
    [{ characters: Number.POSITIVE_INFINITY }],
    [{ characters: "100" }],
    [{ seconds: 1 }],
    [[100]],
    [null],
    [100],
    [JSON.parse('{"__proto__":{"characters":1}}')],
  ])("refuses %j", async (limits) => {
    expect(() => analyzer.analyze("가", { limits: limits as Limits })).toThrow(GisaError);
    await expect(loadAnalyzer({ tagger: NONE, limits: limits as Limits })).rejects.toMatchObject({
      code: "option/type",
      details: { option: "limits" },
    });
  });
});
