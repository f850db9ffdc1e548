/** Rule: how often, by the unit alone: 월 1회, 주 2회, 연 3차례, 월 10만원. */
import { isHangul } from "../characters.js";
import type { Rule } from "./rule.js";

const TIMES = /(?<unit>[주월연년]) ?\d{1,3}(?:[~∼]\d{1,3})?(?:회(?![가-힣]{2,}실)|차례|번)/y;
/** A sum a month: only the unit is the expression. */
const SUM = /월 (?=(?:평균 |최대 |최고 )?\d[\d,.]{0,8}(?:만|억|천|백|조)?\d{0,4}(?:만|천)? ?원)/y;
const LENGTH: Readonly<Record<string, string>> = { 주: "P1W", 월: "P1M", 연: "P1Y", 년: "P1Y" };

export const frequency: Rule = {
  id: "frequency",
  starts: "주월연년",
  read(text, at) {
    const before = text.charCodeAt(at - 1);
    if (isHangul(before) || (before >= 48 && before <= 57)) return null;
    TIMES.lastIndex = at;
    const times = TIMES.exec(text);
    if (times) {
      const length = LENGTH[times.groups?.["unit"] ?? ""] ?? "P1Y";
      return [{ kind: "set", length, open: false, start: at, end: at + times[0].length, rule: "frequency" }];
    }
    SUM.lastIndex = at;
    return SUM.test(text)
      ? [{ kind: "set", length: "P1M", open: false, start: at, end: at + 1, rule: "frequency" }]
      : null;
  },
};
