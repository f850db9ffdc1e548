import { GisaError } from "../core/errors.js";
import { MAX_WORD } from "./lattice.js";

/** A word that a caller adds. */
export interface UserWord {
  readonly surface: string;
  /** Sejong tag of one morpheme; NNP where it is not given. */
  readonly tag?: string;
  /** 인명, 지명, 기관 …; free text. */
  readonly semantic?: string;
  /** The lower, the stronger. Without it, just low enough to win over the words that it is made of. */
  readonly cost?: number;
}

/** A line that was passed over. */
export interface UserDictionaryProblem {
  /** 1-based line or element. */
  readonly line: number;
  readonly reason: string;
}

/** A line that says again what an earlier one said. */
export interface UserDictionaryDuplicate {
  /** 1-based line or element. */
  readonly line: number;
  /** The line that said it first. */
  readonly first: number;
}

export interface UserDictionary {
  /** The good lines, each once. */
  readonly entries: readonly UserWord[];
  readonly problems: readonly UserDictionaryProblem[];
  readonly duplicates: readonly UserDictionaryDuplicate[];
}

/** What became of the lines of a user dictionary: those passed over are in `problems` and `duplicates`. */
export interface UserDictionaryReport extends Omit<UserDictionary, "entries"> {
  /** How many words were added. */
  readonly words: number;
}

/** Tags of one morpheme that a word may have. */
export const USER_TAGS: ReadonlySet<string> = new Set(
  "NNG NNP NNB NNBC NR NP VV VA VX VCP VCN MM MAG MAJ IC JKS JKC JKG JKO JKB JKV JKQ JX JC EP EF EC ETN ETM XPN XSN XSV XSA XR SF SE SSO SSC SC SY SL SH SN".split(
    " ",
  ),
);

/**
 * Reads a user dictionary: a text or lines of `surface⇥tag⇥semantic⇥cost` (all but the first may be left out; `#` begins a comment),
 * or words as objects. A bad line is passed over and reported, and so is one that repeats another; nothing throws.
 */
export function parseUserDictionary(given: string | readonly (string | UserWord)[]): UserDictionary {
  const lines = typeof given === "string" ? given.replace(/^\ufeff/, "").split(/\r?\n/) : given;
  const entries: UserWord[] = [];
  const problems: UserDictionaryProblem[] = [];
  const duplicates: UserDictionaryDuplicate[] = [];
  const firstLine = new Map<string, number>();
  lines.forEach((line, index) => {
    const word: unknown = typeof line === "string" ? wordOfLine(line) : line;
    if (word === undefined) return;
    const reason = faultOf(word);
    if (reason !== null) {
      problems.push({ line: index + 1, reason });
      return;
    }
    const entry = clean(word as UserWord);
    const key = `${entry.surface}\t${entry.tag ?? "NNP"}\t${entry.semantic ?? ""}\t${entry.cost ?? ""}`;
    const first = firstLine.get(key);
    if (first === undefined) {
      firstLine.set(key, index + 1);
      entries.push(entry);
    } else duplicates.push({ line: index + 1, first });
  });
  return { entries, problems, duplicates };
}

/** Errors  `option/user-dictionary` where a line is wrong; `details` have the first one and how many there are. */
export function requireSound({ problems }: Pick<UserDictionary, "problems">): void {
  const [first] = problems;
  if (first === undefined) return;
  const others = problems.length === 1 ? "" : ` (and ${problems.length - 1} more)`;
  throw new GisaError(
    "option/user-dictionary",
    `userDictionary, line ${first.line}${others}: ${first.reason}. Without strictDictionary bad lines are passed over and the good ones kept; parseUserDictionary() lists them.`,
    { line: first.line, problems: problems.length },
  );
}

function wordOfLine(line: string): UserWord | undefined {
  if (line.trim() === "" || line.startsWith("#")) return undefined;
  const [surface = "", tag = "", semantic = "", cost = ""] = line.split("\t").map((field) => field.trim());
  return {
    surface,
    ...(tag === "" ? {} : { tag }),
    ...(semantic === "" || semantic === "*" ? {} : { semantic }),
    ...(cost === "" ? {} : { cost: Number(cost) }),
  };
}

function faultOf(word: unknown): string | null {
  if (typeof word !== "object" || word === null) return "it is neither a line nor an object with a surface";
  const { surface, tag, semantic, cost } = word as Record<string, unknown>;
  if (typeof surface !== "string" || surface.trim() === "") return "it has no surface";
  if (surface.length > MAX_WORD) return `its surface is longer than ${MAX_WORD} code units`;
  if (/\s/u.test(surface.trim())) return "its surface holds white space; a morpheme never does";
  if (tag !== undefined && !(typeof tag === "string" && USER_TAGS.has(tag)))
    return `its tag ${JSON.stringify(tag)} is not a Sejong tag of one morpheme, such as NNP`;
  if (semantic !== undefined && !(typeof semantic === "string" && /^[^\t\n]{0,64}$/u.test(semantic)))
    return "its semantic class is not a short text";
  if (cost !== undefined && !(typeof cost === "number" && Number.isInteger(cost) && Math.abs(cost) <= 30000))
    return "its cost is not a whole number from -30000 to 30000";
  return null;
}

function clean({ surface, tag, semantic, cost }: UserWord): UserWord {
  return {
    surface: surface.trim().normalize("NFC"),
    ...(tag === undefined ? {} : { tag }),
    ...(semantic === undefined || semantic === "" ? {} : { semantic }),
    ...(cost === undefined ? {} : { cost }),
  };
}
