import type { Span, Token } from "../core/types.js";
import type { Chunk } from "../core/chunks.js";
import { isNominal, isStop, lastWord, nounOf, particleOf, predicateOf, starts } from "./chunk-words.js";
import { type Ending, formOf, fusedForm, isSerial, mendPolite, type Tense } from "./predicate-form.js";
import { happensTo, isKnownVerb, kindOfDerived, kindOfNoun, kindOfVerb } from "./trigger-kinds.js";

/** A word that may name what happens on a date. */
export interface TriggerCandidate extends Span {
  /** First and last chunk of the trigger, inclusive, and the chunk of the predicate itself. */
  readonly firstChunk: number;
  readonly chunk: number;
  readonly lastChunk: number;
  readonly form: "verb" | "noun";
  /** Kind of the trigger table, `other` where the table has no row. */
  readonly kind: string;
  readonly stem: string;
  readonly ending: Ending;
  readonly tense: Tense;
  readonly progressive: boolean;
  readonly negated: boolean;
  /** For a noun its particle tag, for an adnominal the word after it: 뒤, 것, 예정. */
  readonly tail: string;
  /** The predicate has its object or complement in front of it. */
  readonly complement: boolean;
  readonly quote: number;
}

const FUTURE_NOUN = /^(?:거$|예정|계획|방침|전망|것|수|듯|것으로|참|생각|작정|채비)/;
const TAIL_WORD =
  /^(?:뒤|후|이후|다음|직후|지|것|바|채|혐의|가운데|데|때|당시|날|예정|계획|방침|전망|수|만큼|상태|이래|결과|끝|바람|점|사실|모습|대로)/;

/** Every word of a sentence that may be a trigger, in text order. `covered` says which chunks a timex stands in. */
export function findTriggers(
  given: readonly Token[],
  chunks: readonly Chunk[],
  covered: readonly boolean[],
  naming: (start: number, end: number) => "event" | "name" | null,
): TriggerCandidate[] {
  const tokens = mendPolite(given, chunks);
  const candidates: TriggerCandidate[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (!chunk || covered[i]) continue;
    const head = predicateOf(tokens, chunk);
    const headToken = tokens[head];
    const fused = headToken ? -1 : fusedVerb(tokens, chunk);
    if (fused >= 0) {
      candidates.push(verbCandidate(tokens, chunks, i, fused, covered));
      continue;
    }
    if (!headToken) {
      const candidate = nounCandidate(tokens, chunks, i, naming);
      if (candidate) candidates.push(candidate);
      continue;
    }
    if (starts(headToken, "VCP")) {
      const candidate = nounCandidate(tokens, chunks, i, naming);
      if (candidate) candidates.push(candidate);
      continue;
    }
    if (starts(headToken, "VCN") || (starts(headToken, "VX") && !standsAlone(tokens, chunks, i, headToken))) continue;
    // ‘금강산을 그리다’ is a title, and no verb of the clause it stands in.
    if (naming(headToken.start, headToken.end) === "name") continue;
    if (starts(headToken, "VA") || (starts(headToken, "XSA") && !isAction(tokens, chunk, head))) continue;
    const previous = candidates.at(-1);
    if (previous && previous.form === "verb" && previous.lastChunk >= i) continue;
    candidates.push(verbCandidate(tokens, chunks, i, head, covered));
  }
  return candidates;
}

/** Whether what was tagged as an auxiliary has no verb before it that it could help: 일본에 져. */
function standsAlone(tokens: readonly Token[], chunks: readonly Chunk[], index: number, head: Token): boolean {
  const chunk = chunks[index] as Chunk;
  const before = chunks[index - 1];
  return (
    isKnownVerb(head.lemma) &&
    tokens[chunk.first] === head &&
    before !== undefined &&
    /^(?:JK|JX)/.test(particleOf(tokens, before).tag)
  );
}

/** The noun before a 하다 that was tagged as an adjective's is one of action all the same: 조사한. */
function isAction(tokens: readonly Token[], chunk: Chunk, head: number): boolean {
  const noun = tokens[head - 1];
  return head > chunk.first && noun !== undefined && (noun.semantic === "행위" || kindOfNoun(noun.text) !== undefined);
}

/** Index of a 해 or 한 that was tagged as a noun after an event noun (압수수색|해), or -1. */
function fusedVerb(tokens: readonly Token[], chunk: Chunk): number {
  const last = lastWord(tokens, chunk);
  const token = tokens[last];
  const noun = tokens[last - 1];
  if (last <= chunk.first || !token || !noun || !/^(?:해|한|할|하고|하며|했다)$/.test(token.text) || !isNominal(token))
    return -1;
  return kindOfNoun(noun.text) !== undefined && noun.text.length > 1 ? last : -1;
}

