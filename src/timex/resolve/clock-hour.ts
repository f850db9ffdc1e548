/** What hour of 0–24 a clock time means: 오후 2시 is 14, 낮 12시 12, 밤 12시 24, 새벽 12시 0. */
import type { Clock } from "../expression.js";

export function hourOf({ hour, daypart }: Clock): number {
  switch (daypart) {
    case "morning":
    case "dawn":
      return hour === 12 ? 0 : hour;
    case "afternoon":
      return hour < 12 ? hour + 12 : hour;
    case "day":
      return hour <= 6 ? hour + 12 : hour;
    case "evening":
      return hour < 12 ? hour + 12 : hour;
    case "night":
      return hour >= 6 && hour <= 12 ? hour + 12 : hour;
    default:
      return hour;
  }
}

/**
 * The later end of a clock range. Where it says no daypart it has that of the first, or the next that makes it later: 오후 6시부터 10시까지,
 * 오전 9시부터 6시까지, 저녁 8시부터 12시까지; else it is of the next day: 밤 10시부터 2시까지.
 */
export function endOfClock(from: Clock, to: Clock): Clock {
  if (to.daypart || !from.daypart) return to;
  const dayparts = [from.daypart, "afternoon", "night"] as const;
  return dayparts.map((daypart) => ({ ...to, daypart })).find((end) => hourOf(end) >= hourOf(from)) ?? to;
}
