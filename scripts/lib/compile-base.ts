import { isStem } from "../../src/lexicon/added-words.js";
import type { Category } from "../../src/lexicon/characters.js";
import type { WordClass } from "../../src/lexicon/lexicon.js";
import { packTrie, type PackedTrie } from "../../src/lexicon/trie.js";
import { FREQUENT_CONTEXTS } from "./frequent-contexts.table.js";
import { bytesOf } from "./lexicon-file.js";
import {
  type MecabEntry,
  mecabFiles,
  readLeftSpacePenalties,
  readMecabCharacters,
  readMecabDictionary,
  readMecabMatrix,
} from "./mecab-dictionary.js";

export interface Base {
  readonly words: number;
  readonly entries: number;
  readonly trie: PackedTrie;
  readonly kinds: Record<"left" | "right" | "cost" | "penalty" | "feature", number[]>;
  /** Lines of the feature section. */
  readonly features: string[];
  /** The matrix section. */
  readonly matrix: Uint8Array;
  readonly matrixShape: { rows: number; columns: number; beginRight: number; endLeft: number };
  readonly categoryOf: Uint8Array;
  readonly categories: readonly Category[];
  readonly wordClasses: readonly WordClass[];
}

/** Turns a compiled MeCab dictionary into the sections of the lexicon file. */
export function compileBase(folder: string): Base {
  const files = mecabFiles(folder);
  const entries = readMecabDictionary(files.system);
  const unknown = readMecabDictionary(files.unknown);
  const penalties = readLeftSpacePenalties(files.settings);
  const matrix = mergeContexts(readMecabMatrix(files.matrix), [...entries, ...unknown]);

  // Kinds are numbered by frequency: small numbers pack better.
  const kindKey = (entry: MecabEntry) =>
    [
      matrix.rowOf.get(entry.left),
      matrix.columnOf.get(entry.right),
      entry.cost,
      penalties.get(entry.posId) ?? 0,
      featureLine(entry),
    ].join("|");
  const keys = entries.map(kindKey);
  const unknownKeys = unknown.map(kindKey);
  const frequency = new Map<string, number>();
  for (const key of [...keys, ...unknownKeys]) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const kindKeys = [...frequency].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
  const kindNumber = new Map(kindKeys.map((key, number) => [key, number]));
  if (kindKeys.length > 0xffff) throw new Error(`${kindKeys.length} kinds do not fit into 16 bits`);

  const kinds: Base["kinds"] = { left: [], right: [], cost: [], penalty: [], feature: [] };
  const featureNumber = new Map<string, number>();
  for (const key of kindKeys) {
    const [left, right, cost, penalty, feature = ""] = key.split("|");
    kinds.left.push(Number(left));
    kinds.right.push(Number(right));
    kinds.cost.push(Number(cost));
    kinds.penalty.push(Number(penalty));
    if (!featureNumber.has(feature)) featureNumber.set(feature, featureNumber.size);
    kinds.feature.push(featureNumber.get(feature) as number);
  }

  const entriesOf = new Map<string, number[]>();
  entries.forEach(({ surface }, i) => {
    const numbers = entriesOf.get(surface) ?? [];
    numbers.push(kindNumber.get(keys[i] as string) as number);
    entriesOf.set(surface, numbers);
  });
  const unknownKinds = new Map<string, number[]>();
  unknown.forEach(({ surface }, i) => {
    const numbers = unknownKinds.get(surface) ?? [];
    unknownKinds.set(surface, [...numbers, kindNumber.get(unknownKeys[i] as string) as number]);
  });
  const { categoryOf, categories } = compileCharacters(files.characters, unknownKinds);
  return {
    words: entriesOf.size,
    entries: entries.length,
    trie: packTrie(entriesOf),
    kinds,
    features: [...featureNumber.keys()],
    matrix: matrix.section,
    matrixShape: {
      rows: matrix.rows,
      columns: matrix.columns,
      beginRight: matrix.columnOf.get(0) as number,
      endLeft: matrix.rowOf.get(0) as number,
    },
    categoryOf,
    categories,
    wordClasses: wordClasses(entries, matrix, penalties),
  };
}

/** Tag, semantic class, units to drop and suffix to add for the lemma. */
function featureLine({ surface, feature }: MecabEntry): string {
  const [pos = "", semantic = "*", , , type = "*", , , expression = "*"] = feature.split(",");
  let drop = 0;
  let suffix = "";
  const [firstTag = ""] = pos.split("+");
  if (type === "Inflect" && !firstTag.startsWith("E")) {
    const first = expression.split("+")[0]?.split("/")[0] ?? surface;
    let shared = 0;
    while (shared < Math.min(first.length, surface.length) && first[shared] === surface[shared]) shared++;
    drop = surface.length - shared;
    suffix = first.slice(shared);
  }
  if (isStem(pos)) suffix += "다";
  return [pos, semantic === "*" ? "" : semantic, drop, suffix].join("\t");
}

