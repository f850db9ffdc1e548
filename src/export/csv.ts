import type { Doc } from "../core/types.js";

export type CsvTable = "entities" | "mentions" | "timexes" | "events" | "quotes";

export interface CsvOptions {
  readonly table?: CsvTable;
  /** `,` unless told; a tab gives TSV. */
  readonly separator?: "," | "\t" | ";";
  readonly header?: boolean;
  /** Id of the document, as a first column: for one table over many documents. */
  readonly document?: string;
}

type Cell = string | number | undefined;
type CsvLayers = Pick<Doc, CsvTable>;

/**
 * RFC 4180: CRLF line ends, quotes doubled. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 * Lists are joined with `|`.
 */
export function toCsv(doc: CsvLayers, options: CsvOptions = {}): string {
  const { header, rows } = TABLES[options.table ?? "entities"](doc);
  const separator = options.separator ?? ",";
  const { document } = options;
  const keyed = (key: string, line: readonly Cell[]) => (document === undefined ? line : [key, ...line]);
  const lines = [
    ...(options.header === false ? [] : [keyed("document", header)]),
    ...rows.map((row) => keyed(document ?? "", row)),
  ];
  return lines.map((line) => `${line.map((cell) => escapeCell(cell, separator)).join(separator)}\r\n`).join("");
}

/** The first line alone. */
export function csvHeader(options: Omit<CsvOptions, "header"> = {}): string {
  return toCsv({ entities: [], mentions: [], timexes: [], events: [], quotes: [] }, options);
}

const TABLES: Readonly<
  Record<CsvTable, (doc: CsvLayers) => { header: readonly string[]; rows: readonly (readonly Cell[])[] }>
> = {
  entities: (doc) => ({
    header: [
      "id",
      "type",
      "name",
      "aliases",
      "titles",
      "mentions",
      "salience",
      "country",
      "code",
      "path",
      "lat",
      "lon",
    ],
    rows: doc.entities.map((entity) => [
      entity.id,
      entity.type,
      entity.name,
      entity.aliases.join("|"),
      entity.titles?.join("|"),
      entity.mentions.length,
      entity.salience,
      entity.place?.country,
      entity.place?.code,
      entity.place?.path.join(" "),
      entity.place?.lat,
      entity.place?.lon,
    ]),
  }),
  mentions: (doc) => ({
    header: ["id", "start", "end", "text", "type", "fine", "score", "entity", "timex", "role"],
    rows: doc.mentions.map((m) => [m.id, m.start, m.end, m.text, m.type, m.fine, m.score, m.entity, m.timex, m.role]),
  }),
  timexes: (doc) => ({
    header: ["id", "start", "end", "text", "type", "value", "from", "to", "mod", "anchor", "rule"],
    rows: doc.timexes.map((t) => [
      t.id,
      t.start,
      t.end,
      t.text,
      t.type,
      t.value,
      t.from ?? undefined,
      t.to ?? undefined,
      t.mod,
      t.anchor,
      t.rule,
    ]),
  }),
  events: (doc) => {
    const names = new Map(doc.entities.map(({ id, name }) => [id, name]));
    return {
      header: ["id", "start", "end", "trigger", "kind", "from", "to", "status", "participants", "place"],
      rows: doc.events.map(({ id, trigger, kind, date, status, participants, place }) => [
        id,
        trigger.start,
        trigger.end,
        trigger.text,
        kind,
        date.from,
        date.to,
        status,
        participants.map((participant) => names.get(participant) ?? participant).join("|"),
        place === undefined ? undefined : (names.get(place) ?? place),
      ]),
    };
  },
  quotes: (doc) => {
    const names = new Map(doc.entities.map(({ id, name }) => [id, name]));
    return {
      header: ["id", "start", "end", "kind", "speaker", "cue", "text"],
      rows: doc.quotes.map((q) => [
        q.id,
        q.start,
        q.end,
        q.kind,
        q.speaker === undefined ? undefined : (names.get(q.speaker) ?? q.speaker),
        q.cue?.text,
        q.text,
      ]),
    };
  },
};

function escapeCell(cell: Cell, separator: string): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  // Excel, LibreOffice and Google Sheets run what starts with one of these (OWASP: CSV injection); full-width forms too.
  const safe = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return safe.includes(separator) || /["\r\n]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
