import { type Chunk, chunkTokens } from "../core/chunks.js";
import type { Entity, Mention, Quote, Sentence, TextSpan, Token, Tokens } from "../core/types.js";
import { firstWhere } from "../core/search.js";
import { AS_OBJECT, findCue, isSpeechNoun, QUOTATIVE } from "./cues.js";
import { findIndirect } from "./indirect.js";
import { intervieweeOf, isLabel, isQuestion } from "./interview.js";
import { findQuotations, type Quotation } from "./quotations.js";
import { findSubjects, type Subject } from "./speakers.js";

/** How many tokens after a quotation its cue may stand. */
const CUE_REACH = 40;
/** A speaker or a topic is carried over this many sentences at most. */
const CARRY = 3;
/** A headline's speaker stands at most this many characters before the quotation. */
const HEADLINE_REACH = 80;
/** Names after a headline's quotation among which its speaker may be. */
const HEADLINE_NAMES = 4;
/** Words of a headline's quotation that is a clause though it ends in none: “가방 만든 손에 1달러 더”. */
const CLAUSE = 4;
const SENTENCE_LIKE = /(?:[다요죠까자라네]|것|함|음|임|뿐|때문|길|뜻)[.?!…~]?$/;
/** Another quotation follows at once: “…”, “…”고 말했다. */
const NEXT_QUOTATION = /^, ?[“"]/;
const INDIRECT = /[다라자냐]고\s/;
/** What follows a quotation that is only named, not said: 같은, 등, 처럼. */
const NAMED_ONLY = /^ ?(?:같은|등|처럼|이라 |라 |란 |의 |에 |에서|와 |과 |도 |로 |으로|이 |가 |은 |이다|다\.|[),·(])/;

interface Carried {
  readonly entity: string | undefined;
  readonly sentence: number;
}

/**
 * Finds what is said, and by whom.
 *
 * Shapes  in: the layers of one text. out: direct quotes (marks included) and indirect ones, in text order.
 * Units   UTF-16 code units of `text`.
 * Errors  text never throws.
 * Source  docs/quotes.md.
 */
export function findQuotes(
  text: string,
  sentences: readonly Sentence[],
  tokens: Tokens,
  mentions: readonly Mention[],
  entities: readonly Entity[],
): Quote[] {
  const entityOf = new Map<string, string>();
  for (const entity of entities) for (const id of entity.mentions) entityOf.set(id, entity.id);
  const speakers = mentions.filter(({ type }) => type === "PERSON" || type === "ORGANIZATION" || type === "LOCATION");
  const nameEnds = new Set(mentions.map(({ end }) => end));
  const quotations = findQuotations(text);
  const quotes: Omit<Quote, "id">[] = [];
  let spoken: Carried = { entity: undefined, sentence: -CARRY - 1 };
  let topic: Carried = { entity: undefined, sentence: -CARRY - 1 };
  let nextToken = 0;
  let nextSpeaker = 0;
  let nextQuotation = 0;
  /** The sentence that asked, and who is asked. */
  let asked = -2;
  let interviewee: string | undefined;
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s] as Sentence;
    while (tokens.startOf(nextToken) < sentence.start) nextToken++;
    const firstToken = nextToken;
    while (tokens.startOf(nextToken) < sentence.end) nextToken++;
    while (nextSpeaker < speakers.length && (speakers[nextSpeaker] as Mention).end <= sentence.start) nextSpeaker++;
    while (nextQuotation < quotations.length && (quotations[nextQuotation] as Quotation).start < sentence.start)
      nextQuotation++;
    const own: Quotation[] = [];
    for (
      ;
      nextQuotation < quotations.length && (quotations[nextQuotation] as Quotation).start < sentence.end;
      nextQuotation++
    )
      own.push(quotations[nextQuotation] as Quotation);
    if (sentence.part === "byline") continue;
    if (isQuestion(text, sentence)) {
      if (asked < 0) interviewee = intervieweeOf(entities, mentions, sentences);
      asked = s;
    }
    const words = tokens.slice(firstToken, nextToken);
    const chunks = chunkTokens(words);
    const mentionOf = indexMentions(words, speakers, nextSpeaker);
    const subjects = findSubjects(
      text,
      words,
      chunks,
      speakers,
      (token) => mentionOf[token] ?? -1,
      (offset) => nameEnds.has(offset),
    );
    const identify = (subject: Subject): string | undefined => {
      if (subject.mention === -2) return (topic.sentence >= s - CARRY ? topic : spoken).entity;
      const mention = speakers[subject.mention];
      return mention && entityOf.get(mention.id);
    };

    let previous: { end: number; speaker: string | undefined } | null = null;
    const said: Quotation[] = [];
    for (const quotation of own) {
      const isHeadline = sentence.part === "headline" || sentence.part === "subheadline";
      const named = isHeadline ? nameRightBefore(text, speakers, quotation) : undefined;
      const reading =
        readSpeech(text, words, chunks, quotation) ??
        (named || (isHeadline && isClause(text, quotation)) ? { cue: undefined } : null);
      if (!reading) continue;
      said.push(quotation);
      let speaker: string | undefined;
      const before = lastSubject(subjects, previous?.end ?? sentence.start, quotation.start);
      const after = before ? null : firstSubject(subjects, quotation.end, reading.cue?.start ?? quotation.end);
      const label = speakers[firstWhere(speakers, ({ start }) => start >= quotation.start) - 1];
      if (label && isLabel(text, label, quotation)) {
        speaker = entityOf.get(label.id);
      } else if (before ?? after) {
        speaker = identify((before ?? after) as Subject);
      } else if (previous) {
        speaker = previous.speaker;
      } else if (asked === s - 1) {
        speaker = interviewee;
      } else if (isHeadline) {
        speaker = named ? entityOf.get(named.id) : headlineSpeaker(speakers, sentence, quotation, entityOf);
      } else if (spoken.sentence >= s - 2 && spoken.sentence >= topic.sentence - 1) speaker = spoken.entity;
      else if (topic.sentence >= s - CARRY) speaker = topic.entity;
      previous = { end: quotation.end, speaker };
      spoken = { entity: speaker, sentence: s };
      quotes.push({
        start: quotation.start,
        end: quotation.end,
        text: text.slice(quotation.start, quotation.end),
        kind: "direct",
        ...(speaker === undefined ? {} : { speaker }),
        ...(reading.cue === undefined ? {} : { cue: reading.cue }),
      });
    }

    for (const indirect of findIndirect(text, words, chunks, subjects, said)) {
      const next = said[firstWhere(said, ({ end }) => end > indirect.start)];
      if (next && next.start < indirect.end) continue;
      const speaker = indirect.subject
        ? identify(indirect.subject)
        : spoken.sentence >= s - 1
          ? spoken.entity
          : undefined;
      const { start, end, cue } = indirect;
      if (indirect.subject) spoken = { entity: speaker, sentence: s };
      quotes.push({
        start,
        end,
        text: text.slice(start, end),
        kind: "indirect",
        ...(speaker === undefined ? {} : { speaker }),
        cue,
      });
    }
    const named =
      subjects.find((subject) => subject.topic && speakers[subject.mention]?.type === "PERSON") ??
      subjects.find((subject) => subject.mention >= 0);
    if (named) topic = { entity: identify(named), sentence: s };
  }
  return quotes
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((quote, index) => ({ id: `q${index + 1}`, ...quote }));
}

