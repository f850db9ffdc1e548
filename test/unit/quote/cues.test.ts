import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quote/find-quotes.js";
import { layersOf } from "../../support/layers-of.js";

function quotesOf(marked: string) {
  const { text, sentences, tokens, mentions, entities } = layersOf(marked);
  return findQuotes(text, sentences, tokens, mentions, entities);
}

/** The cue of what 박도윤 says, once with quotation marks and once without. */
const cuesOf = (report: string) =>
  [`“일이 잘 풀린다”고 ${report}.`, `일이 잘 풀린다고 ${report}.`].map((said) => {
    const [quote, ...others] = quotesOf(`{박도윤|P} {시장|T}은 ${said}`);
    expect(others).toEqual([]);
    expect(quote?.speaker).toBe("박도윤");
    return quote?.cue?.text;
  });

describe("전하는 말", () => {
  test.each([
    "내다봤다",
    "내다보았다",
    "내다본다",
    "짚었다",
    "평했다",
    "점쳤다",
    "점쳤고 끝이 났다",
    "연설했다",
    "타일렀다",
    "되받았다",
    "받아쳤다",
    "맞섰다",
    "비꼬았다",
    "비난했다",
    "극찬했다",
    "혹평했다",
    "자신했다",
    "공약했다",
    "판시했다",
    "낙관했다",
    "항의했다",
    "추궁했다",
    "폭로했다",
    "사죄했다",
    "부탁했다",
    "발언했다",
    "논평했다",
    "피력했다",
    "재확인했다",
    "아쉬워했다",
    "캐물었다",
    "물었다",
    "털어놨다",
    "말씀하셨다",
  ])("%s", (report) => {
    const cue = report.split(" ")[0];
    expect(cuesOf(report)).toEqual([cue, cue]);
  });

  test.each<[string, string]>([
    ["입을 모았다", "입을 모았다"],
    ["선을 그었다", "선을 그었다"],
    ["못 박았다", "못 박았다"],
    ["목소리를 높였다", "목소리를 높였다"],
    ["고개를 숙였다", "고개를 숙였다"],
    ["의견을 냈다", "의견을 냈다"],
    ["소감을 전했다", "전했다"],
    ["소감을 말했다", "말했다"],
    ["뜻을 밝혔다", "밝혔다"],
    ["잘라 말했다", "말했다"],
    ["입을 모아 강조했다", "강조했다"],
    ["거듭 강조했다", "강조했다"],
  ])("%s: %s", (report, cue) => expect(cuesOf(report)).toEqual([cue, cue]));
});

describe("말이 아니다", () => {
  test.each([
    "{박도윤|P} {시장|T}은 일이 잘 풀린다고 생각했다.",
    "{박도윤|P} {시장|T}은 이곳을 나루라고 불렀다.",
    "{박도윤|P} {시장|T}은 문제를 짚었다.",
    "{박도윤|P} {시장|T}은 최고 기온을 기록했다.",
    "{박도윤|P} {시장|T}은 “나루 선언”을 기록했다.",
    "{박도윤|P} {시장|T}은 “나루 선언”을 비난했다.",
    "{박도윤|P} {시장|T}은 “봄의 노래”를 극찬했다.",
    "{박도윤|P} {시장|T}은 선을 그었다.",
    "법은 나루를 강가라고 정의한다.",
  ])("%s", (marked) => expect(quotesOf(marked)).toEqual([]));
});
