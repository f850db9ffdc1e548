/**
 * Every type that crosses a stage border. All of it is plain, readonly JSON: no methods, no cycles, ids instead of pointers.
 *
 * Units  A span is `start`/`end` in UTF-16 code units, 0-based, half-open, relative to the whole text; `text` is the slice.
 *        Inside the pipeline "the text" is `SourceText.text` (normalised); in a `Doc` it is the text as the caller gave it.
 *        `core/source.ts` is the only place where the one becomes the other.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextSpan extends Span {
  readonly text: string;
}

/** The text as given, the text that the stages read, and the way back. */
export interface SourceText {
  readonly original: string;
  /** NFC, one space character, half-width ASCII, no zero-width characters. The same length as `original` for nearly every text. */
  readonly text: string;
  /** Maps a span of `text` to the span of `original` that it came from. */
  toOriginal(span: Span): Span;
}

/** A sentence of the headline, a subheadline, a caption, the byline or the body; boilerplate has none. */
export interface Sentence extends Span {
  readonly part: "headline" | "subheadline" | "byline" | "caption" | "body";
}

/** One morpheme. */
export interface Token extends TextSpan {
  /** Sejong tag, joined with `+` where one surface holds several morphemes: `XSV+EF`. */
  readonly pos: string;
  /** Dictionary form: 하다 for 한다's stem, the surface for what does not inflect. */
  readonly lemma: string;
  /** The lexicon's semantic class (인명, 지명, 행위, …), where it has one. */
  readonly semantic?: string;
}

/** The tokens of a text by number, from 0. Those of a long text are three numbers each until they are asked for. */
export interface Tokens {
  readonly length: number;
  /** Offsets of token `index`; NaN where there is no such token. */
  startOf(index: number): number;
  endOf(index: number): number;
  /** The tokens `[from, to)`; all of them unless given. */
  slice(from?: number, to?: number): Token[];
}

export const MENTION_TYPES = [
  "PERSON",
  "LOCATION",
  "ORGANIZATION",
  "EVENT",
  "DATE",
  "TIME",
  "QUANTITY",
  "TITLE",
  "WORK",
  "LAW",
  "OTHER",
] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

/** What a tagger proposes: a typed span, not yet joined to an entity or a timex. */
export interface MentionDraft extends TextSpan {
  readonly type: MentionType;
  /** TTA class, such as `OGG_POLITICS`. */
  readonly fine: string;
  /** Calibrated probability that span and type are right, 0–1. */
  readonly score: number;
}

export type MentionRole = "outlet" | "reporter";

export interface Mention extends MentionDraft {
  readonly id: string;
  readonly role?: MentionRole;
  /** Id of the entity that the mention names. */
  readonly entity?: string;
  /** Id of the timex that gives a DATE or TIME mention its value. */
  readonly timex?: string;
}

export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Korean administrative code: 2 digits 시도, 5 시군구, 10 읍면동. */
  readonly code?: string;
  /** From the largest unit down: ["경기도", "파주시"]. */
  readonly path: readonly string[];
  /** Degrees, WGS 84. */
  readonly lat?: number;
  readonly lon?: number;
}

/** Why a mention belongs to its entity. */
export interface EntityLink {
  readonly mention: string;
  readonly rule: string;
}

export interface Entity {
  readonly id: string;
  readonly type: MentionType;
  /** The fullest form in the text, NFC. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly string[];
  readonly links: readonly EntityLink[];
  readonly titles?: readonly string[];
  /** Entity id of the organisation or place that the person's title is of. */
  readonly affiliation?: string;
  /** Years. */
  readonly age?: number;
  readonly roles?: readonly string[];
  /** What an acronym stands for. */
  readonly expansion?: string;
  /** government, company, school, hospital, court, party, media, team … */
  readonly kind?: string;
  /** Entity id of the organisation that a department belongs to. */
  readonly parent?: string;
  readonly place?: Place;
  /** How much the article is about it, 0–1, the first being 1. */
  readonly salience: number;
}

export interface Relation {
  readonly type: "title-of" | "affiliated-with" | "located-in" | "abbreviates" | "part-of";
  /** Entity id. */
  readonly from: string;
  /** Entity id. */
  readonly to?: string;
  /** The literal, where the far end is no entity: a title. */
  readonly value?: string;
}

export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";
export type TimexMod = "START" | "MID" | "END" | "APPROX" | "BEFORE" | "AFTER";
export type TimexPart =
  | "era"
  | "century"
  | "decade"
  | "year"
  | "half"
  | "quarter"
  | "season"
  | "month"
  | "week"
  | "day"
  | "weekday"
  | "daypart"
  | "hour"
  | "minute"
  | "second"
  | "zone";

export interface Timex extends TextSpan {
  readonly id: string;
  readonly type: TimexType;
  /** TIMEX3 value: `2024-03-27`, `2022-07`, `P3D`, `2024-Q1`, `XXXX-WXX-2`, `2024-03-27/2024-04-03`; `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`. */
  readonly value: string;
  /** First and last day (`2024-03-27`) or minute (`2024-03-27T14:30`), inclusive, Asia/Seoul; null where the text does not fix them. */
  readonly from: string | null;
  readonly to: string | null;
  readonly mod?: TimexMod;
  /** UTC offset of the clock that is meant, `-05:00`, where the text says 현지시간 and names the place. `from` and `to` are Asia/Seoul all the same. */
  readonly zone?: string;
  /** Parts of the value that the expression states, and parts that were filled in. */
  readonly explicit: readonly TimexPart[];
  readonly implied: readonly TimexPart[];
  /** What an implied part was read off: the publication date, an earlier timex (its id), or nothing. */
  readonly anchor: "document" | "none" | (string & {});
  readonly rule: string;
}

