/** Final consonants that tell a verb's form: ㄴ of an adnominal past, ㄹ of an adnominal future, ㅆ of a past. */
export type FinalConsonant = "ㄴ" | "ㄹ" | "ㅂ" | "ㅆ" | "none" | "other";

/** The final consonant of the last syllable of `text`. */
export function finalConsonant(text: string): FinalConsonant {
  const code = text.charCodeAt(text.length - 1) - 0xac00;
  if (!(code >= 0 && code < 11172)) return "other";
  const final = code % 28;
  if (final === 0) return "none";
  if (final === 4) return "ㄴ";
  if (final === 8) return "ㄹ";
  if (final === 17) return "ㅂ";
  return final === 20 ? "ㅆ" : "other";
}

/** `text` with another final consonant in its last syllable, which must be one of Hangul. */
export function withFinalConsonant(text: string, final: "none" | "ㄹ"): string {
  const code = text.charCodeAt(text.length - 1);
  const open = code - ((code - 0xac00) % 28);
  return text.slice(0, -1) + String.fromCharCode(final === "ㄹ" ? open + 8 : open);
}
