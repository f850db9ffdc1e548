/**
 * A token-classification pipeline of transformers.js in place of the tagger that ships. Nothing is imported from
 * `@huggingface/transformers`: the caller makes the pipeline and passes it, so that package stays optional.
 */
import { GisaError } from "../core/errors.js";
import { aFunction, type OptionRules, readOptions, requireText } from "../core/options.js";
import { readSource } from "../core/source.js";
import { type AnalyzeOptions, type Doc, MENTION_TYPES, type MentionType, type Span } from "../core/types.js";
import type { GivenMention } from "../given-mentions.js";
import type { Analyzer } from "../load-analyzer.js";
import { alignPieces } from "./align-pieces.js";
import { decodeLabels, readLabel } from "./decode-labels.js";
import { TYPE_OF_TAG } from "./labels.table.js";

/** One piece as transformers.js gives it. Its `start` and `end`, promised and absent, are not looked at. */
export interface PipelinePiece {
  readonly word: string;
  readonly score: number;
  readonly entity?: string | undefined;
  readonly entity_group?: string | undefined;
  readonly index?: number | undefined;
}

/** What is used of `await pipeline("token-classification", …)`. */
export interface TokenClassifier {
  (texts: string[], options: { ignore_labels: string[] }): Promise<readonly (readonly PipelinePiece[])[]>;
  readonly model?: { readonly config?: unknown };
}

export interface TransformersOptions {
  /** The pipeline. */
  readonly pipeline: TokenClassifier;
  /** The model's tags (without B-, I-) that are named otherwise than usual, and their types; null is no mention. */
  readonly labels?: Readonly<Record<string, MentionType | null>>;
  /** Written to `doc.meta.model`; the model's own name unless given. */
  readonly name?: string;
  /** Longest passage that the model gets, in UTF-16 code units: 300 unless given. A BERT of 512 pieces cuts what is longer, without a word. */
  readonly maxCharacters?: number;
  /** Passages a call of the pipeline: 8 unless given. */
  readonly batchSize?: number;
}

export interface TransformersAnalyzer {
  /** As `Analyzer.analyze`, with the pipeline's mentions; later, since a pipeline answers later. */
  analyze(text: string, options?: AnalyzeOptions): Promise<Doc>;
  /** The pipeline's mentions alone, with offsets into the text as given. */
  findMentions(text: string, options?: AnalyzeOptions): Promise<GivenMention[]>;
}

const isCount = (value: unknown) => Number.isInteger(value) && (value as number) > 0;
const RULES: OptionRules<TransformersOptions> = {
  pipeline: { ...aFunction, expects: 'a pipeline: await pipeline("token-classification", model)' },
  labels: {
    expects: `an object from the model's tags to types (${MENTION_TYPES.join(", ")}) or null`,
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.values(value).every((type) => type === null || (MENTION_TYPES as readonly unknown[]).includes(type)),
  },
  name: { expects: "a name", accepts: (value) => typeof value === "string" && value !== "" },
  maxCharacters: { expects: "a whole number above 0", accepts: isCount },
  batchSize: { expects: "a whole number above 0", accepts: isCount },
};

/**
 * Puts a pipeline in the place of the tagger. Offsets are found by aligning the pipeline's pieces with the text.
 *
 * Errors  `option/*` for misuse, also where the model has a tag that `labels` says nothing of. What the pipeline throws, `analyze` rejects with.
 */
