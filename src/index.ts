export { type ErrorCode, ERROR_CODES, GisaError } from "./core/errors.js";
export {
  type AnalyzeOptions,
  type Article,
  type Byline,
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  type Doc,
  type Entity,
  type EntityLink,
  type EventDate,
  type EventStatus,
  type Limits,
  MENTION_TYPES,
  type Mention,
  type MentionDraft,
  type MentionRole,
  type MentionType,
  type Meta,
  type Place,
  type PublishedAt,
  type Quote,
  type Relation,
  type Sentence,
  type Span,
  type Stage,
  type Tagger,
  type TextSpan,
  type Timex,
  type TimexMod,
  type TimexPart,
  type TimexType,
  type Token,
} from "./core/types.js";
export { type Annotation, type AnnotationLayer, ANNOTATION_LAYERS, annotations } from "./export/annotations.js";
export type { GivenMention } from "./given-mentions.js";
export {
  parseUserDictionary,
  type UserDictionary,
  type UserDictionaryProblem,
  type UserWord,
} from "./lexicon/user-dictionary.js";
export { type Analyzer, loadAnalyzer, type LoadOptions, type ParseTimeOptions } from "./load-analyzer.js";
