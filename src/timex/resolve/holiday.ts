/** Named days of a year and the days off around them: 설, 지난 추석, 내년 설 연휴. */
import type { CivilDate } from "../../core/civil-date.js";
import { type Holiday, holidayBreak, holidayDate } from "../calendar/holiday-date.js";
import type { Resolved } from "./context.js";
import { OPEN_DAY, pad, yearText } from "./iso-text.js";
import { daysBetween, type Reading } from "./reading.js";

/** Days after which a holiday is over, so that the clause's future means the next. */
const OVER = 30;

export function holiday(reading: Reading, named: Holiday): Resolved {
  const { off } = reading.point;
  const year = reading.year() ?? unsaidYear(reading, named);
  if (year === null) {
    const [, rule, month, day] = named;
    return reading.open("day", rule === "solar" && !off ? `XXXX-${pad(month)}-${pad(day)}` : OPEN_DAY);
  }
  const days = off ? holidayBreak(named, year) : null;
  if (days) return reading.days(days.from, days.to);
  const date = holidayDate(named, year);
  return date ? reading.day(date) : reading.open("day", `${yearText(year)}-XX-XX`);
}

/** The year of a named day that says none. */
function unsaidYear(reading: Reading, named: Holiday): number | null {
  const { reference, context } = reading;
  if (!reference) return null;
  reading.byDocument("year");
  const historic = historicYear(reading, reference);
  if (historic !== null) return historic;
  const dates = datesAround(reading, named, reference);
  // 음력 9월 9일은 중양절이다: the name of the day just said.
  const said = context.day?.sentence === context.sentence ? context.day.resolved.to : null;
  const asSaid = said && dates.find(({ date }) => daysBetween(date, said) === 0);
  if (asSaid) return asSaid.year;
  const [nearest] = dates;
  if (!nearest) return null;
  const isOver =
    reading.point.lead === undefined && daysBetween(nearest.date, reference) < -OVER && context.tense() === "future";
  return nearest.year + (isOver ? 1 : 0);
}

/** The year long past that the sentence tells of. */
function historicYear({ context, point }: Reading, reference: CivilDate): number | null {
  const earlier = context.point;
  if (point.lead || !earlier?.yearStated || earlier.sentence !== context.sentence) return null;
  const year = earlier.resolved.to?.year;
  return year !== undefined && year < reference.year - 1 ? year : null;
}

/** The holiday in the years around publication, as far as 지난 and 오는 allow it, the nearest first. */
function datesAround({ point }: Reading, named: Holiday, reference: CivilDate): { year: number; date: CivilDate }[] {
  return [reference.year - 1, reference.year, reference.year + 1]
    .flatMap((year) => {
      const date = holidayDate(named, year);
      return date ? [{ year, date, ahead: daysBetween(date, reference) }] : [];
    })
    .filter(({ ahead }) => (point.lead === "last" ? ahead <= 0 : point.lead === "next" ? ahead >= 0 : true))
    .sort((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead));
}
