import { describe, expect, test } from "vitest";
import type { Article, Diagnostic, Sentence } from "../../../src/core/types.js";
import { findTimexes } from "../../../src/timex/find-timexes.js";
import { hourOf } from "../../../src/timex/resolve/clock-hour.js";
import { dayText, monthText, phaseMod, weekText, yearText } from "../../../src/timex/resolve/iso-text.js";
import { offsetText } from "../../../src/timex/resolve/local-time.js";

/** Sentences are told apart by |. */
function find(marked: string, published: string | null = "2024-03-25", report: (one: Diagnostic) => void = () => {}) {
  const article: Article = {
    subheadlines: [],
    bylines: [],
    captions: [],
    body: [],
    boilerplate: [],
    ...(published !== null && { publishedAt: { value: published, source: "given" } }),
  };
  const sentences: Sentence[] = [];
  let start = 0;
  for (const part of marked.split("|")) {
    sentences.push({ start, end: start + part.length, part: "body" });
    start += part.length;
  }
  return findTimexes(marked.replaceAll("|", ""), article, sentences, [], report);
}

describe("what is said, what is filled in, and from where", () => {
  test.each<[text: string, explicit: string[], implied: string[], anchor: string]>([
    ["2024년 3월 27일 연다.", ["year", "month", "day"], [], "none"],
    ["2024년 3월 연다.", ["year", "month"], [], "none"],
    ["2024년 연다.", ["year"], [], "none"],
    ["내년 연다.", ["year"], ["year"], "document"],
    ["4월 3일 연다.", ["month", "day"], ["year"], "document"],
    ["4월 3일(수) 연다.", ["month", "day", "weekday"], ["year"], "document"],
    ["지난달 열렸다.", ["month"], ["month", "year"], "document"],
    ["다음 달 5일 연다.", ["month", "day"], ["month", "year"], "document"],
    ["내일 연다.", ["day"], ["year", "month", "day"], "document"],
    ["다음 주 연다.", ["week"], ["week"], "document"],
    ["다음 주 화요일 연다.", ["week", "weekday"], ["week"], "document"],
    ["오는 화요일 연다.", ["weekday"], ["week"], "document"],
    ["이번 주말 연다.", ["day"], ["week"], "document"],
    ["4월 첫째 주 연다.", ["month", "week"], ["year"], "document"],
    ["2분기 연다.", ["quarter"], ["year"], "document"],
    ["2024년 2분기 연다.", ["year", "quarter"], [], "none"],
    ["이번 분기 연다.", ["quarter"], ["quarter"], "document"],
    ["상반기 연다.", ["half"], ["year"], "document"],
    ["내년 2학기 연다.", ["year", "half"], ["year"], "document"],
    ["올봄 연다.", ["year", "season"], ["year"], "document"],
    ["이번 봄 연다.", ["season"], ["year"], "document"],
    ["추석에 연다.", ["day"], ["year"], "document"],
    ["2024년 추석에 연다.", ["year", "day"], [], "none"],
    ["추석 연휴 첫날 연다.", ["day"], ["year"], "document"],
    ["1990년대 노래다.", ["decade"], [], "none"],
    ["19세기 지도다.", ["century"], [], "none"],
    ["단기 4357년 달력이다.", ["era", "year"], [], "none"],
    ["연말까지 낸다.", [], ["year"], "document"],
    ["오는 27일부터 4월 3일까지 연다.", ["day", "month"], ["year"], "document"],
    ["2024년 5월 3일부터 7일까지 연다.", ["year", "month", "day"], [], "none"],
    ["오는 27일부터 사흘간 연다.", ["day"], ["month", "year"], "document"],
    ["사흘간 연다.", [], [], "none"],
    ["매주 연다.", [], [], "none"],
    ["최근 열렸다.", [], [], "none"],
    ["오후 2시 30분 15초에 연다.", ["daypart", "hour", "minute", "second"], ["year", "month", "day"], "document"],
    ["14시에 연다.", ["hour"], ["year", "month", "day"], "document"],
  ])("%s", (text, explicit, implied, anchor) => {
    expect(find(text)).toMatchObject([{ explicit, implied, anchor }]);
  });

  test.each<[text: string, value: string, explicit: string[], implied: string[], anchor: string]>([
    ["2019년 5월 3일 쓰러졌고 이튿날 숨졌다.", "2019-05-04", ["day"], ["year", "month", "day"], "t1"],
    ["2019년 5월 쓰러졌고 그해 12월 숨졌다.", "2019-12", ["year", "month"], ["year"], "t1"],
    ["2019년 5월 3일 쓰러졌고 같은 달 20일 숨졌다.", "2019-05-20", ["month", "day"], ["month", "year"], "t1"],
    ["2019년 5월 3일 쓰러졌고 같은 주 일요일 숨졌다.", "2019-05-05", ["week", "weekday"], ["week"], "t1"],
    ["지난해 2월과 11월 열렸다.", "2023-11", ["month"], ["year"], "t1"],
    ["2월 3일과 15일 열렸다.", "2024-02-15", ["day"], ["month", "year"], "t1"],
    ["지난해 축제는 5월에 열렸다.", "2023-05", ["month"], ["year"], "t1"],
    ["지난해 매출은 4분기에 줄었다.", "2023-Q4", ["quarter"], ["year"], "t1"],
    ["지난해 6월 시작한 공사는 10월 끝났다.", "2023-10", ["month"], ["year"], "t1"],
    ["2023년 3분기 이익이 전분기보다 늘었다.", "2023-Q2", ["quarter"], ["quarter"], "t1"],
    ["2023년 3분기 이익이 전년 동기보다 늘었다.", "2022-Q3", ["year"], ["year", "month"], "t1"],
    ["5월 3일부터 7일까지 연다. 둘째 날 쉰다.", "2024-05-04", ["day"], ["day"], "t1"],
    ["5월 3일 연다. 첫날 붐빈다.", "2024-05-03", ["day"], ["day"], "t1"],
    ["5월 3일 열고 그로부터 사흘 뒤 닫는다.", "2024-05-06", ["day"], ["year", "month"], "t1"],
    ["2023년 11월 3일 입원해 9일 숨졌다.", "2023-11-09", ["day"], ["month", "year"], "t1"],
  ])("%s", (text, value, explicit, implied, anchor) => {
    expect(find(text)[1]).toMatchObject({ value, explicit, implied, anchor });
  });

  test("발행일을 모르면 어디에도 매이지 않는다", () => {
    for (const text of ["3월 27일 연다.", "27일 연다.", "내일 연다.", "올해 연다.", "2분기 연다.", "추석에 연다."])
      expect(find(text, null)).toMatchObject([{ from: null, to: null, anchor: "none", implied: [] }]);
    expect(find("오후 2시 연다.", null)).toMatchObject([{ from: null, to: null, anchor: "none", implied: [] }]);
  });
});

