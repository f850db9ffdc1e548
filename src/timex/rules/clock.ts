/** Rule: a clock time in figures: 14:30, 9:00, 23:59:59. A score, a ratio or a verse (2:1, 3:16) is none. */
import { numberMayBegin } from "./counted-unit.js";
import { DIGITS, type Rule } from "./rule.js";

const CLOCK = /(2[0-4]|[01]?\d):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y;

export const clock: Rule = {
  id: "clock",
  starts: DIGITS,
  read(text, at) {
    const before = text.slice(Math.max(0, at - 6), at);
    if (!numberMayBegin(text, at) && !/\d:\d\d-$/.test(before)) return null;
    CLOCK.lastIndex = at;
    const found = CLOCK.exec(text);
    if (!found) return null;
    const [whole, hour, minute, second] = found;
    const end = at + whole.length;
    const after = text.slice(end, end + 3);
    // "9:05" needs company to be a time: a range sign beside it, or a daypart or a date before it.
    const ranged = /^ ?[~∼–-]/.test(after) || /[~∼–-] ?$/.test(before);
    const cued = /(?:[전후벽낮녁밤일)]|시각|시간)\s$/.test(before);
    if (hour?.length === 1 && minute !== "00" && !ranged && !cued) return null;
    if (/^ ?(?:로 |의 비|비율)/.test(after)) return null;
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
