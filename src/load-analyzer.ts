import { version } from "../package.json";
import { parseDate, formatDate } from "./core/civil-date.js";
import { GisaError } from "./core/errors.js";
import {
  aBoolean,
  aCivilDate,
  type OptionRules,
  readOptions,
  requireText,
  someLimits,
  thresholdsByType,
} from "./core/options.js";
import { readSource } from "./core/source.js";
import type { AnalyzeOptions, Doc, Limits, MentionRule, Meta, Tagger, Thresholds, Timex } from "./core/types.js";
import { type GivenMention, givenTagger } from "./given-mentions.js";
import type { Lexicon } from "./lexicon/lexicon.js";
import { loadLexicon } from "./lexicon/load-lexicon.js";
import { attachLexicon, inSharedBytes, type SharedLexicon, shareLexicon } from "./lexicon/share-lexicon.js";
import {
  parseUserDictionary,
  requireSound,
  type UserDictionaryReport,
  type UserWord,
} from "./lexicon/user-dictionary.js";
import { loadModel, loadTagger, readTagger } from "./mention/load-tagger.js";
import { compileRules, sendableRules } from "./mention/user-rules.js";
import { analyze, parseTime, type Resources } from "./pipeline.js";

export interface LoadOptions {
  /** Own words: lines of `surface⇥tag⇥semantic⇥cost` in one text or an array, or objects. */
  readonly userDictionary?: string | readonly (string | UserWord)[];
  /** Whether a bad line of it throws. Else it is passed over, and `analyzer.userDictionary` names it. */
  readonly strictDictionary?: boolean;
  /** A tagger in place of the one that ships; its model is then not loaded. */
  readonly tagger?: Tagger;
  /** Own rules: words or patterns that are mentions of a type, whatever the tagger says of them. */
  readonly rules?: readonly MentionRule[];
  /** Least score by type, `{ PERSON: 0.5 }`, of what the tagger or a rule proposes. */
  readonly thresholds?: Thresholds;
  /** Folder of the files of `gisa/dictionaries`, as a URL or (in Node) a path. Node finds its own; a browser needs it. */
  readonly baseUrl?: string | URL;
  /** For every text that is analysed; none unless told. */
  readonly limits?: Limits;
}

export interface ParseTimeOptions {
  /** The day that relative words are read against, `2024-03-25`. */
  readonly reference: string;
}

/** Loaded once, then only read: `analyze` is synchronous, and the same text with the same options always gives the same `Doc`. */
export interface Analyzer {
  /** Never throws on a text; `option/*` errors are for misuse. */
  analyze(text: string, options?: AnalyzeOptions): Doc;
  /** As `analyze`, with mentions that the caller knows (gold, or another tagger's) in place of the tagger's. */
  analyzeMentions(text: string, mentions: readonly GivenMention[], options?: AnalyzeOptions): Doc;
  /** Reads one time expression: `parseTime("지난 27일", { reference: "2024-03-25" })`. */
  parseTime(expression: string, options: ParseTimeOptions): Timex | null;
  /** Versions of what is loaded. */
  readonly meta: Meta;
  /** What became of the option `userDictionary`: bad lines by number, and those given twice. */
  readonly userDictionary: UserDictionaryReport;
}

const LOAD_RULES: OptionRules<LoadOptions> = {
  userDictionary: {
    expects: "a text, or an array of lines or words",
    accepts: (value) => typeof value === "string" || Array.isArray(value),
    code: "option/user-dictionary",
  },
  strictDictionary: aBoolean,
  tagger: {
    expects: "an object with a name and a function tag(text, sentences, tokens)",
    accepts: (value) => {
      const { name, tag } = (value ?? {}) as Partial<Record<keyof Tagger, unknown>>;
      return typeof name === "string" && typeof tag === "function";
    },
  },
  rules: {
    expects: "an array of rules { words or pattern, type }",
    accepts: Array.isArray,
  },
  thresholds: thresholdsByType,
  baseUrl: {
    expects: "a URL or a path",
    accepts: (value) => (typeof value === "string" && value !== "") || value instanceof URL,
  },
  limits: someLimits,
};

const ANALYZE_RULES: OptionRules<AnalyzeOptions> = {
  publishedAt: aCivilDate,
  force: aBoolean,
  wholePage: aBoolean,
  limits: someLimits,
  thresholds: thresholdsByType,
};
/** A copy of what was given and is known. Errors: `option/*`. */
export const readAnalyzeOptions = (options: AnalyzeOptions | undefined, where: string): AnalyzeOptions =>
  readOptions<AnalyzeOptions>(options, ANALYZE_RULES, where);

const PARSE_TIME_RULES: OptionRules<ParseTimeOptions> = { reference: aCivilDate };

/**
 * Loads the lexicon and the model. Touches no network in Node, and runs nothing at install time.
 *
 * Errors  `option/*` for misuse; `resource/missing`, `resource/damaged`, `resource/version` for broken files.
 */
