/** Character tests that the rules share. All take UTF-16 code units. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const FINALS = 28;
const FINAL_SS = 20;
const FINAL_N = 4;
const FINAL_R = 8;

/** 했, 었, 았, 겠: the syllable ends in ㅆ. */
export function endsInSs(code: number): boolean {
  return isHangul(code) && (code - 0xac00) % FINALS === FINAL_SS;
}

/** 한, 된, 는: the syllable ends in ㄴ. */
export function endsInN(code: number): boolean {
  return isHangul(code) && (code - 0xac00) % FINALS === FINAL_N;
}

/** 할, 될, 릴: the syllable ends in ㄹ. */
export function endsInR(code: number): boolean {
  return isHangul(code) && (code - 0xac00) % FINALS === FINAL_R;
}

/** First syllables of the particles that may follow a time word. */
const PARTICLES = new Set("은는이가을를에의도와과로으엔면부까만보마나든라인일였며조께쯤경자무");

/** Whether a word that ends at `end` may end there: no Hangul follows, or a particle does. */
export function wordEndsAt(text: string, end: number): boolean {
  const next = text.charAt(end);
  if (!isHangul(text.charCodeAt(end)) || PARTICLES.has(next)) return true;
  // 전년대비, 전년비, 금년중, 올해내, 올해초
  if (next === "대") return text.charAt(end + 1) === "비";
  // 주말 is a word of its own.
  if (next === "말" && text.charAt(end - 1) === "주") return false;
  return "비중내초말".includes(next) && !isHangul(text.charCodeAt(end + 1));
}

/** What stands after something that is compared with: 전날보다, 전년 대비. */
export const COMPARED = /^ ?(?:대비|보다)/;
