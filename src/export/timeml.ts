import { parseDate, toDayNumber } from "../core/civil-date.js";
import type { Doc, Span, Timex } from "../core/types.js";
import { flatSpans } from "./flat-spans.js";
import { escapeMarkup } from "./markup.js";

/**
 * TimeML 1.2 with inline TIMEX3 and EVENT elements. A range is a DURATION whose begin and end points are empty TIMEX3 elements
 * after it, since a TIMEX3 value holds no interval. Each event is IS_INCLUDED in its time.
 */
export function toTimeML(doc: Doc, options: { readonly id?: string } = {}): string {
  const tags = [
    ...doc.timexes.map((timex) => ({
      start: timex.start,
      end: timex.end,
      rank: 0,
      print: (text: string) => timexElement(timex, text, doc.article.publishedAt !== undefined),
    })),
    ...doc.events.map(({ id, trigger }) => ({
      ...onlySpan(trigger),
      rank: 1,
      print: (text: string) => `<EVENT eid="${id}" class="OCCURRENCE">${escapeMarkup(text)}</EVENT>`,
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
      ? `<DCT><TIMEX3 tid="dct" type="DATE" value="${publishedAt.value}" temporalFunction="false" functionInDocument="CREATION_TIME">${publishedAt.value}</TIMEX3></DCT>`
      : "<DCT></DCT>",
    `<TEXT>${text}</TEXT>`,
    ...events.map(
      ({ id }) =>
        `<MAKEINSTANCE eiid="i-${id}" eventID="${id}" pos="OTHER" tense="NONE" aspect="NONE" polarity="POS"/>`,
    ),
    ...events
      .filter(({ timex }) => times.has(timex))
      .map(
        ({ id, timex }) =>
          `<TLINK lid="l-${id}" eventInstanceID="i-${id}" relatedToTime="${timex}" relType="IS_INCLUDED"/>`,
      ),
    "</TimeML>",
    "",
  ].join("\n");
}

function timexElement(timex: Timex, text: string, dated: boolean): string {
  const document = dated ? "dct" : undefined;
  const anchor = timex.anchor === "none" ? undefined : timex.anchor === "document" ? document : timex.anchor;
  const shared = [
    ...(timex.mod ? [`mod="${timex.mod}"`] : []),
    `temporalFunction="${anchor !== undefined}"`,
    ...(anchor === undefined ? [] : [`anchorTimeID="${anchor}"`]),
    'functionInDocument="NONE"',
  ].join(" ");
  const body = escapeMarkup(text);
  const [from, to] = timex.value.split("/");
  if (to === undefined || from === undefined)
    return `<TIMEX3 tid="${timex.id}" type="${timex.type}" value="${escapeMarkup(timex.value)}" ${shared}>${body}</TIMEX3>`;
  const [begin, end] = [`${timex.id}-begin`, `${timex.id}-end`];
  const point = (tid: string, value: string) =>
    `<TIMEX3 tid="${tid}" type="${value.includes("T") ? "TIME" : "DATE"}" value="${escapeMarkup(value)}" temporalFunction="true" anchorTimeID="${timex.id}" functionInDocument="NONE"/>`;
  return (
    `<TIMEX3 tid="${timex.id}" type="DURATION" value="${lengthOf(timex)}" beginPoint="${begin}" endPoint="${end}" ${shared}>${body}</TIMEX3>` +
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
