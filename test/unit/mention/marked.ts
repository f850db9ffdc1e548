import { asTokens } from "../../support/tokens.js";
import type { MentionDraft, MentionType, Sentence, Token } from "../../../src/core/types.js";
import type { Refiner } from "../../../src/mention/refiners/refiner.js";

const TYPES: Readonly<Record<string, MentionType>> = {
  P: "PERSON",
  L: "LOCATION",
  O: "ORGANIZATION",
  E: "EVENT",
  T: "TITLE",
  W: "WORK",
  A: "LAW",
  X: "OTHER",
  D: "DATE",
  Q: "QUANTITY",
};
const LETTERS = new Map(Object.entries(TYPES).map(([letter, type]) => [type, letter]));

export interface Scenario {
  readonly text: string;
  readonly drafts: MentionDraft[];
  readonly tokens: Token[];
  readonly sentences: Sentence[];
}

/**
 * Reads a text in which drafts are marked `{P:김경일}` (`{P.5:…}` for a score of 0.5; else 0.9) and morphemes may be parted by `_`,
 * a josa written `_는/JX`, a place `라헨/NNP:지명`. Every run of letters is a token of tag NNP unless it says another.
 */
export function readMarked(marked: string): Scenario {
  const drafts: { start: number; end: number; type: MentionType; score: number }[] = [];
  const tokens: { start: number; end: number; pos: string }[] = [];
  let text = "";
  let open: { start: number; type: MentionType; score: number } | undefined;
  for (const [part, kind, score, tag, semantic] of marked.matchAll(
    /\{([PLOETWDAXQ])(\.\d+)?:|\}|_|\/([A-Z]+)(?::([가-힣]+))?|[\p{L}\p{N}]+|[\s\S]/gu,
  )) {
    if (kind !== undefined)
      open = { start: text.length, type: TYPES[kind]!, score: score === undefined ? 0.9 : Number(score) };
    else if (part === "}") {
      drafts.push({ ...open!, end: text.length });
    } else if (tag !== undefined) Object.assign(tokens.at(-1)!, { pos: tag, ...(semantic && { semantic }) });
    else if (part !== "_") {
      if (part.trim() !== "")
        tokens.push({
          start: text.length,
          end: text.length + part.length,
          pos: /[\p{L}\p{N}]/u.test(part) ? "NNP" : "SY",
        });
      text += part;
    }
  }
  return {
    text,
    drafts: drafts.map((draft) => ({ ...draft, text: text.slice(draft.start, draft.end), fine: "" })),
    tokens: tokens.map((token) => ({ ...token, text: text.slice(token.start, token.end), lemma: "" })),
    sentences: [{ start: 0, end: text.length, part: "body" }],
  };
}

/** The text with its drafts marked, without scores and morphemes. */
export function mark(text: string, drafts: readonly MentionDraft[]): string {
  let marked = "";
  let at = 0;
  for (const { start, end, type } of drafts) {
    marked += `${text.slice(at, start)}{${LETTERS.get(type)}:${text.slice(start, end)}}`;
    at = end;
  }
  return marked + text.slice(at);
}

/** A marked text as `refined` writes it. */
export function unscored(marked: string): string {
  const { text, drafts } = readMarked(marked);
  return mark(text, drafts);
}

/** What a refiner makes of a marked text. */
export function refined(refine: Refiner, marked: string): string {
  const { text, drafts, sentences, tokens } = readMarked(marked);
  return mark(text, refine(drafts, { text, sentences, tokens: asTokens(tokens) }));
}
