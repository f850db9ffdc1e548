import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Tagger } from "../../../src/core/types.js";
import { MENTION_TYPES } from "../../../src/core/types.js";
import { createTagger } from "../../../src/mention/tagger.js";
import { readContainer } from "../../../src/model/container.js";
import { createNetwork, type Network } from "../../../src/model/network.js";
import { randomModel } from "../model/random-model.js";
import { labelUnits, roughLayers } from "./label-units.js";

const NEWS = "경찰은 2000년 서울에서 회의를 열었다.\n시장 “김가나”는 🚨 3일 대통령을 만났다. Joe Biden 漢字";

let network: Network;
let plain: Network;
let tagger: Tagger;
beforeAll(async () => {
  const file = readContainer(randomModel({ seed: 3 }), "random");
  network = await createNetwork(file, "random");
  plain = await createNetwork(file, "random", "typescript");
  tagger = createTagger(network);
});

const tag = (text: string, by = tagger) => {
  const { sentences, tokens } = roughLayers(text);
  return by.tag(text, sentences, tokens);
};

describe("the tagger", () => {
  test("finds mentions in a text, each with type, fine class and score", () => {
    const drafts = tag(NEWS);
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) {
      expect(MENTION_TYPES).toContain(draft.type);
      expect(draft.score).toBeGreaterThanOrEqual(0);
      expect(draft.score).toBeLessThanOrEqual(1);
    }
    const fine: Record<string, RegExp> = {
      PERSON: /^PS/,
      LOCATION: /^LC/,
      ORGANIZATION: /^OG/,
      EVENT: /^EV/,
      DATE: /^$/,
    };
    for (const draft of drafts) expect(draft.fine).toMatch(fine[draft.type]!);
  });

  test("gives drafts in order, apart, inside the text, never with white space at an end", () => {
    const pieces = fc.constantFrom(
      "서울",
      "경찰",
      " ",
      "  ",
      "\n",
      "🚨",
      "\ud800",
      "1",
      "20",
      "abc",
      "漢",
      "는",
      "\u3000",
      "“",
      ".",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (parts) => {
        const text = parts.join("");
        let reached = 0;
        for (const { start, end, text: slice } of tag(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(slice).toBe(text.slice(start, end));
          expect(slice).not.toBe("");
          expect(slice.trim()).toBe(slice);
          reached = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  test("answers the same without SIMD, scores included", () => {
    const other = createTagger(plain);
    for (const text of [NEWS, NEWS.repeat(9), "가", "", "시장 ".repeat(300)])
      expect(tag(text, other)).toEqual(tag(text));
  });

  test("reads an article in chunks that start and end at sentence borders", () => {
    // 64 rows: the article fills several chunks; a chunk that holds the same sentences gives the same labels.
    const sentence = "경찰은 서울에서 대통령 회의를 열었다.";
    const text = Array.from({ length: 20 }, () => sentence).join("\n");
    const { sentences, tokens } = roughLayers(text);
    const labels = labelUnits(network, text, sentences, tokens);
    const rows = tokens.length / sentences.length + 1;
    const perChunk = Math.floor((network.maxTokens - 1) / rows);
    const length = perChunk * (sentence.length + 1);
    expect(perChunk).toBeLessThan(sentences.length / 2);
    expect([...labels.subarray(length, 2 * length - 1)]).toEqual([...labels.subarray(0, length - 1)]);
  });

  test.each([
    ["one token of 100,000 units", [[0, 100_000]]],
    ["50,000 tokens of two units", Array.from({ length: 50_000 }, (_, i) => [2 * i, 2 * i + 2])],
    ["no token", []],
    [
      "a short and a long token",
      [
        [0, 3],
        [3, 99_999],
      ],
    ],
  ])("takes a sentence of %s", (_, spans) => {
    const text = "가나".repeat(50_000);
    const tokens = spans.map(([start, end]) => ({
      start: start!,
      end: end!,
      text: text.slice(start, end),
      pos: "NNG",
      lemma: "",
    }));
    const labels = labelUnits(network, text, [{ start: 0, end: text.length, part: "body" }], tokens);
    expect(labels.includes(-1)).toBe(false);
  });

  test("passes over layers that do not fit the text", () => {
    const token = (start: number, end: number) => ({ start, end, text: NEWS.slice(start, end), pos: "NNG", lemma: "" });
    const spans = [
      [-3, 2],
      [5, 5],
      [9, 4],
      [3, 8],
      [0, 2],
      [20, 9999],
      [Number.NaN, 3],
    ] as const;
    const layers = spans.map(([start, end]) => token(start, end));
    const sentences = spans.map(([start, end]) => ({ start, end, part: "body" as const }));
    expect(() => tagger.tag(NEWS, sentences, layers)).not.toThrow();
    for (const draft of tagger.tag(NEWS, sentences, layers))
      expect(NEWS.slice(draft.start, draft.end)).toBe(draft.text);
  });
});
