import { GisaError } from "../core/errors.js";
import { loadResource, type ResourceOptions } from "../core/resources.js";
import type { Lexicon } from "./lexicon.js";
import { type LexiconOptions, readLexicon } from "./read-lexicon.js";
import { parseUserDictionary, type UserWord } from "./user-dictionary.js";

export const LEXICON_FILE = "lexicon.bin.gz";

export interface LoadLexiconOptions extends ResourceOptions, Omit<LexiconOptions, "userWords"> {
  /** A text or lines of `surface⇥tag⇥semantic⇥cost`, or words as objects. */
  readonly userDictionary?: string | readonly (string | UserWord)[];
}

/**
 * Loads the lexicon that ships with the package, and the caller's own words.
 *
 * Errors  `resource/missing`, `resource/damaged`, `resource/version`; `option/user-dictionary` names the first bad line.
 */
export async function loadLexicon({ userDictionary, ...options }: LoadLexiconOptions = {}): Promise<Lexicon> {
  const userWords = userDictionary === undefined ? [] : requireWords(userDictionary);
  return readLexicon(await loadResource(LEXICON_FILE, options), { ...options, userWords });
}

function requireWords(given: string | readonly (string | UserWord)[]): readonly UserWord[] {
  if (typeof given !== "string" && !Array.isArray(given))
    throw new GisaError("option/user-dictionary", "userDictionary must be a text, or an array of lines or words.");
  const { entries, problems } = parseUserDictionary(given);
  const [first] = problems;
  if (first === undefined) return entries;
  const others = problems.length === 1 ? "" : ` (and ${problems.length - 1} more)`;
  throw new GisaError(
    "option/user-dictionary",
    `userDictionary, line ${first.line}${others}: ${first.reason}. parseUserDictionary() lists every bad line and keeps the good ones.`,
    { line: first.line },
  );
}
