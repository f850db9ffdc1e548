import { addDays, formatDate, parseDate } from "../core/civil-date.js";
import type { Doc, EventDate } from "../core/types.js";

/** RFC 5545, 3.1: a line holds at most 75 octets; longer ones go on after a line break and a space. */
const LINE_OCTETS = 75;

/**
 * The planned events of a document as an iCalendar file that a calendar program opens: all-day entries, the day after the last as their end.
 * The same document gives the same file: identifiers are read off the content, the time stamp off the publication date.
 *
 * Source  RFC 5545.
 */
export function ics(doc: Doc): string {
  const published = doc.article.publishedAt?.value;
  const names = new Map(doc.entities.map((entity) => [entity.id, entity]));
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gisa//gisa//KO", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
  const seen = new Map<string, number>();
  for (const event of doc.events) {
    if (event.status !== "planned") continue;
    const first = parseDate(event.date.from);
    const last = parseDate(event.date.to);
    if (!first || !last) continue;
    const who = event.participants.flatMap((id) => names.get(id)?.name ?? []);
    const place = event.place === undefined ? undefined : names.get(event.place);
    const summary = [who.join("·"), event.trigger.text].filter(Boolean).join(" ");
    const identity = [published ?? "", summary, event.kind, event.date.from, event.date.to].join("|");
    const copy = seen.get(identity) ?? 0;
    seen.set(identity, copy + 1);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${fingerprint(`${identity}|${copy}`)}@gisa`,
      `DTSTAMP:${(published ?? event.date.from).replaceAll("-", "")}T000000Z`,
      `DTSTART;VALUE=DATE:${formatDate(first).replaceAll("-", "")}`,
      // The day after 9999-12-31 cannot be written; without an end it is an entry of one day.
      ...(last.year === 9999 && last.month === 12 && last.day === 31
        ? []
        : [`DTEND;VALUE=DATE:${formatDate(addDays(last, 1)).replaceAll("-", "")}`]),
      `SUMMARY:${escapeText(summary)}`,
    );
    if (place) lines.push(`LOCATION:${escapeText(place.name)}`);
    if (place?.place?.lat !== undefined && place.place.lon !== undefined)
      lines.push(`GEO:${place.place.lat.toFixed(6)};${place.place.lon.toFixed(6)}`);
    const sentence = sentenceOf(doc, event);
    if (sentence) lines.push(`DESCRIPTION:${escapeText(sentence)}`);
    lines.push(`CATEGORIES:${escapeText(event.kind)}`, "STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

function sentenceOf(doc: Doc, { trigger }: EventDate): string | undefined {
  const sentence = doc.sentences.find(({ start, end }) => start <= trigger.start && trigger.start < end);
  return sentence && doc.text.slice(sentence.start, sentence.end).trim();
}

/** TEXT values: backslash, semicolon, comma and line break are escaped; other control characters have no place in a file of lines. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n|\u2028|\u2029/g, "\\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** Folds a content line between code points. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) as number;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** 64 bits of FNV-1a over UTF-16 code units, as 16 hexadecimal digits. */
function fingerprint(text: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ (text.charCodeAt(i) & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (text.charCodeAt(i) >>> 8), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x1b873593);
}
