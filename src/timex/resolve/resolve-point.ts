/**
 * Refiner: gives a point of the calendar its value. The map of the folder: each kind of point has a file of its own.
 *
 * Values  ISO 8601 / TIMEX3: 2024-03-27, 2024-03, 2024-W13, 2024-Q1, 2024-H1, 2024-SP, 1990/1999. What no date fixes is X: XXXX-03-27.
 * Errors  a day its month lacks is reported as "timex/no-such-day"; the point then has no value.
 */
import type { Point } from "../expression.js";
import type { Context, Resolved } from "./context.js";
import { bareDay } from "./bare-day.js";
import { holiday } from "./holiday.js";
import { monthOrDay } from "./month-or-day.js";
import { dayOfPeriod, dayOfRange, samePeriod } from "./of-period.js";
import { quarterOrHalf, season } from "./part-of-year.js";
import { type Inherited, Reading } from "./reading.js";
import { movedDay } from "./relative-day.js";
import { bareWeekday, movedWeek, weekend, weekOfYear } from "./week.js";
import { decades, wholeYear } from "./year.js";

/** Resolves a point, or returns null where it names no day or cannot be read. */
export function resolvePoint(point: Point, context: Context, inherited?: Inherited): Resolved | null {
  const reading = new Reading(point, context, inherited);
  if (point.samePeriod) return samePeriod(reading);
  if (point.dayOf !== undefined) {
    const { dayOf, ...period } = point;
    const periodSaid = period.month || period.year || period.holiday;
    return periodSaid
      ? dayOfPeriod(reading, dayOf, resolvePoint(period, context, inherited))
      : dayOfRange(reading, dayOf);
  }
  if (point.years) return decades(reading, point.years);
  if (point.holiday) return holiday(reading, point.holiday);
  if (point.day && "by" in point.day) return movedDay(reading, point.day);
  if (point.week) return movedWeek(reading, point.week) ?? (point.day ? bareDay(reading, point.day.at) : null);
  if (point.weekOfYear !== undefined) return weekOfYear(reading, point.weekOfYear);
  if (point.weekend) return weekend(reading);
  if (point.month) return monthOrDay(reading, point.month);
  if (point.day) return bareDay(reading, point.day.at);
  if (point.weekday !== undefined) return bareWeekday(reading, point.weekday);
  const year = reading.year() ?? reading.takenYear();
  if (point.quarter) return quarterOrHalf(reading, "quarter", point.quarter, year);
  if (point.half) return quarterOrHalf(reading, "half", point.half, year);
  if (point.term !== undefined) return quarterOrHalf(reading, "half", { at: point.term }, year);
  if (point.season) return season(reading, point.season, year);
  return wholeYear(reading, year);
}
