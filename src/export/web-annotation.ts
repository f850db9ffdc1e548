import { convertSpan, offsetsOf } from "../core/offsets.js";
import type { Doc, Span } from "../core/types.js";

export interface WebAnnotationOptions {
  /** IRI of the text; each annotation's `target.source`. */
  readonly source: string;
  /** ISO date-time of the making, since the library reads no clock. */
  readonly created?: string;
}

const CONTEXT = 32;

/**
 * W3C Web Annotation (JSON-LD): an AnnotationPage with a position selector and a quote selector for each target.
 * Positions are in code points, as the model asks.
 */
export function toWebAnnotation(doc: Doc, options: WebAnnotationOptions): Record<string, unknown> {
  const codePoints = offsetsOf(doc.text, "codePoint");
  const entities = new Map(doc.entities.map((entity) => [entity.id, entity]));
  const timexes = new Map(doc.timexes.map((timex) => [timex.id, timex]));
  const target = (span: Span) => ({
    source: options.source,
    selector: [
      { type: "TextPositionSelector", ...convertSpan(codePoints, span) },
      {
        type: "TextQuoteSelector",
        exact: doc.text.slice(span.start, span.end),
        prefix: doc.text.slice(boundary(doc.text, span.start - CONTEXT), span.start),
        suffix: doc.text.slice(span.end, boundary(doc.text, span.end + CONTEXT)),
      },
    ],
  });
  const annotation = (id: string, motivation: string, body: unknown, span: Span) => ({
    id: `${options.source}#gisa-${id}`,
    type: "Annotation",
    motivation,
    ...(options.created === undefined ? {} : { created: options.created }),
    generator: { id: `pkg:npm/gisa@${doc.meta.gisa}`, type: "Software", name: `gisa ${doc.meta.gisa}` },
    body,
    target: target(span),
  });
  const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
  const identify = (value: string) => ({ type: "TextualBody", purpose: "identifying", format: "text/plain", value });

  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${options.source}#gisa`,
    type: "AnnotationPage",
    items: [
      ...doc.mentions.map((mention) => {
        const entity = mention.entity === undefined ? undefined : entities.get(mention.entity);
        const timex = mention.timex === undefined ? undefined : timexes.get(mention.timex);
        const identity = entity?.name ?? timex?.value;
        return annotation(
          mention.id,
          identity === undefined ? "tagging" : "identifying",
          [tag(mention.type), ...(identity === undefined ? [] : [identify(identity)])],
          mention,
        );
      }),
      ...doc.events.map((event) =>
        annotation(
          event.id,
          "describing",
          [tag(`event:${event.kind}`), identify(`${event.date.from}/${event.date.to}`)],
          event.trigger,
        ),
      ),
      ...doc.quotes.map((quote) => {
        const speaker = quote.speaker === undefined ? undefined : entities.get(quote.speaker)?.name;
        return annotation(
          quote.id,
          "describing",
          [tag("quote"), ...(speaker === undefined ? [] : [identify(speaker)])],
          quote,
        );
      }),
    ],
  };
}

/** Keeps a context from cutting a surrogate pair in half. */
function boundary(text: string, offset: number): number {
  const at = Math.max(0, Math.min(text.length, offset));
  const low = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
  const high = at > 0 && text.charCodeAt(at - 1) >= 0xd800 && text.charCodeAt(at - 1) <= 0xdbff;
  return low && high ? at - 1 : at;
}
