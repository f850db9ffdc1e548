/** Refiner: how often: 매일, 매주 화요일, 매월 첫째 주 토요일, 매년 8월 11일, 5년마다, 월요일마다, 매 3년, 월·수요일, 주 2회. */
import { isHangul } from "../characters.js";
import type { Candidate } from "../expression.js";
import type { Piece } from "../piece.js";
import { follows } from "./adjacent.js";
import { composeDuration } from "./compose-duration.js";
import { type Composed, composePoint } from "./compose-point.js";

/** 월요일 휴관, 금요일은 쉰다: a weekday that is meant every week. */
const EVERY_WEEK = /^(?:은|에|에는|,)? ?(?:정기)?(?:휴관|휴무|휴업|쉰|쉽|쉬는|휴점|을 제외|제외)/;
/** 월요일과 1월 1일은 쉰다, 월요일과 설·추석 당일에는 문을 닫는다 */
const AND_CLOSED = /^(?:과|와| 및|,|·) ?[^.]{1,24}?(?:은|는|에는?) (?:쉰다|쉽니다|휴관|휴무|문을 닫)/;
/** 관람 시간은 오전 10시부터이고 금요일은 오후 9시까지다: the hours of an open house. */
const HOURS_BEFORE = /(?:관람|운영|개관|영업|이용|개방|진료|상담|접수) ?(?:시간)?[은는] .{0,60}$/;
const HOURS = /^[은는에] ?.{0,12}?\d시/;

/** 격주 1회, 2주 1회 */
const OFTEN = /^ \d{1,2}회/;

/** 일주일에 한 번, 3년에 1회, 사흘에 한 명꼴, 하루 두 차례: only the length is the expression. */
const TIMES = /^(?<per>에)? ?(?:\d{1,3}|한두|두세|서너|한|두|세|네|다섯|여섯|열) ?(?:번|차례|회|[가-힣]{1,2}꼴)/;

/** Whether the weekday is meant every week. */
function isEveryWeek(text: string, { start, end }: Piece): boolean {
  const after = text.slice(end, end + 36);
  if (EVERY_WEEK.test(after) || AND_CLOSED.test(after)) return true;
  return HOURS.test(after) && HOURS_BEFORE.test(text.slice(Math.max(0, start - 72), start));
}

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
    if (next.kind === "weekday" || next.kind === "season") return set(head.start, next.end, head.length, first + 2);
    if (next.kind === "week-of") {
      const day = pieces[first + 2];
      const whole = (day?.kind === "weekday" || day?.kind === "weekend") && follows(text, next, day);
      return set(head.start, whole ? day.end : next.end, head.length, whole ? first + 3 : first + 2);
    }
    const point = composePoint(text, pieces, first + 1);
    const inside = point?.candidate.expression;
    if (
      point &&
      inside?.kind === "point" &&
      inside.year === undefined &&
      inside.week === undefined &&
      !(inside.month && "by" in inside.month) &&
      !inside.lead &&
      !inside.samePeriod
    )
      return set(head.start, point.candidate.end, head.length, point.next);
    return set(head.start, head.end, head.length, first + 1);
  }
  if (head.kind === "weekday" && !head.bracket) {
    const every = pieces[first + 1];
    if (every?.kind === "every" && every.start === head.end) return set(head.start, every.end, "P1W", first + 2);
    const repeated = head.days.length > 1 || isEveryWeek(text, head);
    return repeated ? set(head.start, head.end, "P1W", first + 1) : null;
  }
  if (head.kind === "count") {
    const count = composeDuration(text, pieces, first);
    if (count?.candidate.expression.kind !== "duration") return null;
    const { length } = count.candidate.expression;
    const { end } = count.candidate;
    const after = text.slice(end, end + 12);
    const often = OFTEN.exec(after);
    if (often && (head.unit === "weeks" || head.unit === "months" || head.unit === "year") && !head.native)
      return set(head.start, end + often[0].length, length, count.next);
    const times = TIMES.exec(after);
    // 25일에 두 차례: a day of the month; 3일에 한 번꼴 is none.
    const ofMonth = head.unit === "day" && !head.native && !/[씩꼴]/.test(after);
    if (times && !ofMonth && (times.groups?.["per"] || text.slice(head.start, end) === "하루"))
      return set(head.start, end, length, count.next);
    const every = pieces[count.next];
    if (every?.kind === "every" && every.start - end <= 1 && !isHangul(text.charCodeAt(every.end)))
      return set(head.start, every.end, length, count.next + 1);
  }
  return null;
}
