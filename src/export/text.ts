import { type Doc, type Entity, MENTION_TYPES, type MentionType } from "../core/types.js";
import { HEADING_LABELS, type LabelLanguage, STATUS_LABELS, TYPE_LABELS } from "./labels.table.js";
import { timeline } from "./timeline.js";

export interface TextOptions {
  /** ANSI colours. The caller looks at NO_COLOR and the terminal; the library reads neither. */
  readonly color?: boolean;
  readonly labels?: LabelLanguage;
  readonly types?: readonly MentionType[];
}

const ANSI: Readonly<Record<MentionType | "bold" | "faint", string>> = {
  PERSON: "35",
  LOCATION: "32",
  ORGANIZATION: "34",
  EVENT: "31",
  DATE: "33",
  TIME: "33",
  QUANTITY: "37",
  TITLE: "35",
  WORK: "36",
  LAW: "36",
  OTHER: "37",
  bold: "1",
  faint: "2",
};

/** A summary to read on a terminal: headline, entities by type, times, timeline, quotes. */
export function toText(doc: Doc, options: TextOptions = {}): string {
  const language = options.labels ?? "en";
  const types = new Set(options.types ?? MENTION_TYPES);
  const paint = (style: keyof typeof ANSI, text: string) =>
    options.color && text !== "" ? `\u001b[${ANSI[style]}m${text}\u001b[0m` : text;
  const heading = (text: string) => paint("bold", text.toUpperCase());
  const names = new Map(doc.entities.map(({ id, name }) => [id, printable(name)]));
  const nameOf = (id: string) => names.get(id) ?? id;

  const blocks: string[][] = [[...headerOf(doc, language, paint)]];
  for (const type of MENTION_TYPES) {
    const entities = types.has(type) ? doc.entities.filter((entity) => entity.type === type) : [];
    if (entities.length === 0) continue;
    const width = Math.min(28, Math.max(...entities.map(({ name }) => displayWidth(printable(name)))));
    blocks.push([
      heading(TYPE_LABELS[type][language]),
      ...entities.map((entity) => {
        const name = printable(entity.name);
        const gap = " ".repeat(Math.max(0, width - displayWidth(name)));
        return `  ${paint(type, name)}${gap}  ${detailsOf(entity, nameOf, paint)}`.trimEnd();
      }),
    ]);
  }
  const times = types.has("DATE") || types.has("TIME") ? doc.timexes : [];
  if (times.length > 0) {
    const width = Math.min(32, Math.max(...times.map(({ text }) => displayWidth(printable(text)))));
    blocks.push([
      heading(TYPE_LABELS.DATE[language]),
      ...times.map(({ text, value, mod }) => {
        const shown = printable(text);
        const gap = " ".repeat(Math.max(0, width - displayWidth(shown)));
        return `  ${paint("DATE", shown)}${gap}  ${printable(value)}${mod ? paint("faint", ` ${mod}`) : ""}`;
      }),
    ]);
  }
  const events = timeline(doc).flatMap((entry) => entry.events);
  if (events.length > 0)
    blocks.push([
      heading(HEADING_LABELS.timeline[language]),
      ...events.map(({ date, trigger, status, participants, place }) => {
        const day = date.from === date.to ? date.from : `${date.from} – ${date.to}`;
        const what = `${paint("bold", printable(trigger.text))} ${paint("faint", STATUS_LABELS[status][language])}`;
        const who = participants.map(nameOf).join(", ");
        const where = place === undefined ? "" : `@ ${nameOf(place)}`;
        return `  ${[paint("DATE", day), what, who, where].filter(Boolean).join("  ")}`;
      }),
    ]);
  if (doc.quotes.length > 0)
    blocks.push([
      heading(HEADING_LABELS.quotes[language]),
      ...doc.quotes.map(({ speaker, text }) => {
        const who =
          speaker === undefined
            ? paint("faint", HEADING_LABELS.unknownSpeaker[language])
            : paint("PERSON", nameOf(speaker));
        return `  ${who}: ${printable(text)}`;
      }),
    ]);
  if (blocks.length === 1) blocks.push([paint("faint", `(${HEADING_LABELS.none[language]})`)]);
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function* headerOf(doc: Doc, language: LabelLanguage, paint: (style: "bold" | "faint", text: string) => string) {
  const { headline, publishedAt } = doc.article;
  if (headline) yield paint("bold", printable(headline.text));
  if (publishedAt) {
    const conflict =
      publishedAt.conflict === undefined
        ? ""
        : `; ${HEADING_LABELS.conflict[language]} ${printable(publishedAt.conflict)}`;
    yield paint(
      "faint",
      `${HEADING_LABELS.published[language]} ${publishedAt.value} (${publishedAt.source}${conflict})`,
    );
  }
  for (const { severity, code } of doc.diagnostics) yield paint("faint", `${severity}: ${code}`);
}

function detailsOf(
  entity: Entity,
  nameOf: (id: string) => string,
  paint: (style: "faint", text: string) => string,
): string {
  const place = entity.place && [entity.place.path.join(" "), entity.place.country].filter(Boolean).join(" · ");
  return [
    entity.titles?.map(printable).join(", "),
    entity.affiliation === undefined ? undefined : nameOf(entity.affiliation),
    entity.expansion && printable(entity.expansion),
    entity.aliases.length > 0 ? `= ${entity.aliases.map(printable).join(", ")}` : undefined,
    place && printable(place),
    paint("faint", `×${entity.mentions.length}`),
  ]
    .filter(Boolean)
    .join("  ");
}

/** On one line and without control characters: a text must not be able to steer the terminal. */
function printable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

/** Columns on a terminal: Hangul, Han, kana and full-width forms take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
