/**
 * The way from the text as given to the text that the stages read, and back. No other file knows both.
 *
 * Shapes  readSource: string → SourceText. restoreOffsets: every layer, spans in `SourceText.text` → Doc, spans in `SourceText.original`.
 * Units   UTF-16 code units, half-open. One unit may stand for several (an NFD syllable), and then maps to all of them; spans that lie
 *         apart in the text lie apart in the original.
 * Errors  none. A lone surrogate is kept and reported once as "source/lone-surrogate".
 */
import type { Article, Doc, Limits, Mention, Report, SourceText, Span, TextSpan, Token, Tokens } from "./types.js";

/** More than any one article holds: analysed in full, and said so. */
const LONG_TEXT = 1_000_000;

/** Characters that `convert` or `isDropped` changes. The two functions and this class say the same thing. */
const CHANGED =
  /[\t\v\f\u0085\u00A0\u00AD\u061C\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\u3164\uFEFF\uFF01-\uFF5E\uFFA0]/;

/** Characters that may compose with, or be ordered against, the one before. U+16D63–16D6A are vowel signs that Unicode calls letters. */
const GLUE = /[\p{M}\u1161-\u11FF\u{16D63}-\u{16D6A}]/u;

/** Anything outside what a Korean newspaper prints every day and no normalisation touches. */
const UNUSUAL =
  /[^\n\r -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u2328\u232B-\u2ADB\u3001-\u3029\u3131-\u3163\u3200-\u33FF\u4E00-\u9FFF\uAC00-\uD7A3]/;

/** Marks are ordered in quadratic time, so a longer pile of them (no language has one) is taken in pieces. */
const MOST_MARKS = 32;
const PILE = /\p{M}{33}/u;

const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * Reads a text: NFC, one space character, half-width ASCII, no zero-width or direction characters. Lines and their ends stay as they are.
 * Of a text beyond the limit the beginning is read, up to a line's end where one is near; "source/over-limit" says where reading stopped.
 */
export function readSource(
  given: string,
  report: Report,
  { characters = Number.POSITIVE_INFINITY }: Limits = {},
): SourceText {
  if (given.length <= characters) return readWhole(given, report);
  const source = readWhole(given.slice(0, cutWithin(given, characters)), report);
  const { length } = source.text;
  report({ code: "source/over-limit", severity: "warning", stage: "source", start: length, end: length });
  return { ...source, original: given };
}

/** The last line's end of the second half of the limit, or the limit itself, outside any surrogate pair. */
function cutWithin(given: string, limit: number): number {
  const line = given.lastIndexOf("\n", limit - 1) + 1;
  if (line > limit / 2) return line;
  return (given.codePointAt(limit - 1) ?? 0) > 0xffff ? limit - 1 : limit;
}

function readWhole(given: string, report: Report): SourceText {
  if (given.length > LONG_TEXT) report({ code: "source/too-long", severity: "info", stage: "source" });
  if (!UNUSUAL.test(given)) return unchanged(given);
  const clean = !CHANGED.test(given) && !PILE.test(given) && given.normalize("NFC") === given;
  const source = clean ? unchanged(given) : normalise(given);
  const surrogate = source.text.search(LONE_SURROGATE);
  if (surrogate >= 0)
    report({
      code: "source/lone-surrogate",
      severity: "warning",
      stage: "source",
      start: surrogate,
      end: surrogate + 1,
    });
  return source;
}

const same = (span: Span): Span => span;

function unchanged(given: string): SourceText {
  return { original: given, text: given, toOriginal: same };
}

/** Zero-width and direction characters: nothing is left of them. */
function isDropped(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x206f) ||
    code === 0xfeff ||
    code === 0x00ad ||
    code === 0x061c ||
    code === 0x180e
  );
}

/** One code unit for one: spaces, line separators, full-width ASCII. Returns the unit itself where nothing is to be done. */
function convert(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0x0085 || code === 0x2028 || code === 0x2029) return 0x0a;
  if (
    code === 0x09 ||
    code === 0x0b ||
    code === 0x0c ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x3164 ||
    code === 0xffa0
  )
    return 0x20;
  return code;
}

/** Nearly all of a Korean text: characters that NFC leaves as they are, none of them a mark or a conjoining jamo. */
function isPlain(code: number): boolean {
  return (
    code < 0x0300 ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0x4e00 && code <= 0x9fff)
  );
}

/** Runs of the text that lie in the original unit for unit, and clusters that do not, in order. */
class Runs {
  readonly textAt: number[] = [];
  readonly originalAt: number[] = [];
  readonly originalEnd: number[] = [];
  private open = false;