test("what lists have in common is held once", () => {
  const [first, second] = find("4월 3일 열고 5월 7일 닫는다.");
  expect(first?.explicit).toBe(second?.explicit);
  expect(first?.implied).toBe(second?.implied);
});

describe("diagnostics", () => {
  test.each<[text: string, published: string | null, found: object[]]>([
    ["내일 열고 모레 닫는다.", null, [{ code: "timex/no-reference", severity: "info", stage: "timex" }]],
    ["2024년 3월 27일 열고 사흘간 쉰다.", null, []],
    ["2060년 설에 만난다.", "2024-03-25", []],
    [
      "4월 31일 연다.",
      "2024-03-25",
      [{ code: "timex/no-such-day", severity: "warning", stage: "timex", start: 0, end: 6 }],
    ],
  ])("%s", (text, published, found) => {
    const reported: Diagnostic[] = [];
    find(text, published, (one) => reported.push(one));
    expect(reported).toEqual(found);
  });
});

describe("이날은 기사가 말하는 날이다", () => {
  test.each<[text: string, value: string]>([
    // 가장 자주 말한 날.
    ["26일 닫는다.|24일 문을 열었다.|24일 손님이 몰렸다.|이날 천 명이 왔다.", "2024-03-24"],
    ["24일 알렸다.|27일 개막한다.|27일 표를 판다.|이날 무대에는 가수가 선다.", "2024-03-27"],
    // 방금 말한 발행일.
    ["24일 문을 열었다.|24일 손님이 몰렸다.|시는 25일 밝혔다.|이날 회의도 열었다.", "2024-03-25"],
    // 한참 전에 말한 발행일, 그 뒤에 다른 날을 말한 발행일.
    ["24일 문을 열었다.|24일 붐볐다.|시는 25일 밝혔다.|사람들이 반겼다.|길도 넓혔다.|이날 천 명이 왔다.", "2024-03-24"],
    ["시는 25일 밝혔다.|24일 문을 열었다.|24일 붐볐다.|이날 천 명이 왔다.", "2024-03-24"],
    // 먼 날은 기사의 날이 아니다.
    ["다리는 4월 20일 열린다.|시는 24일 밝혔다.|이날 회의를 열었다.", "2024-03-24"],
    ["시는 25일 밝혔다.|다리는 4월 20일 열린다.|이날 회의를 열었다.", "2024-03-25"],
    ["다리는 3월 21일 끊겼다.|이날 비가 왔다.", "2024-03-21"],
    // 같은 번수면 발행일에 가까운 날.
    ["23일 선거를 치렀다.|선관위는 24일 결과를 알렸다.|대표는 이날 기쁘다고 했다.", "2024-03-24"],
    ["24일 결과를 알렸다.|선거는 23일 치렀다.|대표는 이날 기쁘다고 했다.", "2024-03-24"],
    // 방금 말한 앞날의 일을 앞날의 말로.
    ["시는 25일 밝혔다.|다리는 4월 20일 열린다.|이날 잔치도 열 예정이다.", "2024-04-20"],
    ["시는 25일 밝혔다.|3회차: 4월 20일(토) 별 보기 |※ 이날만 늦게까지", "2024-04-20"],
    ["시는 25일 밝혔다.|다리는 4월 20일 열린다.|차는 못 다닌다.|길도 좁다.|이날 잔치도 열 예정이다.", "2024-03-25"],
    // 명절은 기사의 날이 아니다.
    ["춘분을 넘겼다.|시는 22일 밝혔다.|이날 비가 왔다.", "2024-03-22"],
  ])("%s", (text, value) => {
    expect(find(text).at(-1)).toMatchObject({ text: "이날", value });
  });

  test("명절은 여러 번 말해도 기사의 날이 아니다", () => {
    const told = find("설 선물이 팔린다.|설 표도 팔린다.|시는 8일 밝혔다.|이날 회의를 열었다.", "2024-02-09");
    expect(told.at(-1)).toMatchObject({ text: "이날", value: "2024-02-08" });
  });

  test.each<[text: string, value: string]>([
    ["24일 문을 열었다.|2019년 5월 3일 세워졌고 이튿날 닫혔다.", "2019-05-04"],
    ["24일 문을 열었다.|24일 붐볐다.|27일 닫는다. 그날 공연도 있다.", "2024-03-27"],
  ])("이튿날, 그날은 방금 말한 날에 매인다: %s", (text, value) => {
    expect(find(text).at(-1)).toMatchObject({ value });
  });

  test.each<[text: string, value: string]>([
    ["27일 개막한다.|24일 밝혔다.|전날 회의에서 정했다.", "2024-03-23"],
    ["24일 밝혔다.|27일 개막한다.|전날 회의에서 정했다.", "2024-03-23"],
    ["23일 만나고 24일 헤어졌다.|전날 회의에서 정했다.", "2024-03-23"],
    ["28일 개막한다.|전날 회의에서 정했다.", "2024-03-24"],
    ["23일 만났다.|24일 헤어졌다.|23일 약속도 했다.|전날 짐을 쌌다.", "2024-03-22"],
    // 견주는 전날은 발행일의 앞날이다.
    ["지수는 25일 올랐다.|24일 뉴욕에서도 올랐다.|원화는 전날보다 2원 내렸다.", "2024-03-24"],
    ["지수는 25일 올랐다.|24일 뉴욕에서는 전날보다 2% 올랐다.", "2024-03-23"],
    // 행사의 전날은 그 행사의 앞날이다.
    ["개막식은 4월 20일 연다.|시는 25일 밝혔다.|개막식 전날 불을 켠다.", "2024-04-19"],
    ["선거는 4월 10일 치른다.|시는 25일 밝혔다.|후보는 선거 전날 밤까지 뛴다.", "2024-04-09"],
    ["선거는 4월 10일 치른다.|시는 25일 밝혔다.|후보는 전날 밤 시장을 찾았다.", "2024-03-24"],
  ])("전날은 이미 온 마지막 날의 앞날이다: %s", (text, value) => {
    expect(find(text).at(-1)).toMatchObject({ text: "전날", value });
  });
});

