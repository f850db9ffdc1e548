import { expect } from "vitest";
import type { Doc } from "../../src/core/types.js";
import { soundFaults } from "./sound-faults.js";

/** Fails unless every span of the document, however deep, lies in the text and every `text` beside a span is its exact slice. */
export function expectSound(doc: Doc, given: string): void {
  expect(doc.text).toBe(given);
  expect(soundFaults(doc, given)).toEqual([]);
}
