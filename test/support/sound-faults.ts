import type { Doc } from "../../src/core/types.js";

/** What is wrong with the spans and the ids of a document: every span lies in the text, every `text` beside one is its exact slice, every id exists. */
export function soundFaults(doc: Doc, given: string): string[] {
  const faults: string[] = doc.text === given ? [] : ["the text has changed"];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { start, end, text } = value as { start?: unknown; end?: unknown; text?: unknown };
    if (typeof start === "number" || typeof end === "number") {
      const inside =
        Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(start) <= Number(end);
      if (!inside || Number(end) > given.length)
        faults.push(`${path}: ${String(start)}..${String(end)} of ${given.length}`);
      else if (typeof text === "string" && text !== given.slice(Number(start), Number(end)))
        faults.push(
          `${path}: ${JSON.stringify(text)} is not ${JSON.stringify(given.slice(Number(start), Number(end)))}`,
        );
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
  };
  visit(doc, "doc");
  return [...faults, ...referenceFaults(doc)].slice(0, 5);
}

/** Every id that a layer refers to is one of the layer that it names, and ids are unique. */
function referenceFaults(doc: Doc): string[] {
  const ids = {
    mention: new Set(doc.mentions.map(({ id }) => id)),
    entity: new Set(doc.entities.map(({ id }) => id)),
    timex: new Set(doc.timexes.map(({ id }) => id)),
  };
  return [
    ...(ids.mention.size === doc.mentions.length ? [] : ["two mentions have one id"]),
    ...(ids.entity.size === doc.entities.length ? [] : ["two entities have one id"]),
    ...(ids.timex.size === doc.timexes.length ? [] : ["two timexes have one id"]),
    ...doc.mentions.flatMap(({ entity }) =>
      entity === undefined || ids.entity.has(entity) ? [] : [`mention -> ${entity}`],
    ),
    ...doc.mentions.flatMap(({ timex }) =>
      timex === undefined || ids.timex.has(timex) ? [] : [`mention -> ${timex}`],
    ),
    ...doc.entities.flatMap(({ mentions }) => mentions.filter((id) => !ids.mention.has(id))),
    ...doc.entities.flatMap(({ affiliation, parent }) =>
      [affiliation, parent].filter((id) => id !== undefined && !ids.entity.has(id)),
    ),
    ...doc.events.flatMap(({ participants, place, timex }) => [
      ...[...participants, ...(place === undefined ? [] : [place])].filter((id) => !ids.entity.has(id)),
      ...(ids.timex.has(timex) ? [] : [timex]),
    ]),
    ...doc.quotes.flatMap(({ speaker }) =>
      speaker === undefined || ids.entity.has(speaker) ? [] : [`quote -> ${speaker}`],
    ),
    ...doc.relations.flatMap(({ from, to }) => [from, to].filter((id) => id !== undefined && !ids.entity.has(id))),
  ].map(String);
}
