/**
 * The name of a thing between ‘ ’, 「 」 or 《 》 is all that is between them, where the tagger saw its end: ‘안전관리 강화를 위한 대책회의’.
 * Not where the marks hold a name of another, ‘가온방송 연예대상’, or a sentence.
 */
import type { MentionDraft, MentionType } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

const CLOSES: Readonly<Record<string, string>> = { "’": "‘", "'": "'", "」": "「", "》": "《", "』": "『", "｣": "｢" };
const THINGS: ReadonlySet<MentionType> = new Set(["EVENT", "WORK", "LAW"]);
const NUMBERS: ReadonlySet<MentionType> = new Set(["DATE", "TIME", "QUANTITY", "OTHER", "TITLE"]);
/** Characters of the name that the tagger left out. */
const MOST = 40;
/** Words of a name, the last one whole. */
const WORDS = /^[가-힣A-Za-z0-9·&\-~, ]+ $/u;

export const wholeQuotations: Refiner = (drafts, { text }) => {
  let found = false;
  const kept: MentionDraft[] = [];
  for (const draft of drafts) {
    const open = THINGS.has(draft.type) ? opens(text, draft) : undefined;
    let first = kept.length;
    while (open !== undefined && first > 0 && kept[first - 1]!.end > open + 1) first -= 1;
    const alone = kept.slice(first).every(({ type }) => NUMBERS.has(type));
    if (open === undefined || !alone) kept.push(draft);
    else {
      kept.splice(first, kept.length - first, withSpan(draft, open + 1, draft.end, text));
      found = true;
    }
  }
  return found ? kept : drafts;
};

/** Where the marks open that close right behind a draft which begins some words later. */
function opens(text: string, { start, end }: MentionDraft): number | undefined {
  const mark = CLOSES[text[end] ?? ""];
  if (mark === undefined) return undefined;
  const from = Math.max(0, start - MOST);
  const before = text.slice(from, start);
  const open = before.lastIndexOf(mark);
  const isOpening = mark !== "'" || /^$|[\s(,·]/u.test(before[open - 1] ?? "");
  return open >= 0 && isOpening && WORDS.test(before.slice(open + 1)) ? from + open : undefined;
}
