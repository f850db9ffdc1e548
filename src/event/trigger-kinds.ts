import { TRIGGERS } from "./triggers.table.js";

const NOUNS = new Map<string, string>();
const VERBS = new Map<string, string>();
/** Verb, then the last word of its complement. */
const PHRASES = new Map<string, Map<string, string>>();
for (const [kind, nouns, verbs, phrases] of TRIGGERS) {
  for (const stem of nouns.split(",")) if (stem) NOUNS.set(stem, kind);
  for (const stem of verbs.split(",")) if (stem) VERBS.set(stem, kind);
  for (const stem of phrases.split(",")) {
    const [complement, verb] = stem.split(" ");
    if (complement === undefined || verb === undefined) continue;
    const own = PHRASES.get(verb) ?? new Map<string, string>();
    PHRASES.set(verb, own.set(complement, kind));
  }
}

/** Verbs that say nothing without their complement: the event is what they do it to. */
const LIGHT_VERBS = new Set([
  "하다",
  "갖다",
  "가지다",
  "열다",
  "열리다",
  "내리다",
  "내다",
  "벌이다",
  "들어가다",
  "나서다",
  "마치다",
  "치르다",
  "거치다",
  "이루다",
  "이뤄지다",
  "이루어지다",
  "펼치다",
  "이어가다",
  "이어지다",
  "시작하다",
  "끝내다",
  "받다",
  "당하다",
  "주다",
  "두다",
  "보내다",
  "올리다",
  "거두다",
  "진행하다",
  "실시하다",
  "개최하다",
  "마무리하다",
  "단행하다",
  "추진하다",
  "참석하다",
  "떠나다",
]);

/** Verbs, and nouns before 되다, whose subject is what happens: 토론회가 열린다, 설명회가 예정돼 있다, 불이 난다. */
const HAPPENING = new Set([
  "열리다",
  "나다",
  "일어나다",
  "벌어지다",
  "치러지다",
  "치르다",
  "이뤄지다",
  "이루어지다",
  "이어지다",
  "예정",
  "시작",
  "진행",
  "마련",
  "발생",
]);

/** Whether what the verb tells is that its subject happens; a verb by its dictionary form, a 되다 verb by its noun. */
export function happensTo(stem: string): boolean {
  return HAPPENING.has(stem);
}

const LONGEST_NOUN = 7;

/** Kind of the longest event noun that `word` ends with, so that 합동감식 and 예술인총회 are known by their heads. */
export function kindOfNoun(word: string): string | undefined {
  for (let length = Math.min(LONGEST_NOUN, word.length); length >= 2; length--) {
    const kind = NOUNS.get(word.slice(word.length - length));
    if (kind) return kind;
  }
  return word.length === 1 ? NOUNS.get(word) : undefined;
}

/** Whether a verb is in the table by itself. */
export function isKnownVerb(lemma: string): boolean {
  return VERBS.has(lemma);
}

/** Nouns of doing that say nothing of what is done: 인사를 단행하다. */
const DOING = new Set(["단행", "실시", "진행"]);

/** Kind of a noun with 하다, by its complement where the two are a phrase or it says nothing without it; 명 조사하다 is no arrest. */
export function kindOfDerived(noun: string, complement: string | undefined): string | undefined {
  if (complement) {
    const kind = kindOfPhrase(complement, `${noun}하다`) ?? (DOING.has(noun) ? kindOfNoun(complement) : undefined);
    if (kind) return kind;
  }
  return kindOfNoun(noun);
}

/** A word of counting with its number: 1004명, not 법원 or 국회. */
const COUNTED = /^(?:.*[0-9만억천백십여])?[건명원위점개석표뷰회]$/;
const COUNTERS = /[건명원위점개석표뷰회]$/;

function kindOfPhrase(complement: string, verb: string): string | undefined {
  const phrases = PHRASES.get(verb);
  if (!phrases) return undefined;
  const shortest = COUNTERS.test(complement) && !COUNTED.test(complement) ? 2 : 1;
  for (let length = Math.min(4, complement.length); length >= shortest; length--) {
    const kind = phrases.get(complement.slice(complement.length - length));
    if (kind) return kind;
  }
  return undefined;
}

/** Kind of a verb, by its complement where the two are a phrase or the verb is light. */
export function kindOfVerb(lemma: string, complement: string | undefined): string | undefined {
  if (complement) {
    const phrase = kindOfPhrase(complement, lemma);
    if (phrase) return phrase;
    if (LIGHT_VERBS.has(lemma)) {
      const kind = kindOfNoun(complement);
      if (kind) return kind;
    }
  }
  return VERBS.get(lemma);
}
