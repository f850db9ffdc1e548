/** Days so many away from another: 오늘, 내일, 이날, 전날, 이튿날. */
import { addDays, toDayNumber } from "../../core/civil-date.js";
import type { Origin } from "../piece.js";
import type { Context, Earlier, Resolved } from "./context.js";
import { OPEN_DAY } from "./iso-text.js";
import type { Reading } from "./reading.js";

export function movedDay(reading: Reading, { by, from }: { readonly by: number; readonly from: Origin }): Resolved {
  const { context, reference } = reading;
  const earlier = from === "document" ? statedToday(context, by) : antecedent(context, from);
  const base = earlier?.resolved.to ?? reference;
  if (!base) return reading.open("day", OPEN_DAY);
  if (earlier) reading.byEarlier(earlier, "year", "month", "day");
  else reading.byDocument("year", "month", "day");
  return reading.day(addDays(base, by));
}

/** 오늘 in a text that is dated a day off: the day that it tells of, where it never speaks of the day of publication. */
function statedToday({ near, reference }: Context, by: number): Earlier | null {
  if (!reference || by < 0 || by > 1) return null;
  const [only, another] = near;
  if (!only || another) return null;
  const [day, { earlier }] = only;
  return Math.abs(day - toDayNumber(reference)) === 1 ? earlier : null;
}

/** The day that 이날, 전날 and 이튿날 look back at, or null where that is the publication date. */
function antecedent({ day, near, reference, sentence }: Context, from: Origin): Earlier | null {
  if (from === "focus" || !reference || near.size === 0) return day;
  const published = toDayNumber(reference);
  if (from === "story") {
    const today = near.get(published)?.earlier;
    const justSaid = day && today && day.end === today.end && day.sentence >= sentence - 1;
    if (justSaid) return today;
    return [...near.values()].reduce((best, next) => (next.count > best.count ? next : best)).earlier;
  }
  const past = [...near].filter(([number]) => number <= published).map(([, { earlier }]) => earlier);
  return past.reduce<Earlier | null>((last, next) => (last && last.end > next.end ? last : next), null);
}
