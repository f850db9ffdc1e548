import { describe, expect, test } from "vitest";
import { findEvents } from "../../../src/event/find-events.js";
import { layersOf } from "../../support/layers-of.js";
import { expectWithin } from "../../support/processor-time.js";

const PUBLISHED = "2024-03-25";

function eventsOf(marked: string, publishedAt: string | undefined = PUBLISHED) {
  const { text, article, sentences, tokens, mentions, timexes, entities } = layersOf(marked, publishedAt);
  const events = findEvents(text, article, sentences, tokens, mentions, timexes, entities);
  for (const { trigger, timex } of events) {
    expect(trigger.text).toBe(text.slice(trigger.start, trigger.end));
    expect(timexes.map(({ id }) => id)).toContain(timex);
  }
  return events;
}

/** A headline before the sentence, so that it is read as body text. */
const body = (sentence: string) => `가온시 소식\n\n${sentence}`;

describe("어느 서술어가 그날의 일인가", () => {
  const cases: [name: string, marked: string, trigger: RegExp, from: string, to: string][] = [
    [
      "문장 끝 서술어",
      "{가온시|O}는 {오는 28일|2024-03-28} {나루시|O}와 업무협약을 맺는다.",
      /맺는다/,
      "2024-03-28",
      "2024-03-28",
    ],
    [
      "안은문장의 관형절",
      "{지난 20일|2024-03-20} {나루공원|L}에서 열린 봄꽃축제에 시민이 몰렸다.",
      /열린/,
      "2024-03-20",
      "2024-03-20",
    ],
    [
      "인용절 안의 날짜는 인용절의 것",
      "{가온시|O}는 {다음 달 3일|2024-04-03} 도서관을 개관한다고 밝혔다.",
      /개관한다고/,
      "2024-04-03",
      "2024-04-03",
    ],
    [
      "따옴표 안의 목적어",
      "{가온시|O}는 {오는 28일|2024-03-28} 주민과 ‘마을 토론회’를 연다.",
      /토론회’를 연다/,
      "2024-03-28",
      "2024-03-28",
    ],
    [
      "일어나는 일이 주어",
      "{오는 28일|2024-03-28} {나루공원|L}에서 주민설명회가 열린다.",
      /주민설명회가 열린다/,
      "2024-03-28",
      "2024-03-28",
    ],
    ["기로 했다", "두 도시는 {오는 30일|2024-03-30} 다시 만나기로 했다.", /만나기로/, "2024-03-30", "2024-03-30"],
    [
      "날짜와 시각은 한 때",
      "개막식은 {오는 28일|2024-03-28} {오후 2시|2024-03-28T14:00} {나루광장|L}에서 열린다.",
      /열린다|개막식/,
      "2024-03-28",
      "2024-03-28",
    ],
    [
      "부터 며칠간",
      "{가온시|O}는 {오는 28일|2024-03-28}부터 {사흘간|P3D} 축제를 연다.",
      /연다/,
      "2024-03-28",
      "2024-03-30",
    ],
    [
      "기간",
      "전시는 {다음 달 3일부터 9일까지|2024-04-03/2024-04-09} {나루미술관|O}에서 열린다.",
      /열린다|전시/,
      "2024-04-03",
      "2024-04-09",
    ],
    ["달", "공장은 {오는 9월|2024-09/2024-09} 착공한다.", /착공한다/, "2024-09-01", "2024-09-28"],
  ];
  test.each(cases)("%s", (_, marked, trigger, from, to) => {
    const events = eventsOf(body(marked));
    expect(events.map(({ date }) => date)).toContainEqual({ from, to });
    expect(events.find(({ date }) => date.from === from)?.trigger.text).toMatch(trigger);
  });
});

test.each([
  ["{가온시|O}는 {오는 28일|2024-03-28} ‘큰 나무 토론회’를 연다.", "‘큰 나무 토론회’를 연다"],
  ["{가온시|O}는 {오는 28일|2024-03-28} 토론회를 연다.", "토론회를 연다"],
])("제목이 목적어면 여는 따옴표부터: %s", (marked, trigger) =>
  expect(eventsOf(body(marked)).map((event) => event.trigger.text)).toEqual([trigger]),
);

describe("일이 아닌 때", () => {
  test.each([
    ["길이만 있는 때", "{가온시|O}는 {3년간|P3D} 공사를 벌였다."],
    ["견주는 해", "매출은 {2020년|2020-01-01/2020-12-31} 대비 12% 많다."],
    ["날짜가 없는 문장", "{가온시|O}는 협약을 맺었다."],
  ])("%s", (_, marked) => expect(eventsOf(body(marked))).toEqual([]));

  test("보도 날짜는 말한 일에 붙지 않는다", () => {
    const events = eventsOf(
      body("{가온시|O}는 {다음 달 3일|2024-04-03} 도서관을 개관한다고 {25일|2024-03-25} 밝혔다."),
    );
    expect(events.filter(({ date }) => date.from === "2024-03-25").every(({ kind }) => kind === "say")).toBe(true);
    expect(events.some(({ trigger, date }) => /개관/.test(trigger.text) && date.from === "2024-04-03")).toBe(true);
  });
});

