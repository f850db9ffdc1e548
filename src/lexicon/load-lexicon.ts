import { loadResource, type ResourceOptions } from "../core/resources.js";
import type { Lexicon } from "./lexicon.js";
import { type LexiconOptions, readLexicon } from "./read-lexicon.js";

export const LEXICON_FILE = "lexicon.bin.gz";

export interface LoadLexiconOptions extends ResourceOptions, LexiconOptions {}

/**
 * Loads the lexicon that ships with the package, and the caller's own words.
 *
 * Errors  `resource/missing`, `resource/damaged`, `resource/version`.
 */
export async function loadLexicon(options: LoadLexiconOptions = {}): Promise<Lexicon> {
  return readLexicon(await loadResource(LEXICON_FILE, options), options);
}
