import type { Doc, MentionType } from "../core/types.js";

/** The document with mentions and entities of these types alone; what refers to a dropped entity no longer does. Spans do not change. */
export function selectTypes(doc: Doc, types: readonly MentionType[]): Doc {
  const wanted = new Set(types);
  const entities = doc.entities.filter(({ type }) => wanted.has(type));
  const kept = new Set(entities.map(({ id }) => id));
  const timed = wanted.has("DATE") || wanted.has("TIME");
  return {
    ...doc,
    mentions: doc.mentions.filter(({ type }) => wanted.has(type)),
    entities: entities.map((entity) => {
      const { affiliation, parent, ...others } = entity;
      return {
        ...others,
        ...(affiliation !== undefined && kept.has(affiliation) ? { affiliation } : {}),
        ...(parent !== undefined && kept.has(parent) ? { parent } : {}),
      };
    }),
    relations: doc.relations.filter(({ from, to }) => kept.has(from) && (to === undefined || kept.has(to))),
    timexes: timed ? doc.timexes : [],
    events: timed
      ? doc.events.map(({ place, ...event }) => ({
          ...event,
          participants: event.participants.filter((id) => kept.has(id)),
          ...(place !== undefined && kept.has(place) ? { place } : {}),
        }))
      : [],
    quotes: doc.quotes.map(({ speaker, ...quote }) => ({
      ...quote,
      ...(speaker !== undefined && kept.has(speaker) ? { speaker } : {}),
    })),
  };
}

export const DOC_LAYERS = [
  "text",
  "language",
  "article",
  "sentences",
  "tokens",
  "mentions",
  "entities",
  "relations",
  "timexes",
  "events",
  "quotes",
  "diagnostics",
  "meta",
] as const satisfies readonly (keyof Doc)[];

/** The named fields of a document, in the order of `Doc`: tokens are most of its bulk, and many readers want none. */
export function selectLayers<K extends keyof Doc>(doc: Doc, layers: readonly K[]): Pick<Doc, K> {
  const wanted = new Set<keyof Doc>(layers);
  return Object.fromEntries(
    DOC_LAYERS.filter((layer) => wanted.has(layer)).map((layer) => [layer, doc[layer]]),
  ) as Pick<Doc, K>;
}
