import type { TextSpan, Token } from "../core/types.js";
import { CUES } from "./cues.table.js";

const NOUNS = new Set<string>();
const VERBS = new Set<string>();
for (const [stem, form] of CUES) (form === "noun" ? NOUNS : VERBS).add(stem);

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
 * The first word among the tokens `[from, to)` that reports speech, stem and endings together, or undefined.
 * `하다` counts only where it is asked for: right after a quotative.
 */
export function findCue(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  plain: boolean,
): TextSpan | undefined {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    let found = false;
    if (/^(?:VV|VX|XSV)/.test(token.pos)) {
      if (token.lemma === "하다" ? plain && !token.pos.startsWith("XSV") : VERBS.has(token.lemma)) found = true;
    } else if (/^NN/.test(token.pos) && NOUNS.has(token.text)) {
      const next = tokens[i + 1];
      found =
        i + 1 < to && next !== undefined && ((isVerbal(next) && next.start === token.end) || /^JKO/.test(next.pos));
    }
    if (!found) continue;
    // 소감을 전했다: the verb reports, where it is one that does.
    const verb = tokens[i + 2];
    if (/^JKO/.test(tokens[i + 1]?.pos ?? "") && i + 2 < to && /^VV/.test(verb?.pos ?? "") && VERBS.has(verb!.lemma))
      continue;
    let last = i;
    while (
      last + 1 < to &&
      (tokens[last + 1] as Token).start === (tokens[last] as Token).end &&
      !/^S/.test((tokens[last + 1] as Token).pos)
    )
      last++;
    const end = (tokens[last] as Token).end;
    // 내다|봤다 is one verb.
    const first = tokens[i - 2];
    if (first && i - 2 >= from && text.slice(first.start, token.start) === "내다")
      return { start: first.start, end, text: text.slice(first.start, end) };
    return { start: token.start, end, text: text.slice(token.start, end) };
  }
  return undefined;
}
