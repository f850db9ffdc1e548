import type { Token } from "../core/types.js";
import type { Chunk } from "../core/chunks.js";
import { isStop, lastWord, predicateOf, starts } from "./chunk-words.js";
import { finalConsonant, withFinalConsonant } from "./hangul.js";
import { isKnownVerb } from "./trigger-kinds.js";

/**
 * How a predicate ends: sentence end, quotative (…다고), connective (…고), adnominal (…ㄴ), nominal (…기), or no predicate at all.
 */
export type Ending = "final" | "quotative" | "connective" | "adnominal" | "nominal" | "noun";
export type Tense = "past" | "present" | "future" | "none";

export interface Form {
  ending: Ending;
  tense: Tense;
}

/** Reads ending and tense off the tokens from a predicate's stem to the end of its chunk. */
export function formOf(tokens: readonly Token[], head: number, last: number): Form {
  let past = false;
  let future = false;
  let ending: Ending = "noun";
  let tense: Tense = "none";
  for (let i = head; i <= last; i++) {
    const token = tokens[i];
    if (!token || isStop(token)) continue;
    if (/EP/.test(token.pos)) {
      if (/겠/.test(token.text)) future = true;
      else if (/[가-힣]/.test(token.text)) past = true;
    }
    const final = token.pos.slice(token.pos.lastIndexOf("+") + 1);
    if (final === "EF") ending = "final";
    else if (final === "EC") {
      ending = /(?:[다라자냐]고|[다라]며|[다라]면서|다는|단)$/.test(token.text) ? "quotative" : "connective";
      if (ending === "connective" && /다$/.test(token.text)) ending = "final";
    } else if (final === "ETN") ending = "nominal";
    else if (final === "ETM") {
      ending = "adnominal";
      const consonant = finalConsonant(token.text);
      if (/(?:[다라자]는|단|란|겠다는)$/.test(token.text) && token.text.length > 1 && /[다라자]는$/.test(token.text))
        tense = "present";
      else if (/던$/.test(token.text)) past = true;
      else if (/는$/.test(token.text)) tense = "present";
      else if (consonant === "ㄴ") past = true;
      else if (consonant === "ㄹ") future = true;
    }
  }
  if (future) tense = "future";
  else if (past) tense = "past";
  else if (ending === "final" || ending === "quotative") tense = "present";
  return { ending, tense };
}

export function fusedForm(text: string): Form {
  if (text === "한") return { ending: "adnominal", tense: "past" };
  if (text === "할") return { ending: "adnominal", tense: "future" };
  return text === "했다" ? { ending: "final", tense: "past" } : { ending: "connective", tense: "none" };
}

/** Whether a connective form is the bare 아/어 form: its last vowel is open and it is none of the other connectives. */
export function isSerial(text: string): boolean {
  if (/(?:며|서|자|나|라|데|다|야|네|게|대|매)$/.test(text)) return false;
  const code = text.charCodeAt(text.length - 1) - 0xac00;
  if (!(code >= 0 && code < 11172) || code % 28 !== 0) return false;
  const vowel = Math.floor(code / 28) % 21;
  return [0, 1, 4, 5, 6, 9, 10, 14, 15].includes(vowel);
}

/**
 * The tokens, with a polite verb that the lexicon does not hold (엽|니다, 선보|입니다) read as the verb that it is: each token of its chunk is the verb.
 * Only a verb of the trigger table is read so: 사람입니다 stays a noun.
 */
export function mendPolite(tokens: readonly Token[], chunks: readonly Chunk[]): readonly Token[] {
  if (!tokens.some(({ pos }) => pos.endsWith("VCP+EF") || pos === "UNKNOWN")) return tokens;
  let mended: Token[] | null = null;
  for (const chunk of chunks) {
    const last = lastWord(tokens, chunk);
    const token = tokens[last] as Token;
    if ((!token.text.endsWith("다") && !token.text.endsWith("까")) || !/VCP|UNKNOWN/.test(token.pos)) continue;
    const head = tokens[predicateOf(tokens, chunk)];
    if (head && !starts(head, "VCP") && token.pos !== "UNKNOWN") continue;
    let text = "";
    for (let i = chunk.first; i <= last; i++) text += tokens[i]?.text ?? "";
    const lemma = politeLemma(text);
    if (lemma === null) continue;
    mended ??= [...tokens];
    const verb: Token = { ...token, start: (tokens[chunk.first] as Token).start, text, pos: "VV+EF", lemma };
    for (let i = chunk.first; i <= last; i++) mended[i] = verb;
  }
  return mended ?? tokens;
}

/** 엽니다 is 열다, 늘립니다 is 늘리다; 팝니다 is 팔다 sooner than 파다. */
function politeLemma(text: string): string | null {
  const stem = /^([가-힣]{1,6})니(?:다|까)$/.exec(text)?.[1];
  if (stem === undefined || finalConsonant(stem) !== "ㅂ") return null;
  for (const final of ["ㄹ", "none"] as const) {
    const lemma = `${withFinalConsonant(stem, final)}다`;
    if (isKnownVerb(lemma)) return lemma;
  }
  return null;
}
