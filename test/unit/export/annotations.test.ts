import { describe, expect, test } from "vitest";
import { ANNOTATION_LAYERS, annotations } from "../../../src/export/annotations.js";
import { sampleDoc } from "../../support/sample-doc.js";

describe("annotations", () => {
  const doc = sampleDoc();
  const all = annotations(doc);

  test("holds every item of every layer", () => {
    const count = (layer: string) => all.filter((annotation) => annotation.layer === layer).length;
    expect(count("mention")).toBe(doc.mentions.length);
    expect(count("entity")).toBe(doc.entities.length);
    expect(count("timex")).toBe(doc.timexes.length);
    expect(count("event")).toBe(doc.events.length);
    expect(count("quote")).toBe(doc.quotes.length);
    expect(count("token")).toBe(doc.tokens.length);
    expect(count("sentence")).toBe(doc.sentences.length);
    expect(count("byline") + count("headline") + count("boilerplate") + count("paragraph")).toBe(4);
    expect(all.every(({ layer }) => ANNOTATION_LAYERS.includes(layer))).toBe(true);
  });

  test("every text is the exact slice", () => {
    for (const { start, end, text } of all) expect(text).toBe(doc.text.slice(start, end));
  });

  test("is ordered by start, the longer span first", () => {
    for (const [i, next] of all.slice(1).entries()) {
      const previous = all[i] as (typeof all)[number];
      expect(previous.start < next.start || (previous.start === next.start && previous.end >= next.end)).toBe(true);
    }
  });

  test("narrows by layer", () => {
    const values = all.flatMap((annotation) => (annotation.layer === "timex" ? [annotation.value] : []));
    expect(values).toEqual(["2024-03-28/2024-03-30"]);
  });

  test("every part of an article has its own layer", () => {
    const cut = (start: number) => ({ start, end: start + 1, text: doc.text.slice(start, start + 1) });
    const article = { ...doc.article, subheadlines: [cut(6)], dateline: cut(4), captions: [cut(8), cut(2)] };
    const parts = new Set(["subheadline", "dateline", "caption"]);
    const found = annotations({ ...doc, article }).filter(({ layer }) => parts.has(layer));
    expect(found.map(({ layer, start }) => `${layer} ${start}`)).toEqual([
      "caption 2",
      "dateline 4",
      "subheadline 6",
      "caption 8",
    ]);
  });

  test("does not touch the document", () => {
    const before = JSON.stringify(doc);
    annotations(doc);
    expect(JSON.stringify(doc)).toBe(before);
  });
});