describe("시각이 놓이는 날", () => {
  const hours = (text: string, published: string) =>
    find(text, published)
      .filter(({ type }) => type === "TIME")
      .map(({ from }) => from);

  test.each<[text: string, from: string[]]>([
    [
      "◆20일(토)\n|△노래(KBS2 오후 6시 5분) = 11월 17일 고른 곡을 부른다.\n|△영화(MBC 밤 11시 10분) = 두 편.\n",
      ["2025-12-20T18:05", "2025-12-20T23:10"],
    ],
    ["◆20일(토)\n|△노래(오후 6시)\n|◆21일(일)\n|△영화(밤 11시)\n", ["2025-12-20T18:00", "2025-12-21T23:00"]],
    // 항목이 제 날을 말하면 그날이고, 항목이 아닌 문장은 방금 말한 날을 따른다.
    ["◆20일(토)\n|△노래(22일 오후 6시)\n", ["2025-12-22T18:00"]],
    ["◆20일(토)\n|방송은 22일 바뀐다.|오후 6시 시작한다.", ["2025-12-22T18:00"]],
    // 다른 말이 있는 줄은 제목이 아니다.
    ["◆행사는 20일\n|방송은 22일 바뀐다.\n|△노래(오후 6시)\n", ["2025-12-22T18:00"]],
  ])("목록의 시각은 제목의 날에 놓인다: %s", (text, from) => {
    expect(hours(text, "2025-12-19")).toEqual(from);
  });

  test.each<[text: string, from: string[]]>([
    ["“지난 6월 24일에도 같은 답을 했다”고 따졌다.|위원장은 오후 4시 회의를 멈췄다.", ["2025-09-17T16:00"]],
    ["“지난 6월 24일에도 물었다. |오후 4시까지 기다렸다”고 따졌다.", ["2025-06-24T16:00"]],
    ["지난 6월 24일 불이 났다.|위원장은 “놀랐다”고 했다. 오후 4시 꺼졌다.", ["2025-06-24T16:00"]],
  ])("남의 말 속의 날은 말 밖의 시각에 미치지 않는다: %s", (text, from) => {
    expect(hours(text, "2025-09-17")).toEqual(from);
  });
});

