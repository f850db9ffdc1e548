import { MAX_WORD } from "./lattice.js";

/**
 * Words over UTF-16 code units as a tree in level order: the children of a node are neighbours, sorted by label, so that a node
 * needs only the number of its first child. Node 0 is the root.
 */
export interface Trie {
  /** Last code unit of the node's prefix. */
  readonly labels: Uint16Array;
  /** Children of node n: firstChild[n] … firstChild[n + 1] - 1. */
  readonly firstChild: Int32Array;
  /** Entries of node n: entryStart[n] … entryStart[n + 1] - 1, into `kinds`. */
  readonly entryStart: Int32Array;
  /** What each entry of a word is, as a number of the kind table. */
  readonly kinds: Int32Array;
  /** The root's child by code unit, 0 where it has none. */
  readonly byFirstUnit: Int32Array;
}

/** A tree as it is stored: counts for the numbers that a running sum gives back. */
export interface PackedTrie {
  readonly labels: Uint16Array;
  readonly childCounts: Uint16Array;
  readonly entryCounts: Uint8Array;
  readonly kinds: ArrayLike<number>;
}

/** Builds the tree of a map from word to entries. A word holds at most 255 entries. */
export function packTrie(entriesOf: ReadonlyMap<string, readonly number[]>): PackedTrie {
  const words = [...entriesOf.keys()].filter((word) => word !== "").sort(compareUnits);
  const labels: number[] = [0];
  const childCounts: number[] = [];
  const entryCounts: number[] = [];
  const kinds: number[] = [];
  // A node is the range of sorted words that share its prefix; ranges are visited in level order.
  let level = [0, words.length];
  for (let depth = 0; level.length > 0; depth++) {
    const next: number[] = [];
    for (let r = 0; r < level.length; r += 2) {
      let low = level[r] as number;
      const high = level[r + 1] as number;
      const own =
        depth > 0 && (words[low] as string).length === depth ? (entriesOf.get(words[low++] as string) ?? []) : [];
      for (const kind of own) kinds.push(kind);
      entryCounts.push(own.length);
      let children = 0;
      while (low < high) {
        const unit = (words[low] as string).charCodeAt(depth);
        const first = low;
        while (low < high && (words[low] as string).charCodeAt(depth) === unit) low++;
        next.push(first, low);
        labels.push(unit);
        children++;
      }
      childCounts.push(children);
    }
    level = next;
  }
  return {
    labels: Uint16Array.from(labels),
    childCounts: Uint16Array.from(childCounts),
    entryCounts: Uint8Array.from(entryCounts),
    kinds,
  };
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns null where the counts contradict each other, or a word is longer than any may be. */
export function unpackTrie({ labels, childCounts, entryCounts, kinds }: PackedTrie, kindCount: number): Trie | null {
  const size = labels.length;
  if (size === 0 || childCounts.length !== size || entryCounts.length !== size) return null;
  const firstChild = new Int32Array(size + 1);
  const entryStart = new Int32Array(size + 1);
  let child = 1;
  let entry = 0;
  for (let node = 0; node < size; node++) {
    firstChild[node] = child;
    entryStart[node] = entry;
    if (child <= node) return null;
    child += childCounts[node] as number;
    entry += entryCounts[node] as number;
  }
  firstChild[size] = child;
  entryStart[size] = entry;
  if (child !== size || entry !== kinds.length) return null;
  let depth = 0;
  for (let level = 1; level < size; level = firstChild[level] as number) if (++depth > MAX_WORD) return null;
  const ownKinds = new Int32Array(kinds);
  let highest = 0;
  for (let i = 0; i < ownKinds.length; i++) highest = Math.max(highest, ownKinds[i] as number);
  if (highest >= kindCount && ownKinds.length > 0) return null;
  const byFirstUnit = new Int32Array(0x10000);
  for (let node = firstChild[0] as number; node < (firstChild[1] as number); node++)
    byFirstUnit[labels[node] as number] = node;
  return { labels: labels.slice(), firstChild, entryStart, kinds: ownKinds, byFirstUnit };
}

/** The child of `node` by `unit`, or 0. */
export function childOf(trie: Trie, node: number, unit: number): number {
  const { labels, firstChild } = trie;
  let low = firstChild[node] as number;
  let high = (firstChild[node + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = labels[middle] as number;
    if (label === unit) return middle;
    if (label < unit) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
