/** Hangul syllables as their letters: 값 → ㄱㅏㅂㅅ's code points, so that one wrong letter is one edit and not one of few. */
const BASE = 0xac00;
const LAST = 0xd7a3;

export function toJamo(text: string): string {
  let out = "";
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < BASE || code > LAST) {
      out += letter;
      continue;
    }
    const index = code - BASE;
    out += String.fromCharCode(0x1100 + Math.floor(index / 588), 0x1161 + Math.floor((index % 588) / 28));
    if (index % 28 > 0) out += String.fromCharCode(0x11a7 + (index % 28));
  }
  return out;
}
