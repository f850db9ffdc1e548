import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Lexicon } from "../../src/lexicon/lexicon.js";
import { type LexiconOptions, readLexicon } from "../../src/lexicon/read-lexicon.js";
import { tokenize } from "../../src/token/tokenize.js";

const PATH = new URL("../../dictionaries/built/lexicon.bin.gz", import.meta.url);

let bytes: Uint8Array | undefined;

/** The unpacked lexicon file, the same array for a whole test file. */
export function lexiconBytes(): Uint8Array {
  bytes ??= new Uint8Array(gunzipSync(readFileSync(PATH)));
  return bytes;
}

export function testLexicon(options: LexiconOptions = {}): Lexicon {
  return readLexicon(lexiconBytes(), options);
}

/** `한국/NNP 은/JX`: the whole text as one sentence. */
export function morphemes(text: string, lexicon: Lexicon): string {
  return tokenize(text, [{ start: 0, end: text.length, part: "body" }], lexicon)
    .slice()
    .map((token) => `${token.text}/${token.pos}`)
    .join(" ");
}
