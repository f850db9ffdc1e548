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
      "앞 인용에 이어지는 인용",
      "{누리철도|O} 관계자는 “원인은 모른다.”, “조사하고 있다”고 밝혔다.",
      [
        ["direct", "“원인은 모른다.”", "누리철도", null],
        ["direct", "“조사하고 있다”", "누리철도", "밝혔다"],
      ],
    ],
    [
      "할 것을 당부했다",
      "{박도윤|P} 시장은 “규칙을 지켜 줄 것”을 당부했다.",
      [["direct", "“규칙을 지켜 줄 것”", "박도윤", "당부했다"]],
    ],
    [
      "기관의 실",
      "{누리기구|O} 사무총장실은 “변함없는 동맹이다”라고 밝혔다.",
      [["direct", "“변함없는 동맹이다”", "누리기구", "밝혔다"]],
    ],
    [
      "이름표",
      "{문가람|P} 대표: “내년에는 두 배로 키우겠습니다.”",
      [["direct", "“내년에는 두 배로 키우겠습니다.”", "문가람", null]],
    ],
    [
      "이름표: 기관과 나이",
      "{나하늘|P} 대표는 갔다.\n▲{가온대|O} {문가람|P}(52) 교수 = “물가가 오를 겁니다.”",
      [["direct", "“물가가 오를 겁니다.”", "문가람", null]],
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
  test.each([
    ["줄표", "—첫 근무지는 어디였나.\n"],
    ["붙임표", "- 언제 시작하셨나요?\n"],
    ["세모", "▲ 무엇이 어려웠나\n"],
    ["큐", "Q. 계획은 어떻습니까?\n"],
  ])("인터뷰의 답: %s", (_, question) => {
    const asked = `{문가람|P} 씨를 만났다. {문가람|P} 씨의 아내 {소나래|P} 씨는 “말이 없었다”고 했다.\n${question}“섬이었습니다. 봄에 왔습니다.”`;
    expect(quotesOf(asked).map((quote) => quote[2])).toEqual(["소나래", "문가람"]);
  });
  test.each([
    ["물음이 아니다", "- 지난해에 시작했다\n"],
    ["물음 다음 줄이 아니다", "—첫 근무지는 어디였나.\n섬에는 비가 왔다.\n"],
  ])("인터뷰가 아니다: %s", (_, line) => {
    const text = `{문가람|P} 씨를 만났다. {문가람|P} 씨의 아내 {소나래|P} 씨는 “말이 없었다”고 했다.\n${line}“섬이었습니다. 봄에 왔습니다.”`;
    expect(quotesOf(text).map((quote) => quote[2])).toEqual(["소나래", "소나래"]);
  });
  test("인터뷰는 제목의 사람에게 묻는다", () => {
    const quotes = quotesOf(
      "등대지기 {문가람|P} 씨##\n{소나래|P} 씨와 {소나래|P} 씨의 아들을 만났다.\n—언제 왔나.\n“봄에 왔습니다.”",
    );
    expect(quotes.map((quote) => quote[2])).toEqual(["문가람"]);
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
    ["협약의 이름", "{한빛시|O}는 “산림 발전을 위한 업무협약”을 맺고 왔다."],
    ["홑따옴표의 문장", "벽에는 ‘다시는 오지 않겠습니다’ 한 줄이 적혔다."],
  ])("%s", (_, marked) => expect(quotesOf(marked)).toEqual([]));
});

describe("간접 인용", () => {
  test("다고 밝혔다", () => {
    expect(quotesOf("{가온시|O}는 다음 달 도서관을 연다고 밝혔다.")).toEqual([
      ["indirect", "다음 달 도서관을 연다고", "가온시", "밝혔다"],
    ]);
  });
  test("미룬다|고 밝혔다", () => {
    expect(quotesOf("{가온시|O}는 축제를 미룬다고 밝혔다.")).toEqual([
      ["indirect", "축제를 미룬다고", "가온시", "밝혔다"],
    ]);
  });
  test("겠다고 약속했다", () => {
    expect(quotesOf("{여도현|P} 의원은 세금을 낮추겠다고 약속했다.")).toEqual([
      ["indirect", "세금을 낮추겠다고", "여도현", "약속했다"],
    ]);
  });
  test.each([
    ["에서는", "{가온신문|O}에서는 값이 오를 것이라고 분석했다.", "가온신문"],
    ["에서는 여당이", "{가온의회|O}에서는 {나래당|O}이 값이 오를 것이라고 주장했다.", "나래당"],
    ["본지는", "{누리은행|O}은 갔다. 본지는 값이 오른다고 보도했다.", null],
  ])("누구의 말: %s", (_, marked, speaker) => expect(quotesOf(marked).map((quote) => quote[2])).toEqual([speaker]));
  test.each([
    ["판단되는", "안전하다고 판단되는 방법을 쓴다."],
    ["반박할 수 있는", "땅이 넓다고 반박할 수 있는 증거가 있다."],
    ["볼 수 있다", "{가온시|O}는 앞날이 어둡다고 볼 수 있다."],
    ["보기 어렵다", "{가온시|O}는 문제가 있다고 보기 어렵다."],
  ])("한 말이 아니다: %s", (_, marked) => expect(quotesOf(marked)).toEqual([]));
  test("업무협약을 체결했다고", () => {
    expect(quotesOf("{가온시|O}는 “산림 발전을 위한 업무협약”을 체결했다고 밝혔다.")).toEqual([
      ["indirect", "“산림 발전을 위한 업무협약”을 체결했다고", "가온시", "밝혔다"],
    ]);
    expect(quotesOf("{가온시|O}는 ‘바다 축제’를 연다고 밝혔다.")).toEqual([
      ["indirect", "‘바다 축제’를 연다고", "가온시", "밝혔다"],
    ]);
  });
  test("말한 것 다음부터", () => {
    expect(quotesOf("{가온시|O}는 “비가 온다”며 축제를 연다고 밝혔다.")).toEqual([
      ["direct", "“비가 온다”", "가온시", "밝혔다"],
      ["indirect", "축제를 연다고", "가온시", "밝혔다"],
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
