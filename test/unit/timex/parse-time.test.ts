import { describe, expect, test } from "vitest";
import { parseTime } from "../../../src/timex/parse-time.js";

const reference = "2024-03-25";

test.each([
  ["오는 27일부터 4월 3일까지", "2024-03-27/2024-04-03"],
  ["'24.3.25.(월)", "2024-03-25"],
  ["음력 8월 15일", "2024-09-17"],
  ["다음 주 수요일", "2024-04-03"],
  ["２０２４년 ３월 ２７일", "2024-03-27"],
  ["석 달", "P3M"],
  ["매주 화요일", "P1W"],
  // A text may be dated some days early.
  ["지난 3월 28일", "2024-03-28"],
  ["지난 3월 29일", "2023-03-29"],
  ["지난 3월", "2024-03"],
  ["지난 4월", "2023-04"],
  ["오는 3월 25일", "2024-03-25"],
  ["오는 3월 24일", "2025-03-24"],
])("%s", (expression, value) => {
  expect(parseTime(expression, { reference })?.value).toBe(value);
});

describe("a day and the clock time on it are one expression", () => {
  test("오는 28일 오후 2시", () => {
    expect(parseTime("오는 28일 오후 2시", { reference })).toMatchObject({
      id: "t1",
      text: "오는 28일 오후 2시",
      value: "T14:00",
      from: "2024-03-28T14:00",
      type: "TIME",
      explicit: ["day", "daypart", "hour"],
      implied: ["month", "year"],
      anchor: "document",
    });
  });
  test("본문에 든 것", () => {
    expect(parseTime("행사: 28일 오후 2시 시청", { reference })).toMatchObject({
      start: 4,
      end: 13,
      text: "28일 오후 2시",
      from: "2024-03-28T14:00",
    });
  });
});

describe("of several the longest, of equal ones the first", () => {
  test.each([
    ["28일에는 시청에서 오후 2시 30분", "오후 2시 30분"],
    ["2024년 3월 28일, 오후 2시", "2024년 3월 28일"],
    ["매주 화요일 오후 2시", "매주 화요일"],
    ["3월 28일 사흘", "3월 28일"],
    ["오후 2시 오후 3시 30분", "오후 3시 30분"],
    ["내년보다 올해", "내년"],
    ["작년 2024년 올해", "2024년"],
    ["행사는 내일 아니면 2024년 3월 28일", "2024년 3월 28일"],
  ])("%s", (expression, text) => {
    const timex = parseTime(expression, { reference });
    expect(timex?.text).toBe(text);
    expect(expression.slice(timex?.start, timex?.end)).toBe(text);
  });
});

describe("null", () => {
  test.each(["", "안녕하세요", "4.3%", "2월 30일", "전주시"])("%j", (expression) => {
    expect(parseTime(expression, { reference })).toBeNull();
  });
});

test("without a reference the rest stays open", () => {
  expect(parseTime("3월 27일")).toMatchObject({ value: "XXXX-03-27", from: null, to: null });
});

test("NFD: the span is that of the expression as given", () => {
  const expression = "오는 27일".normalize("NFD");
  expect(parseTime(expression, { reference })).toMatchObject({ start: 0, end: expression.length, text: expression });
});
