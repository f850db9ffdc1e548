/**
 * The Korean lunar calendar (음력), 1900–2050.
 *
 * Source  Korea Astronomy and Space Science Institute, as `dictionaries/timex/lunar-years.tsv` says. It is not the Chinese
 *         calendar: the new moon is timed at 135° E, so that 설 of 1988, 1997, 2027 and 2028 is a day apart.
 */
import { addDays, type CivilDate, parseDate, toDayNumber } from "../../core/civil-date.js";
import { LUNAR_YEARS } from "./lunar-years.table.js";

const FIRST_YEAR = LUNAR_YEARS[0]?.[0] ?? 0;
const LAST_DAY = toDayNumber({ year: 2050, month: 12, day: 31 });

/** The civil date of a lunar one, or null where the table ends or the month has no such day. */
export function lunarToSolar(year: number, month: number, day: number, leap = false): CivilDate | null {
  const row = LUNAR_YEARS[year - FIRST_YEAR];
  const newYear = row && parseDate(row[1]);
  if (!row || !newYear || month < 1 || month > 12 || day < 1) return null;
  const [, , leapMonth, lengths] = row;
  if (leap && month !== leapMonth) return null;
  const index = month - 1 + (leap || (leapMonth > 0 && month > leapMonth) ? 1 : 0);
  if (day > (lengths[index] === "0" ? 29 : 30)) return null;
  let days = day - 1;
  for (let i = 0; i < index; i++) days += lengths[i] === "1" ? 30 : 29;
  return toDayNumber(newYear) + days <= LAST_DAY ? addDays(newYear, days) : null;
}
