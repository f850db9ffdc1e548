import type { Characters } from "./characters.js";
import { Features, type Kinds, type Matrix } from "./kinds.js";
import { Lexicon, type LexiconMeta } from "./lexicon.js";
import type { Trie } from "./trie.js";

/** A lexicon as threads hand it to each other: plain data, whose arrays lie in memory that all of them see. */
export interface SharedLexicon {
  readonly meta: LexiconMeta;
  readonly features: string;
  readonly kinds: Kinds;
  readonly matrix: Matrix;
  readonly tries: readonly Trie[];
  readonly characters: Characters;
  readonly leftSpacePenalty: boolean;
}

/** Copies the arrays of a lexicon into shared memory, once. */
export function shareLexicon(lexicon: Lexicon): SharedLexicon {
  const { meta, features, kinds, matrix, tries, characters, leftSpacePenalty } = lexicon;
  return {
    meta,
    features: features.text,
    kinds: inSharedMemory(kinds),
    matrix: inSharedMemory(matrix),
    tries: tries.map(inSharedMemory),
    characters: inSharedMemory(characters),
    leftSpacePenalty,
  };
}

/** A lexicon over shared arrays, with scratch memory of its own. */
export function attachLexicon(shared: SharedLexicon): Lexicon {
  const { meta, features, kinds, matrix, tries, characters, leftSpacePenalty } = shared;
  return new Lexicon(meta, new Features(features), kinds, matrix, tries, characters, leftSpacePenalty);
}

/** The same record with every typed array moved. */
function inSharedMemory<T extends object>(record: T): T {
  const moved = Object.entries(record).map(([key, value]) => [key, ArrayBuffer.isView(value) ? shared(value) : value]);
  return Object.fromEntries(moved) as T;
}

function shared(view: ArrayBufferView): ArrayBufferView {
  const bytes = inSharedBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  const Kind = view.constructor as new (buffer: ArrayBufferLike) => ArrayBufferView;
  return new Kind(bytes.buffer);
}

/** A copy of bytes in memory that threads share. */
export function inSharedBytes(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
