/**
 * The publication date: as given, else from the page's own date lines, checked against what the text says.
 *
 * A date is rejected when evidence of weight 2 or more speaks against it (of each rule, more than speaks for it) and another
 * date has none against it. Then the value is, in this order:
 *   1. a date that the page labels (입력, 등록) and the text does not contradict (source "text");
 *   2. of the days up to 400 before and 60 after the rejected one that nothing contradicts, one that the text's reports support
 *      best ("25일 밝혔다": the 25th), and of those the nearest (source "inferred").
 * A page is crawled after it was published, so of two days equally near the earlier one is taken.
 *
 * Shapes  dated lines, article text, the given date → PublishedAt, or undefined where there is no date.
 * Errors  none. Reports "article/no-date" and "article/date-conflict".
 */
import { formatDate, fromDayNumber, parseDate, toDayNumber } from "../core/civil-date.js";
import type { PublishedAt, Report, Span } from "../core/types.js";
import { type DateEvidence, findDateEvidence, SLACK } from "./date-evidence.js";
import type { PageDate } from "./date-lines.js";

export interface DatedLine extends PageDate, Span {}

const ENOUGH = 2;
const DAYS_BACK = 400;
const DAYS_AHEAD = 60;
/** Evidence is looked for in so many code units of article text: where an article says when things are. */
const LONGEST_ARTICLE = 20_000;

const LABEL_ORDER: readonly PageDate["label"][] = ["first", "edited", "release", "bare"];

export function findPublishedAt(
  text: string,
  article: readonly Span[],
  dated: readonly DatedLine[],
  given: string | undefined,
  report: Report,
): PublishedAt | undefined {
  const own = given === undefined ? null : parseDate(given);
  const page = LABEL_ORDER.flatMap((label) => dated.filter((line) => line.label === label));
  const stated = own ?? page[0]?.date;
  if (stated === undefined) {
    if (text !== "") report({ code: "article/no-date", severity: "info", stage: "article" });
    return undefined;
  }
  const source = own ? "given" : "text";
  const day = toDayNumber(stated);
  const labelled = page
    .filter(({ label }) => label === "first" || label === "edited")
    .map(({ date }) => toDayNumber(date));
  const resolved = resolve(day, labelled, findDateEvidence(stretches(text, article)));
  if (resolved === null) return { value: formatDate(stated), source };
  const line = own ? undefined : page[0];
  report({
    code: "article/date-conflict",
    severity: "warning",
    stage: "article",
    ...(line ? { start: line.start, end: line.end } : {}),
  });
  return {
    value: formatDate(fromDayNumber(resolved.day)),
    source: resolved.labelled ? "text" : "inferred",
    conflict: formatDate(stated),
  };
}

function stretches(text: string, article: readonly Span[]): string[] {
  const found: string[] = [];
  let length = 0;
  for (const { start, end } of article) {
    if (length >= LONGEST_ARTICLE) break;
    found.push(text.slice(start, Math.min(end, start + LONGEST_ARTICLE - length)));
    length += end - start;
  }
  return found;
}

/** Years that ISO 8601 writes with four digits. */
const FIRST_DAY = toDayNumber({ year: 1, month: 1, day: 1 });
const LAST_DAY = toDayNumber({ year: 9999, month: 12, day: 31 });

/** The day to take in place of `day`, or null where `day` stands. */
function resolve(
  day: number,
  labelled: readonly number[],
  evidence: readonly DateEvidence[],
): { day: number; labelled: boolean } | null {
  if (!isRejected(day, evidence)) return null;
  const own = labelled.find((other) => other !== day && weightAgainst(other, evidence, SLACK) === 0);
  if (own !== undefined) return { day: own, labelled: true };
  let best: { day: number; support: number } | null = null;
  for (let distance = 1; distance <= DAYS_BACK; distance++)
    for (const other of distance <= DAYS_AHEAD ? [day - distance, day + distance] : [day - distance]) {
      if (other < FIRST_DAY || other > LAST_DAY || weightAgainst(other, evidence, 0) > 0) continue;
      const support = evidence.reduce((sum, { support: of }) => sum + (of?.(other) ?? 0), 0);
      if (best === null || support > best.support) best = { day: other, support };
    }
  return best && { day: best.day, labelled: false };
}

function weightAgainst(day: number, evidence: readonly DateEvidence[], slack: number): number {
  return evidence.reduce((sum, { weight, holds }) => sum + (weight > 0 && !holds(day, slack) ? weight : 0), 0);
}

/** Whether the rules that speak against a day more than for it (one weekday may be a slip) weigh enough together. */
function isRejected(day: number, evidence: readonly DateEvidence[]): boolean {
  const balance = new Map<DateEvidence["rule"], { against: number; inFavour: number }>();
  for (const { rule, weight, holds } of evidence) {
    const { against, inFavour } = balance.get(rule) ?? { against: 0, inFavour: 0 };
    const held = holds(day, SLACK);
    balance.set(rule, { against: against + (held ? 0 : weight), inFavour: inFavour + (held ? weight : 0) });
  }
  let total = 0;
  for (const { against, inFavour } of balance.values()) if (against > inFavour) total += against;
  return total >= ENOUGH;
}
