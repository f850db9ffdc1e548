import { analyzeStream } from "../../src/stream/analyze-stream.js";
import type { AnalyzeOptions, Doc, Sentence, Token } from "../../src/core/types.js";
import {
  annotations,
  ics,
  toBrat,
  toConll,
  toCsv,
  toDoccano,
  toHtml,
  toJson,
  toKuromojiTokens,
  toLabelStudio,
  toSpacy,
  toText,
  toTimeML,
  toWebAnnotation,
} from "../../src/export/index.js";
import type { Analyzer } from "../../src/load-analyzer.js";
import { layerFaults } from "../property/layer-faults.js";
import { forbidding } from "../support/forbidding.js";
import { soundFaults } from "../support/sound-faults.js";

/** One input of the analyzer. */
export interface Input {
  readonly text: string;
  readonly options: AnalyzeOptions;
}

type Analyze = Pick<Analyzer, "analyze">;

/** Something that holds for any input; returns what is wrong. */
export interface Property {
  readonly name: string;
  /** It is checked on every n-th input: what costs several analyses is checked less often. */
  readonly every: number;
  readonly faults: (input: Input, doc: Doc, analyzer: Analyze) => readonly string[];
}

/** Analyses with a clock, a locale and dice that throw: a document made so depends on none of them, whatever the time zone. */
export const analyze = (analyzer: Analyze, { text, options }: Input): Doc =>
  forbidding(() => analyzer.analyze(text, options));

export const PROPERTIES: readonly Property[] = [
  {
    name: "spans exact and inside, ids that exist",
    every: 1,
    faults: ({ text }, doc) => soundFaults(doc, text),
  },
  {
    name: "layers sorted and apart; no sentence cuts a mention",
    every: 1,
    faults: (_, doc) => layerFaults(doc),
  },
  {
    name: "JSON keeps the document",
    every: 2,
    faults: (_, doc) => {
      const json = JSON.stringify(doc);
      return JSON.stringify(JSON.parse(json)) === json && !hasUndefined(doc) ? [] : ["JSON changes it"];
    },
  },
  {
    name: "twice is the same, whatever was read in between",
    every: 4,
    faults: (input, doc, analyzer) => {
      analyze(analyzer, {
        text: "한빛시는 오는 28일 박도윤 시장이 말했다고 밝혔다.",
        options: { publishedAt: "2019-02-28" },
      });
      return JSON.stringify(analyze(analyzer, input)) === JSON.stringify(doc) ? [] : ["the second time differs"];
    },
  },
  {
    name: "every export takes the document",
    every: 4,
    faults: (_, doc) => exportFaults(doc),
  },
  {
    name: "what follows changes no token of a sentence that stays",
    every: 4,
    faults: ({ text, options }, doc, analyzer) => {
      const added = "시민의 뜻을 들은 설명회에는 삼백 명이 왔다.";
      const both = analyze(analyzer, { text: `${text}\n\n${added}`, options });
      const keyOf = ({ start, end, part }: Sentence) => `${start} ${end} ${part}`;
      const after = tokensBySentence(both, keyOf);
      return [...tokensBySentence(doc, keyOf)].flatMap(([sentence, tokens]) =>
        (after.get(sentence) ?? tokens) === tokens ? [] : [`tokens of ${sentence}`],
      );
    },
  },
];

/** The tokens within each sentence, in one pass: a text of 400,000 characters may have half as many sentences. */
function tokensBySentence({ sentences, tokens }: Doc, keyOf: (sentence: Sentence) => string): Map<string, string> {
  let next = 0;
  return new Map(
    sentences.map((sentence) => {
      while (next < tokens.length && (tokens[next] as Token).start < sentence.start) next++;
      const first = next;
      while (next < tokens.length && (tokens[next] as Token).end <= sentence.end) next++;
      return [keyOf(sentence), JSON.stringify(tokens.slice(first, next))];
    }),
  );
}

/** A stream gives what single calls gave, in order. */
export async function streamFaults(inputs: readonly Input[], docs: readonly Doc[], analyzer: Analyze) {
  const streamed: string[] = [];
  const read = async (input: Input) => analyze(analyzer, input);
  for await (const result of analyzeStream(inputs, read, { concurrency: 3 }))
    streamed.push(result.ok ? JSON.stringify(result.doc) : String(result.error));
  return docs.flatMap((doc, i) => (streamed[i] === JSON.stringify(doc) ? [] : [`result ${i} of the stream differs`]));
}

function hasUndefined(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasUndefined);
}

const TAGS =
  /<(?!\/?(?:html|head|meta|title|style|body|main|aside|section|h[1-4]|p|ul|ol|li|dl|dt|dd|div|span|mark|a|b|q|time|small|table|thead|tbody|tr|td|th|article|header|nav|figure|abbr|br|sup|i|em|strong|details|summary|label|footer|blockquote|code)(?=[ >]))(?!!doctype html>)/;

function exportFaults(doc: Doc): string[] {
  const faults: string[] = [];
  const html = toHtml(doc).replace(/<style>[^<]*<\/style>/, "");
  const odd = TAGS.exec(html);
  if (odd) faults.push(`HTML holds markup of the text: ${JSON.stringify(html.slice(odd.index, odd.index + 40))}`);
  for (const table of ["entities", "mentions", "timexes", "events", "quotes"] as const) {
    const rows = csvRows(toCsv(doc, { table }));
    if (rows.length !== doc[table].length + 1) faults.push(`CSV of ${table} has ${rows.length} rows`);
    if (rows.some((row) => row.length !== rows[0]?.length)) faults.push(`CSV of ${table} has rows of unequal length`);
    if (rows.flat().some((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell))))
      faults.push(`CSV of ${table} has a formula`);
  }
  for (const unit of ["eojeol", "morpheme", "character"] as const) toConll(doc, { unit });
  JSON.stringify(toWebAnnotation(doc, { source: "https://a.example/" }));
  const flat = annotations(doc).map(({ start }) => start);
  if (flat.some((start, i) => i > 0 && start < (flat[i - 1] as number))) faults.push("annotations are out of order");
  toBrat(doc);
  toDoccano(doc);
  toJson(doc);
  toKuromojiTokens(doc);
  toLabelStudio(doc);
  toSpacy(doc);
  toText(doc, { color: true });
  toTimeML(doc);
  ics(doc);
  return faults;
}

/** A reader of RFC 4180, made to check the writer. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += c;
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\r" && text[i + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      i++;
    } else cell += c;
  }
  return rows;
}
