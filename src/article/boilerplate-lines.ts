/**
 * Decides line by line what is boilerplate, a line's neighbours taken into account.
 *
 *   weak lines    (댓글, 이전, 정치) are boilerplate in a run of such lines that holds a strong one, or that is three long or more
 *   header lines  (관련기사, 많이 본 뉴스) are boilerplate where list items or the end follow, and so are the items
 */
import { type BoilerplateMark, markOf } from "./boilerplate.js";
import { isOutlet } from "./byline-names.js";
import { findLeadingByline, isBylineLine } from "./byline.js";
import { isProse } from "./headline.js";
import type { Line } from "./lines.js";

const SHORTEST_WEAK_RUN = 3;
const MOST_ITEMS = 20;
const LONGEST_ITEM = 90;
const MASTHEAD_LINES = 3;

export function findBoilerplate(lines: readonly Line[]): boolean[] {
  const marks = lines.map((line, i) => (isSigned(line.text) ? null : (markOf(line.text) ?? mastheadOf(line.text, i))));
  const result = marks.map((mark) => mark?.strength === "strong");
  markWeakRuns(marks, result);
  markLists(lines, marks, result);
  return result;
}

/** The paper's own name on a page's first lines. */
function mastheadOf(line: string, index: number): BoilerplateMark | null {
  const isName = index < MASTHEAD_LINES && line.length <= 15 && !line.includes(" ") && isOutlet(line);
  return isName ? { kind: "masthead", strength: "weak" } : null;
}

/** "서정아 기자 ⓒ 풋볼데일리뉴스. 무단 전재 및 재배포 금지" is a byline, whatever else it says. */
function isSigned(line: string): boolean {
  return line.length <= 130 && /기자|특파원/.test(line) && /무단|ⓒ|©|저작권/.test(line) && isBylineLine(line, false);
}

function markWeakRuns(marks: readonly (BoilerplateMark | null)[], result: boolean[]): void {
  for (let start = 0; start < marks.length; ) {
    if (!marks[start]) {
      start++;
      continue;
    }
    let end = start;
    while (end < marks.length && marks[end]) end++;
    const run = marks.slice(start, end);
    const sure = run.some((mark) => mark?.strength === "strong" || mark?.strength === "header");
    const words = run.filter((mark) => mark?.kind !== "symbols" && mark?.kind !== "date").length;
    if (sure || words >= SHORTEST_WEAK_RUN)
      for (let i = start; i < end; i++) result[i] ||= marks[i]?.strength === "weak";
    start = end;
  }
}

function markLists(lines: readonly Line[], marks: readonly (BoilerplateMark | null)[], result: boolean[]): void {
  const firstProse = lines.findIndex((line, i) => !result[i] && line.text.length > 60 && isProse(line.text));
  for (let i = 0; i < lines.length; i++) {
    if (marks[i]?.strength !== "header") continue;
    let end = i + 1;
    while (end < lines.length && end - i <= MOST_ITEMS && isItem(lines[end] as Line, marks[end] ?? null)) end++;
    // Above the article the line before its first paragraph may be its headline, so a list there claims nothing but its header.
    if (i < firstProse) {
      result[i] = true;
      continue;
    }
    for (let k = i; k < end; k++) result[k] = true;
    i = end - 1;
  }
}

/** A title of another article: short, no sentence, no byline. */
function isItem(line: Line, mark: BoilerplateMark | null): boolean {
  if (mark) return mark.strength !== "header";
  if (line.text.length > LONGEST_ITEM || findLeadingByline(line.text) || isBylineLine(line.text, false)) return false;
  return !/[다요][.][”"’']?$/.test(line.text);
}
