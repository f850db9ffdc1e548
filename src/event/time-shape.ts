import { parseDate, toDayNumber } from "../core/civil-date.js";
import type { TimeGroup } from "./time-groups.js";

/** Where the date lies against the day of publication. */
export function relationTo(published: string | null, { from, to }: TimeGroup): string {
  const day = published ? parseDate(published) : null;
  const first = parseDate(from);
  const last = parseDate(to);
  if (!day || !first || !last) return "unknown";
  const now = toDayNumber(day);
  const a = toDayNumber(first) - now;
  const b = toDayNumber(last) - now;
  if (a <= 0 && b >= 0) return a === b ? "today" : "current";
  if (b < 0) return b === -1 && a === b ? "yesterday" : b >= -10 ? "week-ago" : b >= -400 ? "year-ago" : "long-ago";
  return a <= 10 ? "in-a-week" : a <= 400 ? "in-a-year" : "far-off";
}

const SURFACES: readonly (readonly [RegExp, string])[] = [
  [/^(?:이날|당일|같은 날)/, "that-day"],
  [/^(?:오늘|금일)/, "today"],
  [/^(?:전날|이튿날|다음 ?날|그날|첫날|마지막 날|어제|내일|모레|그제)/, "near-day"],
  [/^(?:오는|다가오는)/, "coming"],
  [/^(?:지난 ?\d|지난달|지난주|지난해|지난)/, "last"],
  [/^(?:다음|내년|내달|새해)/, "next"],
  [/^(?:올해|금년|이달|이번|올)/, "this"],
  [/^(?:작년|재작년)/, "last"],
  [/^\d{1,2}일/, "bare-day"],
  [/^\d{1,2}월/, "month-day"],
  [/^\d{4}년/, "year"],
  [/^\d{4}\./, "dotted"],
];

/** What a time is called: a bare day, 이날, 오는 …, a year. */
export function surfaceOf(surface: string): string {
  for (const [pattern, name] of SURFACES) if (pattern.test(surface)) return name;
  return "other";
}

/** Words after a time that say what the time is for. */
const AFTER_WORD =
  /^(?:부터|까지|이후|이래|이전|대비|기준|현재|만에|전|뒤|후|당시|안에|안으로|중|내|동안|사이|들어|무렵|께|쯤|경|밤|오전|오후|아침|저녁|새벽|낮|예정|이다|에는|에도|에|의|은|는|로|으로|과|와|보다|이|가|을|를|치|산|생|분|자|께서|첫)/;

/** How many brackets are passed over to what follows a group. */
const BRACKETS = 3;

/** What follows the group: the particle that it carries, or the word or mark after it. */
export function tailOf(text: string, end: number, brackets = BRACKETS): string {
  const rest = text.slice(end, end + 8);
  if (rest === "") return "end";
  const glued = AFTER_WORD.exec(rest);
  if (glued) return `+${glued[0]}`;
  if (/^\s?\(/.test(rest)) {
    const close = text.slice(end, end + 24).indexOf(")");
    return close > 0 && brackets > 0 ? tailOf(text, end + close + 1, brackets - 1) : "bracket";
  }
  // 설 연휴(2월 16∼18일) 전에.
  if (rest.startsWith(")") && brackets > 0) {
    const tail = tailOf(text, end + 1, 0);
    return tail.startsWith("_") ? tail : "glued";
  }
  if (/^[,·]/.test(rest)) return "comma";
  if (/^[.”’"…]/.test(rest)) return "stop";
  if (/^\s/.test(rest)) {
    const word =
      /^(?:이후|이래|이전|대비|기준|현재|만에|전|뒤|후|당시|안에|중|내|동안|사이|들어|무렵|께|쯤|밤|오전|오후|아침|저녁|새벽|낮|예정|첫|하루|같은|초|말)(?=(?:에|에는|까지|부터)?(?:\s|$))/.exec(
        rest.trimStart(),
      );
    return word ? `_${word[0]}` : "space";
  }
  return "glued";
}
