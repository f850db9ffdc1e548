import { expect } from "vitest";
import type { Doc } from "../../src/core/types.js";

/** Fails unless every span of the document, however deep, lies in the text and every `text` beside a span is its exact slice. */
export function expectSound(doc: Doc, given: string): void {
  expect(doc.text).toBe(given);
  const faults: string[] = [];
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
  expect(faults.slice(0, 5)).toEqual([]);
  expectReferences(doc);
}

/** Every id that a layer refers to is one of the layer that it names, and ids are unique. */
function expectReferences(doc: Doc): void {
  const ids = {
    mention: new Set(doc.mentions.map(({ id }) => id)),
    entity: new Set(doc.entities.map(({ id }) => id)),
    timex: new Set(doc.timexes.map(({ id }) => id)),
  };
  expect(ids.mention.size).toBe(doc.mentions.length);
  expect(ids.entity.size).toBe(doc.entities.length);
  expect(ids.timex.size).toBe(doc.timexes.length);
  const lost = [
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
  ];
  expect(lost).toEqual([]);
}
