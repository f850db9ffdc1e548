import { convertSpan, offsetsOf } from "../core/offsets.js";
import type { Doc, Span } from "../core/types.js";
import { flatSpans } from "./flat-spans.js";
import { UPOS } from "./upos.table.js";
import { wellFormed } from "./well-formed.js";

interface SpacySpan extends Span {
  readonly label: string;
}

/** What `spacy.tokens.Doc(nlp.vocab).from_json(…)` reads. Offsets are in code points. */
export interface SpacyDoc {
  readonly text: string;
  readonly ents: readonly SpacySpan[];
  readonly sents: readonly Span[];
  readonly spans: Readonly<
    Record<"timexes" | "events" | "quotes", readonly (SpacySpan & { readonly kb_id: string })[]>
  >;
  readonly tokens: readonly (Span & {
    readonly id: number;
    readonly tag: string;
    readonly pos: string;
    readonly lemma: string;
  })[];
}

/**
 * spaCy's own JSON. spaCy asks that tokens cover the text and that every span ends on a token's edge, so morphemes are cut at the edges
 * of mentions, sentences, timexes, triggers and quotes, what has no morpheme (boilerplate) becomes one token an eojeol, and white space
 * beyond one space becomes a token of its own.
 */
export function toSpacy(doc: Doc): SpacyDoc {
  const { text } = doc;
  const codePoints = offsetsOf(text, "codePoint");
  const convert = (span: Span) => convertSpan(codePoints, span);
  const mentions = flatSpans(doc.mentions.map((mention) => ({ ...mention, ...trim(text, mention) })));
  const sentences = flatSpans(doc.sentences.map((sentence) => trim(text, sentence)));
  const timexes = doc.timexes.map((timex) => ({ ...timex, ...trim(text, timex) })).filter(isFilled);
  const events = doc.events.map((event) => ({ ...event, ...trim(text, event.trigger) })).filter(isFilled);
  const quotes = doc.quotes.map((quote) => ({ ...quote, ...trim(text, quote) })).filter(isFilled);
  const edges = [mentions, sentences, timexes, events, quotes].flat().flatMap(({ start, end }) => [start, end]);

  return {
    text: wellFormed(text),
    ents: mentions.map((mention) => ({ ...convert(mention), label: mention.type })),
    sents: sentences.map(convert),
    spans: {
      timexes: timexes.map((timex) => ({ ...convert(timex), label: timex.type, kb_id: timex.value })),
      events: events.map((event) => ({ ...convert(event), label: event.kind, kb_id: event.date.from })),
      quotes: quotes.map((quote) => ({ ...convert(quote), label: quote.kind, kb_id: quote.speaker ?? "" })),
    },
    tokens: coveringTokens(doc, edges).map(({ start, end, tag, lemma }, id) => {
      const pos = tag === SPACE ? "SPACE" : (UPOS[tag.split("+")[0] ?? ""] ?? "X");
      return { id, ...convert({ start, end }), tag, pos, lemma: wellFormed(lemma) };
    }),
  };
}

interface Piece extends Span {
  readonly tag: string;
  readonly lemma: string;
}

const SPACE = "_SP";

function coveringTokens({ text, tokens }: Doc, edges: readonly number[]): Piece[] {
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let cut = 0;
  const push = (start: number, end: number, tag: string, lemma: string) => {
    let from = start;
    while (cut < cuts.length && (cuts[cut] as number) <= start) cut++;
    for (; cut < cuts.length && (cuts[cut] as number) < end; cut++) {
      const at = cuts[cut] as number;
      pieces.push({ start: from, end: at, tag, lemma: text.slice(from, at) });
      from = at;
    }
    pieces.push({ start: from, end, tag, lemma: from === start ? lemma : text.slice(from, end) });
  };
  /** What lies between two morphemes: white space, and eojeols that were not analysed. */
  const fill = (start: number, end: number) => {
    for (let i = start; i < end; ) {
      const from = i;
      const blank = isPythonSpace(text.charCodeAt(i));
      while (i < end && isPythonSpace(text.charCodeAt(i)) === blank) i++;
      if (!blank) push(from, i, "UNKNOWN", text.slice(from, i));
      else {
        // One space after a token is that token's own.
        const own = pieces.length > 0 && pieces[pieces.length - 1]?.tag !== SPACE && text[from] === " " ? 1 : 0;
        if (from + own < i) pieces.push({ start: from + own, end: i, tag: SPACE, lemma: text.slice(from + own, i) });
      }
    }
  };
  let at = 0;
  for (const token of tokens) {
    if (token.start < at) continue;
    fill(at, token.start);
    if (hasSpace(token.text)) fill(token.start, token.end);
    else push(token.start, token.end, token.pos, token.lemma);
    at = token.end;
  }
  fill(at, text.length);
  return pieces;
}

function isFilled({ start, end }: Span): boolean {
  return end > start;
}

/** The span without white space at its edges. */
function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isPythonSpace(text.charCodeAt(from))) from++;
  while (to > from && isPythonSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function hasSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isPythonSpace(text.charCodeAt(i))) return true;
  return false;
}

/** `str.isspace` of Python, which spaCy uses; JavaScript's `\s` differs in U+001C–1F, U+0085 and U+FEFF. */
function isPythonSpace(code: number): boolean {
  return (
    (code >= 0x09 && code <= 0x0d) ||
    (code >= 0x1c && code <= 0x20) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
