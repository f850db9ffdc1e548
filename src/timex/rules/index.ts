import { bareYear } from "./bare-year.js";
import { clock } from "./clock.js";
import { countedUnit } from "./counted-unit.js";
import { countedWord, nights } from "./counted-word.js";
import { dottedDate } from "./dotted-date.js";
import { eraYear } from "./era-year.js";
import { frequency } from "./frequency.js";
import { namedDay } from "./named-day.js";
import type { Rule } from "./rule.js";
import { bracketWeekday, dayWithWeekday, dottedWeekday, weekdayList } from "./weekday.js";
import { word } from "./word.js";

/** Every rule, in the order in which they are asked at one position. The first that answers has it. */
export const TIMEX_RULES: readonly Rule[] = [
  // 3·1절 and 8·15 광복절 begin with figures that would be a list of days.
  namedDay,
  // 2박 3일 is three days, not the third.
  nights,
  // 2024. 3. 27., 7.21일: before the counted units, which would begin at 21일.
  dottedDate,
  // 1880~1964 without 년: before the counted units, which would take 1880~1964년's list for their own all the same.
  bareYear,
  clock,
  dayWithWeekday,
  countedUnit,
  // 월 1회 before 월.
  frequency,
  // 월·수요일 before 월요일.
  weekdayList,
  dottedWeekday,
  bracketWeekday,
  // 세종 25년 before any word that begins with the same syllable.
  eraYear,
  // 한 해, 사흘, 석 달: before 한밤 and the rest of the word table.
  countedWord,
  word,
];
