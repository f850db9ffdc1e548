import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/core/types.js";
import { offsetAt, placeIn } from "../../../src/timex/calendar/zone.js";
import { findTimexes } from "../../../src/timex/find-timexes.js";

const hours = (place: string, year: number, month: number, day: number, hour = 12) => {
  const minutes = offsetAt(place, { year, month, day }, hour * 60);
  return minutes === null ? null : minutes / 60;
};

describe("시계가 서울과 다른 곳", () => {
  test.each([
    ["뉴욕", 2024, 3, 9, -5],
    ["뉴욕", 2024, 3, 10, -4],
    ["뉴욕", 2024, 11, 2, -4],
    ["뉴욕", 2024, 11, 3, -5],
    ["파리", 2024, 3, 30, 1],
    ["파리", 2024, 3, 31, 2],
    ["런던", 2024, 10, 27, 0],
    ["시드니", 2024, 4, 6, 11],
    ["시드니", 2024, 4, 7, 10],
    ["시드니", 2024, 10, 6, 11],
    ["웰링턴", 2024, 9, 29, 13],
    ["도쿄", 2024, 7, 1, 9],
    ["이란", 2024, 7, 1, 3.5],
    ["모스크바", 2024, 7, 1, 3],
  ])("%s %i-%i-%i", (place, year, month, day, expected) => {
    expect(hours(place, year, month, day)).toBe(expected);
  });

  test("모르는 곳, 시간대가 여럿인 나라, 표가 닿지 않는 해에는 답하지 않는다", () => {
    expect(hours("한빛시", 2024, 7, 1)).toBeNull();
    expect(hours("미국", 2024, 7, 1)).toBeNull();
    expect(hours("뉴욕", 1980, 7, 1)).toBeNull();
  });

  test("지명은 낱말 머리에서만 읽는다", () => {
    expect(placeIn("미국 뉴욕 증시와 프랑스 파리", "last")).toBe("파리");
    expect(placeIn("미국 뉴욕 증시와 프랑스 파리", "first")).toBe("뉴욕");
    expect(placeIn("전쟁이란 무엇인가", "first")).toBeNull();
  });
});

describe("현지시간", () => {
  const article: Article = {
    subheadlines: [],
    bylines: [],
    captions: [],
    body: [],
    boilerplate: [],
    publishedAt: { value: "2024-03-15", source: "given" },
  };
  const clocks = (text: string) =>
    findTimexes(text, article, [{ start: 0, end: text.length, part: "body" }], [], [], () => {})
      .filter(({ type }) => type === "TIME")
      .map(({ value, from, zone }) => [value, from, zone ?? null]);

  test.each([
    ["13일 오후 5시 30분(현지시간) 미국 로스앤젤레스에서 열렸다.", "T17:30", "2024-03-14T09:30", "-07:00"],
    ["프랑스 파리에서 14일 현지시간 오후 3시께 불이 났다.", "T15:00", "2024-03-14T23:00", "+01:00"],
    ["15일(현지시간) 오전 9시 뉴욕 증시가 열렸다.", "T09:00", "2024-03-15T22:00", "-04:00"],
    ["호주 시드니는 30일 0시(현지 시간) 불을 껐다.", "T00:00", "2024-03-29T22:00", "+11:00"],
  ])("%s", (text, value, from, zone) => {
    expect(clocks(text)).toEqual([[value, from, zone]]);
  });

  test.each([
    "14일 오후 3시 런던에서 열린다.",
    "미국 정부는 14일(현지시간) 오후 3시 발표했다.",
    "런던에서 열린 경기(한국시간 14일 오후 3시)를 봤다.",
  ])("서울 시각으로 둔다: %s", (text) => {
    expect(clocks(text)).toEqual([["T15:00", "2024-03-14T15:00", null]]);
  });

  test("이하 현지시간은 뒤의 시각에도 미친다", () => {
    expect(clocks("영국 런던에서 14일 오후 3시(이하 현지시간) 시작해 오후 6시 끝났다.")).toEqual([
      ["T15:00", "2024-03-15T00:00", "+00:00"],
      ["T18:00", "2024-03-15T03:00", "+00:00"],
    ]);
  });
});