interface Contexts {
  readonly rowOf: ReadonlyMap<number, number>;
  readonly columnOf: ReadonlyMap<number, number>;
  readonly rows: number;
  readonly columns: number;
  readonly section: Uint8Array;
}

/** Keeps one row and one column of those that are equal, and none that no entry uses, frequent columns first; stores differences along the rows. */
function mergeContexts(
  matrix: { costs: Int16Array; rows: number; columns: number },
  entries: readonly MecabEntry[],
): Contexts {
  const usedRows = [...new Set([0, ...entries.map(({ left }) => left)])].sort((a, b) => a - b);
  const allColumns = [...new Set([0, ...entries.map(({ right }) => right)])].sort((a, b) => a - b);
  const frequent = new Set(FREQUENT_CONTEXTS);
  const usedColumns = [
    ...allColumns.filter((column) => frequent.has(column)),
    ...allColumns.filter((column) => !frequent.has(column)),
  ];
  const at = (row: number, column: number) => matrix.costs[row * matrix.columns + column] as number;
  const merge = (ids: readonly number[], line: (id: number) => Int16Array) => {
    const first = new Map<string, number>();
    const of = new Map<number, number>();
    const kept: number[] = [];
    for (const id of ids) {
      const key = Buffer.from(bytesOf(line(id))).toString("latin1");
      if (!first.has(key)) first.set(key, kept.push(id) - 1);
      of.set(id, first.get(key) as number);
    }
    return { of, kept };
  };
  const rows = merge(usedRows, (row) => Int16Array.from(usedColumns, (column) => at(row, column)));
  const columns = merge(usedColumns, (column) => Int16Array.from(rows.kept, (row) => at(row, column)));

  const size = rows.kept.length * columns.kept.length;
  const section = new Uint8Array(size * 2);
  let i = 0;
  for (const row of rows.kept) {
    let before = 0;
    for (const column of columns.kept) {
      const cost = at(row, column);
      section[i] = (cost - before) & 0xff;
      section[size + i] = ((cost - before) >> 8) & 0xff;
      before = cost;
      i++;
    }
  }
  return { rowOf: rows.of, columnOf: columns.of, rows: rows.kept.length, columns: columns.kept.length, section };
}

function compileCharacters(path: string, unknownKinds: ReadonlyMap<string, readonly number[]>) {
  const { of } = readMecabCharacters(path);
  const numbers = new Map<string, number>();
  const categories: Category[] = [];
  const categoryOf = new Uint8Array(0x10000);
  of.forEach(({ name, types, length, group, invoke }, unit) => {
    const key = [name, types, length, group, invoke].join();
    let number = numbers.get(key);
    if (number === undefined) {
      const kinds = unknownKinds.get(name) ?? [];
      number = categories.push({ name, types, invoke, group, length, kinds }) - 1;
      numbers.set(key, number);
    }
    categoryOf[unit] = number;
  });
  return { categoryOf, categories };
}

/** Fewer entries than this make no class. */
const MIN_CLASS = 5;

/** What words of one tag, class and final consonant mostly are, for words that are added. */
function wordClasses(
  entries: readonly MecabEntry[],
  contexts: Contexts,
  penalties: ReadonlyMap<number, number>,
): WordClass[] {
  const groups = new Map<string, MecabEntry[]>();
  for (const entry of entries) {
    const [pos = "", semantic = "*", final = "*", , type = "*"] = entry.feature.split(",");
    if (type !== "*" || pos.includes("+") || !/[가-힣]$/.test(entry.surface)) continue;
    const key = `${pos},${semantic},${final}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(entry);
  }
  const classes: WordClass[] = [];
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [pos = "", semantic = "*", final = "*"] = key.split(",");
    if (semantic !== "*" && group.length < MIN_CLASS) continue;
    const contextsOf = new Map<string, number>();
    for (const { left, right, posId } of group) {
      const context = `${left},${right},${posId}`;
      contextsOf.set(context, (contextsOf.get(context) ?? 0) + 1);
    }
    const [[context]] = [...contextsOf].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)) as [[string, number]];
    const [left = 0, right = 0, posId = 0] = context.split(",").map(Number);
    const costs = group.map(({ cost }) => cost).sort((a, b) => a - b);
    classes.push({
      pos,
      semantic: semantic === "*" ? undefined : semantic,
      final: final === "*" ? null : final === "T",
      left: contexts.rowOf.get(left) as number,
      right: contexts.columnOf.get(right) as number,
      cost: costs[costs.length >> 1] as number,
      penalty: penalties.get(posId) ?? 0,
    });
  }
  return classes;
}
