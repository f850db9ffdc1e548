import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadResource } from "../../../src/core/resources.js";
import type { Sentence, Token } from "../../../src/core/types.js";
import { readContainer } from "../../../src/model/container.js";
import { createNetwork } from "../../../src/model/network.js";
import { labelUnits } from "./label-units.js";

/** Written by training/export.py beside the model: what the Python implementation of docs/model-format.md answers. */
const CASES = new URL("../../spec/model/parity.json", import.meta.url);

interface ParityCase {
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
  readonly tokens: readonly (readonly [number, number, string, string | null])[];
  /** One for each UTF-16 unit of the text; −1 outside sentences. */
  readonly labels: readonly number[];
}

describe.skipIf(!existsSync(CASES))("the shipped model", () => {
  test.each(["wasm", "typescript"] as const)(
    "gives the labels that training gave (%s)",
    async (kind) => {
      const read = JSON.parse(readFileSync(CASES, "utf8")) as ParityCase[] | { model?: string; cases: ParityCase[] };
      const { model, cases } = Array.isArray(read) ? { model: undefined, cases: read } : read;
      const network = await createNetwork(
        readContainer(await loadResource("model.bin.gz"), "model.bin.gz"),
        "model.bin.gz",
        kind,
      );
      if (model !== undefined) expect(network.header.name).toBe(model);
      expect(cases.length).toBeGreaterThan(0);
      for (const { text, sentences, tokens, labels } of cases) {
        const spans = sentences.map(([start, end]): Sentence => ({ start, end, part: "body" }));
        const morphemes = tokens.map(([start, end, pos, semantic]): Token => {
          const surface = text.slice(start, end);
          return { start, end, text: surface, pos, lemma: surface, ...(semantic === null ? {} : { semantic }) };
        });
        expect([...labelUnits(network, text, spans, morphemes)], text.slice(0, 60)).toEqual(labels);
      }
    },
    180_000,
  );
});
