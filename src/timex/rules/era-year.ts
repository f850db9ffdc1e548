/** Rule: eras before a year: 단기 4357년, 불기 2568년, 기원전 37년, 세종 25년, 선조 16년(1583년), BC 100년. */
import { ERAS } from "../calendar/eras.table.js";
import { isHangul } from "../characters.js";
import type { Rule } from "./rule.js";

const BY_FIRST = new Map<string, (typeof ERAS)[number][]>();
for (const era of ERAS) BY_FIRST.set(era[0].charAt(0), [...(BY_FIRST.get(era[0].charAt(0)) ?? []), era]);

const BEFORE = ["기원전", "서력 기원전", "BC", "B.C."];
const YEAR_AFTER = /^ ?\d{1,4}(?:년|[~∼]\d{1,4}년)/;

export const eraYear: Rule = {
  id: "era-year",
  starts: `${[...BY_FIRST.keys()].join("")}기B`,
  read(text, at) {
    if (isHangul(text.charCodeAt(at - 1))) return null;
    const before = BEFORE.find((word) => text.startsWith(word, at));
    if (before !== undefined) {
      const end = at + before.length;
      return YEAR_AFTER.test(text.slice(end, end + 12)) ||
        /^ ?\d{1,2}(?:[~∼]\d{1,2})?세기/.test(text.slice(end, end + 8))
        ? [{ kind: "era", offset: Number.NEGATIVE_INFINITY, start: at, end, rule: "era-year" }]
        : null;
    }
    const era = BY_FIRST.get(text.charAt(at))?.find(([name]) => text.startsWith(name, at));
    if (!era) return null;
    const end = at + era[0].length;
    return YEAR_AFTER.test(text.slice(end, end + 12))
      ? [{ kind: "era", offset: era[1], start: at, end, rule: "era-year" }]
      : null;
  },
};
