import { firstWhere } from "../core/search.js";
import type { Article, Mention, MentionType, Sentence } from "../core/types.js";
import { createJoins, type Joins } from "./joins.js";
import { nameKey } from "./name-key.js";

/** Types of mention that name a real thing. */
export const ENTITY_TYPES: ReadonlySet<MentionType> = new Set([
  "PERSON",
  "LOCATION",
  "ORGANIZATION",
  "EVENT",
  "WORK",
  "LAW",
]);

/** One name of one type, with every mention that writes it. */
export interface Form {
  readonly id: number;
  readonly key: string;
  readonly type: MentionType;
  /** As first written. */
  readonly text: string;
  /** Indices into `Scene.mentions`, in text order. */
  readonly mentions: number[];
}

/** What the rules look at and write to. Rules add joins; they never take one back. */
export interface Scene {
  readonly text: string;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  /** Mentions of entity types, in text order. */
  readonly mentions: readonly Mention[];
  /** TITLE, QUANTITY and the rest, in text order: what stands beside a name. */
  readonly others: readonly Mention[];
  readonly forms: readonly Form[];
  /** Form of each mention. */
  readonly formOf: readonly Form[];
  /** Forms by key, of all types. */
  readonly byKey: ReadonlyMap<string, readonly Form[]>;
  readonly joins: Joins;
}

export function setScene(
  text: string,
  article: Article,
  sentences: readonly Sentence[],
  all: readonly Mention[],
): Scene {
  const mentions = all.filter((mention) => ENTITY_TYPES.has(mention.type));
  const others = all.filter((mention) => !ENTITY_TYPES.has(mention.type));
  const forms: Form[] = [];
  const formOf: Form[] = [];
  const byKey = new Map<string, Form[]>();
  mentions.forEach((mention, i) => {
    const key = nameKey(mention.text);
    const same = byKey.get(key) ?? [];
    let form = same.find(({ type }) => type === mention.type);
    if (!form) {
      form = { id: forms.length, key, type: mention.type, text: mention.text, mentions: [] };
      forms.push(form);
      same.push(form);
      byKey.set(key, same);
    }
    form.mentions.push(i);
    formOf.push(form);
  });
  return { text, article, sentences, mentions, others, forms, formOf, byKey, joins: createJoins(mentions.length) };
}

/** Index of the last item of a sorted list that is below `value`, or -1. */
export const lastBelow = (sorted: readonly number[], value: number): number =>
  firstWhere(sorted, (item) => item >= value) - 1;

/** The member of a sorted list nearest before `value`; where none is before, the first after. */
export function nearest(sorted: readonly number[], value: number): number | undefined {
  const at = lastBelow(sorted, value);
  return at >= 0 ? sorted[at] : sorted[0] === value ? sorted[1] : sorted[0];
}

/** First mention of `others` that starts at or after `offset`. */
export const otherAt = ({ others }: Scene, offset: number): Mention | undefined =>
  others[firstWhere(others, ({ start }) => start >= offset)];

/** Index of the last of `mentions` that starts before `offset`, or -1. */
export const lastMentionBefore = ({ mentions }: Scene, offset: number): number =>
  firstWhere(mentions, ({ start }) => start >= offset) - 1;

/** The sentence that holds `offset`. */
export function sentenceAt({ sentences }: Scene, offset: number): Sentence | undefined {
  const sentence = sentences[firstWhere(sentences, ({ end }) => end > offset)];
  return sentence && sentence.start <= offset ? sentence : undefined;
}
