import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { type Analyzer, ERROR_CODES, GisaError, loadAnalyzer, type Tagger } from "../../../src/index.js";
import { testAnalyzer } from "../../support/analyzer.js";

const NONE: Tagger = { name: "none", tag: () => [] };

/** The error that `run` gives, which must be ours. */
async function faultOf(run: () => unknown): Promise<GisaError> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(GisaError);
    expect(ERROR_CODES).toContain((error as GisaError).code);
    return error as GisaError;
  }
  return expect.fail("nothing was thrown");
}

describe("loadAnalyzer options", () => {
  test.each([
    [5, "option/type", "takes an object of options, not 5"],
    [null, "option/type", "not null"],
    [[], "option/type", "not an array"],
    ["path", "option/type", 'not "path"'],
    [
      { dictionary: "x" },
      "option/unknown",
      "It has: userDictionary, strictDictionary, tagger, rules, thresholds, baseUrl",
    ],
    [{ userdictionary: "x" }, "option/unknown", "Did you mean userDictionary?"],
    [{ tagger: {} }, "option/type", "tagger must be"],
    [{ tagger: () => [] }, "option/type", "tagger must be"],
    [{ baseUrl: "" }, "option/type", "baseUrl must be"],
    [{ rules: {} }, "option/type", "rules must be"],
    [{ thresholds: 0.5 }, "option/type", "thresholds must be"],
    [{ thresholds: { PEOPLE: 0.5 } }, "option/type", "PERSON, LOCATION"],
    [{ thresholds: { PERSON: 50 } }, "option/type", "scores from 0 to 1"],
    [{ thresholds: { PERSON: Number.NaN } }, "option/type", "scores from 0 to 1"],
    [{ userDictionary: 7 }, "option/user-dictionary", "userDictionary must be"],
    [{ userDictionary: "가람\tXX", strictDictionary: true, tagger: NONE }, "option/user-dictionary", "line 1"],
    [{ userDictionary: "가람", strictDictionary: "yes" }, "option/type", "strictDictionary must be true or false"],
    [JSON.parse('{"__proto__":{"force":true}}'), "option/unknown", "__proto__"],
  ])("%j", async (options, code, message) => {
    const fault = await faultOf(() => loadAnalyzer(options));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(message);
  });

  test("a folder without the files, and one with damaged files, say what to do", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gisa-base-"));
    const missing = await faultOf(() => loadAnalyzer({ baseUrl: folder }));
    expect(missing.code).toBe("resource/missing");
    expect(missing.message).toMatch(/Reinstall gisa|baseUrl/);
    await writeFile(join(folder, "lexicon.bin.gz"), "damaged");
    expect((await faultOf(() => loadAnalyzer({ baseUrl: folder, tagger: NONE }))).code).toBe("resource/damaged");
    await rm(folder, { recursive: true });
  });
});