describe("묻는 말이 밝힌 해", () => {
  const last = (text: string) => find(text, "2025-11-20").at(-1)?.value;
  test("대답의 날짜는 그해이다", () => {
    expect(last("—1992년에는 어디 있었나.\n|“호미곶등대였습니다. |10월 5일 발령을 받았죠.”")).toBe("1992-10-05");
    expect(last("1992년에 무엇을 했습니까?\n|10월 5일 발령을 받았습니다.")).toBe("1992-10-05");
  });
  test("묻지 않은 해, 앞날을 말하는 대답은 아니다", () => {
    expect(last("1992년에 세운 등대다.\n|10월 5일 등대를 떠났습니다.")).toBe("2025-10-05");
    expect(last("1992년에는 어디 있었나.\n|10월 5일 떠날 예정입니다.")).toBe("2025-10-05");
  });
});

describe("현지시간", () => {
  const zones = (marked: string) =>
    find(marked, "2024-07-15")
      .filter(({ type }) => type === "TIME")
      .map(({ zone }) => zone ?? null);

  test.each([
    ["14일 오후 3시께(현지시간) 영국 런던에서 불이 났다.", "+01:00"],
    ["14일 오후 3시쯤 (현지 시각) 영국 런던에서 불이 났다.", "+01:00"],
    ["14일 오후 3시 무렵(이하 현지시각) 영국 런던에서 불이 났다.", "+01:00"],
    ["영국 런던에서 14일(현지시간), 오후 3시 불이 났다.", "+01:00"],
    ["영국 런던에서 현지시간으로 14일 밝혔다. 현지 시간 기준 오후 3시 불이 났다.", "+01:00"],
    ["영국 런던에서 현지시각 오후 3시 불이 났다.", "+01:00"],
    // 앞의 가장 가까운 곳, 없으면 뒤의 가장 가까운 곳.
    ["뉴욕에서 런던으로 가 현지시간 오후 3시 만났다.", "+01:00"],
    ["현지시간 오후 3시 뉴욕과 런던에서 만났다.", "-04:00"],
    ["뉴욕에 들렀다가 현지시간 오후 3시 런던에서 만났다.", "-04:00"],
    // 앞 문장의 곳, 없으면 머리의 곳.
    ["뉴욕에 불이 났다. |현지시간 오후 3시 꺼졌다.", "-04:00"],
    ["인도 뉴델리에 비가 왔다. |현지시간 오후 3시 그쳤다.", "+05:30"],
  ])("%s", (text, zone) => {
    expect(zones(text)).toEqual([zone]);
  });

  test("멀리 있는 곳은 머리에 있을 때만 본다", () => {
    const filler = "사람들은 말없이 길을 걸었다. |".repeat(30);
    expect(zones(`(런던=한빛일보) 불이 났다. |${filler}현지시간 오후 3시 꺼졌다.`)).toEqual(["+01:00"]);
    expect(zones(`${filler}런던에서 불이 났다. |${filler}현지시간 오후 3시 꺼졌다.`)).toEqual([null]);
  });

  test.each([
    "영국 런던에서 한국 시간으로 14일 오후 3시(현지시간 오전 7시) 만났다.",
    "영국 런던에서 한국시간 오후 3시(현지시간 오전 7시) 만났다.",
  ])("한국 시간이라 한 시각은 서울의 것이다: %s", (text) => {
    expect(zones(text)).toEqual([null, "+01:00"]);
  });

  test("이하 현지시간은 앞의 시각에는 미치지 않는다", () => {
    expect(zones("런던에서 14일 오전 9시 모여 오후 3시(이하 현지시간) 헤어졌다. |15일 오후 6시 다시 모였다.")).toEqual([
      null,
      "+01:00",
      "+01:00",
    ]);
    expect(zones("런던에서 14일 오후 3시(현지시간) 헤어졌다. |15일 오후 6시 다시 모였다.")).toEqual(["+01:00", null]);
  });

  test.each([
    [0, "+00:00"],
    [60, "+01:00"],
    [345, "+05:45"],
    [-300, "-05:00"],
    [-570, "-09:30"],
  ])("%i분: %s", (minutes, text) => {
    expect(offsetText(minutes)).toBe(text);
  });

  test("날짜 변경선을 넘는 시각", () => {
    const [, clock] = find("14일 오후 10시(현지시간) 뉴욕에서 열렸다.", "2024-07-15");
    expect(clock).toMatchObject({ value: "T22:00", from: "2024-07-15T11:00", to: "2024-07-15T11:00" });
    const [, early] = find("14일 오전 0시 30분(현지시간) 시드니에서 열렸다.", "2024-07-15");
    expect(early).toMatchObject({ value: "T00:30", from: "2024-07-13T23:30" });
  });
});

