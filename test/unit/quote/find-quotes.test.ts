import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quote/find-quotes.js";
import { layersOf } from "../../support/layers-of.js";
import { expectWithin } from "../../support/processor-time.js";

function quotesOf(marked: string) {
  const { text, sentences, tokens, mentions, entities } = layersOf(marked);
  const quotes = findQuotes(text, sentences, tokens, mentions, entities);
  for (const { start, end, text: slice, cue } of quotes) {
    expect(slice).toBe(text.slice(start, end));
    if (cue) expect(cue.text).toBe(text.slice(cue.start, cue.end));
  }
  return quotes.map(({ text: quote, kind, speaker, cue }) => [kind, quote, speaker ?? null, cue?.text ?? null]);
}

describe("직접 인용", () => {
  const cases: [name: string, marked: string, expected: unknown[][]][] = [
    [
      "고 말했다",
      "{박도윤|P} {시장|T}은 “강을 시민에게 돌려주겠다”고 말했다.",
      [["direct", "“강을 시민에게 돌려주겠다”", "박도윤", "말했다"]],
    ],
    [
      "라며 … 이라고 강조했다: 한 사람의 두 인용",
      "{서지안|P} {원장|T}은 “준비는 끝났다”며 “이제 남은 것은 실행”이라고 강조했다.",
      [
        ["direct", "“준비는 끝났다”", "서지안", "며"],
        ["direct", "“이제 남은 것은 실행”", "서지안", "강조했다"],
      ],
    ],
    [
      "한 문장의 두 사람",
      "{여도현|P} {의원|T}은 “찬성한다”고 했고 {마루당|O} {송해인|P} {의원|T}은 “반대한다”고 맞받았다.",
      [
        ["direct", "“찬성한다”", "여도현", "했고"],
        ["direct", "“반대한다”", "송해인", "맞받았다"],
      ],
    ],
    [
      "주어가 인용 뒤에",
      "“비가 와도 경기는 합니다”라고 {도레미FC|O}의 {하윤재|P} {감독|T}이 밝혔다.",
      [["direct", "“비가 와도 경기는 합니다”", "하윤재", "밝혔다"]],
    ],
    [
      "기관이 말할 때",
      "{가온시|O}는 “예산은 충분하다”고 반박했다.",
      [["direct", "“예산은 충분하다”", "가온시", "반박했다"]],
    ],
    [
      "괄호 뒤의 조사",
      "{한빛우주청|O}(HSA)은 “발사는 예정대로”라고 설명했다.",
      [["direct", "“발사는 예정대로”", "한빛우주청", "설명했다"]],
    ],
    [
      "나이가 붙은 이름",
      "농민 {탁영수|P}(56) 씨는 “올해 같은 가뭄은 처음”이라며 고개를 저었다.",
      [["direct", "“올해 같은 가뭄은 처음”", "탁영수", "이라며"]],
    ],
    [
      "괄호 속의 사람",
      "{가온경찰청|O} {차장|T}({송민재|P})은 “시민이 도와준 덕분이다”라고 말했다.",
      [["direct", "“시민이 도와준 덕분이다”", "송민재", "말했다"]],
    ],
    [
      "괄호 속의 대표가 아니라 기관이",
      "{가온시|O}({시장|T} {박도윤|P})는 “예산은 충분하다”고 밝혔다.",
      [["direct", "“예산은 충분하다”", "가온시", "밝혔다"]],
    ],
    [
      "면서도",
      "{탁영수|P} {연구원|T}은 “공포는 꺾였다”면서도 “물가를 봐야 한다”고 했다.",
      [
        ["direct", "“공포는 꺾였다”", "탁영수", "면서도"],
        ["direct", "“물가를 봐야 한다”", "탁영수", "했다"],
      ],
    ],
    [
      "또한",
      "{가온시|O}는 반대했다. {신도원|P} {장관|T} 또한 “길은 하나뿐이다”라고 말했다.",
      [["direct", "“길은 하나뿐이다”", "신도원", "말했다"]],
    ],
    [
      "이었다며",
      "{가온시|O}는 “청소년이 주인이 된 시간”이었다며 “내년에도 열겠다”고 밝혔다.",
      [
        ["direct", "“청소년이 주인이 된 시간”", "가온시", "이었다며"],
        ["direct", "“내년에도 열겠다”", "가온시", "밝혔다"],
      ],
    ],
    [
      "관계자는 그 기관의 말",
      "{누리은행|O} 관계자는 “전산은 복구됐다”고 밝혔다.",
      [["direct", "“전산은 복구됐다”", "누리은행", "밝혔다"]],
    ],
    [
      "곧은따옴표",
      '{배은결|P} 국장은 "접수는 온라인으로만 받는다"고 말했다.',
      [["direct", '"접수는 온라인으로만 받는다"', "배은결", "말했다"]],
    ],
    [
      "홑따옴표의 말",
      "{명노을|P} 씨는 ‘다시는 오지 않겠다’고 말했다.",
      [["direct", "‘다시는 오지 않겠다’", "명노을", "말했다"]],
    ],
    [
      "이름 없는 사람",
      "{한빛시|O}에서 장사하는 상인은 “손님이 반으로 줄었다”고 하소연했다.",
      [["direct", "“손님이 반으로 줄었다”", null, "하소연했다"]],
    ],
  ];
  test.each(cases)("%s", (_, marked, expected) => expect(quotesOf(marked)).toEqual(expected));
});

