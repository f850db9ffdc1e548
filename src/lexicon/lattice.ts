import { type Characters, isSpaceUnit, MAX_GROUP, nextCharacter } from "./characters.js";
import type { Kinds, Matrix } from "./kinds.js";
import type { Trie } from "./trie.js";

/** Above this many code units the search commits to its best path at the next space … */
const SOFT_WINDOW = 2048;
/** … and above this many at the next place where a word ends, so that time and memory stay linear on any line. */
const HARD_WINDOW = 4096;
/** White space within a window that is longer than this ends the window. */
const MAX_SPACES = 64;
/** Longest word of any dictionary, in code units. */
export const MAX_WORD = 128;
/** Furthest that a node may end beyond the place it starts from. */
const REACH = MAX_SPACES + MAX_WORD;

/** A row of `kindRows`: matrix row, matrix column, cost, penalty. */
const KIND_ROW = 4;
const RIGHT = 1;
const COST = 2;
const PENALTY = 3;

export interface LatticeParts {
  /** The lexicon, then what was added to it; later ones win where costs are equal. */
  readonly tries: readonly Trie[];
  readonly kinds: Kinds;
  readonly matrix: Matrix;
  readonly characters: Characters;
  /** Matrix column of the beginning and row of the end of a sentence. */
  readonly beginRight: number;
  readonly endLeft: number;
  readonly leftSpacePenalty: boolean;
}

/**
 * The cheapest way through a sentence, by MeCab's rules: words of the lexicon, unknown words by character category, connection costs,
 * and mecab-ko's penalty for white space before a josa, an ending or a suffix. Ties fall as they do in MeCab.
 *
 * All state is scratch memory, overwritten by every call; an answer depends on the arguments alone.
 */
export class Lattice {
  /** The last answer: start, end and kind of each token, in order. */
  tokens = new Int32Array(3 * 256);
  /** What the last answer costs, with its edges. */
  pathCost = 0;

  // Nodes, column by column.
  private nodeStart = new Int32Array(1 << 14);
  private nodeEnd = new Int32Array(1 << 14);
  private nodeKind = new Int32Array(1 << 14);
  private nodePrevious = new Int32Array(1 << 14);
  private nodeCost = new Int32Array(1 << 14);
  /** The node before this one that ends in the same place, or -1. */
  private nodeSibling = new Int32Array(1 << 14);
  private nodeCount = 0;
  private readonly lastEndingAt = new Int32Array(HARD_WINDOW + REACH + 2);

  // Words that start at the current place, in MeCab's order of proposal.
  private wordKind = new Int32Array(256);
  private wordEnd = new Int32Array(256);
  private wordRow = new Int32Array(256);
  private wordCount = 0;

  // The cheapest node per matrix column among those that end at the current place, cheapest first.
  private readonly columnSlot: Int32Array;
  private readonly columnStamp: Int32Array;
  private slotColumn = new Int32Array(256);
  private slotCost = new Int32Array(256);
  private slotNode = new Int32Array(256);
  private slotCount = 0;

  // The cheapest way into each matrix row at the current place.
  private readonly rowStamp: Int32Array;
  private readonly rowCost: Int32Array;
  private readonly rowNode: Int32Array;
  private stamp = 0;

  /** The kinds' numbers side by side: a kind is one look into memory instead of four. All are 16-bit numbers in the file, as are users' costs. */
  private readonly kindRows: Int16Array;

  constructor(private readonly parts: LatticeParts) {
    const { rows, columns } = parts.matrix;
    this.columnSlot = new Int32Array(columns);
    this.columnStamp = new Int32Array(columns);
    this.rowStamp = new Int32Array(rows);
    this.rowCost = new Int32Array(rows);
    this.rowNode = new Int32Array(rows);
    this.kindRows = rowsOf(parts.kinds);
  }

