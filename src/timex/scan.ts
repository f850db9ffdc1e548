/**
 * The one pass over the text: at every character that a rule can begin with, the rules are asked in order. Everything else costs one table look-up.
 *
 * Shapes  in: text and a stretch of it (a sentence). out: pieces, sorted, without overlaps.
 * Errors  none. Linear: a rule reads a bounded stretch, and a run of digits that no rule wants is passed over whole.
 */
import { isDigit, isHangul } from "./characters.js";
import type { Piece } from "./piece.js";
import { TIMEX_RULES } from "./rules/index.js";
import type { Rule } from "./rules/rule.js";

const RULES_AT: (readonly Rule[] | undefined)[] = [];
const STARTS = new Uint8Array(0x10000);
for (const rule of TIMEX_RULES) {
  for (const character of new Set(rule.starts)) {
    const code = character.charCodeAt(0);
    RULES_AT[code] = [...(RULES_AT[code] ?? []), rule];
    STARTS[code] = 1;
  }
}

/** Syllables after which a piece may begin without a space: 27일오전, 올해상반기, 첫째월요일, 올가을. */
const JOINTS = new Uint8Array(0x10000);
for (const character of "일날년해올난번월제째") JOINTS[character.charCodeAt(0)] = 1;
const EVERY = "마".charCodeAt(0);
const LAST = "지".charCodeAt(0);

/**
 * The rules say the same, but later: a word of the tables stands at the head of its eojeol, or after one of the joints; only 마다 follows anything, and
 * 지난 before figures (높이기 위해지난2월3일).
 */
function insideWord(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!isHangul(before) || JOINTS[before] === 1 || code === EVERY) return false;
  return code !== LAST || text.charAt(at + 1) !== "난";
}

export function scan(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const passed = STARTS[code] === 0 || (isHangul(code) && insideWord(text, at, code));
    const found = passed ? null : propose(RULES_AT[code] as readonly Rule[], text, at, end);
    if (found) {
      pieces.push(...found);
      at = endOf(found);
    } else if (isDigit(code)) {
      while (isDigit(text.charCodeAt(at))) at++;
    } else at++;
  }
  return pieces;
}

function propose(rules: readonly Rule[], text: string, at: number, end: number): readonly Piece[] | null {
  for (const rule of rules) {
    const pieces = rule.read(text, at);
    if (pieces && endOf(pieces) <= end) return pieces;
  }
  return null;
}

function endOf(pieces: readonly Piece[]): number {
  return (pieces[pieces.length - 1] as Piece).end;
}
