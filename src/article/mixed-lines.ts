/**
 * Cuts lines in which boilerplate and article text stand together, as they do where a page's line breaks were lost:
 *
 *   흐림속초 0.1℃ 흐림철원 -2.3℃ … | 김경일 파주시장, 플로리다 순방 | [경기헤드라인=김윤종 기자] 김경일 파주시장은 …
 *   … 체결했다. | <저작권자 ⓒ 경기헤드라인, 무단 전재 및 재배포 금지>
 */
import { findLeadingByline } from "./byline.js";
import { type Line, trimmed } from "./lines.js";
import { tickerRuns } from "./weather-ticker.js";

const COPYRIGHT_TAIL =
  /(?:[<[(〈【]\s{0,2})?(?:저작권자|ⓒ|©|Copyright)[^.다]{0,60}(?:무단|재배포|All\s?rights)[^가-힣]{0,3}[가-힣\s,·\-/A-Za-z]{0,40}[>\])〉】.]{0,2}\s{0,3}$|[<[(〈【]\s{0,2}무단\s?전재[^.다]{0,40}$/i;
const TAIL_WINDOW = 140;
/** The same in its bracket, with more of the page after it. */
const COPYRIGHT_BRACKET =
  /[<[(〈【]\s{0,2}(?:저작권자|ⓒ|©)[^\]>)〉】]{0,80}(?:무단|재배포)[^\]>)〉】]{0,40}[>\])〉】]/g;
/** A byline's bracket in the middle of a line: a headline, or a menu, stands before it. */
const INNER_BRACKET = /\s([[(【〈]\s?[가-힣A-Za-z·\s]{2,20}=[가-힣A-Za-z0-9·\s]{2,20}[\])】〉])/;
const BRACKET_WINDOW = 1500;

export function splitMixedLines(text: string, lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  const add = (start: number, end: number, number: number) => {
    const line = trimmed(text, start, end, number);
    if (line.text !== "") result.push(line);
  };
  for (const line of lines) {
    const cuts: number[] = [];
    for (const run of tickerRuns(line.text)) cuts.push(run.start, run.end);
    const from = Math.max(0, line.text.length - TAIL_WINDOW);
    const end = line.text.slice(from);
    const tail = /무단|ⓒ|©|Copyright/i.test(end) ? COPYRIGHT_TAIL.exec(end) : null;
    if (tail && from + tail.index > 0 && /[.!?다”"]\s{0,3}$/.test(line.text.slice(0, from + tail.index)))
      cuts.push(from + tail.index);
    if (line.text.length > TAIL_WINDOW && /저작권자|ⓒ|©/.test(line.text))
      for (const { 0: whole, index } of line.text.matchAll(COPYRIGHT_BRACKET)) cuts.push(index, index + whole.length);
    const window = line.text.slice(0, BRACKET_WINDOW);
    const bracket = window.includes("=") ? INNER_BRACKET.exec(window) : null;
    if (bracket && startsText(line.text, bracket.index + 1)) cuts.push(bracket.index + 1);
    if (cuts.length === 0) {
      result.push(line);
      continue;
    }
    let start = line.start;
    for (const cut of cuts.sort((a, b) => a - b)) {
      add(start, line.start + cut, line.number);
      start = line.start + cut;
    }
    add(start, line.end, line.number);
  }
  return result;
}

/** Whether a byline stands at `at`, and before it what is no sentence of the same paragraph. */
function startsText(line: string, at: number): boolean {
  if (!findLeadingByline(line.slice(at, at + 200))) return false;
  return !/[다요][.!?]["”’']?\s/.test(line.slice(0, at));
}
