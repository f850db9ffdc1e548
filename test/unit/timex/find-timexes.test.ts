import { describe, expect, test } from "vitest";
import type { Article, Diagnostic, MentionDraft } from "../../../src/core/types.js";
import { findTimexes } from "../../../src/timex/find-timexes.js";
import { expectWithin } from "../../support/expect-within.js";

const article = (value?: string): Article => ({
  subheadlines: [],
  bylines: [],
  captions: [],
  body: [],
  boilerplate: [],
  ...(value !== undefined && { publishedAt: { value, source: "given" } }),
});

function find(text: string, published: string | undefined = "2024-03-25", mentions: MentionDraft[] = []) {
  const diagnostics: Diagnostic[] = [];
  const sentences = [{ start: 0, end: text.length, part: "body" as const }];
  const timexes = findTimexes(text, article(published), sentences, mentions, (one) => diagnostics.push(one));
  return { timexes, diagnostics };
}

test("every timex is a slice of the text, in order, without overlap, t1, t2, …", () => {
  const text = "시는 오는 27일부터 4월 3일까지 매일 오전 9시 30분에 사흘간 2024. 5. 1.(수) 행사를 연다.";
  const { timexes } = find(text);
  expect(timexes.map(({ id }) => id)).toEqual(timexes.map((_, index) => `t${index + 1}`));
  let end = 0;
  for (const timex of timexes) {
    expect(text.slice(timex.start, timex.end)).toBe(timex.text);
    expect(timex.start).toBeGreaterThanOrEqual(end);
    end = timex.end;
  }
  expect(timexes.map(({ text }) => text)).toEqual([
    "오는 27일부터 4월 3일까지",
    "매일",
    "오전 9시 30분",
    "사흘간",
    "2024. 5. 1.(수)",
  ]);
});

describe("what is said and what is filled in", () => {
  test("오는 27일: the day is said, year and month are read off the publication date", () => {
    const [timex] = find("오는 27일 연다.").timexes;
    expect(timex).toMatchObject({ value: "2024-03-27", from: "2024-03-27", to: "2024-03-27", anchor: "document" });
    expect(timex?.explicit).toEqual(["day"]);
    expect(timex?.implied).toEqual(["month", "year"]);
  });
  test("2024년 3월 27일: nothing is filled in", () => {
    const [timex] = find("2024년 3월 27일 열렸다.", undefined).timexes;
    expect(timex).toMatchObject({ explicit: ["year", "month", "day"], implied: [], anchor: "none" });
  });
  test("이튿날 is anchored to the day before it", () => {
    const { timexes } = find("2019년 5월 3일 쓰러졌고 이튿날 숨졌다.");
    expect(timexes[1]).toMatchObject({ value: "2019-05-04", anchor: "t1" });
  });
  test("a clock time takes its day from the date beside it", () => {
    const { timexes } = find("28일 오후 2시 30분께 연다.");
    expect(timexes[1]).toMatchObject({
      type: "TIME",
      value: "T14:30",
      from: "2024-03-28T14:30",
      mod: "APPROX",
      anchor: "t1",
    });
  });
  test("자정까지 ends the day", () => {
    const { timexes } = find("28일 자정까지 받는다.");
    expect(timexes[1]).toMatchObject({ value: "T24:00", from: "2024-03-29T00:00" });
  });
});

describe("diagnostics", () => {
  test.each(["2024년 2월 30일 연다.", "4월 31일 연다.", "지난달 31일 열렸다."])("no such day: %s", (text) => {
    const { timexes, diagnostics } = find(text);
    expect(timexes).toEqual([]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: "timex/no-such-day", stage: "timex" })]);
  });
  test("a leap day is one", () => {
    expect(find("2024년 2월 29일 연다.").diagnostics).toEqual([]);
  });
  test("no reference: said once, and nothing is read off today", () => {
    const sentences = [{ start: 0, end: 21, part: "body" as const }];
    const diagnostics: Diagnostic[] = [];
    const timexes = findTimexes("오늘 회의, 내일 발표, 다음 주 발간", article(), sentences, [], (one) =>
      diagnostics.push(one),
    );
    expect(timexes.map(({ value, from, to }) => [value, from, to])).toEqual([
      ["XXXX-XX-XX", null, null],
      ["XXXX-XX-XX", null, null],
      ["XXXX-WXX", null, null],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["timex/no-reference"]);
  });
  test("without relative words the reference is not missed", () => {
    expect(find("2024년 3월 27일 열렸다.", undefined).diagnostics).toEqual([]);
  });
});

describe("names hold dates that are none", () => {
  const name = (text: string, type: MentionDraft["type"], score = 0.9): MentionDraft => ({
    start: 0,
    end: text.length,
    text,
    type,
    fine: "",
    score,
  });
  test("a sure EVENT does", () => {
    expect(find("2025년 가을축제가 열린다.", "2024-03-25", [name("2025년 가을축제", "EVENT")]).timexes).toEqual([]);
  });
  test("an unsure one does not", () => {
    expect(
      find("2025년 가을축제가 열린다.", "2024-03-25", [name("2025년 가을축제", "EVENT", 0.3)]).timexes,
    ).toHaveLength(1);
  });
  test("a DATE draft does not", () => {
    expect(find("2025년 가을이 온다.", "2024-03-25", [name("2025년 가을", "DATE")]).timexes).toHaveLength(1);
  });
});

describe("time against length", () => {
  const units = [
    "1",
    "일",
    "3일",
    "월 ",
    "3.",
    "12:30 ",
    "하루 ",
    "오전 ",
    "매주 ",
    "1~",
    "(월)",
    "'24",
    "지난 ",
    "부터",
    "년월일시",
  ];
  test.each(units)("%j four times as long takes no more than some ten times as long", async (unit) => {
    const reading = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      return () => void find(text);
    };
    await expectWithin(reading(25_000), reading(100_000), (short) => 40 + short * 10);
  });
});

describe("범위의 두 끝", () => {
  test.each<[string, string, string | null, string | null, string?]>([
    ["10월 15일부터 2026년 4월 30일까지 연다.", "2025-10-15/2026-04-30", "2025-10-15", "2026-04-30", "2026-09-16"],
    ["10월부터 2026년 4월까지 연다.", "2025-10/2026-04", "2025-10-01", "2026-04-30", "2028-09-16"],
    ["3월 1일부터 2026년 4월 30일까지 연다.", "2026-03-01/2026-04-30", "2026-03-01", "2026-04-30", "2026-02-16"],
    // What contradicts itself names no days.
    ["2021년 1월부터 올해 11월까지 모았다.", "2021-01/2020-11", null, null, "2020-05-06"],
    ["오는 27일부터 4월까지 연다.", "9999-05-27/10000-04", null, null, "9999-05-01"],
  ])("%s", (text, value, from, to, published) => {
    expect(find(text, published).timexes).toMatchObject([{ value, from, to }]);
  });

  test("2023년 8월부터 전년 대비: 견준 해는 끝이 아니다", () => {
    expect(find("2023년 8월부터 전년 대비 늘었다.").timexes.map(({ value }) => value)).toEqual(["2023-08", "2022"]);
    expect(find("2021년 8월부터 이듬해 2월까지 늘었다.").timexes.map(({ value }) => value)).toEqual([
      "2021-08/2022-02",
    ]);
  });

  test("9999년의 마지막 자정: 그 뒤의 날은 쓸 수 없다", () => {
    const clock = find("오는 31일 자정까지 받는다.", "9999-12-30").timexes.at(-1);
    expect(clock).toMatchObject({ value: "T24:00", to: null });
  });
});
