import type { Article, MentionDraft, Sentence, Tagger, Thresholds, Token } from "../core/types.js";
import { joinDepartments } from "./refiners/departments.js";
import { dropGeneric } from "./refiners/drop-generic.js";
import { splitFusedTitles } from "./refiners/fused-titles.js";
import { addHanjaHeads } from "./refiners/hanja-heads.js";
import { wholeLatinPhrases } from "./refiners/latin-phrase.js";
import { addNamesBeforeSsi } from "./refiners/name-before-ssi.js";
import { oneSense } from "./refiners/one-sense.js";
import { splitPossessives } from "./refiners/possessive.js";
import type { Refiner } from "./refiners/refiner.js";
import { checkSurnamesAlone } from "./refiners/surname-alone.js";
import { trimEdges } from "./refiners/trim-edges.js";
import { soundDrafts } from "./sound-drafts.js";
import { preferred, type Proposer } from "./user-rules.js";

/** In order: a span is made right before it is judged, and what is added comes last, where no draft is. */
export const REFINERS: readonly Refiner[] = [
  trimEdges,
  splitPossessives,
  wholeLatinPhrases,
  splitFusedTitles,
  joinDepartments,
  dropGeneric,
  oneSense,
  checkSurnamesAlone,
  addNamesBeforeSsi,
  addHanjaHeads,
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
  tokens: readonly Token[],
  tagger: Tagger,
  { rules, thresholds = {} }: MentionSettings = {},
): MentionDraft[] {
  const scene = { text, sentences, tokens };
  let drafts: readonly MentionDraft[] = soundDrafts(text, tagger.tag(text, sentences, tokens));
  if (tagger.exact !== true) for (const refine of REFINERS) drafts = refine(drafts, scene);
  if (rules !== undefined) drafts = preferred(soundDrafts(text, rules(scene)), drafts);
  return drafts.filter(({ type, score }) => score >= (thresholds[type] ?? 0));
}
