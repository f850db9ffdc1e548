/**
 * Pieces: the words that time expressions are made of, as the rules propose them. A refiner joins neighbours to expressions.
 *
 * Units  spans are UTF-16 code units of the whole text, half-open.
 */
import type { Span } from "../core/types.js";
import type { Holiday } from "./calendar/holiday-date.js";

/** What a number counts. `month` names one (3월), `months` counts them (3개월), and so do `quarter` and `quarters`, `hour` and `hours`. */
export type Unit =
  | "century"
  | "decade"
  | "year"
  | "half"
  | "quarter"
  | "quarters"
  | "term"
  | "month"
  | "months"
  | "week"
  | "weeks"
  | "day"
  | "hour"
  | "hours"
  | "minute"
  | "second";

/** A part of the calendar that a word moves: 내년 moves the year by one. */
export type CalendarPart = "year" | "half" | "quarter" | "month" | "week" | "day";

/**
 * Where a move starts: the publication date; the day that the text last spoke of; the story's day, which a news text speaks of most and which lies
 * near its publication (이날), or the days on which the market is open before and after it (전 거래일); the last day spoken of that lies just before
 * publication (전날); the turn of the year that publication is nearest to (새해).
 */
export type Origin = "document" | "focus" | "story" | "market" | "eve" | "turn";

export type Season = "SP" | "SU" | "FA" | "WI";
export type Phase = "early" | "middle" | "late" | "latter" | "within" | "first10" | "second10" | "last10";

export type PieceBody =
  /** 27일, 5~7일, 3·4일, 사흘. `quoted`: ’22년. `more`: 10여 년. `native`: 한 달, 사흘. `bare`: no unit is written ('19, 2009). */
  | {
      readonly kind: "count";
      readonly unit: Unit;
      readonly numbers: readonly number[];
      readonly joint: "one" | "range" | "list";
      readonly quoted?: boolean;
      readonly more?: boolean;
      readonly native?: boolean;
      readonly bare?: boolean;
      /** Written with a comma or a numeral word, as no year is (2,000년, 1천년), or with a decimal that makes no date (16.9일). */
      readonly grouped?: boolean;
      /** The number fills a year or a month by the shape of the whole, so that no cue can make it a duration: 2024. 3. 27. */
      readonly dated?: boolean;
    }
  /** 올해, 지난달, 다음 주, 어제, 이날. `range`: 연내. */
  | { readonly kind: "shift"; readonly part: CalendarPart; readonly by: number; readonly from: Origin }
  /** 지난, 오는, 이번: before a month, a day, a weekday, a season, a holiday. */
  | { readonly kind: "lead"; readonly way: "last" | "next" | "this" }
  /** 화요일, and (화) in brackets; `days` are ISO weekdays. */
  | { readonly kind: "weekday"; readonly days: readonly number[]; readonly bracket: boolean }
  /** `by`: 다음 주말. */
  | { readonly kind: "weekend"; readonly by?: number }
  | { readonly kind: "season"; readonly season: Season }
  | { readonly kind: "half"; readonly half: 1 | 2 }
  | { readonly kind: "phase"; readonly phase: Phase; readonly of?: "month" | "week" }
  /** 첫째 주, 둘째 주, 마지막 주 (-1): a week of a month. */
  | { readonly kind: "week-of"; readonly nth: number }
  /** 첫날, 둘째 날, 마지막 날 (-1): a day of the last range. */
  | { readonly kind: "day-of"; readonly nth: number }
  | { readonly kind: "holiday"; readonly holiday: Holiday; readonly off: boolean }
  | { readonly kind: "lunar"; readonly leap: boolean }
  | { readonly kind: "era"; readonly offset: number }
  /** 오전, 새벽, 밤: the hours that they allow a bare "N시" to mean. */
  | { readonly kind: "daypart"; readonly daypart: Daypart }
  | { readonly kind: "moment"; readonly hour: number }
  /** 14:30 */
  | { readonly kind: "clock"; readonly hour: number; readonly minute: number; readonly second?: number }
  /** 같은 기간, 동기, 동월: the last period, in another year. */
  | { readonly kind: "same-period"; readonly by: number }
  /** 매, 매주, 격월: how often; `length` is an ISO period. */
  | { readonly kind: "set"; readonly length: string; readonly open: boolean }
  /** 마다, 에 한 번: what turns a count into a set. */
  | { readonly kind: "every" }
  | { readonly kind: "reference"; readonly value: string }
  /** 약, 최근, 향후, 총: before a duration. */
  | { readonly kind: "about"; readonly word: string }
  /** 2박 3일 */
  | { readonly kind: "nights"; readonly days: number }
  /** 그로부터 사흘 뒤, 나흘 뒤인: a count of days after the focus. */
  | { readonly kind: "since" };

export type Piece = Span & { readonly rule: string } & PieceBody;

/** Which hours a daypart makes of 1–12. */
export type Daypart = "morning" | "afternoon" | "dawn" | "day" | "evening" | "night";
