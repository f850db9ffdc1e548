/** Refiner: pieces to expressions, left to right, each piece used once. */
import { wordEndsAt } from "../characters.js";
import type { Candidate } from "../expression.js";
import type { Piece } from "../piece.js";
import { follows } from "./adjacent.js";
import { composeClock } from "./compose-clock.js";
import { composeDuration } from "./compose-duration.js";
import { type Composed, composePoint } from "./compose-point.js";
import { composeSet } from "./compose-set.js";

/** All that stands between 오전 8시 and 현재. */
const BRACKETS = /^\([^()]{1,8}\) ?$/;
const LATER = /^ ?[뒤후]/;
const YEARS_AND_MONTHS = /^P(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?$/;

/** Months of a length of years and months; null where it has other parts. */
function monthsOf(period: string): number | null {
  const parts = YEARS_AND_MONTHS.exec(period)?.groups;
  return parts ? 12 * Number(parts["years"] ?? 0) + Number(parts["months"] ?? 0) : null;
}

/** 그로부터 사흘 뒤, 그로부터 1년 9개월 뒤: so long after what was last spoken of. */
function composeSince(text: string, pieces: readonly Piece[], index: number): Composed | null {
  const head = pieces[index];
  if (head?.kind !== "since") return null;
  const length = composeDuration(text, pieces, index + 1);
  if (!length || length.candidate.start - head.end > 1 || length.candidate.expression.kind !== "duration") return null;
  const later = LATER.exec(text.slice(length.candidate.end, length.candidate.end + 2));
  const { days, length: period } = length.candidate.expression;
  const months = days === undefined ? monthsOf(period) : null;
  if (!later || (days === undefined && months === null)) return null;
  const end = length.candidate.end + later[0].length;
  if (!wordEndsAt(text, end)) return null;
  return {
    candidate: {
      start: head.start,
      end,
      rule: "since",
      expression: { kind: "since", length: period, ...(days === undefined ? { months: months ?? 0 } : { days }) },
    },
    next: length.next,
  };
}

/** 낮 12시 현재, 오전 8시(KST) 현재, 25일(현재): the date before it says when. */
function restates(text: string, after: Candidate, now: Piece): boolean {
  const gap = text.slice(after.end, Math.min(now.start, after.end + 12));
  const held = gap === "(" && text.charAt(now.end) === ")";
  return held || BRACKETS.test(gap) || follows(text, after, now);
}

export function compose(text: string, pieces: readonly Piece[]): Candidate[] {
  const candidates: Candidate[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (!piece) break;
    // 매주 화요일 before 화요일; a point before a length, since 27일 is a day unless the words around it say otherwise.
    const composed =
      composeSince(text, pieces, index) ??
      composeSet(text, pieces, index) ??
      composeClock(text, pieces, index) ??
      composePoint(text, pieces, index) ??
      composeDuration(text, pieces, index);
    if (composed) {
      candidates.push(composed.candidate);
      index = composed.next;
      continue;
    }
    const after = candidates[candidates.length - 1];
    if (piece.kind === "reference" && !(after && restates(text, after, piece)))
      candidates.push({
        start: piece.start,
        end: piece.end,
        rule: piece.rule,
        expression: { kind: "reference", value: piece.value },
      });
    index++;
  }
  return candidates;
}
