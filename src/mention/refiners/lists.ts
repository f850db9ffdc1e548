/**
 * A place where the words beside it speak of no government: in a list of places (베트남과 라오스, 러시아), before what is done or lies there (우크라이나 침공, 나래 북부).
 */
import type { MentionDraft, Tokens } from "../../core/types.js";
import { onlyToken, type Refiner } from "./refiner.js";

const THERE =
  /^ (?:침공|방문|순방|여행|현지|남부|북부|동부|서부|중부|국경|영토|수도|출신|출장|진출|전역|일대|지역|인근)(?=[^가-힣]|[은는이가을를의에과와도로]|에서|으로|$)/u;
/** What joins two names of a list. */
const AND = /^(?:[와과] |, ?|[·ㆍ‧])$/u;

export const agreeInLists: Refiner = (given, { text, tokens }) => {
  const isThere = (draft: MentionDraft) =>
    draft.type === "ORGANIZATION" && THERE.test(text.slice(draft.end, draft.end + 6)) && isPlaceName(tokens, draft);
  const drafts = given.some(isThere)
    ? given.map((draft): MentionDraft => (isThere(draft) ? { ...draft, type: "LOCATION", fine: "LOCATION" } : draft))
    : given;
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
const isPlaceName = (tokens: Tokens, draft: MentionDraft) => onlyToken(tokens, draft)?.semantic === "지명";