  /** Segments `text.slice(from, to)`; returns the number of tokens, which are in `tokens`. */
  segment(text: string, from: number, to: number, contextRight = this.parts.beginRight): number {
    while (to > from && isSpaceUnit(text.charCodeAt(to - 1))) to--;
    let count = 0;
    this.pathCost = 0;
    let cut = from;
    while (cut < to) {
      const origin = skipSpaces(text, cut, to);
      const spaceBefore = origin > cut;
      cut = this.search(text, origin, to, contextRight, spaceBefore);
      const last = cut === to ? this.cheapestBeforeEnd(to - origin) : this.cheapestAt(cut - origin);
      contextRight = this.parts.kinds.right[this.nodeKind[last] as number] as number;
      count = this.writePath(last, count);
    }
    return count;
  }

  /** Fills the lattice from `origin` on and returns where it stopped: at `to`, or where a window was cut. */
  private search(text: string, origin: number, to: number, contextRight: number, spaceBefore: boolean): number {
    const { matrix, leftSpacePenalty } = this.parts;
    const { kindRows } = this;
    const { costs, least, columns } = matrix;
    const { lastEndingAt, columnSlot, columnStamp, rowStamp, rowCost, rowNode } = this;
    lastEndingAt.fill(-1, 0, Math.min(to - origin, HARD_WINDOW) + REACH + 1);
    this.nodeCount = 0;

    for (let at = origin; at < to; at++) {
      const place = at - origin;
      const head = lastEndingAt[place] as number;
      if (head < 0 && place > 0) continue;

      const start = skipSpaces(text, at, to);
      if (start - at > MAX_SPACES || (place >= SOFT_WINDOW && (place >= HARD_WINDOW || start > at))) return at;

      if (++this.stamp === 0x7fffffff) {
        columnStamp.fill(0);
        rowStamp.fill(0);
        this.stamp = 1;
      }
      const stamp = this.stamp;

      // Nodes are listed last first, as in MeCab, where the first of equal ones wins.
      if (place === 0) {
        this.slotColumn[0] = contextRight;
        this.slotCost[0] = 0;
        this.slotNode[0] = -1;
        this.slotCount = 1;
      } else {
        this.slotCount = 0;
        for (let node = head; node >= 0; node = this.nodeSibling[node] as number) {
          const column = kindRows[KIND_ROW * (this.nodeKind[node] as number) + RIGHT] as number;
          const cost = this.nodeCost[node] as number;
          let slot = columnSlot[column] as number;
          if (columnStamp[column] === stamp) {
            if (cost >= (this.slotCost[slot] as number)) continue;
          } else {
            slot = this.slotCount++;
            if (slot === this.slotColumn.length) this.growSlots();
            columnStamp[column] = stamp;
            columnSlot[column] = slot;
            this.slotColumn[slot] = column;
          }
          this.slotCost[slot] = cost;
          this.slotNode[slot] = node;
        }
        this.sortSlots();
      }
      const { slotColumn, slotCost, slotNode, slotCount } = this;

      this.proposeWords(text, start, to);
      if (this.nodeCount + this.wordCount > this.nodeKind.length) this.growNodes();
      const { nodeStart, nodeEnd, nodeKind, nodePrevious, nodeCost, nodeSibling, wordKind, wordEnd } = this;
      // In a loop of its own, where one miss of the cache need not wait for the other.
      const { wordCount, wordRow } = this;
      for (let word = 0; word < wordCount; word++)
        wordRow[word] = kindRows[KIND_ROW * (wordKind[word] as number)] as number;
      const penalised = leftSpacePenalty && (place === 0 ? spaceBefore : start > at);
      for (let word = wordCount - 1; word >= 0; word--) {
        const kind = wordKind[word] as number;
        const row = wordRow[word] as number;
        if (rowStamp[row] !== stamp) {
          rowStamp[row] = stamp;
          const offset = row * columns;
          const floor = least[row] as number;
          let best = 0x7fffffff;
          let bestNode = -1;
          // No connection is cheaper than the row's cheapest: past that, no dearer node can win.
          for (let slot = 0; slot < slotCount && (slotCost[slot] as number) + floor <= best; slot++) {
            const cost = (slotCost[slot] as number) + (costs[offset + (slotColumn[slot] as number)] as number);
            if (cost < best || (cost === best && (slotNode[slot] as number) > bestNode)) {
              best = cost;
              bestNode = slotNode[slot] as number;
            }
          }
          rowCost[row] = best;
          rowNode[row] = bestNode;
        }
        const node = this.nodeCount++;
        const end = wordEnd[word] as number;
        nodeStart[node] = start;
        nodeEnd[node] = end;
        nodeKind[node] = kind;
        nodePrevious[node] = rowNode[row] as number;
        nodeCost[node] =
          (rowCost[row] as number) +
          (kindRows[KIND_ROW * kind + COST] as number) +
          (penalised ? (kindRows[KIND_ROW * kind + PENALTY] as number) : 0);
        nodeSibling[node] = lastEndingAt[end - origin] as number;
        lastEndingAt[end - origin] = node;
      }
    }
    return to;
  }

