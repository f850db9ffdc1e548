/** What a person's name is made of, and what stands beside it: an honorific, an age. Titles: `titles-beside.ts`. */
import { isHanja } from "../name-key.js";
import type { Form, Scene } from "../scene.js";
import { HANJA_SURNAMES, LONG_SURNAMES } from "../surname.table.js";

const longSurnames: ReadonlySet<string> = new Set(LONG_SURNAMES.split("\n"));
const hanjaSurnames: ReadonlyMap<string, string> = new Map(
  HANJA_SURNAMES.split("\n").map((line) => line.split(" ") as [string, string]),
);

/** 김, 尹, 남궁: a person named by surname alone, to be found among the full names. */
export function isSurnameAlone(form: Form): boolean {
  if (form.type !== "PERSON") return false;
  return /^[가-힣]$/u.test(form.key) || longSurnames.has(form.key) || (form.key.length === 1 && isHanja(form.key));
}

/** What may be the surname of a full name in Hangul: 김 of 김한결, 남 or 남궁 of 남궁결, 남궁 of 남궁한결. */
export function surnamesIn({ key }: Form): string[] {
  const long = key.slice(0, 2);
  return key.length > 3 && longSurnames.has(long) ? [long] : [key.slice(0, 1), long];
}

/** The surname in Hangul: 尹 → 윤. */
export const surnameOf = (key: string): string => hanjaSurnames.get(key) ?? key;

/** 김모, A, B: a person who is not named. */
export const isAnonymous = (key: string): boolean => /^(?:[a-z]|[가-힣]모|[가-힣]{1,2}○{1,2})$/u.test(key);

/** What brackets after a name, 씨 or 모 씨 hold: 김모(35·여) 씨, 무함메드 군(17). */
const IN_BRACKETS = /^(?:\s?모)?(?:\s?(?:씨|군|양|옹))?\s?\(([^()]{1,30})\)/u;
const AGE = /^(?:당시|만|사망 당시|향년)?\s?(\d{1,3})\s?(?:세|살)?$/u;
const AGE_BEFORE = /(?<!\d)(\d{1,3})(?:세|살)(?:인|의)? $/u;
/** 오너 3세, 재일교포 2·3세, 한인 1.5세: a generation, no age. */
const GENERATION =
  /(?:오너|재벌|총수|창업주?|그룹|기업|경영|일가|가문|가족|家|(?:오너|재벌|총수|그룹|창업주)가|교포|동포|교민|한인|이민자?|고려인|조선족|후손|유공자|한국계|미국계|일본계|중국계|북한계|아시아계|다문화|입양인|실향민|피폭자?|원폭|정치인?|세습|배우|스타|연예인)[ -]?(?:\d[·,~∼-])?[1-5](?:\.5)?세(?:인|의)? $/u;

/** The age that stands in brackets after a name, (35·여), (한빛당·52), or before it, 52세 홍길순. */
export function ageOf({ text, mentions }: Scene, index: number): number | undefined {
  const { start, end } = mentions[index]!;
  const pieces = IN_BRACKETS.exec(text.slice(end, end + 40))?.[1]?.split(/[·ㆍ,/]/u) ?? [];
  const inside = pieces.map((piece) => AGE.exec(piece.trim())?.[1]).find((age) => age !== undefined);
  const before = text.slice(Math.max(0, start - 20), start);
  const outside = GENERATION.test(before) ? undefined : AGE_BEFORE.exec(before)?.[1];
  const age = Number(inside ?? outside);
  return age <= 120 ? age : undefined;
}

const HONORIFIC = /^\s?(씨|군|양|옹|여사)(?![가-힣]{2})/u;

/** 씨, 군, 양 after a name. */
export const honorificAfter = (scene: Scene, index: number): string | undefined => {
  const { end } = scene.mentions[index]!;
  const tail = scene.text.slice(end, end + 40).replace(/^\([^()]{1,12}\)/u, "");
  return HONORIFIC.exec(tail)?.[1];
};
