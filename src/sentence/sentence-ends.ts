/**
 * Sentence ends as Korean news and press releases print them.
 *
 * Shapes  text, span → offsets at which a sentence is over, ascending, inside the span.
 * Units   UTF-16 code units of the whole text; below `findSentenceEnds`, of the stretch alone.
 *
 * A full stop ends a sentence after Hangul, a bracket or a quotation: 했다. 개최(종합). “간다.”
 *   not in 3.5%, 2024. 3. 27., D.C., Dr. Kim, hong@paper.co.kr, 가. 현황
 *   not in a quotation that the sentence goes on after: “간다. 꼭 간다.”고 말했다
 * A press release's marks (□ ○ ㅇ ※) begin a sentence wherever they stand: … 협의했다. □ 양측은 …
 * A line end inside the span is white space: `findArticle` has already joined the lines of one paragraph.
 */
import type { Span } from "../core/types.js";
import { findEnclosures } from "./enclosures.js";

/** Latin words that a full stop shortens. */
const ABBREVIATIONS = new Set(
  "co corp dr etc fig gen gov inc jr lt ltd mr mrs ms no prof rep sen sr st vol vs dept univ ave rev".split(" "),
);

/** Marks that begin an item of a press release. ▲ △ ▴ are not among them: they number the parts of one sentence. */
const ITEM_MARKS = "□■○●◦◯ㅇ◇◆▣◈▷▶‣▸※☞❍❏";

/** What follows a quotation that the sentence goes on after: 고, 라고, 며, 이라며, 면서, a josa. */
const GOES_ON = /[가-힣]/;
/** The same with a space between, as ministries print it: “…했다.” 라고 말했다. */
const GOES_ON_SPACED = /^\s{1,3}(?:이?라[고며는]|이?라면서|고 |며 |면서|하고 |하며 )/;
const TERMINAL = ".!?。";
const CLOSERS = "”’\"'」』》〉)]";

