import type { Doc, EventDate } from "../core/types.js";

/** Events of a document in order of date. */
export function timeline(doc: Doc): EventDate[] {
  return [...doc.events].sort((a, b) => (a.date.from < b.date.from ? -1 : a.date.from > b.date.from ? 1 : 0));
}