  private sortSlots(): void {
    const { slotColumn, slotCost, slotNode, slotCount } = this;
    for (let i = 1; i < slotCount; i++) {
      const column = slotColumn[i] as number;
      const cost = slotCost[i] as number;
      const node = slotNode[i] as number;
      let at = i;
      for (; at > 0 && (slotCost[at - 1] as number) > cost; at--) {
        slotColumn[at] = slotColumn[at - 1] as number;
        slotCost[at] = slotCost[at - 1] as number;
        slotNode[at] = slotNode[at - 1] as number;
      }
      slotColumn[at] = column;
      slotCost[at] = cost;
      slotNode[at] = node;
    }
  }

  /** Lists the words that start at `start`: the dictionaries', shortest first, then the unknown ones. */
  private proposeWords(text: string, start: number, to: number): void {
    this.wordCount = 0;
    for (const trie of this.parts.tries) {
      const { labels, firstChild, entryStart, kinds } = trie;
      let node = trie.byFirstUnit[text.charCodeAt(start)] as number;
      for (let end = start + 1; node !== 0; end++) {
        const past = entryStart[node + 1] as number;
        for (let entry = entryStart[node] as number; entry < past; entry++) this.propose(kinds[entry] as number, end);
        if (end >= to) break;
        // childOf, written out: this is the innermost step of all.
        const unit = text.charCodeAt(end);
        let low = firstChild[node] as number;
        let high = (firstChild[node + 1] as number) - 1;
        node = 0;
        while (low <= high) {
          const middle = (low + high) >> 1;
          const label = labels[middle] as number;
          if (label < unit) low = middle + 1;
          else if (label > unit) high = middle - 1;
          else {
            node = middle;
            break;
          }
        }
      }
    }

    const { categoryOf, categories } = this.parts.characters;
    const category = categories[categoryOf[text.charCodeAt(start)] as number] as (typeof categories)[number];
    if (this.wordCount > 0 && !category.invoke) return;
    const first = nextCharacter(text, start, to);

    let groupEnd = -1;
    if (category.group) {
      let end = first;
      let run = 0;
      // A run goes on from neighbour to neighbour: each shares a category with the one before it.
      for (let types = category.types; end < to && run <= MAX_GROUP; run++) {
        const next = (categories[categoryOf[text.charCodeAt(end)] as number] as (typeof categories)[number]).types;
        if ((types & next) === 0) break;
        types = next;
        end = nextCharacter(text, end, to);
      }
      if (run <= MAX_GROUP) {
        this.proposeUnknown(category.kinds, end);
        groupEnd = end;
      }
    }
    let end = first;
    for (let length = 1; length <= category.length && end !== groupEnd; length++) {
      this.proposeUnknown(category.kinds, end);
      if (end >= to) break;
      const next = categories[categoryOf[text.charCodeAt(end)] as number] as (typeof categories)[number];
      if ((category.types & next.types) === 0) break;
      end = nextCharacter(text, end, to);
    }
    if (this.wordCount === 0) this.proposeUnknown(category.kinds, first);
  }