/** Where something may happen: a stop, an opening mark, an item mark. */
const EVENTS = /[.!?。“‘"'「『｢《〈([□■○●◦◯ㅇ◇◆▣◈▷▶‣▸※☞❍❏*-]/g;

export function findSentenceEnds(text: string, span: Span): number[] {
  return endsOf(text.slice(span.start, span.end)).map((end) => span.start + end);
}

function endsOf(part: string): number[] {
  const ends: number[] = [];
  const end = part.length;
  const closeOf = findEnclosures(part);
  let sentenceStart = 0;
  const cut = (at: number) => {
    ends.push(at);
    sentenceStart = at;
  };
  let reached = 0;
  for (const event of part.matchAll(EVENTS)) {
    const i = event.index;
    if (i < reached) continue;
    const close = closeOf.get(i);
    if (close !== undefined && staysWhole(part, i, close, sentenceStart)) {
      reached = close + 1;
      // “…다.” at a line's end, or before a new sentence: the quotation's own stop ends the sentence.
      if (isTerminal(part[close - 1]) && endsAfter(part, close - 1, close + 1, sentenceStart)) cut(close + 1);
    } else if (isTerminal(event[0])) {
      let after = i + 1;
      while (after < end && (isTerminal(part[after]) || CLOSERS.includes(part[after] as string))) after++;
      if (endsAfter(part, i, after, sentenceStart)) cut(after);
      reached = after;
    } else if (i > sentenceStart && beginsItem(part, i)) cut(i);
  }
  return ends;
}

function isTerminal(char: string | undefined): boolean {
  return char !== undefined && TERMINAL.includes(char);
}

/**
 * Brackets and titles stay whole. A quotation stays whole where the sentence goes on after it (“…다.”고) or began before it;
 * one that stands alone (an answer in an interview) is cut into its sentences.
 */
function staysWhole(text: string, open: number, close: number, sentenceStart: number): boolean {
  const quote = text[open] === "“" || text[open] === '"' || text[open] === "‘" || text[open] === "'";
  if (!quote) return true;
  if (close + 1 < text.length && GOES_ON.test(text[close + 1] as string)) return true;
  return open - sentenceStart > 8 || text.slice(sentenceStart, open).trim() !== "";
}

/** Whether the stop at `stop`, whose closing marks run to `after`, ends a sentence. */
function endsAfter(text: string, stop: number, after: number, sentenceStart: number): boolean {
  if (after >= text.length) return false;
  const next = text[after] as string;
  const before = stop > sentenceStart ? (text[stop - 1] as string) : "";
  const spaced = isSpace(next);
  if (spaced && after > stop + 1 && GOES_ON_SPACED.test(text.slice(after, after + 8))) return false;
  if (text[stop] !== ".")
    return (spaced || ITEM_MARKS.includes(next)) && before !== "" && !onlyMarks(text, sentenceStart, stop);
  if (text[stop + 1] === "." || before === ".")
    return spaced && /[다요까죠]/.test(text[sentenceBefore(text, stop)] ?? "");
  if (/[가-힣]/.test(before)) {
    if (isListLetter(text, stop, sentenceStart)) return false;
    // 했다.이어: no space, but 다 before and Hangul or a quotation after. Not “했다.”고.
    return (
      spaced || ITEM_MARKS.includes(next) || (after === stop + 1 && /[다요]/.test(before) && /[가-힣“"‘[(<]/.test(next))
    );
  }
  if (!spaced) return ITEM_MARKS.includes(next);
  if (/[0-9]/.test(before)) return endsAfterNumber(text, stop, after);
  if (/[A-Za-z]/.test(before)) return endsAfterLatin(text, stop);
  return before !== "" && !isSpace(before);
}

/** The character before a run of stops: 다 of "했다...". */
function sentenceBefore(text: string, stop: number): number {
  let at = stop - 1;
  for (let steps = 0; steps < 6 && at > 0 && text[at] === "."; steps++) at--;
  return at;
}

/** "가. 현황", "나. 경과": a syllable that numbers an item. */
function isListLetter(text: string, stop: number, sentenceStart: number): boolean {
  return text.slice(Math.max(sentenceStart, stop - 4), stop).trim().length <= 1 && stop - sentenceStart <= 4;
}

/** "2188-6000. 김수빈" ends; "2024. 3. 27." and "1. 개요" do not. */
function endsAfterNumber(text: string, stop: number, after: number): boolean {
  let first = stop;
  while (first > 0 && stop - first < 12 && /[0-9]/.test(text[first - 1] as string)) first--;
  const digits = stop - first;
  const joined = /[-,.~:]/.test(text[first - 1] ?? "");
  const next = text.slice(after, after + 8).trimStart();
  return digits >= 3 && (digits !== 4 || joined) && /^[가-힣“"‘[(<]/.test(next);
}

function endsAfterLatin(text: string, stop: number): boolean {
  let first = stop;
  while (first > 0 && stop - first < 12 && /[A-Za-z]/.test(text[first - 1] as string)) first--;
  const word = text.slice(first, stop);
  return word.length > 1 && text[first - 1] !== "." && !ABBREVIATIONS.has(word.toLowerCase());
}

/** An item mark after white space, or at a stop, that is no part of a word: not the ㅇ of ㅇㅇ, not 24○○. */
function beginsItem(text: string, at: number): boolean {
  const char = text[at] as string;
  const before = text[at - 1] as string;
  if (ITEM_MARKS.includes(char)) return isSpace(before) && !ITEM_MARKS.includes(text[at + 1] ?? "");
  // " * 문의:", " ** 참고": a footnote.
  if (char === "*") return isSpace(before) && /^\*{1,3} \S/.test(text.slice(at, at + 5));
  // " - 산업부는": a dash between words, but an item after a sentence.
  if (char === "-") return isSpace(before) && text[at + 1] === " " && /[.。]/.test(text[at - 2] ?? "");
  return false;
}

function onlyMarks(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + 40)));
}

function isSpace(char: string): boolean {
  return char === " " || char === "\n" || char === "\r" || char === "\t";
}
