/**
 * Quotes, brackets and marks at the ends of a draft are not part of the name, unless the bracket's partner is inside: (사)한국음악협회, 방위사업청(DAPA).
 */
import type { MentionDraft, MentionType } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

const PAIRS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "<": ">",
  "〈": "〉",
  "《": "》",
  "「": "」",
  "『": "』",
  "【": "】",
  "“": "”",
  "‘": "’",
  "（": "）",
};
const CLOSERS: ReadonlySet<string> = new Set(Object.values(PAIRS));
/** Marks that open and close alike, and marks that no name starts or ends with. */
const MARKS: ReadonlySet<string> = new Set([..."\"'`,;:·ㆍ・…=*※▲△▶■□○●◆◇▴▸‣▪◾☞-–—~/|"]);
/** A jamo that stands for a circle at the head of a line: ㅇ 문가람. */
const BULLET = /^[ㅇㅁ](?=\s?[가-힣A-Z])/u;
const WHITE_SPACE = /\s/;
/** Their marks belong to them: ’24년, ‘23.1분기, -3℃, (월). */
const NUMBERS: ReadonlySet<MentionType> = new Set(["DATE", "TIME", "QUANTITY"]);
/** A year cut short: ’24년 대한민국 과학축제. */
const SHORT_YEAR = /^[’‘'`´]\d/;

export const trimEdges: Refiner = (drafts, { text }) => {
  const kept: MentionDraft[] = [];
  for (const draft of drafts) {
    let { start, end } = draft;
    if (NUMBERS.has(draft.type) || SHORT_YEAR.test(draft.text)) {
      kept.push(draft);
      continue;
    }
    for (let before = -1; before !== end - start && start < end; ) {
      before = end - start;
      if (isLoose(text[start]!) || opensAlone(text, start, end) || BULLET.test(text.slice(start, start + 3))) start++;
      if (start < end && (isLoose(text[end - 1]!) || closesAlone(text, start, end))) end--;
      if (start < end && PAIRS[text[start]!] === text[end - 1]! && closesAt(text, start, end) === end - 1) {
        start++;
        end--;
      }
    }
    if (start < end) kept.push(withSpan(draft, start, end, text));
  }
  return kept;
};

const isLoose = (unit: string) => MARKS.has(unit) || WHITE_SPACE.test(unit);

/** An opening bracket whose partner is outside, or a closing one at the start. */
function opensAlone(text: string, start: number, end: number): boolean {
  const unit = text[start]!;
  return CLOSERS.has(unit) || (PAIRS[unit] !== undefined && closesAt(text, start, end) < 0);
}

function closesAlone(text: string, start: number, end: number): boolean {
  const unit = text[end - 1]!;
  if (PAIRS[unit] !== undefined) return true;
  if (!CLOSERS.has(unit)) return false;
  let depth = 0;
  for (let i = start; i < end; i++) {
    if (PAIRS[text[i]!] === unit) depth++;
    else if (text[i] === unit) depth--;
  }
  return depth < 0;
}

/** Where the bracket that opens at `start` is closed, −1 if nowhere before `end`. */
function closesAt(text: string, start: number, end: number): number {
  const open = text[start]!;
  const close = PAIRS[open]!;
  let depth = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}
