/** Characters that stand for the classes of a pattern. */
const CLASS_SAMPLES: Readonly<Record<string, string>> = {
  d: "17",
  D: "가a",
  s: " \n",
  S: "가a",
  w: "a1_",
  W: "가 ",
  b: "a ",
  B: "a",
  p: "가Aa1",
  P: " .",
  n: "\n",
  r: "\r",
  t: "\t",
};

export interface Alphabet {
  /** Single characters, those of classes first. */
  readonly characters: readonly string[];
  /** Runs of literal characters. */
  readonly words: readonly string[];
}

/** What a pattern can tell apart: its literal characters, the ends of its ranges, a sample of each class, its literal words. */
export function alphabetOf(source: string): Alphabet {
  const fromClasses = new Set<string>();
  const literals = new Set<string>();
  const words = new Set<string>();
  let word = "";
  let depth = 0;
  const flush = () => {
    if (word.length > 1) words.add(word);
    word = "";
  };
  for (let i = 0; i < source.length; i++) {
    let character = source[i] as string;
    if (character === "\\") {
      const rest = source.slice(i + 1);
      const coded = /^(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(rest);
      if (coded) {
        character = String.fromCodePoint(Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? "41", 16));
        i += coded[0].length;
      } else {
        const name = rest[0] ?? "";
        i += 1;
        const samples = CLASS_SAMPLES[name];
        if (samples !== undefined) {
          flush();
          for (const sample of samples) fromClasses.add(sample);
          if (name === "p" || name === "P" || name === "k")
            i += /^(?:\{[^}]{0,60}\}|<[^>]{0,60}>)/.exec(source.slice(i + 1))?.[0].length ?? 0;
          continue;
        }
        character = name;
      }
    } else if (depth === 0 && "^$.*+?()|{}".includes(character)) {
      flush();
      if (character === ".") fromClasses.add("x");
      const skipped = /^(?:\{\d*,?\d*\}|\(\?(?::|=|!|<=|<!|<[A-Za-z]\w{0,40}>))/.exec(source.slice(i, i + 50));
      if (skipped) i += skipped[0].length - 1;
      continue;
    } else if (character === "[") {
      flush();
      depth++;
      continue;
    } else if (character === "]" && depth > 0) {
      depth--;
      continue;
    } else if (depth > 0 && (character === "^" || character === "-")) {
      fromClasses.add("x");
      continue;
    }
    if (depth > 0) fromClasses.add(character);
    else {
      literals.add(character);
      word += character;
    }
  }
  flush();
  const all = [...fromClasses, ...[...literals].filter((c) => !fromClasses.has(c)), "가", " "];
  return { characters: [...new Set(all)], words: [...words] };
}

const CHARACTERS = 12;
const PAIRED = 6;
const WORDS = 6;
/** No pattern ends in it, not even in any character of a line, so that a match is sought to the end in vain. */
const DEAD_END = "\u0001\n\u0001";

/** Repeats of single characters, of pairs and of words, each about `length` long and closed by what nothing matches. */
export function* attacks({ characters, words }: Alphabet, length: number): Generator<string> {
  const repeat = (unit: string) => unit.repeat(Math.ceil(length / unit.length)) + DEAD_END;
  for (const character of sample(characters, CHARACTERS)) yield repeat(character);
  const paired = sample(characters, PAIRED);
  for (const first of paired) for (const second of paired) if (first !== second) yield repeat(first + second);
  for (const word of sample(words, WORDS)) {
    yield repeat(word);
    yield repeat(`${word} `);
    for (const character of characters.slice(0, 2)) yield word + repeat(character);
  }
}

/** `count` of them, evenly spread, the first always among them. */
function sample<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] as T);
}
