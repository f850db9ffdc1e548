/** What the text has said so far, and what it is read against. One per text; nothing outlives a call. */
import type { CivilDate } from "../../core/civil-date.js";
import type { Report, Timex, TimexPart } from "../../core/types.js";
import type { Tense } from "../tense.js";

/** What a point came to. `from` and `to` are null where the text does not fix them. */
export interface Resolved {
  readonly value: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly level: "years" | "year" | "half" | "quarter" | "season" | "month" | "week" | "day" | "days";
  readonly explicit: readonly TimexPart[];
  readonly implied: readonly TimexPart[];
  readonly anchor: string;
  readonly mod?: "START" | "MID" | "END" | "APPROX";
}

/** An expression that was resolved before, and where it ends. */
export interface Earlier {
  readonly id: string;
  readonly end: number;
  readonly sentence: number;
  readonly resolved: Resolved;
  readonly yearStated: boolean;
}

export interface Context {
  readonly text: string;
  readonly reference: CivilDate | null;
  readonly report: Report;
  /** The last day, year-bearing point, period and range. */
  day: Earlier | null;
  point: Earlier | null;
  period: Earlier | null;
  range: Earlier | null;
  /** The day of a line that says nothing else: ◆20일(토). What is listed beneath it lies on that day. */
  heading: Earlier | null;
  /** The last days that the text spoke of, a few. */
  readonly lastDays: Earlier[];
  /** Days within three of publication: how often the text spoke of each, by day number. */
  readonly near: Map<number, { count: number; readonly earlier: Earlier }>;
  /** 어제, 내일 and the like were said: the text is told from the day of publication. */
  fromToday: boolean;
  /** 이하 현지시간 was said: every clock time from there on is local. */
  localFromHere: boolean;
  /** The expression at hand. */
  start: number;
  end: number;
  sentence: number;
  sentenceStart: number;
  sentenceEnd: number;
  tense: () => Tense;
}

/** A timex without where it stands and which rule found it. */
export type TimexBody = Omit<Timex, "id" | "start" | "end" | "text" | "rule">;
