/**
 * Refiner: joins two expressions to a range: 27일부터 4월 3일까지, 6.21.~7.21., 오전 9시부터 오후 6시까지, 8일부터 사흘간, 10분에서 20분.
 * "29일부터 이날 오전 11시까지" stays apart: the second day belongs to its clock time.
 */
import { COMPARED } from "../characters.js";
import type { Candidate, Clock, Expression, Point, Slot } from "../expression.js";
import { follows } from "./adjacent.js";

const SIGN = /^ ?[~∼～〜] ?$/;
const DASH = /^ ?[–—-] ?$/;
const FROM = /^(?:\((?:이하 )?(?:현지|한국) ?시[간각]\))? ?부터 ?[~∼]? ?$/;
const OUT_OF = /^에서 ?$/;
const UNTIL = /^ ?까지/;
const AND = /^(?:과|와|,) ?$/;
const BETWEEN = /^ ?사이|^간(?![가-힣])/;

const TODAY: Point = { kind: "point", day: { by: 0, from: "document" } };

const onlyYear = ({ kind, ...point }: Point | Clock): boolean => Object.keys(point).join() === "year";

const numberOf = (slot: Slot | undefined): number | null => (slot && "at" in slot ? slot.at : null);

const saysOnly = ({ kind, ...point }: Point, parts: readonly string[]): boolean =>
  Object.keys(point).every((part) => parts.includes(part));

/** 8일부터 하루, not 10월부터 하루도 빠짐없이. */
const saysDay = ({ day, weekday, holiday }: Point): boolean =>
  day !== undefined || weekday !== undefined || holiday !== undefined;

/** Whether the second point is the day or the month after the first and says no more: 8월 24일과 25일, 7월과 8월. */
function isNext(a: Point, b: Point): boolean {
  const day = numberOf(b.day);
  if (day !== null)
    return saysOnly(b, ["day", "weekday", "bracketed"]) && numberOf(a.day) === day - 1 && a.lunar === undefined;
  const month = numberOf(b.month);
  return (
    month !== null &&
    saysOnly(b, ["month"]) &&
    saysOnly(a, ["lead", "year", "month"]) &&
    numberOf(a.month) === month - 1
  );
}

export function joinRanges(text: string, candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (let index = 0; index < candidates.length; index++) {
    const first = candidates[index];
    if (!first) break;
    const second = candidates[index + 1];
    const range = second ? join(text, first, second, candidates[index + 2]) : null;
    if (range) index++;
    const length = joined[joined.length - 1];
    const stated = length && state(text, length, range ?? first);
    if (stated) joined[joined.length - 1] = stated;
    else joined.push(range ?? first);
  }
  return joined;
}

/** 최근 5년간(’18~’22), 향후 3년(2025~2027년)간: the brackets say which years. */
function state(text: string, length: Candidate, years: Candidate): Candidate | null {
  const { expression } = years;
  if (length.expression.kind !== "duration" || expression.kind !== "range" || !onlyYear(expression.from)) return null;
  if (text.slice(length.end, years.start) !== "(" || text.charAt(years.end) !== ")") return null;
  const span = /^간(?![가-힣])/.test(text.slice(years.end + 1, years.end + 3)) ? 2 : 1;
  return { ...years, start: length.start, end: years.end + span };
}

function join(text: string, first: Candidate, second: Candidate, third: Candidate | undefined): Candidate | null {
  const gap = text.slice(first.end, second.start);
  const now = second.expression.kind === "reference" && second.expression.value === "PRESENT_REF";
  const [a, b] = [first.expression, now ? TODAY : second.expression];
  if (a.kind === "point" && b.kind === "point" && AND.test(gap) && isNext(a, b))
    return { start: first.start, end: second.end, rule: "range", expression: { kind: "range", from: a, to: b } };
  const sign = SIGN.test(gap);
  const from = FROM.test(gap);
  const rest = text.slice(second.end, second.end + 3);
  const until = UNTIL.exec(rest)?.[0].length ?? 0;
  const end = second.end + (until || (BETWEEN.exec(rest)?.[0].length ?? 0));
  const whole = (expression: Expression, to = end): Candidate => ({
    start: first.start,
    end: to,
    rule: "range",
    expression,
  });

  if (a.kind === "duration" && b.kind === "duration") {
    const outOf = OUT_OF.test(gap);
    if (a.upTo !== undefined || b.upTo !== undefined || !(sign || outOf)) return null;
    // 12분에서 20분으로 is a change, not a range.
    return outOf && /^ ?(?:으로|로|내|이내|까지)/.test(rest) ? null : whole({ ...a, upTo: b.length }, second.end);
  }
  if (a.kind === "point" && b.kind === "duration" && from) {
    if (
      b.upTo !== undefined ||
      /^ ?(?:간격|마다|씩)/.test(rest) ||
      !(
        b.years !== undefined ||
        (b.native === true && (saysDay(a) ? b.days : a.month !== undefined ? b.months : undefined) !== undefined)
      )
    )
      return null;
    return whole(
      {
        kind: "spell",
        from: a,
        ...(b.days !== undefined && { days: b.days }),
        ...(b.years !== undefined && { years: b.years }),
        ...(b.months !== undefined && { months: b.months }),
      },
      second.end,
    );
  }
  const dash = DASH.test(gap);
  const said = sign || from || (OUT_OF.test(gap) && until > 0);
  if (a.kind === "clock" && b.kind === "clock") {
    // 오후 2시에서 3시에, not 6시에서 8시로 늦춘.
    const outOf = OUT_OF.test(gap) && !/^ ?(?:으로|로)/.test(rest);
    return said || dash || outOf ? whole({ kind: "range", from: a, to: b }) : null;
  }
  if (a.kind !== "point" || b.kind !== "point") return null;
  if (!said && !(dash && a.day && b.day)) return null;
  // The second bound has a clock time of its own.
  const after = third?.expression.kind === "range" ? third.expression.from : third?.expression;
  if (after?.kind === "clock" && follows(text, second, third)) return null;
  // 2015년부터 현재까지 is two.
  if (now && !sign) return null;
  // 12월 1일부터 주말에 더 다닌다: every one of them.
  if (from && until === 0 && saysOnly(b, ["weekend"])) return null;
  // "8월부터 전년 대비": the second is what the first is compared with.
  const compared = COMPARED.test(rest) || (b.year !== undefined && "by" in b.year && b.year.from === "focus");
  if (from && until === 0 && compared) return null;
  return whole({ kind: "range", from: a, to: b });
}
