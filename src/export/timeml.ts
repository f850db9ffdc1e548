import { parseDate, toDayNumber } from "../core/civil-date.js";
import type { Doc, Span, Timex } from "../core/types.js";
import { flatSpans } from "./flat-spans.js";
import { escapeMarkup } from "./markup.js";

/**
 * TimeML 1.2.1 with inline TIMEX3 and EVENT elements, in the wrappers of TempEval-3 (DOCID, DCT, TEXT). A range is a DURATION whose begin and end points
 * are empty TIMEX3 elements after it, since a TIMEX3 value holds no interval. Each event is IS_INCLUDED in its time. Ids have the shapes that the schema
 * asks for: `t1`, `e1`, `ei1`, `l1`; the date of the document is `t0`.
 */
export function toTimeML(doc: Doc, options: { readonly id?: string } = {}): string {
  const ids = idsOf(doc);
  const tags = [
    ...doc.timexes.map((timex) => ({
      start: timex.start,
      end: timex.end,
      rank: 0,
      print: (text: string) => timexElement(timex, text, ids),
    })),
    ...doc.events.map(({ id, trigger }) => ({
      ...onlySpan(trigger),
      rank: 1,
      print: (text: string) => `<EVENT eid="e${ids.events.get(id)}" class="OCCURRENCE">${escapeMarkup(text)}</EVENT>`,
    })),
  ];
  let at = 0;
  let text = "";
  const printed = flatSpans(tags);
  for (const { start, end, print } of printed) {
    text += escapeMarkup(doc.text.slice(at, start)) + print(doc.text.slice(start, end));
    at = end;
  }
  text += escapeMarkup(doc.text.slice(at));

  const shown = new Set(printed.map(({ start, rank }) => `${rank}:${start}`));
  const events = doc.events.filter(({ trigger }) => shown.has(`1:${trigger.start}`));
  const times = new Set(doc.timexes.filter(({ start }) => shown.has(`0:${start}`)).map(({ id }) => id));
  const { publishedAt } = doc.article;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
    `<DOCID>${escapeMarkup(options.id ?? "gisa")}</DOCID>`,
    publishedAt
      ? `<DCT><TIMEX3 tid="${DCT}" type="DATE" value="${publishedAt.value}" temporalFunction="false" functionInDocument="CREATION_TIME">${publishedAt.value}</TIMEX3></DCT>`
      : "<DCT></DCT>",
    `<TEXT>${text}</TEXT>`,
    ...events.map(
      ({ id, trigger }) =>
        `<MAKEINSTANCE eiid="ei${ids.events.get(id)}" eventID="e${ids.events.get(id)}" pos="${posOf(trigger, doc)}" tense="NONE" aspect="NONE" polarity="POS"/>`,
    ),
    ...events
      .filter(({ timex }) => times.has(timex))
      .map(
        ({ id, timex }) =>
          `<TLINK lid="l${ids.events.get(id)}" eventInstanceID="ei${ids.events.get(id)}" relatedToTime="${ids.timexes.get(timex)}" relType="IS_INCLUDED"/>`,
      ),
    "</TimeML>",
    "",
  ].join("\n");
}

const DCT = "t0";

interface Ids {
  /** Of the document's own date, where it has one. */
  readonly document: string | undefined;
  /** `t1`, by the timex's id. */
  readonly timexes: ReadonlyMap<string, string>;
  /** Ids for the begin and end points of a range, by the timex's id. */
  readonly points: ReadonlyMap<string, readonly [string, string]>;
  /** The number in `e1` and `ei1`, by the event's id. */
  readonly events: ReadonlyMap<string, number>;
}

function idsOf({ timexes, events, article }: Doc): Ids {
  const after = timexes.length + 1;
  return {
    document: article.publishedAt && DCT,
    timexes: new Map(timexes.map(({ id }, i) => [id, `t${i + 1}`])),
    points: new Map(timexes.map(({ id }, i) => [id, [`t${after + 2 * i}`, `t${after + 2 * i + 1}`]])),
    events: new Map(events.map(({ id }, i) => [id, i + 1])),
  };
}

/** A trigger that inflects is a verb, any other a noun: 체결한다, 체결. */
function posOf({ start, end }: Span, { tokens }: Doc): "VERB" | "NOUN" {
  const inflects = tokens.some((token) => token.start < end && token.end > start && /^(?:V|XSV|XSA|E)/.test(token.pos));
  return inflects ? "VERB" : "NOUN";
}

function timexElement(timex: Timex, text: string, { document, timexes, points }: Ids): string {
  const id = timexes.get(timex.id);
  const anchor = timex.anchor === "document" ? document : timexes.get(timex.anchor);
  const shared = [
    ...(timex.mod ? [`mod="${timex.mod}"`] : []),
    `temporalFunction="${anchor !== undefined}"`,
    ...(anchor === undefined ? [] : [`anchorTimeID="${anchor}"`]),
    'functionInDocument="NONE"',
  ].join(" ");
  const body = escapeMarkup(text);
  const [from, to] = timex.value.split("/");
  if (to === undefined || from === undefined)
    return `<TIMEX3 tid="${id}" type="${timex.type}" value="${escapeMarkup(timex.value)}" ${shared}>${body}</TIMEX3>`;
  const [begin, end] = points.get(timex.id) ?? [];
  const point = (tid: string | undefined, value: string) =>
    `<TIMEX3 tid="${tid}" type="${value.includes("T") ? "TIME" : "DATE"}" value="${escapeMarkup(value)}" temporalFunction="true" anchorTimeID="${id}" functionInDocument="NONE"/>`;
  return (
    `<TIMEX3 tid="${id}" type="DURATION" value="${lengthOf(timex)}" beginPoint="${begin}" endPoint="${end}" ${shared}>${body}</TIMEX3>` +
    point(begin, from) +
    point(end, to)
  );
}

/** Whole days from first to last, both counted; `PX` (unknown length) where the text does not fix them. */
function lengthOf({ from, to }: Timex): string {
  const [first, last] = [from && parseDate(from), to && parseDate(to)];
  return first && last ? `P${toDayNumber(last) - toDayNumber(first) + 1}D` : "PXD";
}

function onlySpan({ start, end }: Span): Span {
  return { start, end };
}
