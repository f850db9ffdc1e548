/** Rule: a clock time in figures: 14:30, 9:00, 23:59:59. A score, a ratio or a verse (2:1, 3:16) is none. */
import { isDigit } from "../characters.js";
import { numberMayBegin } from "./counted-unit.js";
import { DIGITS, type Rule } from "./rule.js";

const CLOCK = /(?<hour>2[0-4]|[01]?\d):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?![\d:])/y;

export const clock: Rule = {
  id: "clock",
  starts: DIGITS,
  read(text, at) {
    if (!numberMayBegin(text, at) && !/\d:\d\d ?-$/.test(text.slice(Math.max(0, at - 6), at))) return null;
    CLOCK.lastIndex = at;
    const found = CLOCK.exec(text);
    if (!found?.groups) return null;
    const { hour = "", minute = "", second } = found.groups;
    const end = at + found[0].length;
    const after = text.slice(end, end + 3);
    // "9:00" needs company to be a time: a range sign beside it, or a daypart or a date before it.
    const ranged = /^\s?[~∼～–-]/.test(after) || /[~∼～–-]\s?$/.test(text.slice(Math.max(0, at - 2), at));
    const cued = /(?:[전후벽낮녁밤일)]|시각|시간)\s$/.test(text.slice(Math.max(0, at - 4), at));
    if (hour.length === 1 && !ranged && !cued && minute !== "00") return null;
    if (/^\s?(?:로 |의 비|비율|대 )/.test(after) || isDigit(text.charCodeAt(end))) return null;
    return [
      {
        kind: "clock",
        start: at,
        end,
        rule: "clock",
        hour: Number(hour),
        minute: Number(minute),
        ...(second !== undefined && { second: Number(second) }),
      },
    ];
  },
};
