/**
 * Expressions: what the words say, before a calendar is asked. A refiner resolves them against the publication date and the text before.
 */
import type { Span, TimexMod } from "../core/types.js";
import type { Holiday } from "./calendar/holiday-date.js";
import type { Daypart, Origin, Phase, Season } from "./piece.js";

/** A calendar part as said: fixed (3월), or so many away from an origin (지난달). */
export type Slot = { readonly at: number } | { readonly by: number; readonly from: Origin };

/** A stretch of the calendar, by the parts that are said, from the largest down. */
export interface Point {
  readonly kind: "point";
  readonly lead?: "last" | "next" | "this";
  /** First and last year of a decade or a century. */
  readonly years?: readonly [number, number];
  readonly era?: boolean;
  readonly year?: Slot;
  readonly half?: Slot;
  readonly quarter?: Slot;
  readonly term?: number;
  readonly season?: Season;
  readonly month?: Slot;
  readonly lunar?: "month" | "leap";
  readonly week?: Slot;
  /** Week of the month, 1–5; -1 the last. */
  readonly weekOf?: number;
  /** Week of the year, 1–53: 2025년 23주차. */
  readonly weekOfYear?: number;
  readonly day?: Slot;
  readonly weekday?: number;
  /** The weekday stands in brackets: it says again what the date says. */
  readonly bracketed?: boolean;
  readonly weekend?: boolean;
  readonly holiday?: Holiday;
  /** The days off around the holiday (연휴). */
  readonly off?: boolean;
  readonly phase?: Phase;
  /** Day of the last range, from 1; -1 the last. */
  readonly dayOf?: number;
  /** The last period that the text spoke of, so many years away. */
  readonly samePeriod?: boolean;
}

export interface Clock {
  readonly kind: "clock";
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly daypart?: Daypart;
}

export interface Duration {
  readonly kind: "duration";
  /** ISO 8601 period, and that of the upper end of a range. */
  readonly length: string;
  readonly upTo?: string;
  /** Days, where the length is one of whole days. */
  readonly days?: number;
  readonly years?: number;
  readonly months?: number;
  readonly native?: boolean;
}

export interface Repeat {
  readonly kind: "set";
  readonly length: string;
}

export interface Reference {
  readonly kind: "reference";
  readonly value: string;
}

export interface Since {
  readonly kind: "since";
  readonly length: string;
  readonly days?: number;
  readonly months?: number;
}

export interface Range<Bound> {
  readonly kind: "range";
  readonly from: Bound;
  readonly to: Bound;
}

/** 27일부터 사흘간, 8월부터 석 달간 */
export interface Spell {
  readonly kind: "spell";
  readonly from: Point;
  readonly days?: number;
  readonly years?: number;
  readonly months?: number;
}

export type Expression = Point | Clock | Duration | Repeat | Reference | Since | Range<Point> | Range<Clock> | Spell;

/** An expression and where it stands; the rule is that of the piece that its kind hangs on. */
export interface Candidate extends Span {
  readonly rule: string;
  readonly expression: Expression;
  readonly mod?: TimexMod;
}
