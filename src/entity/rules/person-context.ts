/** What stands beside a person's name: a title, an honorific, an age. */
import type { Mention } from "../../core/types.js";
import { isHanja } from "../name-key.js";
import { type Form, otherAt, type Scene } from "../scene.js";
import { HANJA_SURNAMES, LONG_SURNAMES } from "../surname.table.js";
import { TITLES } from "../title.table.js";

const longSurnames: ReadonlySet<string> = new Set(LONG_SURNAMES.split("\n"));
const hanjaSurnames: ReadonlyMap<string, string> = new Map(
  HANJA_SURNAMES.split("\n").map((line) => line.split(" ") as [string, string]),
);

/** 김, 尹, 남궁: a person named by surname alone, to be found among the full names. */
export function isSurnameAlone(form: Form): boolean {
  if (form.type !== "PERSON") return false;
  return /^[가-힣]$/u.test(form.key) || longSurnames.has(form.key) || (form.key.length === 1 && isHanja(form.key));
}

/** The surname in Hangul: 尹 → 윤. */
export const surnameOf = (key: string): string => hanjaSurnames.get(key) ?? key;

/** 김모, A, B: a person who is not named. */
export const isAnonymous = (key: string): boolean => /^(?:[a-z]|[가-힣]모|[가-힣]{1,2}○{1,2})$/u.test(key);

const AGE =
  /^(?:\s?모)?(?:\s?(?:씨|군|양|옹))?\s?\(\s?(?:당시\s?|만\s?|사망 당시\s?)?(\d{1,3})\s?(?:세|살)?\s?(?:[·,./]\s?[남여가-힣 ]{1,12})?\)/u;

/** The age in brackets after a name: 김모(35·여) 씨, 무함메드(17) 군. */
export function ageAfter(scene: Scene, index: number): number | undefined {
  const { end } = scene.mentions[index]!;
  const age = AGE.exec(scene.text.slice(end, end + 30))?.[1];
  return age !== undefined && Number(age) <= 120 ? Number(age) : undefined;
}

export interface NearbyTitle {
  /** As written: 시장, 전 국무총리. */
  readonly text: string;
  /** Without what says when: 국무총리. */
  readonly head: string;
  readonly start: number;
  readonly end: number;
  /** Index of the mention of a place or body between the name and the title: 파주시 in 김경일 파주시장. */
  readonly of?: number;
}

const TENSE = /^(?:전직|현직|신임|전임|전|현|前|現|당시|차기|초대|고|故)\s?/u;
const HONORIFIC = /^\s?(씨|군|양|옹|여사)(?![가-힣]{2})/u;
/** A title that no mention marks: the longest row of the table that ends the word before a josa. */
const titles: ReadonlySet<string> = new Set(TITLES.split("\n"));
const MAX_TITLE = 7;

/** Title right after the name, with what it is of. */
export function titleAfter(scene: Scene, index: number): NearbyTitle | undefined {
  const { text, mentions } = scene;
  const name = mentions[index]!;
  let at = name.end;
  let of: number | undefined;
  let next = index + 1;
  const skip = (pattern: RegExp) => {
    at += pattern.exec(text.slice(at, at + 40))?.[0].length ?? 0;
  };
  skip(/^\([^()]{1,30}\)/u);
  const tenseAt = () => {
    skip(/^\s?/u);
    const tense = TENSE.exec(text.slice(at, at + 4))?.[0] ?? "";
    return tense;
  };
  for (let hops = 0; hops < 4; hops++) {
    const tense = tenseAt();
    const from = at + tense.length;
    const title = otherAt(scene, at);
    if (title?.type === "TITLE" && (title.start === at || title.start === from)) {
      return near(text, at, joinedEnd(scene, title), of);
    }
    const between = mentions[next];
    if (
      between &&
      (between.type === "ORGANIZATION" || between.type === "LOCATION") &&
      (between.start === at || between.start === from)
    ) {
      of = next;
      at = between.end;
      next += 1;
      // 파주시장: the title is what the mention leaves of the word.
      const fused = /^장(?![가-힣]{2})/u.exec(text.slice(at, at + 3));
      if (fused) return near(text, between.start, at + 1, of);
      continue;
    }
    const untagged = titleIn(text, from);
    return untagged ? near(text, at, untagged, of) : undefined;
  }
  return undefined;
}

/** End of a title, with one joined to it by 겸: 대표이사 겸 CEO. */
function joinedEnd(scene: Scene, title: Mention): number {
  const more = /^ ?겸 ?/u.exec(scene.text.slice(title.end, title.end + 4));
  if (!more) return title.end;
  const second = otherAt(scene, title.end + more[0].length);
  return second?.type === "TITLE" && second.start === title.end + more[0].length ? second.end : title.end;
}

function near(text: string, start: number, end: number, of: number | undefined): NearbyTitle {
  const written = text.slice(start, end);
  return { text: written, head: headOf(written), start, end, ...(of !== undefined && { of }) };
}

/** 전 국무총리 → 국무총리; 파주시장 → 시장 is left to `titlesFit`. */
export const headOf = (title: string): string => title.replace(TENSE, "").replace(/\s/gu, "");

/** End of the longest known title at `from`, followed by a josa or nothing. */
function titleIn(text: string, from: number): number | undefined {
  const word = /^[가-힣]{1,12}/u.exec(text.slice(from, from + 12))?.[0] ?? "";
  for (let length = Math.min(MAX_TITLE, word.length); length >= 2; length--) {
    if (titles.has(word.slice(0, length)) && word.length - length <= 3) return from + length;
  }
  return undefined;
}

/** A title before the name: 가수 아이유, 대표 김갑동. */
export function titleBefore(scene: Scene, index: number): NearbyTitle | undefined {
  const { text, others, mentions } = scene;
  const { start } = mentions[index]!;
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const title = others[low - 1];
  if (title?.type !== "TITLE" || !/^ ?[‘'“"]?$/u.test(text.slice(title.end, start))) return undefined;
  return near(text, title.start, title.end, undefined);
}

/** 씨, 군, 양 after a name. */
export const honorificAfter = (scene: Scene, index: number): string | undefined => {
  const { end } = scene.mentions[index]!;
  const tail = scene.text.slice(end, end + 40).replace(/^\([^()]{1,12}\)/u, "");
  return HONORIFIC.exec(tail)?.[1];
};

/** One title may stand for the other: 파주시장 and 시장. */
export const titlesFit = (a: string, b: string): boolean => a === b || a.endsWith(b) || b.endsWith(a);
