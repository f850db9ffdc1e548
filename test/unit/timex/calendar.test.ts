import { expect, test } from "vitest";
import { formatDate } from "../../../src/core/civil-date.js";
import { holidayBreak, holidayDate } from "../../../src/timex/calendar/holiday-date.js";
import { HOLIDAYS } from "../../../src/timex/calendar/holidays.table.js";
import { lunarToSolar } from "../../../src/timex/calendar/lunar.js";
import { LUNAR_YEARS } from "../../../src/timex/calendar/lunar-years.table.js";
import { solarTermDate } from "../../../src/timex/calendar/solar-term.js";

const holiday = (name: string) => HOLIDAYS.find((row) => row[0] === name) ?? HOLIDAYS[0]!;
const day = (name: string, year: number) => {
  const date = holidayDate(holiday(name), year);
  return date && formatDate(date);
};

test.each([
  [2015, "2015-02-19", "2015-09-27"],
  [2016, "2016-02-08", "2016-09-15"],
  [2017, "2017-01-28", "2017-10-04"],
  [2018, "2018-02-16", "2018-09-24"],
  [2019, "2019-02-05", "2019-09-13"],
  [2020, "2020-01-25", "2020-10-01"],
  [2021, "2021-02-12", "2021-09-21"],
  [2022, "2022-02-01", "2022-09-10"],
  [2023, "2023-01-22", "2023-09-29"],
  [2024, "2024-02-10", "2024-09-17"],
  [2025, "2025-01-29", "2025-10-06"],
  [2026, "2026-02-17", "2026-09-25"],
  [2027, "2027-02-07", "2027-09-15"],
  [2028, "2028-01-27", "2028-10-03"],
  [2029, "2029-02-13", "2029-09-22"],
  [2030, "2030-02-03", "2030-09-12"],
])("%i년 설 %s, 추석 %s", (year, newYear, harvest) => {
  expect(day("설", year)).toBe(newYear);
  expect(day("추석", year)).toBe(harvest);
});

test.each([
  [1988, "1988-02-18"],
  [1997, "1997-02-08"],
])("설 of %i is the Korean one, a day after the Chinese", (year, newYear) => {
  expect(day("설", year)).toBe(newYear);
});

test("the table is 151 years without a gap, each month 29 or 30 days, each year joining the next", () => {
  expect(LUNAR_YEARS).toHaveLength(151);
  LUNAR_YEARS.forEach(([year, newYear, leapMonth, months], index) => {
    expect(year).toBe(1900 + index);
    if (year === 2050) return;
    expect(months).toMatch(leapMonth > 0 ? /^[01]{13}$/ : /^[01]{12}$/);
    const days = [...months].reduce((sum, month) => sum + (month === "1" ? 30 : 29), 0);
    const next = LUNAR_YEARS[index + 1]?.[1] ?? "";
    expect((Date.parse(next) - Date.parse(newYear)) / 86_400_000).toBe(days);
  });
});

test("윤달", () => {
  expect(lunarToSolar(2023, 2, 1, true)).toEqual({ year: 2023, month: 3, day: 22 });
  expect(lunarToSolar(2023, 3, 1, true)).toBeNull();
  expect(lunarToSolar(1899, 1, 1)).toBeNull();
  expect(lunarToSolar(2051, 1, 1)).toBeNull();
  expect(lunarToSolar(2024, 1, 31)).toBeNull();
});

test.each([
  [2024, 315, "2024-02-04"],
  [2024, 0, "2024-03-20"],
  [2024, 90, "2024-06-21"],
  [2023, 90, "2023-06-21"],
  [2024, 180, "2024-09-22"],
  [2024, 270, "2024-12-21"],
  [2023, 270, "2023-12-22"],
  [2025, 315, "2025-02-03"],
  [2021, 315, "2021-02-03"],
  [2020, 135, "2020-08-07"],
])("절기 %i %i°", (year, longitude, iso) => {
  expect(formatDate(solarTermDate(year, longitude))).toBe(iso);
});

test.each([
  ["초복", 2023, "2023-07-11"],
  ["초복", 2024, "2024-07-15"],
  ["말복", 2024, "2024-08-14"],
  ["성년의 날", 2023, "2023-05-15"],
  ["블랙프라이데이", 2025, "2025-11-28"],
  ["부활절", 2024, "2024-03-31"],
  ["부처님오신날", 2025, "2025-05-05"],
  ["한식", 2024, "2024-04-05"],
])("%s %i", (name, year, iso) => {
  expect(day(name, year)).toBe(iso);
});

test.each([
  ["설", 2021, "2021-02-11", "2021-02-14"],
  ["추석", 2022, "2022-09-09", "2022-09-12"],
  ["추석", 2020, "2020-09-30", "2020-10-04"],
  ["설", 2022, "2022-01-29", "2022-02-02"],
  ["추석", 2024, "2024-09-14", "2024-09-18"],
  ["추석", 2023, "2023-09-28", "2023-10-03"],
  ["설", 2025, "2025-01-25", "2025-01-30"],
])("%s 연휴 %i", (name, year, from, to) => {
  const days = holidayBreak(holiday(name), year);
  expect(days && [formatDate(days.from), formatDate(days.to)]).toEqual([from, to]);
});
