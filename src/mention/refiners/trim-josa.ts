/** A josa that the tagger took into a name goes: the last morpheme of the draft is one, and the eojeol ends with it. */
import type { MentionType } from "../../core/types.js";
import { type Refiner, tokenAfter, withSpan } from "./refiner.js";

const NAMES: ReadonlySet<MentionType> = new Set(["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "TITLE", "LAW"]);
const HANGUL = /[가-힣]/;

export const trimJosa: Refiner = (drafts, { text, tokens }) =>
  drafts.map((draft) => {
    if (!NAMES.has(draft.type) || HANGUL.test(text[draft.end] ?? "")) return draft;
    let { end } = draft;
    for (let i = tokenAfter(tokens, end - 1); i >= 0; i--) {
      const token = tokens[i];
      if (token === undefined || token.end !== end || token.start <= draft.start || !token.pos.startsWith("J")) break;
      end = token.start;
    }
    return withSpan(draft, draft.start, end, text);
  });