  /** One unit that came from one unit. */
  unit(textAt: number, originalAt: number): void {
    const last = this.textAt.length - 1;
    if (this.open && this.originalEnd[last] === originalAt) this.originalEnd[last] = originalAt + 1;
    else this.push(textAt, originalAt, originalAt + 1, true);
  }

  /** A cluster of another length than it had. */
  cluster(textAt: number, originalAt: number, originalEnd: number): void {
    this.push(textAt, originalAt, originalEnd, false);
  }

  private push(textAt: number, originalAt: number, originalEnd: number, open: boolean): void {
    this.textAt.push(textAt);
    this.originalAt.push(originalAt);
    this.originalEnd.push(originalEnd);
    this.open = open;
  }
}

function normalise(original: string): SourceText {
  const pieces: string[] = [];
  const runs = new Runs();
  let codes: number[] = [];
  let length = 0;
  const flush = () => {
    if (codes.length > 0) pieces.push(String.fromCharCode(...codes));
    codes = [];
  };
  let i = 0;
  while (i < original.length) {
    const code = original.charCodeAt(i);
    if (isDropped(code)) {
      i++;
      continue;
    }
    const next = original.charCodeAt(i + 1);
    if (isPlain(code) && isPlain(next) && !isDropped(next)) {
      codes.push(convert(code));
      runs.unit(length, i);
      length++;
      i++;
    } else {
      const end = clusterEnd(original, i);
      const cluster = composed(original, i, end);
      if (cluster.length === end - i) for (let k = 0; k < cluster.length; k++) runs.unit(length + k, i + k);
      else runs.cluster(length, i, end);
      if (cluster.length === 1) codes.push(cluster.charCodeAt(0));
      else {
        flush();
        pieces.push(cluster);
      }
      length += cluster.length;
      i = end;
    }
    if (codes.length >= 4096) flush();
  }
  flush();
  const text = pieces.join("");
  // No cluster grows: where nothing is lost, unit stands for unit.
  return { original, text, toOriginal: text.length === original.length ? same : mapper(runs, text.length) };
}

/** End of the cluster that starts at `start`: the character and every mark or jamo after it, dropped characters between them included. */
function clusterEnd(original: string, start: number): number {
  let end = start + widthAt(original, start);
  let probe = end;
  for (let marks = 0; probe < original.length && marks < MOST_MARKS; ) {
    const code = original.charCodeAt(probe);
    if (isDropped(code)) {
      probe++;
      continue;
    }
    const width = widthAt(original, probe);
    if (isPlain(code) || !GLUE.test(original.slice(probe, probe + width))) break;
    probe += width;
    end = probe;
    marks++;
  }
  return end;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The cluster in NFC. Hangul is composed by arithmetic, since in an NFD text every syllable comes by here. */
function composed(original: string, start: number, end: number): string {
  const lead = original.charCodeAt(start) - 0x1100;
  const width = end - start;
  if (lead >= 0 && lead < 19 && (width === 2 || width === 3)) {
    const vowel = original.charCodeAt(start + 1) - 0x1161;
    const tail = width === 3 ? original.charCodeAt(start + 2) - 0x11a7 : 0;
    if (vowel >= 0 && vowel < 21 && (width === 2 || tail > 0) && tail < 28)
      return String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + tail);
  }
  const plain = converted(original, start, end);
  const cluster = plain.normalize("NFC");
  // A few letters of other scripts grow when they are composed; they stay as they are.
  return cluster.length > plain.length ? plain : cluster;
}

/** Converted before it is composed, so that a full-width letter takes its mark as a half-width one does. */
function converted(original: string, start: number, end: number): string {
  let kept = "";
  for (let i = start; i < end; i++) {
    const code = original.charCodeAt(i);
    if (!isDropped(code)) kept += String.fromCharCode(convert(code));
  }
  return kept;
}

