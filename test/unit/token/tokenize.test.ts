import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sentence } from "../../../src/core/types.js";
import { tokenize } from "../../../src/token/tokenize.js";
import { morphemes, testLexicon } from "../../support/lexicon.js";
import { expectWithin } from "../../support/expect-within.js";

const lexicon = testLexicon();
const whole = (text: string): Sentence[] => [{ start: 0, end: text.length, part: "body" }];

describe("형태소", () => {
  test.each([
    ["조사는 명사에서 떨어진다", "김 시장은 부산에서", "김/NNP 시장/NNG 은/JX 부산/NNP 에서/JKB"],
    ["어미와 접미사가 한 음절에 붙으면 태그를 잇는다", "회의를 개최한다.", "회의/NNG 를/JKO 개최/NNG 한다/XSV+EF ./SF"],
    ["숫자와 단위가 나뉜다", "3월 25일", "3/SN 월/NNBC 25/SN 일/NNBC"],
    ["모르는 로마자는 한 낱말이다", "Qwrtzx가", "Qwrtzx/SL 가/JKS"],
    ["모르는 한글은 UNKNOWN이다", "쉛쳛", "쉛쳛/UNKNOWN"],
    ["구두점은 저마다 토큰이다", "“예.”", "“/SSO 예/IC ./SF ”/SSC"],
    ["2018년 뒤의 말은 보충 사전에 있다", "더불어민주당은", "더불어민주당/NNP 은/JX"],
  ])("%s: %s", (_, text, expected) => expect(morphemes(text, lexicon)).toBe(expected));

  test.each([
    ["개최한다", 1, "하다"],
    ["갔다", 0, "가다"],
    ["도와", 0, "돕다"],
    ["예쁘다", 0, "예쁘다"],
    ["시장", 0, "시장"],
  ])("기본형: %s", (text, at, lemma) => expect(tokenize(text, whole(text), lexicon).slice()[at]?.lemma).toBe(lemma));

  test("의미 부류", () => {
    const text = "김경일과 부산";
    expect(
      tokenize(text, whole(text), lexicon)
        .slice()
        .map(({ semantic }) => semantic),
    ).toEqual(["인명", undefined, "지명"]);
  });

  test("공백 뒤의 조사에는 벌점이 있다", () => {
    const plain = testLexicon({ leftSpacePenalty: false });
    const text = "이 는 사람";
    expect(morphemes(text, plain)).not.toBe(morphemes(text, lexicon));
  });
});

describe("sentences and offsets", () => {
  test("no token crosses a sentence; offsets are absolute", () => {
    const text = "🚨 서울시 청 사람";
    const sentences: Sentence[] = [
      { start: 3, end: 5, part: "headline" },
      { start: 5, end: 8, part: "body" },
    ];
    const tokens = tokenize(text, sentences, lexicon).slice();
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens[0]).toMatchObject({ start: 3, text: "서울" });
    expect(tokens.some(({ start, end }) => start < 5 && end > 5)).toBe(false);
    expect(tokens.at(-1)?.end).toBeLessThanOrEqual(8);
  });

  test.each([
    ["", []],
    [" \n\t　 ", []],
    ["\ud83d", ["\ud83d"]],
    ["\udea8가", ["\udea8", "가"]],
    ["🚨🚨", ["🚨🚨"]],
    ["가\u0000나", ["가", "\u0000", "나"]],
  ])("%j", (text, surfaces) =>
    expect(
      tokenize(text, whole(text), lexicon)
        .slice()
        .map((token) => token.text),
    ).toEqual(surfaces),
  );

  test("every unit that is not white space is in one token, on any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "서울시",
        "은",
        " ",
        "\n",
        "2024",
        "🚨",
        "\ud83d",
        "김정은",
        "했다",
        ".",
        "AI",
        "漢",
        "é",
        "\u00a0",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let covered = 0;
        const isCovered = tokenize(text, whole(text), lexicon)
          .slice()
          .every(({ start, end, text: surface }) => {
            const gap = text.slice(covered, start);
            covered = end;
            return surface === text.slice(start, end) && surface.trim() !== "" && gap.trim() === "";
          });
        return isCovered && text.slice(covered).trim() === "";
      }),
      { numRuns: 200 },
    );
  });

  test("the same text twice, the same tokens, whatever came between", () => {
    const text = "파주시는 25일 협약을 체결했다.";
    const first = tokenize(text, whole(text), lexicon).slice();
    tokenize("전혀 다른 글 ".repeat(500), whole("전혀 다른 글 ".repeat(500)), lexicon);
    expect(tokenize(text, whole(text), lexicon).slice()).toEqual(first);
  });
});

describe("long lines take linear time", () => {
  test.each([
    ["가", 400_000],
    ["a", 400_000],
    [" ", 400_000],
    [".", 40_000],
    ["\ud83d", 40_000],
    ["🚨", 40_000],
    ["한국은행 ", 40_000],
    ["이이은", 40_000],
  ])("%j, %d units", (unit, length) => {
    const long = unit.repeat(length / unit.length);
    const tokens = tokenize(long, whole(long), lexicon).slice();
    expect(tokens.map(({ text }) => text).join("")).toBe(long.replaceAll(" ", ""));
  });

  test("ten times the text, about ten times the time", async () => {
    const reading = (times: number) => {
      const text = "정부는 25일 국무회의를 열어 추가경정예산안을 의결했다고 밝혔다".repeat(times);
      return () => void lexicon.segment(text, 0, text.length);
    };
    await expectWithin(reading(300), reading(3000), (short) => 25 * short);
  });

  test("a cut window reads as the sentences by themselves", () => {
    const sentence = "정부는 25일 국무회의를 열어 추가경정예산안을 의결했다. ";
    const text = sentence.repeat(300);
    const one = morphemes(sentence, lexicon);
    const counted = morphemes(text, lexicon).split(" ").length;
    expect(counted).toBe(one.split(" ").length * 300);
  });
});