export async function loadAnalyzer(options?: LoadOptions): Promise<Analyzer> {
  const read = readOptions<LoadOptions>(options, LOAD_RULES, "loadAnalyzer");
  // Before anything is loaded: a wrong rule or word is told at once.
  const { words, report } = readWords(read);
  const defaults = defaultsOf(read);
  const { tagger: given, baseUrl } = read;
  const place = baseUrl === undefined ? {} : { baseUrl };
  const [lexicon, tagger] = await Promise.all([
    loadLexicon({ ...place, userWords: words }),
    given ?? loadTagger(place),
  ]);
  return Object.freeze({ ...createAnalyzer(lexicon, tagger, defaults), userDictionary: report });
}

/** What the analyzers of several threads have in common: plain data to send, whose bulk is in shared memory. */
export interface SharedResources {
  readonly lexicon: SharedLexicon;
  readonly model: Uint8Array;
  readonly defaults: Defaults;
}

/** All options but the tagger, which is code. */
export type ShareOptions = Omit<LoadOptions, "tagger">;

const { tagger: _, ...SHARE } = LOAD_RULES;
export const SHARE_RULES: OptionRules<ShareOptions> = SHARE;

/**
 * As `loadAnalyzer`, for the analyzers of other threads. A tagger of the caller's own is code, which no thread can send.
 *
 * Errors  as `loadAnalyzer`.
 */
export async function loadShared(
  options?: ShareOptions,
): Promise<{ resources: SharedResources; userDictionary: UserDictionaryReport }> {
  const read = readOptions<ShareOptions>(options, SHARE_RULES, "loadShared");
  const { words, report } = readWords(read);
  const defaults = defaultsOf(read);
  const place = read.baseUrl === undefined ? {} : { baseUrl: read.baseUrl };
  const [lexicon, model] = await Promise.all([loadLexicon({ ...place, userWords: words }), loadModel(place)]);
  const resources = { lexicon: shareLexicon(lexicon), model: inSharedBytes(model), defaults };
  return { resources, userDictionary: report };
}

/** This thread's analyzer over what another has loaded. */
export async function attachAnalyzer({ lexicon, model, defaults }: SharedResources): Promise<AttachedAnalyzer> {
  return createAnalyzer(attachLexicon(lexicon), await readTagger(model), defaults);
}

export type AttachedAnalyzer = Omit<Analyzer, "userDictionary">;

type Defaults = Pick<LoadOptions, "limits" | "thresholds" | "rules">;

/** Copies: a later change to the caller's objects reaches no analyzer. */
function defaultsOf({ limits, thresholds, rules }: Defaults): Defaults {
  return {
    ...(limits && { limits: { ...limits } }),
    ...(thresholds && { thresholds: { ...thresholds } }),
    ...(rules && { rules: sendableRules(rules) }),
  };
}

function readWords({ userDictionary = [], strictDictionary = false }: LoadOptions) {
  const { entries: words, ...found } = parseUserDictionary(userDictionary);
  if (strictDictionary) requireSound(found);
  const report: UserDictionaryReport = { words: words.length, ...found };
  return { words, report };
}

function createAnalyzer(lexicon: Lexicon, tagger: Tagger, defaults: Defaults): AttachedAnalyzer {
  const { limits: given, thresholds, rules } = defaults;
  const meta: Meta = { gisa: version, lexicon: lexicon.name, model: tagger.name };
  const resources: Resources = { lexicon, tagger, meta, ...(rules && { rules: compileRules(rules) }) };
  const limits = given && { characters: given.characters ?? Number.POSITIVE_INFINITY };
  const withDefaults = (options: AnalyzeOptions | undefined, where: string): AnalyzeOptions => {
    const read = readAnalyzeOptions(options, where);
    return {
      ...(limits && { limits }),
      ...read,
      thresholds: { ...thresholds, ...read.thresholds },
      ...(read.publishedAt !== undefined && { publishedAt: dayOf(read.publishedAt) }),
    };
  };
  return Object.freeze<AttachedAnalyzer>({
    meta,
    analyze(text, options) {
      requireText(text, "analyze");
      return analyze(text, withDefaults(options, "analyze"), resources);
    },
    analyzeMentions(text, mentions, options) {
      requireText(text, "analyzeMentions");
      const read = withDefaults(options, "analyzeMentions");
      const tagger = givenTagger(
        mentions,
        readSource(text, () => {}, read.limits),
      );
      const { lexicon, meta } = resources;
      return analyze(text, read, { lexicon, tagger, meta: { ...meta, model: tagger.name } });
    },
    parseTime(expression, options) {
      requireText(expression, "parseTime");
      const { reference } = readOptions<ParseTimeOptions>(options, PARSE_TIME_RULES, "parseTime");
      if (reference === undefined)
        throw new GisaError(
          "option/type",
          'parseTime needs a reference day: parseTime(expression, { reference: "2024-03-25" }).',
          {
            option: "reference",
          },
        );
      return parseTime(expression, { reference: dayOf(reference) });
    },
  });
}

/** The day of an ISO date or date-time that has been checked. */
function dayOf(iso: string): string {
  const date = parseDate(iso);
  return date === null ? iso : formatDate(date);
}
