import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysInMonth,
  formatDate,
  fromDayNumber,
  isLeapYear,
  isValidDate,
  parseDate,
  toDayNumber,
  weekday,
} from "../../../src/core/civil-date.js";

const date = (iso: string) => parseDate(iso) ?? { year: 0, month: 0, day: 0 };

test("1970-01-01 is day 0, a Thursday", () => {
  expect(toDayNumber(date("1970-01-01"))).toBe(0);
  expect(weekday(date("1970-01-01"))).toBe(4);
});

test.each([
  ["2000-02-29", 11016],
  ["1969-12-31", -1],
  ["1900-03-01", -25508],
  ["2024-03-25", 19807],
])("%s is day %i", (iso, day) => {
  expect(toDayNumber(date(iso))).toBe(day);
  expect(formatDate(fromDayNumber(day))).toBe(iso);
});

test.each([
  [2000, true],
  [2024, true],
  [1900, false],
  [2023, false],
])("%i leap: %s", (year, leap) => {
  expect(isLeapYear(year)).toBe(leap);
  expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
});

test.each([
  ["2024-03-25", 1],
  ["2024-03-31", 7],
  ["1950-06-25", 7],
  ["1919-03-01", 6],
])("%s is ISO weekday %i", (iso, day) => {
  expect(weekday(date(iso))).toBe(day);
});

test.each([
  ["2024-01-31", 1, "2024-02-29"],
  ["2024-03-31", -1, "2024-02-29"],
  ["2023-12-15", 1, "2024-01-15"],
  ["2024-01-15", -13, "2022-12-15"],
])("%s and %i months is %s", (from, months, to) => {
  expect(formatDate(addMonths(date(from), months))).toBe(to);
});

describe("parseDate", () => {
  test.each([
    "2024-02-30",
    "2024-13-01",
    "2024-3-1",
    "24-03-01",
    "2024-03-25Z",
    "",
    "2024-00-10",
    "2024-03-00",
    "2024-04-31",
    "12024-03-25",
    "on 2024-03-25",
  ])("no day: %s", (iso) => {
    expect(parseDate(iso)).toBeNull();
  });
  test("an ISO date-time is cut to its day", () => {
    expect(parseDate("2024-03-25T23:59:59+09:00")).toEqual({ year: 2024, month: 3, day: 25 });
  });
  test.each([
    [2023, 2, 29, false],
    [2024, 2, 29, true],
    [2024, 0, 1, false],
    [2024, 1, 0, false],
    [2024, 1, 31, true],
    [2024, 1, 32, false],
    [2024, 12, 31, true],
    [2024, 13, 1, false],
    [2024, 13, 0, false],
    [2024, -1, -1, false],
  ])("a valid date only: %i, %i, %i", (year, month, day, valid) =>
    expect(isValidDate({ year, month, day })).toBe(valid),
  );
  test("a year before 1000 has four digits", () =>
    expect(formatDate({ year: 33, month: 4, day: 3 })).toBe("0033-04-03"));
});

test("day numbers and dates are each other's inverse, and days follow one another", () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
      const civil = fromDayNumber(day);
      expect(isValidDate(civil)).toBe(true);
      expect(toDayNumber(civil)).toBe(day);
      expect(toDayNumber(addDays(civil, 1))).toBe(day + 1);
      expect(weekday(addDays(civil, 1))).toBe((weekday(civil) % 7) + 1);
    }),
  );
});
