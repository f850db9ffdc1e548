/** Rule: years without 년: (1880~1964), 1919~1945, (2009), 2013~14 시즌, 1885~미상. */
import type { Piece } from "../piece.js";
import { numberMayBegin } from "./counted-unit.js";
import type { Rule } from "./rule.js";

const SPAN = /(1\d\d\d|20\d\d) ?([~∼–-]) ?(1\d\d\d|20\d\d)(?![\d.])/y;
const OPEN = /(?:1\d\d\d|20\d\d)(?=[~∼](?:미상|\)|현재|\s))/y;
const BRACKETED = /(?:19|20)\d\d(?=\))/y;
/** Longer than a life, or a war: a number. */
const MOST_YEARS = 120;
/** 1500~2000명, 1000~1500원; 1998~2003년 is a count of its own. */
const OTHER_UNIT = /^ ?[년명원만개억m㎡건톤t]/;

export const bareYear: Rule = {
  id: "bare-year",
  starts: "12",
  read(text, at) {
    if (!numberMayBegin(text, at)) return null;
    SPAN.lastIndex = at;
    const span = SPAN.exec(text);
    if (span) {
      const end = at + span[0].length;
      const [from, to] = [Number(span[1]), Number(span[3])];
      // 1500-2000 is an amount or a number unless a bracket holds it.
      const held = span[2] === "~" || span[2] === "∼" || text.charAt(at - 1) === "(" || text.charAt(end) === ")";
      if (!held || from >= to || to - from > MOST_YEARS) return null;
      return OTHER_UNIT.test(text.slice(end, end + 2)) ? null : [years(at, end, [from, to])];
    }
    OPEN.lastIndex = at;
    if (OPEN.test(text)) return [years(at, at + 4, [Number(text.slice(at, at + 4))])];
    if (text.charAt(at - 1) !== "(" && text.slice(at - 2, at) !== ", ") return null;
    BRACKETED.lastIndex = at;
    return BRACKETED.test(text) ? [years(at, at + 4, [Number(text.slice(at, at + 4))])] : null;
  },
};

function years(start: number, end: number, numbers: readonly number[]): Piece {
  const joint = numbers.length === 1 ? "one" : "range";
  return { kind: "count", start, end, rule: "bare-year", unit: "year", numbers, joint, bare: true, dated: true };
}
