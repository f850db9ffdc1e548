import type { Article, MentionDraft, Sentence, Tagger, Thresholds, Tokens } from "../core/types.js";
import { joinAdjoining } from "./refiners/adjoining.js";
import { pairBrackets } from "./refiners/brackets.js";
import { typeByWords } from "./refiners/by-its-words.js";
import { joinDepartments } from "./refiners/departments.js";
import { dropGeneric } from "./refiners/drop-generic.js";
import { splitFusedTitles } from "./refiners/fused-titles.js";
import { addHanjaHeads } from "./refiners/hanja-heads.js";
import { cutInflected } from "./refiners/inflected.js";
import { retypeKinds } from "./refiners/kinds.js";
import { wholeLatinPhrases } from "./refiners/latin-phrase.js";
import { agreeInLists } from "./refiners/lists.js";
import { addNamesBeforeSsi } from "./refiners/name-before-ssi.js";
import { oneSense } from "./refiners/one-sense.js";
import { splitPossessives } from "./refiners/possessive.js";
import type { Refiner } from "./refiners/refiner.js";
import { checkSurnamesAlone } from "./refiners/surname-alone.js";
import { addTitlesAfterNames } from "./refiners/titles-after-names.js";
import { trimEdges } from "./refiners/trim-edges.js";
import { addUnions } from "./refiners/unions.js";
import { wholeQuotations } from "./refiners/whole-quotations.js";
import { soundDrafts } from "./sound-drafts.js";
import { preferred, type Proposer } from "./user-rules.js";

/** In order: a span is made right before it is judged, and what is added comes last, where no draft is. */
export const REFINERS: readonly Refiner[] = [
  trimEdges,
  pairBrackets,
  wholeQuotations,
  cutInflected,
  splitPossessives,
  wholeLatinPhrases,
  splitFusedTitles,
  joinDepartments,
  joinAdjoining,
  dropGeneric,
  retypeKinds,
  typeByWords,
  agreeInLists,
  oneSense,
  checkSurnamesAlone,
  addNamesBeforeSsi,
  addHanjaHeads,
  addTitlesAfterNames,
  addUnions,
];

export interface MentionSettings {
  /** The user's own rules. Nothing corrects what they say. */
  readonly rules?: Proposer;
  readonly thresholds?: Thresholds;
}

/**
 * What the tagger proposes, refined, and what the user's rules propose; less what is below its type's threshold.
 *
 * Shapes  drafts in text order that do not overlap. DATE and TIME drafts stay: a later stage joins them with the timexes.
 */
export function findMentions(
  text: string,
  _article: Article,
  sentences: readonly Sentence[],
  tokens: Tokens,
  tagger: Tagger,
  { rules, thresholds = {} }: MentionSettings = {},
): MentionDraft[] {
  const scene = { text, sentences, tokens };
  let drafts: readonly MentionDraft[] = soundDrafts(text, proposals(text, sentences, tokens, tagger));
  if (tagger.exact !== true) for (const refine of REFINERS) drafts = refine(drafts, scene);
  if (rules !== undefined) drafts = preferred(soundDrafts(text, rules(scene)), drafts);
  return drafts.filter(({ type, score }) => score >= (thresholds[type] ?? 0));
}

/** Characters after which a tagger that reads by sentence gets the next ones in a call of their own: no article is as long, and the tokens of a book never stand in memory at once. */
const STRETCH = 1 << 16;

/** What the tagger says of the whole text, stretch by stretch. */
function proposals(text: string, sentences: readonly Sentence[], tokens: Tokens, tagger: Tagger): unknown {
  const length = (sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0);
  if (tagger.bySentence !== true || length <= STRETCH) return tagger.tag(text, sentences, tokens.slice());
  const proposed: unknown[] = [];
  let firstToken = 0;
  for (let first = 0; first < sentences.length; ) {
    const limit = sentences[first]!.start + STRETCH;
    let end = first + 1;
    while (end < sentences.length && sentences[end]!.end <= limit) end++;
    const reached = sentences[end]?.start ?? text.length;
    let endToken = firstToken;
    while (tokens.startOf(endToken) < reached) endToken++;
    const said: unknown = tagger.tag(text, sentences.slice(first, end), tokens.slice(firstToken, endToken));
    if (Array.isArray(said)) for (const draft of said) proposed.push(draft);
    first = end;
    firstToken = endToken;
  }
  return proposed;
}
