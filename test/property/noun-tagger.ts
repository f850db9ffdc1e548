import type { MentionDraft, MentionType, Sentence, Tagger, Token } from "../../src/core/types.js";

const TYPE_OF_TAG: Readonly<Record<string, MentionType>> = { 인명: "PERSON", 지명: "LOCATION" };

/** Takes every proper noun, figure and foreign word for a mention: the stages after it get work without a model. */
export const nounTagger: Tagger = {
  name: "nouns",
  tag(text, _sentences, tokens) {
    const drafts: MentionDraft[] = [];
    for (const token of tokens) {
      const type = typeOf(token);
      if (type === undefined) continue;
      const { start, end } = token;
      drafts.push({ start, end, text: text.slice(start, end), type, fine: "", score: 0.5 });
    }
    return drafts;
  },
};

function typeOf({ pos, semantic, text }: Token): MentionType | undefined {
  if (pos === "NNP") return TYPE_OF_TAG[semantic ?? ""] ?? "ORGANIZATION";
  if (pos === "SL") return "ORGANIZATION";
  if (pos === "SN") return "QUANTITY";
  if (/(?:장|관|원|자)$/.test(text) && pos === "NNG") return "TITLE";
  return undefined;
}

/** Takes stretches of each sentence for mentions, whatever they hold; the same for the same text. */
export function carelessTagger(seed: number): Tagger {
  return {
    name: "careless",
    tag(text, sentences) {
      let state = seed >>> 0;
      const next = (below: number) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const types: readonly MentionType[] = [
        "PERSON",
        "LOCATION",
        "ORGANIZATION",
        "EVENT",
        "DATE",
        "TIME",
        "TITLE",
        "WORK",
        "OTHER",
      ];
      return sentences.flatMap((sentence) => stretches(text, sentence, next, types));
    },
  };
}

function stretches(
  text: string,
  { start, end }: Sentence,
  next: (below: number) => number,
  types: readonly MentionType[],
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (let at = start + next(4); at < end; at += 1 + next(12)) {
    const to = Math.min(end, at + 1 + next(9));
    const type = types[next(types.length)] as MentionType;
    drafts.push({ start: at, end: to, text: text.slice(at, to), type, fine: "", score: next(100) / 100 });
    at = to;
  }
  return drafts;
}
