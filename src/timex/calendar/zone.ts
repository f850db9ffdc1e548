/**
 * The clock of a place: 뉴욕, 프랑스, 시드니.
 *
 * Shapes  in: a name, a civil date and minutes after midnight there. out: minutes ahead of UTC at that moment, or null where no row reaches.
 * Source  dictionaries/timex/zones.tsv. Rules of daylight saving time as the zones keep them since the year of the row; each change is taken to be at 02:00.
 */
import { addDays, type CivilDate, daysInMonth, toDayNumber, weekday } from "../../core/civil-date.js";
import { isHangul } from "../characters.js";
import { type DaylightRule, ZONES } from "./zones.table.js";

interface Zone {
  readonly offset: number;
  readonly daylight: DaylightRule;
  readonly since: number;
}

const ZONE_OF = new Map<string, Zone>();
for (const [offset, daylight, since, places] of ZONES)
  for (const place of places.split(",")) ZONE_OF.set(place, { offset, daylight, since });

/** Lengths of the names, longest first, by the first syllable. */
const LENGTHS = new Map<string, number[]>();
for (const place of ZONE_OF.keys()) {
  const lengths = LENGTHS.get(place.charAt(0)) ?? [];
  if (!lengths.includes(place.length)) lengths.push(place.length);
  LENGTHS.set(
    place.charAt(0),
    lengths.sort((a, b) => b - a),
  );
}

/** The first such weekday (1 Monday – 7 Sunday) on or after a date. */
const onOrAfter = (date: CivilDate, day: number): CivilDate => addDays(date, (day - weekday(date) + 7) % 7);
const firstSunday = (year: number, month: number, from = 1): CivilDate => onOrAfter({ year, month, day: from }, 7);
const last = (year: number, month: number, day: number): CivilDate =>
  onOrAfter({ year, month, day: daysInMonth(year, month) - 6 }, day);

/** First day of daylight saving time and first day without it. In the south the second comes earlier in the year. */
const DAYLIGHT: Readonly<Record<Exclude<DaylightRule, "none">, (year: number) => readonly [CivilDate, CivilDate]>> = {
  us: (year) => [firstSunday(year, 3, 8), firstSunday(year, 11)],
  eu: (year) => [last(year, 3, 7), last(year, 10, 7)],
  israel: (year) => [addDays(last(year, 3, 7), -2), last(year, 10, 7)],
  egypt: (year) => [last(year, 4, 5), addDays(last(year, 10, 4), 1)],
  chile: (year) => [firstSunday(year, 9, 2), firstSunday(year, 4, 2)],
  australia: (year) => [firstSunday(year, 10), firstSunday(year, 4)],
  zealand: (year) => [last(year, 9, 7), firstSunday(year, 4)],
};

/** Minute of the day at which the clocks change. */
const CHANGE = 120;

export function offsetAt(place: string, date: CivilDate, minute: number): number | null {
  const zone = ZONE_OF.get(place);
  if (!zone || date.year < zone.since) return null;
  if (zone.daylight === "none") return zone.offset;
  const at = (day: CivilDate, time: number): number => toDayNumber(day) * 1440 + time;
  const [on, off] = DAYLIGHT[zone.daylight](date.year).map((day) => at(day, CHANGE)) as [number, number];
  const now = at(date, minute);
  const summer = on < off ? now >= on && now < off : now >= on || now < off;
  return zone.offset + (summer ? 60 : 0);
}

/** The place that a stretch of text names last, or first, at the head of a word; null where it names none. Looks at each character once. */
export function placeIn(text: string, which: "first" | "last"): string | null {
  let found: string | null = null;
  for (let at = 0; at < text.length; at++) {
    if (isHangul(text.charCodeAt(at - 1))) continue;
    const length = LENGTHS.get(text.charAt(at))?.find((n) => ZONE_OF.has(text.slice(at, at + n)));
    if (length === undefined) continue;
    found = text.slice(at, at + length);
    if (which === "first") return found;
    at += length - 1;
  }
  return found;
}
