/**
 * Reads one time expression alone: 오는 27일부터 4월 3일까지, '24.3.25.(월), 음력 8월 15일, 다음 주 수요일 오후 2시.
 *
 * Shapes  in: the expression, and the civil date (or ISO date-time) that relative words are read against. out: one timex, or null where there is none.
 * Units   spans are UTF-16 code units of the expression as given, half-open.
 * Errors  none: an expression that cannot be read, or that names no day (2월 30일), gives null. Without a reference what the words leave open stays X.
 */
import { readSource } from "../core/source.js";
import type { Article, Timex } from "../core/types.js";
import { findTimexes } from "./find-timexes.js";

export interface ParseTimeOptions {
  /** Publication date, `2024-03-25`; nothing is read off the clock. */
  readonly reference?: string;
}

export function parseTime(expression: string, { reference }: ParseTimeOptions = {}): Timex | null {
  const ignore = () => {};
  const source = readSource(expression, ignore);
  const article: Pick<Article, "publishedAt"> =
    reference === undefined ? {} : { publishedAt: { value: reference, source: "given" } };
  const whole = { start: 0, end: source.text.length, part: "body" } as const;
  const timexes = findTimexes(source.text, article, [whole], [], ignore);
  const first = timexes[0];
  if (!first) return null;
  // A day and the clock time on it are two timexes in a text and one expression here.
  const last = timexes[timexes.length - 1] as Timex;
  const timed = first.type === "DATE" && last.type === "TIME" && last.start - first.end <= 1;
  const timex = timed
    ? {
        ...last,
        start: first.start,
        explicit: [...first.explicit, ...last.explicit],
        implied: first.implied,
        anchor: first.anchor,
      }
    : longest(timexes);
  const span = source.toOriginal(timex);
  return { ...timex, ...span, id: "t1", text: expression.slice(span.start, span.end) };
}

function longest(timexes: readonly Timex[]): Timex {
  return timexes.reduce((best, next) => (next.end - next.start > best.end - best.start ? next : best));
}
