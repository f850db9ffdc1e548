import type { Doc } from "../core/types.js";

/** Planned events as an iCalendar file. */
export function ics(_doc: Doc): string {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gisa//gisa//KO\r\nEND:VCALENDAR\r\n";
}