function verbCandidate(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  index: number,
  head: number,
  covered: readonly boolean[],
): TriggerCandidate {
  const chunk = chunks[index] as Chunk;
  const headToken = tokens[head] as Token;
  const derived =
    starts(headToken, "XS") ||
    isNominal(headToken) ||
    (isNominal(tokens[head - 1]) && head > chunk.first && /^(?:받|당하)다$/.test(headToken.lemma));
  let noun = "";
  if (derived)
    for (let i = head - 1; i >= chunk.first && isNominal(tokens[i]); i--) noun = (tokens[i]?.text ?? "") + noun;
  const lemma = headToken.lemma;

  // The object or complement in the chunk before belongs to the trigger: 협약을 맺다, 재판에 넘기다.
  let firstChunk = index;
  let complement: string | undefined;
  let modifier: string | undefined;
  const before = chunks[index - 1];
  if (
    before &&
    !covered[index - 1] &&
    before.quote === chunk.quote &&
    !before.bracketed &&
    predicateOf(tokens, before) < 0
  ) {
    const { tag, text: particle } = particleOf(tokens, before);
    // A particle after a closing mark is a chunk of its own: ‘빙판 대화’를 연다. Not 양해각서(MOU)를 맺는다: the bracket opens before the trigger.
    const marked = /^J/.test(tokens[before.first]?.pos ?? "") && !covered[index - 2] ? chunks[index - 2] : undefined;
    const quoted = marked?.bracketed ? undefined : marked;
    const word = nounOf(tokens, quoted ?? before);
    if (word && !isStop(tokens[before.last])) {
      const happens =
        happensTo(derived ? noun : lemma) &&
        /^(?:이|가|은|는|도)$/.test(particle) &&
        kindOfNoun(word.text) !== undefined;
      const takes =
        happens ||
        tag.startsWith("JKO") ||
        (tag.startsWith("JKB") && !derived && /에$|로$/.test(particle)) ||
        (tag.startsWith("JKS") && !derived);
      if (takes || (derived && tag === "" && noun !== "" && !quoted)) {
        if (takes) complement = word.text;
        else modifier = word.text;
        if (
          happens ||
          tag.startsWith("JKO") ||
          tag === "" ||
          kindOfVerb(lemma, complement) !== kindOfVerb(lemma, undefined)
        )
          firstChunk = quoted ? index - 2 : index - 1;
      }
    }
  }

  const kind =
    (derived
      ? noun === ""
        ? kindOfVerb(lemma, complement)
        : kindOfDerived(noun, complement ?? modifier)
      : kindOfVerb(lemma, complement)) ?? "other";
  let { ending, tense } = isNominal(headToken) ? fusedForm(headToken.text) : formOf(tokens, head, chunk.last);
  let lastChunk = index;
  let progressive = false;
  let negated = false;
  let tail = "";

  // Auxiliaries and the nouns that turn a clause to a plan: 열고 있다, 열기로 했다, 열 예정이다.
  for (let step = 1; step <= 3; step++) {
    const next = chunks[lastChunk + 1];
    const nextToken = next ? tokens[next.first] : undefined;
    if (!next || !nextToken || next.quote !== chunk.quote || isStop(tokens[(chunks[lastChunk] as Chunk).last])) break;
    const auxiliary = predicateOf(tokens, next);
    const auxiliaryLemma = tokens[auxiliary]?.lemma ?? "";
    const surface = (tokens[(chunks[lastChunk] as Chunk).last] as Token).text;
    if (ending === "adnominal") {
      if (step === 1 || tense === "future") tail = TAIL_WORD.exec(nextToken.text)?.[0] ?? tail;
      if (tense === "future" && FUTURE_NOUN.test(nextToken.text)) {
        const form = formOf(tokens, next.first, next.last);
        if (form.ending !== "noun") ({ ending } = form);
        else ending = "connective";
        lastChunk++;
        continue;
      }
      break;
    }
    // 열겠다고 했다: who says so is no auxiliary.
    if (auxiliary !== next.first || ending === "quotative") break;
    const isAuxiliary =
      starts(nextToken, "VX") ||
      (ending === "connective" && /고$/.test(surface) && /^있/.test(nextToken.text)) ||
      (/[기]로$/.test(surface) && /^(?:하다)$/.test(auxiliaryLemma)) ||
      (/(?:기도|기까지|기로|로|도|지)$/.test(surface) && ending === "nominal" && auxiliaryLemma === "하다") ||
      /^(?:않|못하|말)/.test(nextToken.text);
    if (!isAuxiliary) break;
    if (/^(?:않|못|말)/.test(nextToken.text)) negated = true;
    const form = formOf(tokens, next.first, next.last);
    const promised = ending === "nominal" && /로$/.test(surface);
    if (/^있/.test(nextToken.text) && /고$/.test(surface)) progressive = true;
    if (form.ending !== "noun") {
      ending = form.ending;
      tense = promised ? "future" : form.tense === "none" ? tense : form.tense;
      if (promised) tail = "기로";
    }
    lastChunk++;
  }
  // A verb in 아/어 right before another verb makes one predicate with it: 받아 챙기다, 맞아 숨지다.
  if (ending === "connective" && tail === "" && lastChunk === index && isSerial(tokens[chunk.last]?.text ?? "")) {
    const next = chunks[index + 1];
    const nextHead = next && !covered[index + 1] && next.quote === chunk.quote ? predicateOf(tokens, next) : -1;
    if (next && nextHead === next.first && starts(tokens[nextHead], "VV")) {
      const serial = verbCandidate(tokens, chunks, index + 1, nextHead, covered);
      const own = kindOfVerb(lemma, complement);
      return {
        ...serial,
        start: startOf(tokens, chunks, firstChunk, index),
        firstChunk,
        kind: serial.kind === "other" ? (own ?? "other") : serial.kind,
        complement: complement !== undefined,
      };
    }
  }
  if (ending === "nominal") {
    const next = chunks[lastChunk + 1];
    const word = next ? (tokens[next.first]?.text ?? "") : "";
    const surface = tokens[lastWord(tokens, chunks[lastChunk] as Chunk)]?.text ?? "";
    if (/로$/.test(surface)) {
      tail = "기로";
      if (/^(?:결정|합의|약속|뜻|의결)/.test(word)) tense = "future";
    } else if (/^(?:위|위해|위한)/.test(word)) tail = "위해";
    else if (/^(?:전|앞서|직전)/.test(word)) tail = "전";
  }
  if (ending === "connective" && tail === "") {
    const surface = tokens[lastWord(tokens, chunks[lastChunk] as Chunk)]?.text ?? "";
    tail = /(?:려고|려|러|기 위해|도록)$/.test(surface)
      ? "purpose"
      : /면$/.test(surface)
        ? "면"
        : /자$/.test(surface)
          ? "자"
          : "";
  }
  return {
    start: startOf(tokens, chunks, firstChunk, index),
    end: trimmedEnd(tokens, chunks[lastChunk] as Chunk),
    firstChunk,
    chunk: index,
    lastChunk,
    form: "verb",
    kind,
    stem: derived && noun !== "" ? noun : lemma,
    ending,
    tense,
    progressive,
    negated,
    tail,
    complement: complement !== undefined || firstChunk < index,
    quote: chunk.quote,
  };
}

