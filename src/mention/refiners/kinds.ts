/** A kind of vehicle or weapon is no work: 택시, 전투기, 핵무기 are OTHER, their class kept. Not 세월호, K-9 자주포, ‘버스’. */
import { firstIndex } from "../../core/search.js";
import type { MentionDraft, Tokens } from "../../core/types.js";
import { KINDS } from "./kinds.table.js";
import type { Refiner } from "./refiner.js";

const kind = new RegExp(`^[가-힣]{0,4}(?:${KINDS.join("|")})$`, "u");

export const retypeKinds: Refiner = (drafts, { text, tokens }) =>
  drafts.map((draft) =>
    draft.type === "WORK" && kind.test(draft.text) && !isMarked(text, draft) && isCommon(tokens, draft)
      ? { ...draft, type: "OTHER" }
      : draft,
  );

const isMarked = (text: string, { start }: MentionDraft) => /[‘'“"「《『〈<｢]/u.test(text[start - 1] ?? "");

/** Made of common nouns alone. */
function isCommon(tokens: Tokens, { start, end }: MentionDraft): boolean {
  const first = firstIndex(tokens.length, (i) => tokens.endOf(i) > start);
  const last = firstIndex(tokens.length, (i) => tokens.endOf(i) >= end);
  return tokens.slice(first, last + 1).every(({ pos }) => /^(?:NNG|NNB|XPN|XSN|MM)/u.test(pos));
}
