/**
 * Whether a text is Korean. Hangul answers for nearly every text; franc is asked about the rest.
 *
 * Shapes  text (NFC) → { code, supported }. `code` is ISO 639-3, `und` where there is too little to say.
 * Units   shares are of words for scripts with spaces and of letters for Han and kana.
 * Errors  none. Reports "source/empty" and "source/not-korean".
 */
import { franc } from "franc";
import type { Report } from "./types.js";

/** Code units looked at: all of an article, four windows of a longer text. */
const WINDOW = 2000;
const WINDOWS = 4;

/** Of words with a letter in them, the share with Hangul from which a text in several scripts is Korean: "Apple의 Vision Pro는". */
const KOREAN_WORDS = 0.3;
/** The same where a headline's worth of letters is all there is: "LG CNS AWS Summit 2024 Seoul 참가". */
const KOREAN_WORDS_SHORT = 0.12;
const SHORT = 100;
/** Of Han, kana and Hangul letters, the share of Hangul: 美 연준, 金利 引上 is Korean, 韩国总统尹锡悦(윤석열)表示 is not. */
const KOREAN_LETTERS = 0.2;
/** What franc may answer: with all of its 187 languages it takes short English for Scots. */
const LANGUAGES = (
  "kor eng jpn cmn spa fra deu ita por nld rus ukr pol ces ron hun swe dan nob fin ell tur arb heb pes hin urd " +
  "ben tam tel tha vie ind tgl mya khm lao khk uzn kaz bul srp hrv"
).split(" ");
/** Fewer letters than this tell nothing: CNN, 北核. */
const FEW_LETTERS = 10;

interface Census {
  hangul: number;
  /** Han and kana letters. */
  ideographs: number;
  otherLetters: number;
  hangulWords: number;
  /** Words of another alphabet. */
  otherWords: number;
}

export function detectLanguage(text: string, force: boolean, report: Report): { code: string; supported: boolean } {
  const sample = sampleOf(text);
  const census = countLetters(sample);
  const letters = census.hangul + census.ideographs + census.otherLetters;
  if (letters === 0) {
    if (text.trim() === "") report({ code: "source/empty", severity: "info", stage: "source" });
    return { code: "und", supported: true };
  }
  if (isKorean(census)) return { code: "kor", supported: true };
  if (letters < FEW_LETTERS) return { code: "und", supported: true };
  const code = franc(sample, { minLength: FEW_LETTERS, only: LANGUAGES });
  if (code === "kor") return { code, supported: true };
  report({ code: "source/not-korean", severity: "warning", stage: "source" });
  return { code, supported: force };
}

function isKorean({ hangul, ideographs, otherLetters, hangulWords, otherWords }: Census): boolean {
  const words = hangul + ideographs + otherLetters < SHORT ? KOREAN_WORDS_SHORT : KOREAN_WORDS;
  return hangul / (hangul + ideographs) >= KOREAN_LETTERS && hangulWords / (hangulWords + otherWords) >= words;
}

/** The text, or windows spread over it: an English menu on top does not make an English page. */
function sampleOf(text: string): string {
  if (text.length <= WINDOW * WINDOWS) return text;
  const step = Math.floor((text.length - WINDOW) / (WINDOWS - 1));
  return Array.from({ length: WINDOWS }, (_, i) => text.slice(i * step, i * step + WINDOW)).join(" ");
}

const LETTER = /\p{L}/u;

function countLetters(sample: string): Census {
  const census: Census = { hangul: 0, ideographs: 0, otherLetters: 0, hangulWords: 0, otherWords: 0 };
  let hangulInWord = false;
  let otherInWord = false;
  const endWord = () => {
    if (hangulInWord) census.hangulWords++;
    else if (otherInWord) census.otherWords++;
    hangulInWord = false;
    otherInWord = false;
  };
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code <= 0x20) endWord();
    else if (
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0x1100 && code <= 0x11ff) ||
      (code >= 0x3131 && code <= 0x318e)
    ) {
      census.hangul++;
      hangulInWord = true;
    } else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3041 && code <= 0x30ff)) census.ideographs++;
    else if (code < 0x80 ? (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a : LETTER.test(sample[i] as string)) {
      census.otherLetters++;
      otherInWord = true;
    }
  }
  endWord();
  return census;
}
