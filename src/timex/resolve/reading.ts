/** The state of one reading: a point, what it is read against, and what was filled in on the way. One per point; nothing outlives it. */
import { type CivilDate, daysInMonth, toDayNumber } from "../../core/civil-date.js";
import type { TimexPart } from "../../core/types.js";
import type { Point, Slot } from "../expression.js";
import type { Context, Earlier, Resolved } from "./context.js";
import { dayText } from "./iso-text.js";

/** What a point takes over from the one before it in a list or a range. */
export interface Inherited {
  readonly year?: number;
  readonly month?: number;
  readonly id: string;
  /** The earlier bound: what is resolved may not lie before it. */
  readonly after?: CivilDate;
}

/** What may stand between two expressions that are joined (지난해 2월과 11월), and how many characters. */
const JOINED = /^(?:에|의|까지|부터)?\s?(?:과|와|및|,|·|→|\/|∼|~|이나|또는|부터)\s?$/;
const JOINT = 8;
/** Sentences after which a year in passing is no longer what is compared with. */
const FORGOTTEN = 3;

/** Days from `b` to `a`. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => toDayNumber(a) - toDayNumber(b);
export const lastDay = (year: number, month: number): CivilDate => ({ year, month, day: daysInMonth(year, month) });
export const fixed = (slot: Slot | undefined): number | undefined => (slot && "at" in slot ? slot.at : undefined);

export class Reading {
  private anchor = "none";
  private readonly implied: TimexPart[] = [];

  constructor(
    readonly point: Point,
    readonly context: Context,
    readonly inherited: Inherited | undefined,
  ) {}

  get reference(): CivilDate | null {
    return this.context.reference;
  }

  day(date: CivilDate): Resolved {
    return this.stretch("day", dayText(date), date, date);
  }

  days(from: CivilDate, to: CivilDate): Resolved {
    return this.stretch("days", `${dayText(from)}/${dayText(to)}`, from, to);
  }

  /** From the first day to the last; before the year 1 the days stay open. */
  stretch(level: Resolved["level"], value: string, from: CivilDate, to: CivilDate, mod?: Resolved["mod"]): Resolved {
    return from.year >= 1 ? this.resolved(level, value, from, to, mod) : this.open(level, value, mod);
  }

  /** Nothing fixes the days. */
  open(level: Resolved["level"], value: string, mod?: Resolved["mod"]): Resolved {
    return this.resolved(level, value, null, null, mod);
  }

  private resolved(
    level: Resolved["level"],
    value: string,
    from: CivilDate | null,
    to: CivilDate | null,
    mod: Resolved["mod"],
  ): Resolved {
    const { implied, anchor } = this;
    return { level, value, from, to, explicit: saidParts(this.point), implied, anchor, ...(mod && { mod }) };
  }

  /** `parts` are filled in from the publication date. */
  byDocument(...parts: readonly TimexPart[]): void {
    this.anchor = "document";
    this.imply(parts);
  }

  /** `parts` are filled in from an expression before. */
  byEarlier({ id }: { readonly id: string }, ...parts: readonly TimexPart[]): void {
    this.anchor = id;
    this.imply(parts);
  }

  /** As `whole` was anchored and filled in. */
  asIn(whole: Resolved): void {
    this.anchor = whole.anchor;
    this.imply(whole.implied);
  }

  private imply(parts: readonly TimexPart[]): void {
    for (const part of parts) if (!this.implied.includes(part)) this.implied.push(part);
  }

  /** The expression just before, where a particle or a comma joins this one to it: 지난해 2월과 11월. */
  joined(): Earlier | null {
    const { point, text, start, sentence } = this.context;
    if (!point || point.sentence !== sentence || start - point.end > JOINT) return null;
    return JOINED.test(text.slice(point.end, start)) ? point : null;
  }

  /** The year taken over from the other bound of the range, or from the expression just before. */
  takenYear(): number | null {
    if (this.inherited?.year === undefined) return this.joinedYear();
    this.byEarlier(this.inherited, "year");
    return this.inherited.year;
  }

  /** The year that the expression just before says, for this one too. */
  joinedYear(): number | null {
    const joined = this.joined();
    if (!joined?.yearStated || !joined.resolved.from || this.point.lead) return null;
    this.byEarlier(joined, "year");
    return joined.resolved.from.year;
  }

  /** 전년 동기 some sentences after a year long past is said of the text's own year again. */
  isStale({ sentence, resolved: { from } }: Earlier): boolean {
    const { reference, context } = this;
    if (!reference || !from || context.sentence - sentence < FORGOTTEN) return false;
    return from.year < reference.year - 1 || from.year > reference.year;
  }

  /** The year that a year slot means. */
  year(): number | null {
    const { year } = this.point;
    if (!year) return null;
    if ("at" in year) return year.at;
    if (year.from === "focus") {
      const { point } = this.context;
      const base = point?.resolved.from;
      if (base && !(year.by < 0 && this.isStale(point))) {
        this.byEarlier(point, "year");
        return base.year + year.by;
      }
    }
    if (!this.reference) return null;
    this.byDocument("year");
    // 새해 in January is the year that has begun.
    const begun = year.from === "turn" && this.reference.month <= 2 ? 1 : 0;
    return this.reference.year + year.by - begun;
  }
}

function saidParts(point: Point): TimexPart[] {
  const parts: TimexPart[] = [];
  if (point.era) parts.push("era");
  if (point.years) parts.push(point.years[1] - point.years[0] < 99 ? "decade" : "century");
  if (point.year) parts.push("year");
  if (point.half || point.term !== undefined) parts.push("half");
  if (point.quarter) parts.push("quarter");
  if (point.season) parts.push("season");
  if (point.month) parts.push("month");
  if (point.week || point.weekOf !== undefined || point.weekOfYear !== undefined) parts.push("week");
  if (point.day || point.holiday || point.dayOf !== undefined || point.weekend) parts.push("day");
  if (point.weekday !== undefined) parts.push("weekday");
  return parts;
}
