import type { EventDate } from "../core/types.js";

const STATUS_RANK = { ongoing: 0, planned: 1, recurring: 2, past: 3 } as const;

/**
 * Joins events told more than once: one kind, the same days, and no participant that contradicts (one of the two names none, or both
 * share one). The first telling keeps its trigger and gains the participants and the place of the others.
 * Kind `other` joins only where the trigger's words are the same.
 */
export function mergeEvents(events: readonly EventDate[]): EventDate[] {
  const merged: EventDate[] = [];
  const byKey = new Map<string, number[]>();
  for (const event of events) {
    const word = event.kind === "other" || event.kind === "say" ? event.trigger.text : "";
    const key = `${event.kind}|${event.date.from}|${event.date.to}|${word}`;
    const indices = byKey.get(key) ?? [];
    byKey.set(key, indices);
    // Only the latest few are compared, so that a text of one date takes linear time.
    const match = indices.slice(-8).find((index) => isSame(merged[index] as EventDate, event));
    if (match === undefined) {
      indices.push(merged.length);
      merged.push(event);
    } else merged[match] = join(merged[match] as EventDate, event);
  }
  return merged;
}

function isSame(a: EventDate, b: EventDate): boolean {
  if (stemOf(a.trigger.text) !== stemOf(b.trigger.text)) return false;
  if (a.participants.length === 0 || b.participants.length === 0) return true;
  return a.participants.some((id) => b.participants.includes(id));
}

/** The first two syllables of the last word, which tell 체결했다 and 체결식 from 서명했다. */
function stemOf(trigger: string): string {
  return trigger.slice(trigger.lastIndexOf(" ") + 1).slice(0, 2);
}

function join(a: EventDate, b: EventDate): EventDate {
  const participants = [...a.participants, ...b.participants.filter((id) => !a.participants.includes(id))].slice(0, 8);
  const place = a.place ?? b.place;
  const status = STATUS_RANK[a.status] <= STATUS_RANK[b.status] ? a.status : b.status;
  return { ...a, participants, status, ...(place === undefined ? {} : { place }) };
}