describe("상태", () => {
  test.each([
    ["past", "{가온시|O}는 {지난 20일|2024-03-20} 협약을 체결했다."],
    ["planned", "{가온시|O}는 {오는 28일|2024-03-28} 협약을 체결한다."],
    ["planned", "{가온시|O}는 {오는 28일|2024-03-28} 협약을 체결할 예정이다."],
    ["past", "{가온시|O}는 {25일|2024-03-25} 협약을 체결했다."],
    ["planned", "{가온시|O}는 {25일|2024-03-25} 오후 협약을 체결할 예정이다."],
    ["planned", "{가온시|O}는 {오는 28일|2024-03-28} 개막식."],
    ["planned", "축제는 {오는 28일|2024-03-28} 열리고 있다."],
    ["recurring", "축제는 매달 {20일|2024-03-20} 열린다."],
    ["ongoing", "축제는 {지난 20일부터 30일까지|2024-03-20/2024-03-30} 열린다."],
  ])("%s: %s", (status, marked) => expect(eventsOf(body(marked))[0]?.status).toBe(status));
});

describe("누가 어디서", () => {
  test("주어와 함께한 이, 장소", () => {
    const [event] = eventsOf(
      body("{가온시|O}는 {오는 28일|2024-03-28} {나루홀|L}에서 {다솜대|O}와 업무협약을 체결한다."),
    );
    expect(event).toMatchObject({ kind: "sign", participants: ["가온시", "다솜대"], place: "나루홀" });
  });
  test("직함이 붙은 주어", () => {
    const [event] = eventsOf(body("{박도윤|P} {시장|T}은 {지난 20일|2024-03-20} {핀란드|L}를 방문했다."));
    expect(event).toMatchObject({ kind: "visit", participants: ["박도윤"] });
  });
  test.each<[name: string, marked: string, participants: string[], place?: string]>([
    ["전 직함", "{박도윤|P} 전 {시의원|T}은 {지난 20일|2024-03-20} 사퇴했다.", ["박도윤"]],
    ["나이와 전 직함", "{박도윤|P}(60) 전 {소장|T}은 {지난 20일|2024-03-20} {핀란드|L}를 방문했다.", ["박도윤"]],
    [
      "이름과 직함 사이의 기관은 그의 것",
      "{박도윤|P} {가온시|O} {시장|T}은 {지난 20일|2024-03-20} {핀란드|L}를 방문했다.",
      ["박도윤"],
    ],
    ["기관의 직함만 있으면 기관", "{가온시|O} {시장|T}은 {지난 20일|2024-03-20} {핀란드|L}를 방문했다.", ["가온시"]],
    ["곳에서는", "{나루터널|L}에서는 {지난 20일|2024-03-20} 추돌 사고로 1명이 숨졌다.", [], "나루터널"],
    ["정부에서는", "{가온시|O}에서는 {지난 20일|2024-03-20} 예산안을 의결했다.", ["가온시"]],
    [
      "말 속에 주어가 있으면 말한 이가 아니다",
      "{박도윤|P} {사장|T}은 {나루시|L}에서 “{나루공장|O}은 {오는 9월|2024-09/2024-09} 준공한다”고 말했다.",
      ["나루공장"],
    ],
    [
      "말 속에 주어가 없으면 말한 이",
      "{박도윤|P} {시장|T}은 “{오는 28일|2024-03-28} {핀란드|L}를 방문하겠다”고 말했다.",
      ["박도윤"],
    ],
    [
      "열리는 것은 뒤의 명사",
      "{박도윤|P} {연구원|T}은 {오는 28일|2024-03-28} 열리는 {나루 회의|E}도 변수로 꼽았다.",
      ["나루 회의"],
    ],
  ])("%s", (_, marked, participants, place) => {
    const [event] = eventsOf(body(marked));
    expect(event?.participants).toEqual(participants);
    expect(event?.place).toBe(place);
  });
});

test("같은 일은 한 번", () => {
  const once = "{가온시|O}는 {오는 28일|2024-03-28} 업무협약을 체결한다.";
  const events = eventsOf(body(`${once}\n\n${once}\n\n${once}`));
  expect(events).toHaveLength(1);
});

describe("긴 글도 선형 시간", () => {
  test.each(["{28일|2024-03-28} 연다 ", "연다 ", "{28일|2024-03-28}"])("%s", { timeout: 60_000 }, async (unit) => {
    const reading = (count: number) => {
      const { text, article, sentences, tokens, mentions, timexes, entities } = layersOf(unit.repeat(count), PUBLISHED);
      return () => void findEvents(text, article, sentences, tokens, mentions, timexes, entities);
    };
    await expectWithin(reading(1_000), reading(4_000), (short) => 9 * short + 300);
  });
});
