/**
 * Places in one list are all places: where 베트남과 라오스, 러시아 are named in a row, none of them is its government alone.
 */
import { firstIndex } from "../../core/search.js";
import type { MentionDraft, Tokens } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

/** What joins two names of a list. */
const AND = /^(?:[와과] |, ?|[·ㆍ‧])$/u;

export const agreeInLists: Refiner = (drafts, { text, tokens }) => {
  const isBeside = (a: MentionDraft | undefined, b: MentionDraft | undefined) =>
    a !== undefined && b !== undefined && AND.test(text.slice(a.end, b.start));
  let found = false;
  // The place that each body of the list turns into, left to right and back: a list of three has its place at either end.
  const places = drafts.map((draft) => (draft.type === "LOCATION" ? draft : undefined));
  const spread = (i: number, from: number) => {
    const place = places[from];
    if (places[i] !== undefined || place === undefined || drafts[i]!.type !== "ORGANIZATION") return;
    const [left, right] = i < from ? [drafts[i], drafts[from]] : [drafts[from], drafts[i]];
    // In a headline the comma stands for a particle: ‘가온시, 나래호 점검’.
    const isHead = i < from && text[drafts[i]!.end] === "," && !isBeside(drafts[i - 1], drafts[i]);
    // 나래부, 가온시, 다솜군 are bodies.
    const other = i < from ? drafts[i - 1] : drafts[i + 1];
    const [before, after] = i < from ? [other, drafts[i]] : [drafts[i], other];
    const isBody = other?.type === "ORGANIZATION" && isBeside(before, after) && !isPlaceName(tokens, other);
    if (isHead || isBody || !isBeside(left, right) || !isPlaceName(tokens, place) || !isPlaceName(tokens, drafts[i]!))
      return;
    places[i] = { ...drafts[i]!, type: "LOCATION", fine: place.fine };
    found = true;
  };
  for (let i = 1; i < drafts.length; i++) spread(i, i - 1);
  for (let i = drafts.length - 2; i >= 0; i--) spread(i, i + 1);
  return found ? drafts.map((draft, i) => places[i] ?? draft) : drafts;
};

/** One word that the lexicon knows as a place. */
function isPlaceName(tokens: Tokens, { start, end }: MentionDraft): boolean {
  const index = firstIndex(tokens.length, (i) => tokens.endOf(i) >= end);
  const [token] = tokens.slice(index, index + 1);
  return token?.start === start && token.end === end && token.semantic === "지명";
}