export type EventStatus = "past" | "planned" | "ongoing" | "recurring";

export interface EventDate {
  readonly id: string;
  readonly trigger: TextSpan;
  /** Row of the trigger table that the trigger came from: `hold`, `sign`, `die` … */
  readonly kind: string;
  /** Timex id. */
  readonly timex: string;
  /** Inclusive civil dates. */
  readonly date: { readonly from: string; readonly to: string };
  readonly status: EventStatus;
  /** Entity ids. */
  readonly participants: readonly string[];
  /** Entity id. */
  readonly place?: string;
}

export interface Quote extends TextSpan {
  readonly id: string;
  readonly kind: "direct" | "indirect";
  /** Entity id. */
  readonly speaker?: string;
  /** The word that reports the speech: 말했다, 라며. */
  readonly cue?: TextSpan;
}

export interface PublishedAt {
  /** Civil date, `2024-03-25`. */
  readonly value: string;
  readonly source: "given" | "text" | "inferred";
  /** The date that the page or the caller gave and the text contradicts. */
  readonly conflict?: string;
}

export interface Byline extends TextSpan {
  readonly outlet?: TextSpan;
  readonly reporters: readonly TextSpan[];
  readonly email?: TextSpan;
}

export interface Article {
  readonly headline?: TextSpan;
  readonly subheadlines: readonly TextSpan[];
  readonly bylines: readonly Byline[];
  /** The place that a dateline names: 서울 in (서울=연합뉴스). */
  readonly dateline?: TextSpan;
  readonly captions: readonly TextSpan[];
  /** Paragraphs, in order. */
  readonly body: readonly Span[];
  readonly boilerplate: readonly Span[];
  readonly publishedAt?: PublishedAt;
}

export type Stage = "source" | "article" | "sentence" | "token" | "mention" | "timex" | "entity" | "event" | "quote";

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "info" | "warning";
  readonly stage: Stage;
  readonly start?: number;
  readonly end?: number;
}

/** Closed list; `docs/diagnostics.md` says what each means. */
export const DIAGNOSTIC_CODES = [
  "source/empty",
  "source/not-korean",
  "source/lone-surrogate",
  "source/too-long",
  "source/over-limit",
  "article/date-conflict",
  "article/no-date",
  "timex/no-such-day",
  "timex/no-reference",
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Collects what is odd about a text; a stage reports and goes on. */
export type Report = (diagnostic: Diagnostic) => void;

/** What made a `Doc`. */
export interface Meta {
  readonly gisa: string;
  readonly lexicon: string;
  readonly model: string;
}

export interface Doc {
  readonly text: string;
  /** ISO 639-3, `und` where there is too little text to say. */
  readonly language: string;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly timexes: readonly Timex[];
  readonly events: readonly EventDate[];
  readonly quotes: readonly Quote[];
  readonly diagnostics: readonly Diagnostic[];
  readonly meta: Meta;
}

/** Proposes mentions. The one that ships is `mention/tagger.ts`; a caller may bring another. */
export interface Tagger {
  /** Name and version, written to `Doc.meta.model`. */
  readonly name: string;
  /** Its drafts are final: no rule corrects or completes them. */
  readonly exact?: boolean;
  /**
   * It reads the sentences that it is given, and nothing of the text around them. Of a text longer than any article they then come in stretches of some
   * 65,000 characters, one call for each; else there is one call for a text, whatever its length.
   */
  readonly bySentence?: boolean;
  /** Returns drafts in text order that do not overlap. Offsets are into `text`. */
  tag(text: string, sentences: readonly Sentence[], tokens: readonly Token[]): readonly MentionDraft[];
}

/** What a caller wants to spend on one text: time and memory grow in step with its length. */
export interface Limits {
  /** UTF-16 code units that are read at most. The rest stays in `Doc.text`, without annotations, and `source/over-limit` says so. */
  readonly characters?: number;
}

/** A user's own rule: what it finds is a mention of `type`, before what the tagger says of the same words. */
export interface MentionRule {
  /** Found whole: from the edge of a word or morpheme to the edge of another, so that a josa may follow. */
  readonly words?: readonly string[];
  /** Reads a sentence at a time, composed to NFC. The match is the span; where it has a group named `mention`, that group is. */
  readonly pattern?: RegExp;
  readonly type: MentionType;
  /** TTA class; empty unless given. */
  readonly fine?: string;
  /** 0–1; 1 unless given. */
  readonly score?: number;
}

/** By type, the least score (0–1) of a mention that a tagger or a rule proposed. */
export type Thresholds = Readonly<Partial<Record<MentionType, number>>>;

export interface AnalyzeOptions {
  /** Publication date, `2024-03-25` (an ISO date-time is cut to its day). Relative dates resolve against it. */
  readonly publishedAt?: string;
  /** Analyse text that is not Korean too. */
  readonly force?: boolean;
  /** Take boilerplate for article text. */
  readonly wholePage?: boolean;
  /** In place of those that the analyzer was loaded with. */
  readonly limits?: Limits;
  /** Least score by type, `{ PERSON: 0.5 }`; before those of `loadAnalyzer`. */
  readonly thresholds?: Thresholds;
}
