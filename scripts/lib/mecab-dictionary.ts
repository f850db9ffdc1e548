/** Reads the binary files of a compiled MeCab 0.996 dictionary (formats: mecab/src/dictionary.h, connector.cpp, char_property.h). */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface MecabEntry {
  readonly surface: string;
  readonly left: number;
  readonly right: number;
  readonly posId: number;
  readonly cost: number;
  /** Eight fields: tag, semantic class, final consonant (T/F), reading, type, first tag, last tag, expression. */
  readonly feature: string;
}

export interface MecabCategory {
  readonly name: string;
  readonly types: number;
  readonly defaultType: number;
  readonly length: number;
  readonly group: boolean;
  readonly invoke: boolean;
}

const DICTIONARY_MAGIC = 0xef718f77;
const HEADER = 72;
const TOKEN_BYTES = 16;

/** Entries in the order of the double array's keys (UTF-8 bytes), those of one word in the dictionary's order. */
export function readMecabDictionary(path: string): MecabEntry[] {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  if ((view.getUint32(0, true) ^ file.length) >>> 0 !== DICTIONARY_MAGIC)
    throw new Error(`${path} is not a MeCab dictionary`);
  const entryCount = view.getUint32(12, true);
  const arrayBytes = view.getUint32(24, true);
  const tokenBytes = view.getUint32(28, true);
  const units = new Int32Array(file.buffer.slice(file.byteOffset + HEADER, file.byteOffset + HEADER + arrayBytes));
  const tokensAt = HEADER + arrayBytes;
  const featuresAt = tokensAt + tokenBytes;
  const featureAt = (offset: number) => {
    const start = featuresAt + offset;
    return file.toString("utf8", start, file.indexOf(0, start));
  };

  const entries: MecabEntry[] = [];
  const key = Buffer.alloc(1024);
  // A Darts unit is (base, check); the value of a key is the negative base of its 0 child: token number << 8 | tokens.
  const visit = (base: number, depth: number): void => {
    for (let code = 0; code <= 256; code++) {
      const at = base + code;
      if (at * 2 + 1 >= units.length || units[at * 2 + 1] !== base) continue;
      const next = units[at * 2] as number;
      if (code > 0) {
        key[depth] = code - 1;
        visit(next, depth + 1);
      } else if (next < 0) {
        const value = -next - 1;
        const surface = key.toString("utf8", 0, depth);
        for (let i = 0; i < (value & 0xff); i++) {
          const token = tokensAt + TOKEN_BYTES * ((value >>> 8) + i);
          entries.push({
            surface,
            left: view.getUint16(token, true),
            right: view.getUint16(token + 2, true),
            posId: view.getUint16(token + 4, true),
            cost: view.getInt16(token + 6, true),
            feature: featureAt(view.getUint32(token + 8, true)),
          });
        }
      }
    }
  };
  visit(units[0] as number, 0);
  if (entries.length !== entryCount) throw new Error(`${path}: ${entries.length} entries read, ${entryCount} stated`);
  return entries;
}

/** `costs[left of the second * columns + right of the first]`. */
export function readMecabMatrix(path: string): { costs: Int16Array; rows: number; columns: number } {
  const file = readFileSync(path);
  const columns = file.readUInt16LE(0);
  const rows = file.readUInt16LE(2);
  const costs = new Int16Array(file.buffer.slice(file.byteOffset + 4, file.byteOffset + 4 + rows * columns * 2));
  return { costs, rows, columns };
}

/** Category names, and the packed description of each code unit from U+0000 to U+FFFE. */
export function readMecabCharacters(path: string): { names: string[]; of: MecabCategory[] } {
  const file = readFileSync(path);
  const count = file.readUInt32LE(0);
  const names = Array.from({ length: count }, (_, i) => {
    const at = 4 + 32 * i;
    return file.toString("utf8", at, file.indexOf(0, at));
  });
  const of = Array.from({ length: 0xffff }, (_, unit) => {
    const bits = file.readUInt32LE(4 + 32 * count + unit * 4);
    const defaultType = (bits >>> 18) & 0xff;
    return {
      name: names[defaultType] as string,
      types: bits & 0x3ffff,
      defaultType,
      length: (bits >>> 26) & 15,
      group: ((bits >>> 30) & 1) === 1,
      invoke: bits >>> 31 === 1,
    };
  });
  return { names, of };
}

/** mecab-ko's `left-space-penalty-factor`: cost by part-of-speech id. */
export function readLeftSpacePenalties(path: string): Map<number, number> {
  const line = /^left-space-penalty-factor *= *([\d,]+)/m.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  const numbers = line.split(",").map(Number);
  const penalties = new Map<number, number>();
  for (let i = 0; i + 1 < numbers.length; i += 2) penalties.set(numbers[i] as number, numbers[i + 1] as number);
  return penalties;
}

export function mecabFiles(folder: string) {
  return {
    system: join(folder, "sys.dic"),
    unknown: join(folder, "unk.dic"),
    matrix: join(folder, "matrix.bin"),
    characters: join(folder, "char.bin"),
    settings: join(folder, "dicrc"),
  };
}