test.each<[hour: number, daypart: NonNullable<Parameters<typeof hourOf>[0]["daypart"]>, expected: number]>([
  [9, "morning", 9],
  [12, "morning", 0],
  [4, "dawn", 4],
  [12, "dawn", 0],
  [1, "afternoon", 13],
  [11, "afternoon", 23],
  [12, "afternoon", 12],
  [14, "afternoon", 14],
  [3, "day", 15],
  [10, "day", 10],
  [12, "day", 12],
  [6, "evening", 18],
  [12, "evening", 12],
  [20, "evening", 20],
  [8, "night", 20],
  [12, "night", 24],
  [2, "night", 2],
  [22, "night", 22],
])("%i시, %s: %i", (hour, daypart, expected) => {
  expect(hourOf({ kind: "clock", hour, daypart })).toBe(expected);
});

describe("how the calendar is written", () => {
  test("years, months, days, before the common era too", () => {
    expect([2024, 918, 37, -37].map(yearText)).toEqual(["2024", "0918", "0037", "-0037"]);
    expect(monthText(-37, 3)).toBe("-0037-03");
    expect(dayText({ year: 918, month: 7, day: 5 })).toBe("0918-07-05");
    expect(dayText({ year: -37, month: 3, day: 15 })).toBe("-0037-03-15");
  });
  test.each([
    ["2024-01-01", "2024-W01"],
    ["2024-12-30", "2025-W01"],
    ["2020-12-28", "2020-W53"],
    ["2018-12-31", "2019-W01"],
    ["2017-01-02", "2017-W01"],
    ["2022-01-03", "2022-W01"],
    ["2024-03-25", "2024-W13"],
  ])("the week of Monday %s is %s", (iso, week) => {
    const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
    expect(weekText({ year, month, day })).toBe(week);
  });
  test("초순, 중순, 하순", () => {
    expect((["early", "first10", "middle", "second10", "late", "last10"] as const).map(phaseMod)).toEqual([
      "START",
      "START",
      "MID",
      "MID",
      "END",
      "END",
    ]);
    expect([phaseMod("within"), phaseMod(undefined)]).toEqual([undefined, undefined]);
  });
});