export function withTransformers(analyzer: Analyzer, options: TransformersOptions): TransformersAnalyzer {
  if (typeof (analyzer as Partial<Analyzer> | undefined)?.analyzeMentions !== "function")
    throw new GisaError("option/type", "withTransformers takes an analyzer first: await loadAnalyzer().", {
      option: "analyzer",
    });
  const read = readOptions<TransformersOptions>(options, RULES, "withTransformers");
  const { pipeline, labels = {}, maxCharacters = 300, batchSize = 8 } = read;
  if (pipeline === undefined)
    throw new GisaError("option/type", "withTransformers needs { pipeline }.", { option: "pipeline" });
  const config = (pipeline.model?.config ?? {}) as { id2label?: Record<string, unknown>; _name_or_path?: unknown };
  const typeOf = (tag: string): MentionType | null | undefined =>
    Object.hasOwn(labels, tag) ? labels[tag] : Object.hasOwn(TYPE_OF_TAG, tag) ? TYPE_OF_TAG[tag] : undefined;
  for (const label of Object.values(config.id2label ?? {})) {
    const { tag } = readLabel(String(label));
    if (typeOf(tag) === undefined)
      throw new GisaError(
        "option/type",
        `withTransformers: the model has a tag ${JSON.stringify(tag)} of which gisa knows no type. Say it: labels: { ${JSON.stringify(tag)}: "OTHER" }, or null for no mention.`,
        { option: "labels" },
      );
  }
  const name = read.name ?? (typeof config._name_or_path === "string" ? config._name_or_path : "transformers");

  const findMentions = async (text: string, analyzeOptions: AnalyzeOptions = {}): Promise<GivenMention[]> => {
    requireText(text, "withTransformers");
    const { sentences } = analyzer.analyzeMentions(text, [], analyzeOptions);
    const passages = packPassages(text, sentences, maxCharacters);
    const mentions: GivenMention[] = [];
    for (let i = 0; i < passages.length; i += batchSize) {
      const batch = passages.slice(i, i + batchSize).map(({ start, end }) => ({
        start,
        source: readSource(text.slice(start, end), () => {}),
      }));
      const answers = await pipeline(
        batch.map(({ source }) => source.text),
        { ignore_labels: [] },
      );
      batch.forEach(({ start, source }, n) => {
        for (const span of spansOf(source.text, answers[n])) {
          const type = typeOf(span.tag) === undefined ? "OTHER" : typeOf(span.tag);
          if (type === null || type === undefined) continue;
          const original = source.toOriginal(span);
          const score = Math.min(1, Math.max(0, span.score));
          mentions.push({ start: start + original.start, end: start + original.end, type, fine: span.tag, score });
        }
      });
    }
    return mentions;
  };
  return Object.freeze({
    findMentions,
    async analyze(text: string, analyzeOptions: AnalyzeOptions = {}): Promise<Doc> {
      const mentions = await findMentions(text, analyzeOptions);
      const doc = analyzer.analyzeMentions(text, mentions, analyzeOptions);
      return { ...doc, meta: { ...doc.meta, model: name } };
    },
  });
}

function spansOf(text: string, answer: readonly PipelinePiece[] | undefined) {
  const pieces = Array.isArray(answer) ? answer.filter(({ word }) => typeof word === "string") : [];
  const spans = alignPieces(text, pieces);
  return decodeLabels(
    pieces.map(({ entity, entity_group, score, index }, i) => ({
      label: entity ?? entity_group ?? "O",
      score: typeof score === "number" && !Number.isNaN(score) ? score : 1,
      index,
      span: spans[i] ?? null,
    })),
  );
}

/** Neighbouring sentences as long as they fit, for the model's context; a sentence that is too long is cut at white space. */
function packPassages(text: string, sentences: readonly Span[], most: number): Span[] {
  const passages: { start: number; end: number }[] = [];
  for (const { start, end } of sentences) {
    const last = passages.at(-1);
    if (
      last !== undefined &&
      start >= last.end &&
      end - last.start <= most &&
      text.slice(last.end, start).trim() === ""
    )
      last.end = end;
    else passages.push(...cut(text, start, end, most));
  }
  return passages;
}

function cut(text: string, start: number, end: number, most: number): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  while (end - from > most) {
    const space = text.slice(from, from + most).search(/\s\S*$/u);
    const to = from + (space > 0 ? space : most);
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (end > from) pieces.push({ start: from, end });
  return pieces;
}
