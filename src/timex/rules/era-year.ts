/** Rule: eras before a year: 단기 4357년, 불기 2568년, 기원전 37년, 세종 25년, 선조 16년(1583년), BC 100년. */
import { ERAS } from "../calendar/eras.table.js";
import { isHangul } from "../characters.js";
import type { Rule } from "./rule.js";

const BEFORE = ["기원전", "서력 기원전", "BC", "B.C."];
const BY_FIRST = new Map<string, (readonly [name: string, offset: number])[]>();
for (const era of [...ERAS, ...BEFORE.map((name) => [name, Number.NEGATIVE_INFINITY] as const)])
  BY_FIRST.set(era[0].charAt(0), [...(BY_FIRST.get(era[0].charAt(0)) ?? []), era]);

const YEAR_AFTER = /^ ?\d{1,4}(?:[~∼]\d{1,4})?년/;
const CENTURY_AFTER = /^ ?\d{1,2}세기/;

export const eraYear: Rule = {
  id: "era-year",
  starts: [...BY_FIRST.keys()].join(""),
  read(text, at) {
    if (isHangul(text.charCodeAt(at - 1))) return null;
    const era = BY_FIRST.get(text.charAt(at))?.find(([name]) => text.startsWith(name, at));
    if (!era) return null;
    const [name, offset] = era;
    const end = at + name.length;
    const after = text.slice(end, end + 12);
    if (!YEAR_AFTER.test(after) && (Number.isFinite(offset) || !CENTURY_AFTER.test(after))) return null;
    return [{ kind: "era", offset, start: at, end, rule: "era-year" }];
  },
};
