import type { TextSpan, Token } from "../core/types.js";
import { CUES } from "./cues.table.js";

const words = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(",")));
/** Words that report speech, by whether they stand right behind a quotative: …고 비난했다, but not …을 비난했다. */
const NOUNS = { bare: words(CUES.any.noun), quotative: words(CUES.any.noun, CUES.quotative.noun) };
const VERBS = { bare: words(CUES.any.verb), quotative: words(CUES.any.verb, CUES.quotative.verb) };
/** Verbs by the noun that makes an idiom with them: 긋다 by 선. */
const IDIOMS = new Map<string, Set<string>>();
for (const idiom of words(CUES.any.idiom, CUES.quotative.idiom)) {
  const [noun = "", verb = ""] = idiom.split(" ");
  IDIOMS.set(noun, (IDIOMS.get(noun) ?? new Set()).add(verb));
}

/** What follows a closing mark when what is quoted is speech: the quotative particle, with 이다 or without. */
export const QUOTATIVE =
  /^[.,]?\s?(?:(?:이었|였)다(?:고|며|면서)|이?라고(?:도|만|까지|는)?|고(?:도|만|까지|는)?|이?라며|이?라면서도?|며|면서도?|이?라는|는|이?라|이?란)(?=[\s,.“"]|$)/;
/** 것을 강조했다: the quotation is the object of the verb that reports it. */
export const AS_OBJECT = /^\s?(?:임|것임|것)?(?:을|를)(?=\s)/;
/** Nouns of speech after an adnominal quotative: 라는 입장을. */
const SPEECH_NOUN =
  /^\s?(?:말|뜻|입장|주장|반응|설명|지적|의견|목소리|평가|답|답변|메시지|성명|글|소감|각오|취지|우려|비판|하소연|푸념)/;

export function isSpeechNoun(rest: string): boolean {
  return SPEECH_NOUN.test(rest);
}

/** Light verbs that a noun of speech needs: 소감을 밝혔다, 강조를 했다, 성명을 냈다. */
const isVerbal = (token: Token | undefined) => token !== undefined && /^(?:XSV|XSA|VV|VX)/.test(token.pos);

/**
 * The first word among the tokens `[from, to)` that reports speech, stem and endings together, or undefined; an idiom, 입을 모았다, where no word does.
 * With `quotative`, that is right behind one, 하다 counts too, and words that report other things elsewhere.
 */
export function findCue(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  quotative: boolean,
): TextSpan | undefined {
  const nouns = quotative ? NOUNS.quotative : NOUNS.bare;
  const verbs = quotative ? VERBS.quotative : VERBS.bare;
  const spanOf = (first: number, last: number): TextSpan => {
    let end = last;
    while (end + 1 < to && tokens[end + 1]!.start === tokens[end]!.end && !/^S/.test(tokens[end + 1]!.pos)) end++;
    const start = startOf(text, tokens, first);
    return { start, end: tokens[end]!.end, text: text.slice(start, tokens[end]!.end) };
  };
  let idiom: TextSpan | undefined;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (/^(?:VV|VX|XSV)/.test(token.pos)) {
      if (token.lemma === "하다" ? quotative && !token.pos.startsWith("XSV") : verbs.has(token.lemma))
        return spanOf(i, i);
    } else if (/^(?:NN|XR)/.test(token.pos) && nouns.has(token.text)) {
      const next = tokens[i + 1];
      if (i + 1 < to && next && isVerbal(next) && next.start === token.end) return spanOf(i, i);
      if (i + 1 < to && next && next.pos.startsWith("JKO")) {
        // 소감을 전했다 is reported by 전했다, 의견을 냈다 by both words.
        const verb = i + 2 < to ? tokens[i + 2] : undefined;
        if (verb && (verbs.has(verb.lemma) || nouns.has(verb.text))) return spanOf(i + 2, i + 2);
        return verb && isVerbal(verb) ? spanOf(i, i + 2) : spanOf(i, i);
      }
    }
    const partners = quotative && !idiom ? IDIOMS.get(token.text) : undefined;
    if (partners) {
      const at = tokens[i + 1]?.pos.startsWith("JKO") ? i + 2 : i + 1;
      if (at < to && partners.has(tokens[at]!.lemma)) idiom = spanOf(i, at);
    }
  }
  return idiom;
}

/** Where the word starts whose stem is token `at`: 내다봤다, which is read as 내다·봤다, and 재확인했다. */
function startOf(text: string, tokens: readonly Token[], at: number): number {
  const { start, lemma } = tokens[at]!;
  const before = tokens[at - 1];
  if (before?.pos === "XPN" && before.end === start) return before.start;
  return lemma === "보다" && /(?<![가-힣])내다$/.test(text.slice(Math.max(0, start - 3), start)) ? start - 2 : start;
}
