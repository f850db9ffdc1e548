/**
 * Rule: weekdays beside a date or in a list: 27일(수), 25.(월), 11.22.금, 월·수요일, 수~일요일, 14(월), 일·월·공휴일.
 * 월요일 alone is in the word table.
 */
import { isDigit, isHangul } from "../characters.js";
import { readDigits } from "../numbers.js";
import type { Piece } from "../piece.js";
import { numberMayBegin } from "./counted-unit.js";
import { DIGITS, type Rule } from "./rule.js";

const WEEKDAYS = "월화수목금토일";
const HANJA_WEEKDAYS = "月火水木金土日";

function weekdayOf(character: string): number {
  return WEEKDAYS.indexOf(character) + 1 || HANJA_WEEKDAYS.indexOf(character) + 1;
}

/** (수), (수요일), [수]: a weekday in brackets, right after a date. */
export const bracketWeekday: Rule = {
  id: "bracket-weekday",
  starts: "([",
  read(text, at) {
    if (!/[\d일.日] ?$/.test(text.slice(Math.max(0, at - 2), at))) return null;
    const day = weekdayOf(text.charAt(at + 1));
    if (day === 0) return null;
    const close = text.startsWith("요일", at + 2) ? at + 4 : at + 2;
    if (text.charAt(close) !== ")" && text.charAt(close) !== "]") return null;
    return [{ kind: "weekday", days: [day], bracket: true, start: at, end: close + 1, rule: "bracket-weekday" }];
  },
};

/** 11.22.금 and 10.10.목]: a weekday glued to a date in figures. */
export const dottedWeekday: Rule = {
  id: "dotted-weekday",
  starts: WEEKDAYS,
  read(text, at) {
    if (text.charAt(at - 1) !== "." || !isDigit(text.charCodeAt(at - 2)) || isHangul(text.charCodeAt(at + 1)))
      return null;
    return [
      {
        kind: "weekday",
        days: [weekdayOf(text.charAt(at))],
        bracket: true,
        start: at,
        end: at + 1,
        rule: "dotted-weekday",
      },
    ];
  },
};

const LIST = /[월화수목금토일](?:요일)?(?: ?[·ㆍ,~∼] ?[월화수목금토일](?:요일)?){1,6}(?<holiday> ?[·ㆍ] ?공휴일)?/y;

/** 월·수요일, 수~일요일, 일·월·공휴일 */
export const weekdayList: Rule = {
  id: "weekday-list",
  starts: WEEKDAYS,
  read(text, at) {
    if (isHangul(text.charCodeAt(at - 1))) return null;
    LIST.lastIndex = at;
    const found = LIST.exec(text);
    if (!found || !(found[0].endsWith("요일") || found.groups?.["holiday"])) return null;
    const days = [...found[0].replace(/요일|공휴일/g, "")].map(weekdayOf).filter((day) => day > 0);
    return [{ kind: "weekday", days, bracket: false, start: at, end: at + found[0].length, rule: "weekday-list" }];
  },
};

/** 28(화), ∼19(목): a day of the month whose unit the weekday stands for. */
export const dayWithWeekday: Rule = {
  id: "day-with-weekday",
  starts: DIGITS,
  read(text, at): readonly Piece[] | null {
    if (!numberMayBegin(text, at)) return null;
    const number = readDigits(text, at);
    if (!number || number.width > 2 || number.value < 1 || number.value > 31) return null;
    const bracket = text.charAt(number.end) === "." ? number.end + 1 : number.end;
    if (text.charAt(bracket) !== "(" || text.charAt(bracket + 2) !== ")") return null;
    if (weekdayOf(text.charAt(bracket + 1)) === 0) return null;
    return [
      {
        kind: "count",
        start: at,
        end: bracket,
        rule: "day-with-weekday",
        unit: "day",
        numbers: [number.value],
        joint: "one",
        dated: true,
      },
    ];
  },
};