function nounCandidate(
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  index: number,
  naming: (start: number, end: number) => "event" | "name" | null,
): TriggerCandidate | null {
  const chunk = chunks[index] as Chunk;
  const word = nounOf(tokens, chunk);
  if (!word) return null;
  const headToken = tokens[word.last] as Token;
  const name = naming((tokens[word.first] as Token).start, headToken.end);
  if (name === "name") return null;
  const named = name === "event";
  const kind = kindOfNoun(word.text);
  if (!kind && !named && headToken.semantic !== "행위") return null;
  const { tag, text } = particleOf(tokens, chunk);
  if (tag.startsWith("JKO") || tag.startsWith("JKG")) return null;
  const next = chunks[index + 1];
  const nextWord = next ? (tokens[next.first]?.text ?? "") : "";
  const copula = chunk.last > word.last && starts(tokens[word.last + 1], "VCP");
  const tail = copula
    ? "copula"
    : tag !== ""
      ? `${tag}:${text}`
      : isStop(tokens[chunk.last])
        ? "stop"
        : (TAIL_WORD.exec(nextWord)?.[0] ?? (next ? "bare" : "stop"));
  return {
    start: (tokens[word.first] as Token).start,
    end: headToken.end,
    firstChunk: index,
    chunk: index,
    lastChunk: index,
    form: "noun",
    kind: kind ?? (named ? "event-name" : "other"),
    stem: word.text.slice(-4),
    ending: "noun",
    tense: "none",
    progressive: false,
    negated: false,
    tail,
    complement: false,
    quote: chunk.quote,
  };
}

/** How many tokens a title has at most in front of the word that its closing mark follows. */
const LONGEST_TITLE = 24;

/** Where a trigger begins: at the opening mark of the title that is its object, ‘흙의 나이테’를 연다. */
function startOf(tokens: readonly Token[], chunks: readonly Chunk[], firstChunk: number, index: number): number {
  const { first, start } = chunks[firstChunk] as Chunk;
  if (index - firstChunk < 2) return start;
  for (let i = first - 1; i >= Math.max(0, first - LONGEST_TITLE); i--) {
    const token = tokens[i] as Token;
    if (/^[‘「『《〈]$/.test(token.text)) return token.start;
    if (/^[’」』》〉“”"]$/.test(token.text)) break;
  }
  return start;
}

function trimmedEnd(tokens: readonly Token[], chunk: Chunk): number {
  return (tokens[lastWord(tokens, chunk)] as Token).end;
}
