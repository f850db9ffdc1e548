import { GisaError } from "./core/errors.js";
import { MENTION_TYPES, type MentionDraft, type MentionType, type SourceText, type Tagger } from "./core/types.js";

/** A mention that the caller knows already. Offsets are into the text as given. */
export interface GivenMention {
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  /** TTA class. */
  readonly fine?: string;
  /** 1 unless given. */
  readonly score?: number;
}

/**
 * A tagger that proposes what the caller gave.
 *
 * Errors  `option/type` names the first mention that has no span of the text or no type.
 */
export function givenTagger(mentions: readonly GivenMention[], source: SourceText): Tagger {
  if (!Array.isArray(mentions))
    throw new GisaError("option/type", "analyzeMentions takes an array of mentions { start, end, type }.", {
      option: "mentions",
    });
  for (const [index, mention] of mentions.entries()) requireMention(mention, index, source.original.length);
  const fromOriginal = inverseOf(source);
  const drafts = mentions
    .map(({ start, end, type, fine, score }): MentionDraft => {
      const span = { start: fromOriginal(start), end: fromOriginal(end) };
      return { ...span, text: source.text.slice(span.start, span.end), type, fine: fine ?? type, score: score ?? 1 };
    })
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { name: "given", exact: true, tag: () => drafts };
}

function requireMention(mention: unknown, index: number, length: number): void {
  const { start, end, type } = (mention ?? {}) as Partial<Record<string, unknown>>;
  const isSpan =
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end) &&
    Number(end) <= length;
  if (!isSpan || !(MENTION_TYPES as readonly unknown[]).includes(type))
    throw new GisaError(
      "option/type",
      `analyzeMentions: mention ${index} needs start < end within the text (in UTF-16 code units) and a type of ${MENTION_TYPES.join(", ")}.`,
      { option: `mentions[${index}]` },
    );
}

/** The way from an offset of the original to the normalised text: by halving, since `toOriginal` only goes the other way and keeps order. */
function inverseOf({ original, text, toOriginal }: SourceText): (offset: number) => number {
  if (original === text) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (toOriginal({ start: middle, end: middle + 1 }).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
