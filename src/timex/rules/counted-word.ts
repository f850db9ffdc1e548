/** Rule: counts in words: 하루, 사흘, 보름, 한 달, 석 달, 두 시간, 마흔두 해, 시월, 2박 3일, 1박2일. */
import { isHangul, wordEndsAt } from "../characters.js";
import { COUNTED_DAYS, MONTH_WORDS, NATIVE_NUMERALS, NATIVE_UNITS } from "../numerals.table.js";
import { readDigits } from "../numbers.js";
import type { Piece } from "../piece.js";
import { numberMayBegin } from "./counted-unit.js";
import { DIGITS, type Rule } from "./rule.js";

/** Rows by their first character. */
function byFirst<Row extends readonly [string, ...unknown[]]>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const first = row[0].charAt(0);
    map.set(first, [...(map.get(first) ?? []), row]);
  }
  return map;
}

const DAYS = byFirst(COUNTED_DAYS);
const MONTHS = byFirst(MONTH_WORDS);
const NUMERALS = byFirst(NATIVE_NUMERALS);
const NONE = [] as const;

/** 하루빨리, 하루아침, 보름달, 이레 the name; 한해살이, 한시적, 두시럭. */
const OTHER_DAY = /^(?: ?[빨속]|아침|하루|살이|달|나물|스|벌이|치기|거리|였|가게|가약|대계|해로|손님)/;
const OTHER_UNIT = /^(?:동네|라|의원|인)/;

function readWord(text: string, at: number): readonly Piece[] | null {
  if (isHangul(text.charCodeAt(at - 1))) return null;
  const first = text.charAt(at);
  for (const [word, unit, value] of DAYS.get(first) ?? NONE) {
    if (!text.startsWith(word, at)) continue;
    const end = at + word.length;
    if (OTHER_DAY.test(text.slice(end, end + 2))) return null;
    // 천년고찰, 백년초
    if (value >= 100 && !wordEndsAt(text, end)) return null;
    return [
      { kind: "count", start: at, end, rule: "counted-word", unit, numbers: [value], joint: "one", native: true },
    ];
  }
  for (const [word, month] of MONTHS.get(first) ?? NONE) {
    const end = at + word.length;
    // 시월드, 유월절: months that begin other words.
    if (text.startsWith(word, at) && wordEndsAt(text, end))
      return [{ kind: "count", start: at, end, rule: "counted-word", unit: "month", numbers: [month], joint: "one" }];
  }
  for (const [word, value] of NUMERALS.get(first) ?? NONE) {
    if (!text.startsWith(word, at)) continue;
    const afterWord = at + word.length;
    const start = text.charAt(afterWord) === " " ? afterWord + 1 : afterWord;
    for (const [name, unit] of NATIVE_UNITS) {
      // 서해, 한해서: a year is counted with a space.
      if (!text.startsWith(name, start) || (name === "해" && start === afterWord)) continue;
      const end = start + name.length;
      // 한 주유소, 한 달성군: the unit is the head of another word.
      if (
        OTHER_UNIT.test(text.slice(end, end + 2)) ||
        !(wordEndsAt(text, end) || "간여반째동씩".includes(text.charAt(end)))
      )
        return null;
      return [
        { kind: "count", start: at, end, rule: "counted-word", unit, numbers: [value], joint: "one", native: true },
      ];
    }
  }
  return null;
}

/** 2박 3일 */
function readNights(text: string, at: number): readonly Piece[] | null {
  if (!numberMayBegin(text, at)) return null;
  const nights = readDigits(text, at);
  if (!nights || text.charAt(nights.end) !== "박") return null;
  const start = text.charAt(nights.end + 1) === " " ? nights.end + 2 : nights.end + 1;
  const days = readDigits(text, start);
  if (!days || text.charAt(days.end) !== "일") return null;
  return [{ kind: "nights", start: at, end: days.end + 1, rule: "nights", days: days.value }];
}

const firsts = (rows: readonly (readonly [string, ...unknown[]])[]) => rows.map(([word]) => word.charAt(0)).join("");

export const countedWord: Rule = {
  id: "counted-word",
  starts: firsts(COUNTED_DAYS) + firsts(MONTH_WORDS) + firsts(NATIVE_NUMERALS),
  read: readWord,
};

export const nights: Rule = { id: "nights", starts: DIGITS, read: readNights };