describe("이어지는 화자", () => {
  test("그는", () => {
    const quotes = quotesOf("{심라온|P} 대표는 회사를 세웠다. 그는 “두렵지 않았다”고 말했다.");
    expect(quotes).toEqual([["direct", "“두렵지 않았다”", "심라온", "말했다"]]);
  });
  test("주어가 없는 다음 문장", () => {
    const quotes = quotesOf("{심라온|P} 대표는 “시작이다”라고 말했다. 이어 “끝까지 가겠다”고 덧붙였다.");
    expect(quotes.map((quote) => quote[2])).toEqual(["심라온", "심라온"]);
  });
  test("먼 문장까지는 잇지 않는다", () => {
    const filler = "비가 내렸다. 바람도 불었다. 길이 막혔다. 차가 섰다. ";
    expect(quotesOf(`{심라온|P} 대표는 집에 갔다. ${filler}“아무도 없나요?” `).map((quote) => quote[2])).toEqual([
      null,
    ]);
  });
});

describe("인용이 아닌 것", () => {
  test.each([
    ["작품 이름", "{구해솔|P} 감독의 영화 ‘여름의 끝’이 개봉한다."],
    ["표어", "행사의 주제는 “함께 걷는 길” 등이다."],
    ["안건", "위원회는 “도로망 정비 방안(안)”을 심의했다."],
    ["비유", "방은 “얼음 창고”처럼 추웠다."],
    ["라는 이름", "그 가게는 “달빛”이라는 간판을 달았다."],
    ["닫히지 않은 따옴표", "{구해솔|P} 감독은 “끝나지 않은 말"],
    ["홑따옴표의 표어", "{한빛시|O}는 ‘우리는 함께 간다’ 표어를 걸었다."],
    ["홑따옴표의 문장", "벽에는 ‘다시는 오지 않겠습니다’ 한 줄이 적혔다."],
  ])("%s", (_, marked) => expect(quotesOf(marked)).toEqual([]));
});

describe("간접 인용", () => {
  test("다고 밝혔다", () => {
    expect(quotesOf("{가온시|O}는 다음 달 도서관을 연다고 밝혔다.")).toEqual([
      ["indirect", "다음 달 도서관을 연다고", "가온시", "밝혔다"],
    ]);
  });
  test("겠다고 약속했다", () => {
    expect(quotesOf("{여도현|P} 의원은 세금을 낮추겠다고 약속했다.")).toEqual([
      ["indirect", "세금을 낮추겠다고", "여도현", "약속했다"],
    ]);
  });
  test("알려졌다는 말한 사람이 없다", () => {
    expect(quotesOf("다친 사람은 없다고 알려졌다.")).toEqual([]);
  });
});

describe("따옴표만 이어지는 긴 글도 선형 시간", () => {
  test.each(["“", '"', "“가”라며 그는 "])("%s", { timeout: 60_000 }, async (unit) => {
    const reading = (length: number) => {
      const { text, sentences, tokens, mentions, entities } = layersOf(unit.repeat(Math.ceil(length / unit.length)));
      return () => void findQuotes(text, sentences, tokens, mentions, entities);
    };
    // Four times the text: quadratic time would be sixteen times.
    await expectWithin(reading(10_000), reading(40_000), (short) => 9 * short + 200);
  });
});
