/**
 * Days off by law (공휴일): the name in `holidays`, and the first year that it is one as it is now. A day that is lost is made up for by the next
 * working day (대체공휴일): the first year of that, and the weekdays that lose one, beside a working day that one of the rows above has too.
 * Elections are left out.
 *
 * Source  관공서의 공휴일에 관한 규정; 공휴일에 관한 법률 (2021).
 */
export const DAYS_OFF: readonly (readonly [name: string, since: number, madeUpSince: number, lostOn: readonly number[]])[] = [
  ["신정", 1999, Number.POSITIVE_INFINITY, []],
  ["현충일", 1956, Number.POSITIVE_INFINITY, []],
  ["노동절", 2026, 2026, [6, 7]],
  ["제헌절", 2026, 2026, [6, 7]],
  ["부처님오신날", 1975, 2023, [6, 7]],
  ["성탄절", 1949, 2023, [6, 7]],
  ["삼일절", 1949, 2022, [6, 7]],
  ["광복절", 1949, 2021, [6, 7]],
  ["개천절", 1949, 2021, [6, 7]],
  ["한글날", 2013, 2021, [6, 7]],
  ["어린이날", 1975, 2014, [6, 7]],
  ["설", 1989, 2014, [7]],
  ["추석", 1989, 2014, [7]],
];

/** Days off that the government added for one year (임시공휴일), beside a holiday. Source: official gazette. */
export const ADDED_DAYS_OFF: readonly string[] = [
  "2015-08-14",
  "2016-05-06",
  "2017-10-02",
  "2020-08-17",
  "2023-10-02",
  "2025-01-27",
];
