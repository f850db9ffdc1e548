import { describe, expect, test } from "vitest";
import { type Tense, tenseAfter } from "../../../src/timex/tense.js";

/** The tense of what follows the mark | up to the end of the sentence, which is the second mark, or the end of the text. */
function tenseOf(marked: string): Tense {
  const [before = "", sentence = "", beyond = ""] = marked.split("|");
  return tenseAfter(before + sentence + beyond, before.length, before.length + sentence.length);
}

describe("시제: 뒤에 오는 첫 어미가 말한다", () => {
  test.each<[Tense, string[]]>([
    [
      "past",
      [
        "행사는 27일| 열렸다.",
        "3월| 개최했으며 다음 행사는 미정이다.",
        "27일| 착공했고 내년에 문을 연다.",
        "5일| 시작됐는데 벌써 반응이 좋다.",
        "지난 3일| 접수했지만 답이 없다.",
        "7월| 갔을 때는 비가 왔다.",
        "2월| 위원장을 맡았던 이들이 참석한다.",
        // 있 is no past, 있었 is.
        "12일| 공연이 있었다.",
        // What was planned once is past.
        "27일| 열 예정이었다.",
        "27일| 발표할 계획이었으나 미뤘다.",
        "27일| 문을 열 예정됐다가 미뤄졌다.",
        "5일| 개최가 예정됐던 회의",
        "5일| 개통이 계획됐다는 구간",
      ],
    ],
    [
      "future",
      [
        "27일| 반드시 열겠다고 한다.",
        "27일| 문을 연다.",
        "27일| 문을 연다",
        "27일| 시작한다고 밝혔다.",
        "27일| 시작한다며 웃었다.",
        "27일| 개막한다는 소식에 들떴다.",
        "27일| 개막한다면 늦지 않았다.",
        "27일| 문을 열 예정이다.",
        "27일| 문을 열 계획이라고 밝혔다.",
        "27일| 문을 열 방침이라고 밝혔다.",
        "27일| 발표될 전망이라고 썼다.",
        "27일| 발표될 것으로 보였다.",
        "27일| 볼 수 있었다.",
        "27일| 개최 예정이라고 밝혔다.",
        "27일| 추진 계획을 밝혔다.",
        "27일| 인상 방침을 밝혔다.",
        "27일| 회복 전망을 내놨다.",
        "27일| 열기로 했다.",
        "27일| 개최키로 했다.",
        "27일| 파업을 예고했다.",
      ],
    ],
    [
      null,
      [
        "27일| 행사",
        "27일|",
        // Someone had planned it: it may have been, or be yet to come.
        "27일| 열릴 예정이던 공연",
        "27일| 열릴 예정이었던 공연",
        "27일| 개최 예정이던 회의",
        "27일| 개최 계획이던 회의",
        // 신다은 is a name, 있다 no past, 갔나 a question, 할머니 and 팔 개 no verbs.
        "27일| 신다은 작가와의 만남",
        "27일| 공연이 있다.",
        "27일| 어디에 갔나",
        "27일| 할머니의 생신",
        "27일| 팔 개의 방",
        // 계단, 전기, 방문, 키, 기온: nothing planned.
        "27일| 계단 전기 방문 키 기온 예산",
        // What the next sentence says is of no account.
        "27일| 행사.| 문을 열 예정이다. 열렸다.",
        "27일| 행|사가 열렸다.",
        // The verb is out of reach.
        `27일| ${"관계자 ".repeat(25)}열렸다.`,
      ],
    ],
  ])("%s", (tense, sentences) => {
    expect(sentences.map((sentence) => [sentence, tenseOf(sentence)])).toEqual(
      sentences.map((sentence) => [sentence, tense]),
    );
  });

  test("아홉 어절 뒤의 어미도 본다", () => {
    expect(tenseOf(`27일| ${"관계자 ".repeat(20)}열렸다.`)).toBe("past");
  });
});