describe("an analyzer", () => {
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await testAnalyzer();
  });

  test.each([
    [{ publishedAt: "2024-02-30" }, "option/published-at"],
    [{ publishedAt: "어제" }, "option/published-at"],
    [{ publishedAt: "2024-3-5" }, "option/published-at"],
    [{ publishedAt: new Date(0) }, "option/published-at"],
    [{ publishedAt: 20240325 }, "option/published-at"],
    [{ published: "2024-03-25" }, "option/unknown"],
    [{ force: "yes" }, "option/type"],
    [{ wholePage: 1 }, "option/type"],
    [{ thresholds: { PERSON: "high" } }, "option/type"],
    [{ rules: [] }, "option/unknown"],
    ["2024-03-25", "option/type"],
    [null, "option/type"],
  ])("analyze options %j", async (options, code) => {
    expect((await faultOf(() => analyzer.analyze("가", options as never))).code).toBe(code);
  });

  test("options are read once: what the caller changes later changes nothing", () => {
    const options = { publishedAt: "2024-03-25" };
    const before = analyzer.analyze("회의는 오는 28일 열린다.", options);
    options.publishedAt = "2020-01-01";
    expect(before.article.publishedAt?.value).toBe("2024-03-25");
  });

  test("an inherited option is not an option", () => {
    const doc = analyzer.analyze("회의를 열었다.", Object.create({ publishedAt: "2020-01-01" }) as object);
    expect(doc.article.publishedAt).toBeUndefined();
  });

  test("a date-time is cut to its day", () => {
    const doc = analyzer.analyze("회의는 오는 28일 열린다.", { publishedAt: "2024-03-25T23:59:00+09:00" });
    expect(doc.article.publishedAt).toEqual({ value: "2024-03-25", source: "given" });
    expect(doc.timexes.map(({ value }) => value)).toEqual(["2024-03-28"]);
  });

  test("names its versions", () => {
    expect(analyzer.meta.gisa).toBe(packageJson.version);
    expect(analyzer.analyze("가나다라").meta).toEqual(analyzer.meta);
  });

  test("cannot be changed", () => expect(Object.isFrozen(analyzer)).toBe(true));

  describe("parseTime", () => {
    test.each([
      ["지난 27일", "2024-02-27"],
      ["오는 27일부터 4월 3일까지", "2024-03-27/2024-04-03"],
      ["지난해 12월", "2023-12"],
      ["3년간", "P3Y"],
    ])("%s", (expression, value) => {
      expect(analyzer.parseTime(expression, { reference: "2024-03-25" })?.value).toBe(value);
    });
    test("a span of the expression as given", () => {
      const timex = analyzer.parseTime("🚨 오는 28일 오전", { reference: "2024-03-25" });
      expect(timex?.start).toBe(3);
    });
    test("null where there is none", () => {
      expect(analyzer.parseTime("한빛시", { reference: "2024-03-25" })).toBeNull();
      expect(analyzer.parseTime("", { reference: "2024-03-25" })).toBeNull();
    });
    test("needs a reference", async () => {
      expect((await faultOf(() => analyzer.parseTime("오늘", {} as never))).code).toBe("option/type");
      expect((await faultOf(() => analyzer.parseTime("오늘", { reference: "오늘" }))).code).toBe("option/published-at");
      expect((await faultOf(() => analyzer.parseTime(3 as never, { reference: "2024-03-25" }))).code).toBe(
        "option/type",
      );
    });
  });

  describe("analyzeMentions", () => {
    const text = "🚨 한빛시는 25일 박도윤 시장이 협약을 체결했다고 밝혔다.";
    const at = (surface: string, type: "PERSON" | "ORGANIZATION", of = text) => ({
      start: of.indexOf(surface),
      end: of.indexOf(surface) + surface.length,
      type,
    });
    const found = (given: string) =>
      analyzer
        .analyzeMentions(
          given,
          [
            at("박도윤".normalize(given === text ? "NFC" : "NFD"), "PERSON", given),
            at("한빛시".normalize(given === text ? "NFC" : "NFD"), "ORGANIZATION", given),
          ],
          {
            publishedAt: "2024-03-25",
          },
        )
        .mentions.filter(({ type }) => type !== "DATE")
        .map(({ text: surface, type }) => [surface.normalize("NFC"), type]);

    test("takes the caller's mentions, in any order", () => {
      expect(found(text)).toEqual([
        ["한빛시", "ORGANIZATION"],
        ["박도윤", "PERSON"],
      ]);
    });
    test("offsets are into the text as given", () => expect(found(text.normalize("NFD"))).toEqual(found(text)));
    test("the document says so", () => expect(analyzer.analyzeMentions(text, []).meta.model).toBe("given"));
    test.each([
      [{ start: 5, end: 5, type: "PERSON" }],
      [{ start: -1, end: 5, type: "PERSON" }],
      [{ start: 0, end: 999, type: "PERSON" }],
      [{ start: 0.5, end: 2, type: "PERSON" }],
      [{ start: 0, end: 2, type: "PEOPLE" }],
      [null],
    ])("refuses %j", async (mention) => {
      const fault = await faultOf(() => analyzer.analyzeMentions(text, [mention as never]));
      expect(fault).toMatchObject({ code: "option/type", details: { option: "mentions[0]" } });
    });
  });

  test("a user dictionary with bad lines: the good ones are words, the others are named by line", async () => {
    const userDictionary = "가람누리빛\tNNP\t기관\n두 낱말\n# 회사\n가람누리빛\tNNP\t기관\n한빛톤\tXX";
    const own = await loadAnalyzer({ userDictionary, tagger: NONE });
    expect(own.analyze("가람누리빛은 오늘 문을 열었다.").tokens.map(({ text }) => text)).toContain("가람누리빛");
    expect(own.userDictionary).toEqual({
      words: 1,
      problems: [
        { line: 2, reason: expect.stringMatching(/white space/) },
        { line: 5, reason: expect.stringMatching(/"XX"/) },
      ],
      duplicates: [{ line: 4, first: 1 }],
    });
    const strict = await faultOf(() => loadAnalyzer({ userDictionary, strictDictionary: true, tagger: NONE }));
    expect(strict).toMatchObject({ code: "option/user-dictionary", details: { line: 2, problems: 2 } });
  });

  test("without a user dictionary there is nothing to tell of one", () =>
    expect(analyzer.userDictionary).toEqual({ words: 0, problems: [], duplicates: [] }));

  test("own words", async () => {
    const own = await loadAnalyzer({ userDictionary: "가람누리빛\tNNP\t기관", tagger: NONE });
    const tokens = own.analyze("가람누리빛은 오늘 문을 열었다.").tokens.map(({ text }) => text);
    expect(tokens).toContain("가람누리빛");
  });

  test("an own tagger", async () => {
    const tagger: Tagger = {
      name: "mine",
      tag: (text) => [
        { start: 0, end: 3, text: text.slice(0, 3), type: "ORGANIZATION", fine: "OGG_POLITICS", score: 0.5 },
      ],
    };
    const doc = (await loadAnalyzer({ tagger })).analyze("한빛시는 회의를 열었다.");
    expect(doc.meta.model).toBe("mine");
    expect(doc.mentions[0]).toMatchObject({ text: "한빛시", type: "ORGANIZATION" });
  });
});
