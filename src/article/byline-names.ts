/**
 * What the words of a byline are: an outlet, a place, a person, a title.
 *
 * Source  dictionaries/article/{outlets,outlet-endings,reporter-titles,datelines}.tsv, dictionaries/surname/hangul.tsv.
 */
import {
  AUTHOR_TITLES,
  DATELINE_PLACES,
  OUTLET_ENDINGS,
  OUTLETS,
  REPORTER_TITLES,
  SURNAMES,
  WRITER_TITLES,
} from "./byline-words.table.js";

const PLACES = new Set(DATELINE_PLACES);
const OUTLET_NAMES = new Set(OUTLETS);
const SURNAME = new Set(SURNAMES);

const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Alternations, longest first, for the patterns of `byline.ts`. */
export const REPORTER = byLength(REPORTER_TITLES).join("|");
export const WRITER = byLength(WRITER_TITLES).join("|");
export const AUTHOR = byLength([...AUTHOR_TITLES, ...WRITER_TITLES]).join("|");
export const OUTLET_END = byLength(OUTLET_ENDINGS).join("|");

const TITLE = new Set([...REPORTER_TITLES, ...WRITER_TITLES]);

export function isTitle(word: string): boolean {
  return TITLE.has(word);
}

export function isOutlet(name: string): boolean {
  const squeezed = name.replace(/\s/g, "");
  if (OUTLET_NAMES.has(squeezed)) return true;
  if (squeezed.length >= 4 && squeezed.startsWith("뉴스")) return true;
  return (
    squeezed.length >= 3 &&
    OUTLET_ENDINGS.some((ending) => squeezed.endsWith(ending) && squeezed.length > ending.length)
  );
}

/** 서울, 서울·고성, 칸(프랑스), 대구/경북, 파주시. */
export function isPlace(name: string): boolean {
  const parts = name
    .replace(/\([가-힣\s]{1,12}\)/, "")
    .split(/[·ㆍ・,/\s]/)
    .filter((part) => part !== "");
  return (
    parts.length > 0 &&
    parts.every((part) => PLACES.has(part) || (/[시군구도]$/.test(part) && PLACES.has(part.slice(0, -1))))
  );
}

/** A full Korean name, as far as its form tells: 2 to 4 syllables, the first a surname. */
export function isPersonName(word: string): boolean {
  if (word.length < 2 || word.length > 4 || isTitle(word) || PLACES.has(word) || OUTLET_NAMES.has(word)) return false;
  return SURNAME.has(word[0] as string) || (word.length === 4 && SURNAME.has(word.slice(0, 2)));
}
