import type { Doc } from "../core/types.js";
import {
  type ConllOptions,
  DOC_LAYERS,
  ics,
  selectLayers,
  toConll,
  toCsv,
  toDoccano,
  toJson,
  toLabelStudio,
  toSpacy,
  toText,
} from "../export/index.js";
import { csvHeader } from "../export/csv.js";
import type { LabelLanguage } from "../export/labels.table.js";
import type { InputRecord } from "./records.js";

export interface FormatOptions {
  readonly color: boolean;
  readonly labels: LabelLanguage;
  readonly unit: NonNullable<ConllOptions["unit"]>;
  readonly layers?: readonly (keyof Doc)[];
  /** Whether the input can hold more than one article. */
  readonly many: boolean;
}

/** How one output is written: what stands before the first article, between two, each article, and what stands at the end. */
export interface Format {
  readonly says: string;
  readonly begin?: (options: FormatOptions) => string;
  readonly between?: string;
  readonly article: (doc: Doc, record: InputRecord, options: FormatOptions) => string;
  readonly end?: (options: FormatOptions) => string;
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const layersOf = (doc: Doc, { layers }: FormatOptions) => selectLayers(doc, layers ?? DOC_LAYERS);
/** The caller's own fields, then ours. */
const joined = (doc: Doc, { fields, name }: InputRecord, options: FormatOptions) => ({
  ...(fields ?? { file: name }),
  doc: layersOf(doc, options),
});

export const FORMATS = {
  pretty: {
    says: "a summary to read",
    between: "\n",
    article: (doc, { place }, options) => (options.many ? `── ${place} ──\n` : "") + toText(doc, options),
  },
  json: {
    says: "the whole document, indented; an array where there can be several",
    begin: ({ many }) => (many ? "[" : ""),
    between: ",",
    article: (doc, record, options) =>
      options.many
        ? `\n${JSON.stringify(joined(doc, record, options), null, 2)}`
        : `${options.layers ? JSON.stringify(layersOf(doc, options), null, 2) : toJson(doc)}\n`,
    end: ({ many }) => (many ? "\n]\n" : ""),
  },
  jsonl: {
    says: "one line an article: your own fields, and `doc`",
    article: (doc, record, options) => line(joined(doc, record, options)),
  },
  conll: {
    says: "BIO tags; --unit says of what",
    between: "\n",
    article: (doc, { name }, { unit }) => `# newdoc id = ${name.replace(/\s/g, " ")}\n${toConll(doc, { unit })}`,
  },
  csv: {
    says: "a row an entity",
    begin: () => csvHeader({ document: "" }),
    article: (doc, { name }) => toCsv(doc, { document: name, header: false }),
  },
  ics: { says: "planned events as a calendar", article: (doc) => ics(doc) },
  spacy: { says: "JSON lines for spaCy's Doc.from_json", article: (doc) => line(toSpacy(doc)) },
  doccano: { says: "JSON lines for doccano", article: (doc) => line(toDoccano(doc)) },
  "label-studio": { says: "JSON lines of Label Studio tasks", article: (doc) => line(toLabelStudio(doc)) },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