function mapper({ textAt, originalAt, originalEnd }: Runs, length: number): (span: Span) => Span {
  /** The run that holds unit `at`. */
  const runOf = (at: number): number => {
    let low = 0;
    let high = textAt.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((textAt[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  /** Counted from the run's end: a cluster is never longer than it was, and what is left of it lies there, so that two spans never share any of it. */
  const within = (run: number, at: number): number => (originalEnd[run] ?? 0) - ((textAt[run + 1] ?? length) - at);
  const startOf = (at: number): number => {
    const run = runOf(at);
    return at === textAt[run] ? (originalAt[run] ?? 0) : within(run, at);
  };
  const endOf = (at: number): number => within(runOf(at - 1), at);
  return ({ start, end }) => {
    if (start < end) return { start: startOf(start), end: endOf(end) };
    const at = startOf(start);
    return { start: at, end: at };
  };
}

/** The layers as the stages leave them: spans in `SourceText.text`, tokens not yet made. */
export interface Layers extends Omit<Doc, "text" | "tokens"> {
  readonly tokens: Tokens;
}

/** Takes every layer back to the text as given, and writes each mention's entity to it. Tokens are made when `Doc.tokens` is first read. */
export function restoreOffsets(source: SourceText, layers: Layers): Doc {
  const entityOf = new Map<string, string>();
  for (const entity of layers.entities) for (const mention of entity.mentions) entityOf.set(mention, entity.id);
  const withEntity = (mention: Mention): Mention => {
    const entity = entityOf.get(mention.id);
    if (entity === undefined || entity === mention.entity) return mention;
    const { id, start, end, text, type, fine, score, role, timex } = mention;
    // Written out where it can be: an object made of another takes twice the memory.
    if (role === undefined && timex === undefined) return { id, start, end, text, type, fine, score, entity };
    return { ...mention, entity };
  };
  const { original } = source;
  const makeTokens = tokensOf(source, layers.tokens);
  if (source.text === original)
    return inOrder(original, { ...layers, mentions: layers.mentions.map(withEntity) }, makeTokens);

  const bare = <T extends Span>(span: T): T => ({ ...span, ...source.toOriginal(span) });
  const full = <T extends TextSpan>(span: T): T => inOriginal(source, span);
  const restored = {
    article: restoreArticle(layers.article, bare, full),
    sentences: layers.sentences.map(bare),
    mentions: layers.mentions.map((mention) => full(withEntity(mention))),
    timexes: layers.timexes.map(full),
    events: layers.events.map((event) => ({ ...event, trigger: full(event.trigger) })),
    quotes: layers.quotes.map((quote) => (quote.cue ? { ...full(quote), cue: full(quote.cue) } : full(quote))),
    diagnostics: layers.diagnostics.map((diagnostic) => {
      if (diagnostic.start === undefined || diagnostic.end === undefined) return diagnostic;
      return { ...diagnostic, ...source.toOriginal({ start: diagnostic.start, end: diagnostic.end }) };
    }),
  };
  return inOrder(original, { ...layers, ...restored }, makeTokens);
}

function inOriginal<T extends TextSpan>({ original, toOriginal }: SourceText, span: T): T {
  const { start, end } = toOriginal(span);
  return { ...span, start, end, text: original.slice(start, end) };
}

/** A function of its own, so that what a Doc holds on to is the text and the tokens, and no other layer. */
function tokensOf(source: SourceText, tokens: Tokens): () => Token[] {
  const isUnchanged = source.text === source.original;
  return () => (isUnchanged ? tokens.slice() : tokens.slice().map((token) => inOriginal(source, token)));
}

/** The fields of a Doc in the order in which its type names them. */
function inOrder(text: string, layers: Omit<Doc, "text" | "tokens">, makeTokens: () => Token[]): Doc {
  let make: (() => Token[]) | undefined = makeTokens;
  let made: readonly Token[] = [];
  return {
    text,
    language: layers.language,
    article: layers.article,
    sentences: layers.sentences,
    get tokens() {
      if (make !== undefined) made = make();
      make = undefined;
      return made;
    },
    mentions: layers.mentions,
    entities: layers.entities,
    relations: layers.relations,
    timexes: layers.timexes,
    events: layers.events,
    quotes: layers.quotes,
    diagnostics: layers.diagnostics,
    meta: layers.meta,
  };
}

function restoreArticle(article: Article, bare: (span: Span) => Span, full: (span: TextSpan) => TextSpan): Article {
  return {
    ...(article.headline ? { headline: full(article.headline) } : {}),
    subheadlines: article.subheadlines.map(full),
    bylines: article.bylines.map((byline) => ({
      ...full(byline),
      ...(byline.outlet ? { outlet: full(byline.outlet) } : {}),
      reporters: byline.reporters.map(full),
      ...(byline.email ? { email: full(byline.email) } : {}),
    })),
    ...(article.dateline ? { dateline: full(article.dateline) } : {}),
    captions: article.captions.map(full),
    body: article.body.map(bare),
    boilerplate: article.boilerplate.map(bare),
    ...(article.publishedAt ? { publishedAt: article.publishedAt } : {}),
  };
}
