/**
 * The user's own rules: words and patterns that are mentions of a type.
 *
 * Shapes  compileRules: what the caller gave → a proposer, or a GisaError that names the rule. A proposer: a scene → drafts, in any order.
 * Units   spans of `SourceText.text`; words are composed to NFC as that text is.
 */
import { GisaError } from "../core/errors.js";
import { firstIndex } from "../core/search.js";
import { MENTION_TYPES, type MentionDraft, type MentionRule, type Sentence, type Tokens } from "../core/types.js";
import type { Scene } from "./refiners/refiner.js";

export type Proposer = (scene: Scene) => MentionDraft[];

type Label = Pick<MentionDraft, "type" | "fine" | "score">;

interface Word extends Label {
  readonly form: string;
}

interface Pattern extends Label {
  readonly regex: RegExp;
}

/** Errors  `option/type` with `details.option` `rules[i]`: neither words nor pattern, both, no type, a score out of range. */
export function compileRules(given: readonly MentionRule[]): Proposer {
  const words = new Map<string, Word[]>();
  const patterns: Pattern[] = [];
  given.forEach((rule: unknown, index) => {
    requireRule(rule, index);
    const { type, fine = "", score = 1 } = rule;
    if (rule.pattern !== undefined) {
      // A copy of our own: `lastIndex` of the caller's is state. Always global, never sticky, with indices of groups.
      const flags = new Set([...rule.pattern.flags, "g", "d"]);
      flags.delete("y");
      patterns.push({ regex: new RegExp(rule.pattern.source, [...flags].join("")), type, fine, score });
    }
    for (const word of rule.words ?? []) {
      const form = word.trim().normalize("NFC");
      const first = form.charAt(0);
      const list = words.get(first);
      if (list === undefined) words.set(first, [{ form, type, fine, score }]);
      else list.push({ form, type, fine, score });
    }
  });
  for (const list of words.values()) list.sort((a, b) => b.form.length - a.form.length);
  return ({ text, sentences, tokens }) => {
    const drafts: MentionDraft[] = [];
    const edges = words.size === 0 ? undefined : new Edges(text, tokens);
    for (const sentence of sentences) {
      if (edges !== undefined) drafts.push(...wordsIn(text, sentence, words, edges));
      for (const pattern of patterns) drafts.push(...matchesIn(text, sentence, pattern));
    }
    return drafts;
  };
}

/** The same rules as data that can be sent to another thread: no subclass, no getter, no prototype of the caller's. Checks them as `compileRules`. */
export function sendableRules(given: readonly MentionRule[]): MentionRule[] {
  return given.map((rule: unknown, index) => {
    requireRule(rule, index);
    const { words, pattern, ...label } = rule;
    return {
      ...label,
      ...(words === undefined ? {} : { words: words.map(String) }),
      ...(pattern === undefined ? {} : { pattern: new RegExp(pattern.source, pattern.flags) }),
    };
  });
}

/** The first list whole, and of the second what does not touch it. Both in text order and without overlaps, as is the result. */
export function preferred(first: readonly MentionDraft[], second: readonly MentionDraft[]): MentionDraft[] {
  let next = 0;
  const kept = second.filter(({ start, end }) => {
    while (next < first.length && first[next]!.end <= start) next++;
    return next === first.length || first[next]!.start >= end;
  });
  return [...first, ...kept].sort((a, b) => a.start - b.start);
}

function* wordsIn(
  text: string,
  { start, end }: Sentence,
  words: ReadonlyMap<string, readonly Word[]>,
  edges: Edges,
): Generator<MentionDraft> {
  for (let at = start; at < end; at++) {
    const candidates = words.get(text.charAt(at));
    if (candidates === undefined || !edges.has(at)) continue;
    const found = candidates.find(
      ({ form }) => at + form.length <= end && text.startsWith(form, at) && edges.has(at + form.length),
    );
    if (found === undefined) continue;
    const { form, ...label } = found;
    yield { start: at, end: at + form.length, text: form, ...label };
    at += form.length - 1;
  }
}

function* matchesIn(text: string, { start, end }: Sentence, { regex, ...label }: Pattern): Generator<MentionDraft> {
  for (const match of text.slice(start, end).matchAll(regex)) {
    const group = match.indices?.groups?.["mention"];
    const [from, to] = group ?? [match.index, match.index + match[0].length];
    if (to > from) yield { start: start + from, end: start + to, text: text.slice(start + from, start + to), ...label };
  }
}

/** Where a word may begin or end: beside what is no letter or digit, and between morphemes. */
class Edges {
  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
  ) {}

  has(at: number): boolean {
    return this.isTokenEdge(at) || !isLetter(this.text.charAt(at - 1)) || !isLetter(this.text.charAt(at));
  }

  private isTokenEdge(at: number): boolean {
    const { tokens } = this;
    const index = firstIndex(tokens.length, (i) => tokens.endOf(i) >= at);
    return tokens.startOf(index) === at || tokens.endOf(index) === at;
  }
}

const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);

function requireRule(rule: unknown, index: number): asserts rule is MentionRule {
  const fault = faultOf(rule);
  if (fault !== null) throw new GisaError("option/type", `rules[${index}] ${fault}.`, { option: `rules[${index}]` });
}

const KEYS = ["words", "pattern", "type", "fine", "score"];

function faultOf(rule: unknown): string | null {
  if (typeof rule !== "object" || rule === null) return "is no object { words or pattern, type }";
  const { words, pattern, type, fine, score } = rule as Record<string, unknown>;
  const unknown = Object.keys(rule).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return `has an unknown key ${JSON.stringify(unknown)}; it may have ${KEYS.join(", ")}`;
  if ((words === undefined) === (pattern === undefined)) return "needs either words or a pattern";
  if (pattern !== undefined && !(pattern instanceof RegExp)) return "has a pattern that is no RegExp";
  const isWord = (word: unknown) => typeof word === "string" && word.trim() !== "";
  if (words !== undefined && !(Array.isArray(words) && words.every(isWord)))
    return "has words that are no array of texts with something in them";
  if (!(MENTION_TYPES as readonly unknown[]).includes(type)) return `needs a type of ${MENTION_TYPES.join(", ")}`;
  if (fine !== undefined && typeof fine !== "string") return "has a fine class that is no text";
  if (score !== undefined && !(typeof score === "number" && score >= 0 && score <= 1))
    return "has a score that is not from 0 to 1";
  return null;
}
