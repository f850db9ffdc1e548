import type {
  Byline,
  Doc,
  Entity,
  EventDate,
  Mention,
  Quote,
  Sentence,
  Span,
  TextSpan,
  Timex,
  Token,
} from "../core/types.js";

/**
 * One item of the flat list. `layer` tells which; the other fields are those of the layer's own type.
 * An entity stands at its first mention and an event at its trigger.
 */
export type Annotation =
  | ({ readonly layer: "headline" | "subheadline" | "dateline" | "caption" | "paragraph" | "boilerplate" } & TextSpan)
  | ({ readonly layer: "byline" } & Byline)
  | ({ readonly layer: "sentence" } & Sentence & TextSpan)
  | ({ readonly layer: "quote" } & Quote)
  | ({ readonly layer: "event" } & EventDate & TextSpan)
  | ({ readonly layer: "timex" } & Timex)
  | ({ readonly layer: "entity" } & Entity & TextSpan)
  | ({ readonly layer: "mention" } & Mention)
  | ({ readonly layer: "token" } & Token);

export type AnnotationLayer = Annotation["layer"];

/** From the widest to the narrowest: the order among annotations of one span. */
export const ANNOTATION_LAYERS = [
  "headline",
  "subheadline",
  "byline",
  "dateline",
  "caption",
  "paragraph",
  "boilerplate",
  "sentence",
  "quote",
  "event",
  "timex",
  "entity",
  "mention",
  "token",
] as const satisfies readonly AnnotationLayer[];

/** Everything that a `Doc` says, in text order: by start, the longer span first, then by layer. */
export function annotations(doc: Doc): Annotation[] {
  const { article, text } = doc;
  const cut = ({ start, end }: Span): TextSpan => ({ start, end, text: text.slice(start, end) });
  const mentions = new Map(doc.mentions.map((mention) => [mention.id, mention]));

  const all: Annotation[] = [
    ...(article.headline ? [{ layer: "headline" as const, ...article.headline }] : []),
    ...article.subheadlines.map((span) => ({ layer: "subheadline" as const, ...span })),
    ...article.bylines.map((byline) => ({ layer: "byline" as const, ...byline })),
    ...(article.dateline ? [{ layer: "dateline" as const, ...article.dateline }] : []),
    ...article.captions.map((span) => ({ layer: "caption" as const, ...span })),
    ...article.body.map((span) => ({ layer: "paragraph" as const, ...cut(span) })),
    ...article.boilerplate.map((span) => ({ layer: "boilerplate" as const, ...cut(span) })),
    ...doc.sentences.map((sentence) => ({ layer: "sentence" as const, ...sentence, ...cut(sentence) })),
    ...doc.quotes.map((quote) => ({ layer: "quote" as const, ...quote })),
    ...doc.events.map((event) => ({ layer: "event" as const, ...event, ...event.trigger })),
    ...doc.timexes.map((timex) => ({ layer: "timex" as const, ...timex })),
    ...doc.entities.flatMap((entity) => {
      const first = mentions.get(entity.mentions[0] ?? "");
      return first ? [{ layer: "entity" as const, ...entity, ...cut(first) }] : [];
    }),
    ...doc.mentions.map((mention) => ({ layer: "mention" as const, ...mention })),
    ...doc.tokens.map((token) => ({ layer: "token" as const, ...token })),
  ];
  const rank = new Map<AnnotationLayer, number>(ANNOTATION_LAYERS.map((layer, i) => [layer, i]));
  return all.sort(
    (a, b) => a.start - b.start || b.end - a.end || (rank.get(a.layer) as number) - (rank.get(b.layer) as number),
  );
}
