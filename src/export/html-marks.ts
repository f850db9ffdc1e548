import type { Doc, MentionType, Span } from "../core/types.js";
import { flatSpans } from "./flat-spans.js";

export interface Mark extends Span {
  /** Id of the mention, or of the event whose trigger it is. */
  readonly of: string;
  readonly kind: MentionType | "TRIGGER";
  /** Stands at the first piece of the span, which links come to; absent on later pieces of a trigger. */
  readonly anchor?: string;
}

export interface Marks {
  /** In text order, without overlaps. */
  readonly marks: readonly Mark[];
  /** Where a mention's or an event's span can be found in the text: the anchor of its own mark, or of the one that covers it. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** What is highlighted. HTML cannot overlap: a mention wins over the trigger it lies in, of which the rest is marked around it. */
export function marksOf(doc: Doc, types: ReadonlySet<MentionType>): Marks {
  const shown = doc.mentions.filter(({ type }) => types.has(type));
  const mentions = flatSpans(
    shown.map(({ id, start, end, type }): Mark => ({ of: id, start, end, kind: type, anchor: id })),
  );
  const triggers: Mark[] = [];
  let end = 0;
  for (const { id, trigger } of [...doc.events].sort((a, b) => a.trigger.start - b.trigger.start)) {
    const pieces = without({ start: Math.max(end, trigger.start), end: trigger.end }, mentions);
    for (const [i, piece] of pieces.entries())
      triggers.push({ ...piece, of: id, kind: "TRIGGER", ...(i === 0 ? { anchor: `trigger-${id}` } : {}) });
    end = Math.max(end, trigger.end);
  }
  const marks = [...mentions, ...triggers].sort((a, b) => a.start - b.start);

  const anchors = new Map<string, string>();
  const spans = [...shown, ...doc.events.map(({ id, trigger }) => ({ ...trigger, id }))];
  for (const { id, start, end } of spans) {
    const at = firstEndingAfter(marks, start);
    let place = marks[at];
    for (let i = at; i < marks.length && (marks[i] as Mark).start < end; i++)
      if (marks[i]?.of === id) {
        place = marks[i];
        break;
      }
    if (place && place.start < end) anchors.set(id, place.anchor ?? `trigger-${place.of}`);
  }
  return { marks, anchors };
}

/** The pieces of a span outside others, which are sorted and do not overlap. */
function without(span: Span, others: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  for (let i = firstEndingAfter(others, span.start); i < others.length; i++) {
    const other = others[i] as Span;
    if (other.start >= span.end) break;
    if (other.start > start) pieces.push({ start, end: other.start });
    start = other.end;
  }
  if (span.end > start) pieces.push({ start, end: span.end });
  return pieces;
}

function firstEndingAfter(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