  private proposeUnknown(kinds: readonly number[], end: number): void {
    for (const kind of kinds) this.propose(kind, end);
  }

  private propose(kind: number, end: number): void {
    if (this.wordCount === this.wordKind.length) {
      this.wordKind = grown(this.wordKind);
      this.wordEnd = grown(this.wordEnd);
      this.wordRow = grown(this.wordRow);
    }
    this.wordKind[this.wordCount] = kind;
    this.wordEnd[this.wordCount++] = end;
  }

  private cheapestBeforeEnd(place: number): number {
    const { kinds, matrix, endLeft } = this.parts;
    const offset = endLeft * matrix.columns;
    let best = 0x7fffffff;
    let bestNode = -1;
    for (let node = this.lastEndingAt[place] as number; node >= 0; node = this.nodeSibling[node] as number) {
      const column = kinds.right[this.nodeKind[node] as number] as number;
      const cost = (this.nodeCost[node] as number) + (matrix.costs[offset + column] as number);
      if (cost < best) {
        best = cost;
        bestNode = node;
      }
    }
    this.pathCost += best;
    return bestNode;
  }

  private cheapestAt(place: number): number {
    let bestNode = this.lastEndingAt[place] as number;
    for (let node = bestNode; node >= 0; node = this.nodeSibling[node] as number)
      if ((this.nodeCost[node] as number) < (this.nodeCost[bestNode] as number)) bestNode = node;
    this.pathCost += this.nodeCost[bestNode] as number;
    return bestNode;
  }

  /** Writes the path that ends in `last` behind the first `count` tokens; returns how many there are then. */
  private writePath(last: number, count: number): number {
    let length = 0;
    for (let node = last; node >= 0; node = this.nodePrevious[node] as number) length++;
    while ((count + length) * 3 > this.tokens.length) this.tokens = grown(this.tokens);
    let at = (count + length) * 3;
    for (let node = last; node >= 0; node = this.nodePrevious[node] as number) {
      at -= 3;
      this.tokens[at] = this.nodeStart[node] as number;
      this.tokens[at + 1] = this.nodeEnd[node] as number;
      this.tokens[at + 2] = this.nodeKind[node] as number;
    }
    return count + length;
  }

  private growNodes(): void {
    while (this.nodeCount + this.wordCount > this.nodeKind.length) {
      this.nodeStart = grown(this.nodeStart);
      this.nodeEnd = grown(this.nodeEnd);
      this.nodeKind = grown(this.nodeKind);
      this.nodePrevious = grown(this.nodePrevious);
      this.nodeCost = grown(this.nodeCost);
      this.nodeSibling = grown(this.nodeSibling);
    }
  }

  private growSlots(): void {
    this.slotColumn = grown(this.slotColumn);
    this.slotCost = grown(this.slotCost);
    this.slotNode = grown(this.slotNode);
  }
}

function rowsOf({ left, right, cost, penalty }: Kinds): Int16Array {
  const rows = new Int16Array(KIND_ROW * left.length);
  for (let kind = 0; kind < left.length; kind++) {
    rows[KIND_ROW * kind] = left[kind] as number;
    rows[KIND_ROW * kind + RIGHT] = right[kind] as number;
    rows[KIND_ROW * kind + COST] = cost[kind] as number;
    rows[KIND_ROW * kind + PENALTY] = penalty[kind] as number;
  }
  return rows;
}

function skipSpaces(text: string, at: number, to: number): number {
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    // Hangul and ASCII letters are the usual case.
    if ((unit > 0x20 && unit < 0x80) || (unit >= 0xac00 && unit < 0xd800) || !isSpaceUnit(unit)) break;
  }
  return at;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}
