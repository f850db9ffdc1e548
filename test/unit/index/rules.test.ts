import { describe, expect, test } from "vitest";
import { GisaError, loadAnalyzer, type MentionRule, type Tagger, type Thresholds } from "../../../src/index.js";

const NONE: Tagger = { name: "none", tag: () => [] };
/** Calls every 한빛시 a place, and every 박도윤 a person of whom it is not sure. */
const UNSURE: Tagger = {
  name: "unsure",
  tag: (text) =>
    [...text.matchAll(/한빛시|박도윤/g)].map(({ 0: surface, index }) => ({
      start: index,
      end: index + surface.length,
      text: surface,
      type: surface === "박도윤" ? ("PERSON" as const) : ("LOCATION" as const),
      fine: "",
      score: surface === "박도윤" ? 0.4 : 0.8,
    })),
};

async function found(text: string, rules: readonly MentionRule[], tagger = NONE, thresholds: Thresholds = {}) {
  const doc = (await loadAnalyzer({ rules, tagger, thresholds })).analyze(text, { force: true });
  for (const { start, end, text: surface } of doc.mentions) expect(text.slice(start, end)).toBe(surface);
  return doc.mentions.map(({ text: surface, type }) => `${surface.normalize("NFC")} ${type}`);
}

describe("rules: words", () => {
  const names: MentionRule = { words: ["가람누리호", "한빛시 시민회관", "나루"], type: "OTHER" };

  test.each([
    ["가람누리호는 바다로 나갔다.", ["가람누리호 OTHER"]],
    ["🚨 ‘가람누리호’가 떠났다.", ["가람누리호 OTHER"]],
    ["회의는 한빛시 시민회관에서 열렸다.", ["한빛시 시민회관 OTHER"]],
    ["나루가 왔다.", ["나루 OTHER"]],
    // 광나루 is another word, 나루터 too.
    ["광나루역에서 만났다.", []],
    ["그는 나루터에서 기다렸다.", []],
    ["아무것도 없는 문장이다.", []],
  ])("%s", async (text, expected) => {
    expect(await found(text, [names])).toEqual(expected);
    expect(await found(text.normalize("NFD"), [names])).toEqual(expected);
  });

  test("the longer of two words", async () => {
    const rules: MentionRule[] = [
      { words: ["한빛시"], type: "LOCATION" },
      { words: ["한빛시 시민회관"], type: "OTHER" },
    ];
    expect(await found("회의는 한빛시 시민회관에서 열렸다.", rules)).toEqual(["한빛시 시민회관 OTHER"]);
  });
});

describe("rules: patterns", () => {
  test("the match is the span, whatever its flags", async () => {
    for (const pattern of [/제\d+호 법안/, /제\d+호 법안/gy, /제\d+호 법안/u])
      expect(await found("제12호 법안과 제13호 법안이 올랐다.", [{ pattern, type: "LAW" }])).toEqual([
        "제12호 법안 LAW",
        "제13호 법안 LAW",
      ]);
  });
  test("a group named mention is the span, the rest is context", async () => {
    const pattern = /선수단은 (?<mention>\p{L}+?)(?:을|를) 꺾었다/u;
    expect(await found("🚨 선수단은 가람누리를 꺾었다.", [{ pattern, type: "ORGANIZATION" }])).toEqual([
      "가람누리 ORGANIZATION",
    ]);
  });
  test("an empty match is none, and does not hang", async () =>
    expect(await found("한빛시는 넓다.", [{ pattern: /가*/, type: "OTHER" }])).toEqual([]));
  test("nothing in boilerplate", async () => {
    const text = "한빛시는 회의를 열었다.\n\n무단 전재 및 재배포 금지";
    expect(await found(text, [{ pattern: /재배포/, type: "OTHER" }])).toEqual([]);
  });
});

describe("rules beside a tagger", () => {
  const text = "한빛시는 박도윤 시장을 뽑았다.";
  test("what a rule says comes first", async () => {
    expect(await found(text, [], UNSURE)).toEqual(["한빛시 LOCATION", "박도윤 PERSON"]);
    expect(await found(text, [{ words: ["한빛시"], type: "ORGANIZATION" }], UNSURE)).toEqual([
      "한빛시 ORGANIZATION",
      "박도윤 PERSON",
    ]);
  });
  test("mentions that the caller gives are not ruled over", async () => {
    const analyzer = await loadAnalyzer({ rules: [{ words: ["한빛시"], type: "ORGANIZATION" }], tagger: NONE });
    expect(analyzer.analyzeMentions(text, []).mentions).toEqual([]);
  });
});

describe("thresholds", () => {
  const text = "한빛시는 박도윤 시장을 뽑았다.";
  test.each([
    [{}, ["한빛시 LOCATION", "박도윤 PERSON"]],
    [{ PERSON: 0.4 }, ["한빛시 LOCATION", "박도윤 PERSON"]],
    [{ PERSON: 0.5 }, ["한빛시 LOCATION"]],
    [{ PERSON: 0.5, LOCATION: 0.9 }, []],
    [{ ORGANIZATION: 1 }, ["한빛시 LOCATION", "박도윤 PERSON"]],
  ])("%j", async (thresholds, expected) => expect(await found(text, [], UNSURE, thresholds)).toEqual(expected));

  test("those of analyze come before those of loadAnalyzer, type by type", async () => {
    const analyzer = await loadAnalyzer({ tagger: UNSURE, thresholds: { PERSON: 0.5, LOCATION: 0.9 } });
    const types = (thresholds?: Thresholds) =>
      analyzer.analyze(text, thresholds && { thresholds }).mentions.map(({ type }) => type);
    expect(types()).toEqual([]);
    expect(types({ PERSON: 0 })).toEqual(["PERSON"]);
    expect(types({ PERSON: 0, LOCATION: 0 })).toEqual(["LOCATION", "PERSON"]);
  });
  test("a rule has a score too", async () => {
    const rule: MentionRule = { words: ["한빛시"], type: "LOCATION", score: 0.3 };
    expect(await found(text, [rule], NONE, { LOCATION: 0.5 })).toEqual([]);
    expect(await found(text, [{ words: ["한빛시"], type: "LOCATION" }], NONE, { LOCATION: 1 })).toHaveLength(1);
  });
});

test.each([
  [null, "no object"],
  [{ words: ["가"], pattern: /가/, type: "OTHER" }, "either words or a pattern"],
  [{ type: "OTHER" }, "either words or a pattern"],
  [{ pattern: "가", type: "OTHER" }, "no RegExp"],
  [{ words: "가", type: "OTHER" }, "no array of texts"],
  [{ words: [" "], type: "OTHER" }, "no array of texts"],
  [{ words: ["가"], type: "THING" }, "needs a type of PERSON"],
  [{ words: ["가"], type: "OTHER", score: 2 }, "from 0 to 1"],
  [{ words: ["가"], type: "OTHER", fine: 3 }, "fine class"],
  [{ word: ["가"], type: "OTHER" }, 'unknown key "word"'],
])("refuses the rule %j", async (rule, message) => {
  const load = loadAnalyzer({ tagger: NONE, rules: [{ words: ["나"], type: "OTHER" }, rule as never] });
  await expect(load).rejects.toBeInstanceOf(GisaError);
  await expect(load).rejects.toMatchObject({ code: "option/type", details: { option: "rules[1]" } });
  await expect(load).rejects.toThrow(message);
});
