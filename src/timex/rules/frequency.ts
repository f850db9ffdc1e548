/** Rule: how often, by the unit alone: 월 1회, 주 2회, 연 3차례, 월 10만원. */
import { isDigit, isHangul } from "../characters.js";
import type { Rule } from "./rule.js";

const TIMES = /[주월연년] ?\d{1,3}(?:[~∼]\d{1,3})?(?:회(?!의실)|차례|번)/y;
/** A sum a month: only the unit is the expression. */
const SUM = /월 (?=(?:평균 |최대 |최고 )?\d[\d,.]{0,8}(?:만|억|천|백|조)?\d{0,4}(?:만|천)? ?원)/y;
/** The rest a year. */
const LENGTH: Readonly<Record<string, string>> = { 주: "P1W", 월: "P1M" };

export const frequency: Rule = {
  id: "frequency",
  starts: "주월연년",
  read(text, at) {
    const before = text.charCodeAt(at - 1);
    if (isHangul(before) || isDigit(before)) return null;
    TIMES.lastIndex = at;
    const times = TIMES.exec(text);
    if (times) {
      return [
        {
          kind: "set",
          length: LENGTH[text.charAt(at)] ?? "P1Y",
          open: false,
          start: at,
          end: at + times[0].length,
          rule: "frequency",
        },
      ];
    }
    SUM.lastIndex = at;
    return SUM.test(text)
      ? [{ kind: "set", length: "P1M", open: false, start: at, end: at + 1, rule: "frequency" }]
      : null;
  },
};
