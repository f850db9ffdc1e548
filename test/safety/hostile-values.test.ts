import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type CsvTable, toCsv, toHtml, toText, toWebAnnotation } from "../../src/export/index.js";
import { type Analyzer, GisaError, loadAnalyzer, parseUserDictionary } from "../../src/index.js";
import { runCli } from "../support/run-cli.js";
import { sampleDoc } from "../support/sample-doc.js";

const NONE = { name: "none", tag: () => [] };
let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer({ tagger: NONE });
});

describe("no prototype is changed, and none is asked", () => {
  const before = JSON.stringify(
    [Object.prototype, Array.prototype, Function.prototype].map(Object.getOwnPropertyNames),
  );
  afterEach(() => {
    expect(
      JSON.stringify([Object.prototype, Array.prototype, Function.prototype].map(Object.getOwnPropertyNames)),
    ).toBe(before);
    expect(({} as { broken?: unknown }).broken).toBeUndefined();
  });

  const HOSTILE = [
    '{"__proto__":{"broken":true,"force":true,"publishedAt":"2020-01-01"}}',
    '{"constructor":{"prototype":{"broken":true}}}',
    '{"prototype":{"broken":true}}',
    '{"toString":"x"}',
    '{"hasOwnProperty":1}',
  ];
  test.each(HOSTILE)("options %s", async (json) => {
    const options = JSON.parse(json);
    const calls = [
      () => loadAnalyzer(options),
      async () => analyzer.analyze("가", options),
      async () => analyzer.analyzeMentions("가", [], options),
      async () => analyzer.parseTime("오늘", { reference: "2024-03-25", ...JSON.parse(`{"x":${json}}`) }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ name: "GisaError", code: "option/unknown" });
    toHtml(sampleDoc(), options);
    toText(sampleDoc(), options);
    toCsv(sampleDoc(), options);
    toWebAnnotation(sampleDoc(), { source: "https://a.example/", ...options });
  });

  test.each(HOSTILE)("mentions, words and lines of input %s", async (json) => {
    const value = JSON.parse(json);
    expect(() => analyzer.analyzeMentions("한빛시", [value])).toThrow(GisaError);
    const mention = Object.assign(JSON.parse(json), { start: 0, end: 3, type: "LOCATION" });
    expect(analyzer.analyzeMentions("한빛시는", [mention], { force: true }).mentions[0]).toMatchObject({
      text: "한빛시",
    });
    expect(parseUserDictionary([value]).problems).toHaveLength(1);
    const run = await runCli(["annotate", "--format", "jsonl"], {
      stdin: `${json.slice(0, -1)},"text":"한빛시는 회의를 연다."}\n`,
    });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toHaveProperty("doc");
  });

  test("fields named as a prototype's parts are not the caller's fields", async () => {
    for (const field of ["__proto__", "constructor", "toString"]) {
      const run = await runCli(["annotate", "--text-field", field, "--format", "jsonl"], { stdin: '{"text":"가"}\n' });
      expect(run).toMatchObject({ code: 1, stdout: "" });
    }
  });

  test.each(["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf"])("a name in the text: %s", (name) => {
    const text = `${name}은 오는 28일 ${name} 시장을 만났다고 ${name}(MOU)이 말했다. ${name}시는 ${name}와 협약했다.`;
    const starts = [...text.matchAll(new RegExp(name, "g"))].map(({ index }) => index);
    for (const type of ["PERSON", "LOCATION", "ORGANIZATION"] as const) {
      const mentions = starts.map((start) => ({ start, end: start + name.length, type }));
      const doc = analyzer.analyzeMentions(text, mentions, { force: true, publishedAt: "2024-03-25" });
      expect(doc.entities.some((entity) => entity.name === name)).toBe(true);
      expect(toHtml(doc)).toContain(name);
    }
  });
});

describe("CSV: no cell that a spreadsheet runs", () => {
  const FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1",
    "\ufeff=1",
    "\u200b=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "%0A=1",
    ";=1+1",
    ',"=1+1',
    '"=1+1',
  ];
  const TABLES: readonly CsvTable[] = ["entities", "mentions", "timexes", "events", "quotes"];
  const cells = (csv: string, separator: string): string[] =>
    // Quoted cells are taken whole; a quote inside one is doubled.
    [...csv.matchAll(new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n"]*)(?:${separator}|\\r\\n)`, "g"))].map(
      ([, cell = ""]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell),
    );

  test.each(FORMULAS)("%j", (formula) => {
    const put = <T extends object>(row: T): T =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, key !== "id" && typeof value === "string" ? formula : value]),
      ) as T;
    const doc = sampleDoc();
    const hostile = {
      ...doc,
      entities: doc.entities.map((entity) => ({
        ...entity,
        name: formula,
        aliases: [formula],
        titles: [formula, formula],
      })),
      mentions: doc.mentions.map(put),
      timexes: doc.timexes.map(put),
      events: doc.events.map((event) => ({ ...event, trigger: { ...event.trigger, text: formula } })),
      quotes: doc.quotes.map((quote) => ({ ...quote, text: formula, speaker: formula })),
    };
    for (const table of TABLES)
      for (const separator of [",", ";", "\t"] as const) {
        const all = cells(toCsv(hostile, { table, separator, document: formula }), separator);
        expect(all.length).toBeGreaterThan(5);
        for (const cell of all) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/);
      }
  });
});
