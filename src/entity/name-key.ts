/**
 * The key of a name: what two writings of one name have in common.
 * Legal forms, spaces, quotation marks and middle dots go; Latin letters become lower case.
 */
const LEGAL_FORM =
  /㈜|㈔|㈐|\((?:주|사|재|유|합|학|의)\)|주식회사|유한회사|유한책임회사|재단법인|사단법인|학교법인|의료법인|사회복지법인|(?:,? ?(?<![A-Za-z])(?:Inc|Corp|Co|Ltd|LLC)\.?){1,2}$/giu;
const NOISE = /[\s·・‧•∙ㆍ․.,'"“”‘’`´「」『』《》〈〉<>()[\]-]+/gu;

export function nameKey(text: string): string {
  const bare = text.replace(LEGAL_FORM, "").replace(NOISE, "").toLowerCase();
  // "주식회사" alone, or a name of marks alone, keeps its letters.
  return bare === "" ? text.replace(/\s+/gu, "").toLowerCase() : bare;
}

export const isHangul = (text: string): boolean => /^[가-힣]+$/u.test(text);
export const isHanja = (text: string): boolean => /^[\u3400-\u9fff\uf900-\ufaff]+$/u.test(text);
export const isLatin = (text: string): boolean => /[A-Za-z]/u.test(text) && !/[가-힣]/u.test(text);
