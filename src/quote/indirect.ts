import type { Chunk } from "../core/chunks.js";
import type { Span, TextSpan, Token } from "../core/types.js";
import { firstWhere } from "../core/search.js";
import { findCue } from "./cues.js";
import type { Subject } from "./speakers.js";

export interface IndirectQuote extends Span {
  readonly cue: TextSpan;
  readonly subject: Subject | null;
}

/** …다고, …라고, …자고, …냐고 and their 며: the end of what is said without quotation marks. */
const QUOTATIVE_END = /[다라자냐](?:고|며|면서)(?:도|만|까지|는)?$/;
/** 알려졌다 reports nobody; 판단되는, 필요하다고 인정하는 경우 and 보기 어렵다 no speech. */
const NO_REPORT = /^보(?:이|인|였|고|기)|^볼|^알려|^전해|되는$|된$|될$|^(?:판단|인정|예상|추정|생각)(?:하는|한|할)$/;
/** 반박할 수 있는, 할 수 없다: nobody has said it. */
const COULD = /^[할힐릴] 수 /;
const OPENING = /[“‘「『《〈"']/;
/** Chunks between the quotative and its verb: 25일, 기자회견에서. */
const GAP = 4;

/** The indirect quotes of a sentence: from after the speaker, or what was said in quotation marks, to the quotative ending. */
export function findIndirect(
  text: string,
  tokens: readonly Token[],
  chunks: readonly Chunk[],
  subjects: readonly Subject[],
  said: readonly Span[],
): IndirectQuote[] {
  const found: IndirectQuote[] = [];
  let from = 0;
  for (let c = 0; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.quote > 0 || chunk.bracketed) continue;
    const previous = chunks[c - 1];
    const speech = previous && said[firstWhere(said, ({ end }) => end > previous.start)];
    if (speech && speech.start <= previous.start) from = c + 1;
    let last = chunk.last;
    while (last > chunk.first && /^S/.test((tokens[last] as Token).pos)) last--;
    const tail = tokens[last] as Token;
    // 연다고 is one ending, 미룬다|고 an ending and the particle of what is quoted.
    if (c < from || !/(?:EC|^JKQ)$/.test(tail.pos) || (tail.pos === "EC" && chunk.first === last)) continue;
    if (!QUOTATIVE_END.test(text.slice(Math.max(chunk.start, tail.end - 6), tail.end))) continue;
    const reach = chunks[Math.min(chunks.length - 1, c + GAP)] as Chunk;
    const next = chunks[c + 1];
    if (!next || next.quote > 0) continue;
    const cue = findCue(text, tokens, next.first, reach.last + 1, true);
    if (!cue || NO_REPORT.test(cue.text) || COULD.test(text.slice(cue.end - 1, cue.end + 4))) continue;
    let subject: Subject | null = null;
    let at = firstWhere(subjects, ({ chunk: place }) => place >= from);
    for (; at < subjects.length && (subjects[at] as Subject).chunk < c; at++) {
      const candidate = subjects[at] as Subject;
      if (candidate.topic && !subject?.topic) subject = candidate;
      else if (!subject || subject.weak) subject = candidate;
    }
    const later = subjects[firstWhere(subjects, ({ start }) => start >= chunk.end)];
    const after = subject ?? (later && later.end <= cue.start ? later : null);
    // 밝혔지만, 앞으로도 연다고: behind the verb of the report before it. 전했다고 보도했다 says no more.
    const verb = found.at(-1)?.cue.start ?? -1;
    let first = subject ? subject.chunk + 1 : from;
    if ((chunks[first] as Chunk).start <= verb && verb < (chunks[first] as Chunk).end) first++;
    if (first > c) {
      from = c + 1;
      continue;
    }
    let { start } = chunks[first] as Chunk;
    // ‘바다 축제’를 연다고: a chunk begins behind its marks.
    while (start > 0 && OPENING.test(text[start - 1]!)) start -= 1;
    if (start < tail.end) found.push({ start, end: tail.end, cue, subject: after });
    from = c + 1;
  }
  return found;
}