/** The number of the speaker mention that covers each token of a sentence, or -1; `first` is the number of the first that does not end before it. */
function indexMentions(tokens: readonly Token[], mentions: readonly Mention[], first: number): Int32Array {
  const index = new Int32Array(tokens.length).fill(-1);
  let m = first;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    while (m < mentions.length && (mentions[m] as Mention).end <= token.start) m++;
    if (m < mentions.length && (mentions[m] as Mention).start < token.end) index[i] = m;
  }
  return index;
}

/** Whether a quotation is speech, and the word that reports it; null where it names a title, a term or a thing. */
function readSpeech(
  text: string,
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  quotation: Quotation,
): { cue: TextSpan | undefined } | null {
  const rest = text.slice(quotation.end, quotation.end + 24);
  const inner = text.slice(quotation.start + 1, quotation.end - 1).trim();
  const quotative = QUOTATIVE.exec(rest);
  const sentenceLike = SENTENCE_LIKE.test(inner) && inner.length >= 6;
  const end = tokens.length;
  const after = firstWhere(chunks, (chunk) => chunk.start >= quotation.end);
  const firstToken = (chunks[after] as Chunk | undefined)?.first ?? end;
  let limit = firstToken;
  while (limit < end && limit < firstToken + CUE_REACH && !/^[“"‘]$/.test((tokens[limit] as Token).text)) limit++;
  const cue = findCue(text, tokens, firstToken, limit, quotative !== null);
  // “…”라고 할 수 있다: nobody has said it.
  if (quotative && /^할 수 /u.test(text.slice(cue?.start ?? 0, (cue?.start ?? 0) + 4))) return null;
  if (quotative) {
    const adnominal = /(?:는|란)$/.test(quotative[0].trim());
    if (adnominal && !isSpeechNoun(rest.slice(quotative[0].length))) return null;
    if (quotation.mark === "single" && (adnominal || cue === undefined || !sentenceLike)) return null;
    const particle = quotative[0].replace(/^[.,\s]+/, "");
    const start = quotation.end + quotative[0].length - particle.length;
    const reports = cue !== undefined && !isPlanned(text, cue) && !isRaised(text, cue);
    return { cue: reports ? cue : { start, end: start + particle.length, text: particle } };
  }
  if (quotation.mark === "single") return null;
  const isObject = AS_OBJECT.test(rest);
  // “업무 협약”을 맺었다고 밝혔다: what is said is that, and not what is in the marks.
  if (isObject && cue !== undefined && !INDIRECT.test(text.slice(quotation.end, cue.start))) return { cue };
  if (NEXT_QUOTATION.test(rest) && sentenceLike) return { cue: undefined };
  if (NAMED_ONLY.test(rest)) return null;
  if (sentenceLike) return { cue: /^\s?[^\s…]/.test(rest) && !rest.startsWith("\n") ? cue : undefined };
  return cue !== undefined && /^\s?(?:[가-힣]{1,10} )?[가-힣]+/.test(rest) && cue.start - quotation.end < 6
    ? { cue }
    : null;
}

/** “…”며 사의를 밝히기로 했다: what will be said is something else. */
const isPlanned = (text: string, { end }: TextSpan) => text.slice(end - 2, end) === "기로";

/** “…”며 목표주가를 올렸다: what goes up is no post, and nobody speaks by it. */
const isRaised = (text: string, { start, text: cue }: TextSpan) =>
  /^올[리렸려]/u.test(cue) &&
  /[가-힣][을를] (?:[^ ]+ ){0,3}$/u.test(text.slice(Math.max(0, start - 30), start)) &&
  !/(?:글|댓글|사진|영상|게시물|메시지|입장문|성명|편지)[을를] (?:[^ ]+ ){0,3}$/u.test(
    text.slice(Math.max(0, start - 30), start),
  );

/** The nearest subject between two places: a topic before a nominative, which may belong to a clause inside. */
function lastSubject(subjects: readonly Subject[], from: number, to: number): Subject | null {
  let best: Subject | null = null;
  for (let i = firstWhere(subjects, ({ start }) => start >= from); i < subjects.length; i++) {
    const subject = subjects[i] as Subject;
    if (subject.end > to) break;
    if (!best || subject.topic || !best.topic) best = subject;
  }
  return best;
}

function firstSubject(subjects: readonly Subject[], from: number, to: number): Subject | null {
  const subject = subjects[firstWhere(subjects, ({ start }) => start >= from)];
  return subject && subject.end <= to ? subject : null;
}

/** In a headline what stands in “ ” is said, if it is a clause: “가방 만든 손에 1달러 더”…. Not “한파 영향예보”. */
const isClause = (text: string, { start, end, mark }: Quotation) =>
  mark !== "single" && text.slice(start, end).split(" ").length >= CLAUSE && !NAMED_ONLY.test(text.slice(end, end + 8));

/** In a headline what stands in “ ” right behind a name and its title is said, however short: 유엔 “전쟁범죄 소지”, 윤 총재 “환율 경계”. */
function nameRightBefore(
  text: string,
  speakers: readonly Mention[],
  { start, end, mark }: Quotation,
): Mention | undefined {
  const name = speakers[firstWhere(speakers, (speaker) => speaker.start >= start) - 1];
  if (mark === "single" || name === undefined || NAMED_ONLY.test(text.slice(end, end + 8))) return undefined;
  const isAlone = !/^ [가-힣]/u.test(text.slice(end, end + 3));
  const isBeside = /^(?: [가-힣]{2,8})? $/u.test(text.slice(name.end, start));
  return isAlone && isBeside && (name.type === "PERSON" || name.end + 1 === start) ? name : undefined;
}

/** In a headline the name before the quotation speaks, 신원식 장관 “…”; where none is before, the person after: “…” 장인 정태관 씨. */
function headlineSpeaker(
  speakers: readonly Mention[],
  sentence: Sentence,
  quotation: Quotation,
  entityOf: ReadonlyMap<string, string>,
): string | undefined {
  let name: Mention | undefined;
  const from = Math.max(sentence.start, quotation.start - HEADLINE_REACH);
  for (let i = firstWhere(speakers, ({ start }) => start >= from); i < speakers.length; i++) {
    const mention = speakers[i] as Mention;
    if (mention.end > quotation.start) break;
    if (!name || (mention.type === "PERSON" && name.type !== "PERSON")) name = mention;
  }
  const after = firstWhere(speakers, ({ start }) => start >= quotation.end);
  for (let i = after; !name && i < Math.min(after + HEADLINE_NAMES, speakers.length); i++) {
    const mention = speakers[i] as Mention;
    if (mention.type === "PERSON" && mention.end <= sentence.end) name = mention;
  }
  return name && entityOf.get(name.id);
}
