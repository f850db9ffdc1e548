/** Refiner: how often: 매일, 매주 화요일, 매월 첫째 주 토요일, 매년 8월 11일, 5년마다, 월요일마다, 매 3년, 월·수요일, 주 2회. */
import { isHangul } from "../characters.js";
import type { Candidate } from "../expression.js";
import type { Piece } from "../piece.js";
import { follows } from "./adjacent.js";
import { composeDuration } from "./compose-duration.js";
import { type Composed, composePoint } from "./compose-point.js";

/** 월요일 휴관, 금요일은 쉰다: a weekday that is meant every week. */
const EVERY_WEEK = /^(?:은|는|에|에는|과|,)? ?(?:정기)?(?:휴관|휴무|휴업|쉰|쉬|휴점|을 제외|제외)/;

/** 격주 1회, 2주 1회 */
const OFTEN = /^ \d{1,2}회/;

export function composeSet(text: string, pieces: readonly Piece[], first: number): Composed | null {
  const head = pieces[first];
  if (!head) return null;
  const set = (start: number, end: number, length: string, next: number): Composed => {
    const candidate: Candidate = { start, end, rule: "set", expression: { kind: "set", length } };
    return { candidate, next };
  };
  if (head.kind === "set") {
    const next = pieces[first + 1];
    if (head.open) {
      const count = next && follows(text, head, next) ? composeDuration(text, pieces, first + 1) : null;
      return count?.candidate.expression.kind === "duration"
        ? set(head.start, count.candidate.end, count.candidate.expression.length, count.next)
        : null;
    }
    const often = OFTEN.exec(text.slice(head.end, head.end + 6));
    if (often && /^(?:격|분기|반기)/.test(text.slice(head.start, head.end)))
      return set(head.start, head.end + often[0].length, head.length, first + 1);
    if (!next || !follows(text, head, next) || head.length === "P1D")
      return set(head.start, head.end, head.length, first + 1);
    if (next.kind === "weekday") return set(head.start, next.end, head.length, first + 2);
    if (next.kind === "week-of") {
      const weekday = pieces[first + 2];
      const end = weekday?.kind === "weekday" && follows(text, next, weekday) ? weekday : null;
      return set(head.start, end ? end.end : weekEnd(text, next), head.length, end ? first + 3 : first + 2);
    }
    const point = composePoint(text, pieces, first + 1);
    const inside = point?.candidate.expression;
    if (
      point &&
      inside?.kind === "point" &&
      inside.year === undefined &&
      inside.week === undefined &&
      !inside.lead &&
      !inside.samePeriod
    )
      return set(head.start, point.candidate.end, head.length, point.next);
    return set(head.start, head.end, head.length, first + 1);
  }
  if (head.kind === "weekday" && !head.bracket) {
    const every = pieces[first + 1];
    if (every?.kind === "every" && every.start === head.end) return set(head.start, every.end, "P1W", first + 2);
    const repeated = head.days.length > 1 || EVERY_WEEK.test(text.slice(head.end, head.end + 8));
    return repeated ? set(head.start, head.end, "P1W", first + 1) : null;
  }
  if (head.kind === "count" || head.kind === "nights") {
    const count = composeDuration(text, pieces, first);
    const often = count && OFTEN.exec(text.slice(count.candidate.end, count.candidate.end + 6));
    if (
      count &&
      often &&
      count.candidate.expression.kind === "duration" &&
      head.kind === "count" &&
      (head.unit === "weeks" || head.unit === "months" || head.unit === "year") &&
      !head.native &&
      head.joint === "one"
    )
      return set(head.start, count.candidate.end + often[0].length, count.candidate.expression.length, count.next);
    const every = count ? pieces[count.next] : undefined;
    if (
      count?.candidate.expression.kind === "duration" &&
      every?.kind === "every" &&
      every.start - count.candidate.end <= 1 &&
      !isHangul(text.charCodeAt(every.end))
    )
      return set(head.start, every.end, count.candidate.expression.length, count.next + 1);
  }
  return null;
}

/** 첫째 주 is one piece already; 첫째 alone is followed by 주. */
function weekEnd(text: string, piece: Piece): number {
  return piece.end + (/^ ?주(?![가-힣])/.exec(text.slice(piece.end, piece.end + 3))?.[0].length ?? 0);
}
