import type { Doc, MentionType, Span } from "../core/types.js";
import { flatSpans } from "./flat-spans.js";

export interface ConllOptions {
  /** What a row is. An eojeol row cannot show where a name ends and its josa begins; a morpheme or character row can. */
  readonly unit?: "eojeol" | "morpheme" | "character";
  readonly types?: readonly MentionType[];
}

/**
 * CoNLL with BIO tags: a row is `form TAB tag` (for morphemes `form TAB pos TAB lemma TAB tag`), a blank line ends a sentence.
 * White space has no row at any unit. Boilerplate is not in it, since it belongs to no sentence.
 */
export function toConll(doc: Doc, options: ConllOptions = {}): string {
  const unit = options.unit ?? "eojeol";
  const types = options.types && new Set(options.types);
  const mentions = flatSpans(types ? doc.mentions.filter(({ type }) => types.has(type)) : doc.mentions);
  const rowsOf = unit === "eojeol" ? eojeols : unit === "character" ? characters : undefined;

  let next = 0;
  let token = 0;
  const sentences: string[] = [];
  for (const sentence of [...doc.sentences].sort((a, b) => a.start - b.start)) {
    const rows: string[] = [];
    const emit = ({ start, end }: Span, columns: readonly string[]) => {
      while (next < mentions.length && (mentions[next] as Span).end <= start) next++;
      const mention = mentions[next];
      const inside = mention !== undefined && mention.start < end;
      // A mention may start in the middle of an eojeol: the eojeol that holds its first character is its B.
      const tag = inside ? `${mention.start >= start ? "B" : "I"}-${mention.type}` : "O";
      rows.push([...columns, tag].join("\t"));
    };
    if (rowsOf) {
      for (const row of rowsOf(doc.text, sentence)) emit(row, [doc.text.slice(row.start, row.end)]);
    } else {
      while (token < doc.tokens.length && (doc.tokens[token] as Span).start < sentence.start) token++;
      for (; token < doc.tokens.length; token++) {
        const morpheme = doc.tokens[token] as Doc["tokens"][number];
        if (morpheme.start >= sentence.end) break;
        emit(morpheme, [oneLine(morpheme.text), morpheme.pos, oneLine(morpheme.lemma)]);
      }
    }
    if (rows.length > 0) sentences.push(`${rows.join("\n")}\n`);
  }
  return sentences.join("\n");
}

function* eojeols(text: string, { start, end }: Span): Generator<Span> {
  for (let i = start; i < end; ) {
    while (i < end && isSpace(text, i)) i++;
    const from = i;
    while (i < end && !isSpace(text, i)) i++;
    if (i > from) yield { start: from, end: i };
  }
}

function* characters(text: string, { start, end }: Span): Generator<Span> {
  for (let i = start; i < end; ) {
    const length = (text.codePointAt(i) as number) > 0xffff ? 2 : 1;
    if (!isSpace(text, i)) yield { start: i, end: i + length };
    i += length;
  }
}

function isSpace(text: string, index: number): boolean {
  return text.charCodeAt(index) < 0x21 || /\s/.test(text.charAt(index));
}

function oneLine(form: string): string {
  return form.replace(/\s+/g, " ");
}
