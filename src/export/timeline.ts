import type { Doc, EventDate } from "../core/types.js";

/** What a document says of one day or stretch of days. */
export interface TimelineEntry {
  /** First and last day, inclusive civil dates. */
  readonly from: string;
  readonly to: string;
  /** Events on exactly these days, in text order. */
  readonly events: readonly EventDate[];
  /** Ids of the time expressions that name these days, in text order. */
  readonly timexes: readonly string[];
}

/**
 * Events and dates of a document in order of time, those of the same days merged: earlier first days first, then earlier last days.
 * Durations, sets and times that fix no day are left out.
 */
export function timeline(doc: Doc): TimelineEntry[] {
  const entries = new Map<string, { from: string; to: string; events: EventDate[]; timexes: string[] }>();
  const entryOf = (from: string, to: string) => {
    const key = `${from}/${to}`;
    const entry = entries.get(key) ?? { from, to, events: [], timexes: [] };
    entries.set(key, entry);
    return entry;
  };
  for (const { id, type, from, to } of doc.timexes)
    if (from !== null && type !== "DURATION" && type !== "SET")
      entryOf(from.slice(0, 10), (to ?? from).slice(0, 10)).timexes.push(id);
  for (const event of doc.events) entryOf(event.date.from, event.date.to).events.push(event);
  return [...entries.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
