import { describe, expect, test } from "vitest";
import { parseUserDictionary, requireSound, type UserWord } from "../../../src/lexicon/user-dictionary.js";
import { morphemes, testLexicon } from "../../support/lexicon.js";
import { processorTime } from "../../support/processor-time.js";

const withWords = (...userWords: UserWord[]) => testLexicon({ userWords, supplement: false });

describe("사용자 사전", () => {
  test.each<[string, string, UserWord]>([
    ["갉뷁전자는 25일 밝혔다.", "갉뷁전자/NNP 는/JX", { surface: "갉뷁전자" }],
    ["이날 갉뷁전자가 밝혔다.", "갉뷁전자/NNP 가/JKS", { surface: "갉뷁전자" }],
    ["기사분석기를 만들었다.", "기사분석기/NNG 를/JKO", { surface: "기사분석기", tag: "NNG" }],
    ["K팝나라에서 열린다.", "K팝나라/NNP 에서/JKB", { surface: "K팝나라", semantic: "지명" }],
    ["🚨벨을 샀다.", "🚨벨/NNP 을/JKO", { surface: "🚨벨" }],
    ["한국은행", "한/XPN", { surface: "한", tag: "XPN", cost: -30000 }],
  ])("%s", (text, expected, word) => expect(` ${morphemes(text, withWords(word))} `).toContain(` ${expected} `));

  test("의미 부류가 토큰에 붙는다", () => {
    const lexicon = withWords({ surface: "갉뷁구", semantic: "지명" });
    expect(lexicon.featureOf(lexicon.segment("갉뷁구", 0, 3)[2] as number).semantic).toBe("지명");
  });

  test("긴 낱말이 제 앞부분에 지지 않는다", () => {
    const lexicon = withWords({ surface: "갉뷁대" }, { surface: "갉뷁대학교" });
    expect(morphemes("갉뷁대학교는 갉뷁대와", lexicon)).toBe("갉뷁대학교/NNP 는/JX 갉뷁대/NNP 와/JKB");
  });

  test("넣지 않은 말은 그대로다", () => {
    const text = "정부는 25일 국무회의를 열었다.";
    expect(morphemes(text, withWords({ surface: "갉뷁전자" }))).toBe(
      morphemes(text, testLexicon({ supplement: false })),
    );
  });
});

describe("parseUserDictionary", () => {
  test("reads lines, comments, classes and costs", () => {
    expect(parseUserDictionary("# 회사\n갉뷁전자\n기사봇\tNNG\t\t-300\r\n새도시\tNNP\t지명\n\n")).toEqual({
      entries: [
        { surface: "갉뷁전자" },
        { surface: "기사봇", tag: "NNG", cost: -300 },
        { surface: "새도시", tag: "NNP", semantic: "지명" },
      ],
      problems: [],
      duplicates: [],
    });
  });

  test("a line that repeats another is passed over, with both numbers; another class is another word", () => {
    const given = "갉뷁전자\n\n갉뷁전자\tNNP\n갉뷁전자\tNNP\t기관\n# 갉뷁전자\n갉뷁전자";
    expect(parseUserDictionary(given)).toEqual({
      entries: [{ surface: "갉뷁전자" }, { surface: "갉뷁전자", tag: "NNP", semantic: "기관" }],
      problems: [],
      duplicates: [
        { line: 3, first: 1 },
        { line: 6, first: 1 },
      ],
    });
  });

  test("a million lines, good, bad, empty and repeated: every one is accounted for, within seconds", () => {
    const kinds = [
      (i: number) => `갉뷁${i}`,
      (i: number) => `두 낱말 ${i}`,
      () => "",
      () => "갉뷁상사",
      (i: number) => `갉${i}\tXX`,
    ];
    const lines = Array.from({ length: 1_000_000 }, (_, i) => (kinds[i % 5] as (i: number) => string)(i));
    const text = lines.join("\r\n");
    let { entries, problems, duplicates } = parseUserDictionary("");
    const ms = processorTime(() => {
      ({ entries, problems, duplicates } = parseUserDictionary(text));
    });
    expect([entries.length, problems.length, duplicates.length]).toEqual([200_001, 400_000, 199_999]);
    expect(problems[0]).toEqual({ line: 2, reason: expect.stringMatching(/white space/) });
    expect(problems.at(-1)).toEqual({ line: 1_000_000, reason: expect.stringMatching(/XX/) });
    expect(duplicates.at(-1)).toEqual({ line: 999_999, first: 4 });
    expect(ms).toBeLessThan(20_000);
  });

  test("composes decomposed Hangul", () => {
    expect(parseUserDictionary(["한글".normalize("NFD")]).entries).toEqual([{ surface: "한글" }]);
  });

  test.each<[unknown, RegExp]>([
    ["두 낱말", /white space/],
    ["말\tXYZ", /XYZ/],
    ["말\tVV+EF", /one morpheme/],
    ["말\tNNP\t\t많이", /cost/],
    ["말\tNNP\t\t99999", /cost/],
    ["\tNNP", /no surface/],
    ["가".repeat(200), /longer/],
    [{ surface: 3 }, /no surface/],
    [null, /neither/],
    [{ surface: "말", tag: 7 }, /tag/],
  ])("reports %j and keeps the others", (line, reason) => {
    const { entries, problems } = parseUserDictionary(["좋은말", line as string, "또다른말"]);
    expect(entries.map(({ surface }) => surface)).toEqual(["좋은말", "또다른말"]);
    expect(problems).toEqual([{ line: 2, reason: expect.stringMatching(reason) }]);
  });

  test("requireSound names the first bad line and how many there are; none, nothing", () => {
    expect(() => requireSound(parseUserDictionary("좋은말\n나쁜 말\n\n말\tXX"))).toThrow(
      expect.objectContaining({ code: "option/user-dictionary", details: { line: 2, problems: 2 } }),
    );
    expect(() => requireSound(parseUserDictionary("좋은말\n\n좋은말"))).not.toThrow();
  });
});
