import { describe, expect, test } from "vitest";
import { readContainer } from "../../../src/model/container.js";
import { createNetwork, type Network } from "../../../src/model/network.js";
import { mayFollow, randomModel, randomNumbers } from "./random-model.js";

const build = (bytes: Uint8Array, kind: "wasm" | "typescript") =>
  createNetwork(readContainer(bytes, "random"), "random", kind);

/** Random ids in every column; returns the number of rows. */
function fill(network: Network, random: () => number, tokens: number, characters: number): void {
  const { header, input } = network;
  const rows = [
    header.words.length,
    header.tags.length,
    header.semantics.length,
    header.chars.length,
    header.chars.length,
  ]
    .map((n) => n + 4)
    .concat(header.tailRows, 54);
  const below = (n: number) => Math.floor(random() * n);
  input.tokens.forEach((column, i) => {
    for (let t = 0; t < tokens; t++) column[t] = below(rows[i]!);
  });
  for (let i = 0; i < characters; i++) {
    input.chars[i] = below(header.chars.length + 4);
    input.bigrams[i] = below(header.bigramRows);
    input.owners[i] = below(tokens + 1) - 1;
    input.positions[i] = below(6);
  }
}

describe("the network", () => {
  test.each([
    { d: 32, e: 16, types: ["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "DATE"] },
    { d: 96, e: 24, types: ["PERSON"] },
    {
      d: 128,
      e: 64,
      types: [
        "PERSON",
        "LOCATION",
        "ORGANIZATION",
        "EVENT",
        "DATE",
        "TIME",
        "QUANTITY",
        "TITLE",
        "WORK",
        "LAW",
        "OTHER",
      ],
    },
    { d: 16, e: 16, types: ["PERSON", "LOCATION", "ORGANIZATION", "EVENT"] },
  ])("gives the same bits with and without SIMD ($d, $e)", async ({ d, e, types }) => {
    const bytes = randomModel({ seed: d, d, e, types });
    const [wasm, plain] = [await build(bytes, "wasm"), await build(bytes, "typescript")];
    expect([wasm.kind, plain.kind]).toEqual(["wasm", "typescript"]);
    const random = randomNumbers(7);
    for (let round = 0; round < 12; round++) {
      const tokens = 1 + Math.floor(random() * 63);
      const characters = 1 + Math.floor(random() * 200);
      const seed = Math.floor(random() * 1e9);
      for (const network of [wasm, plain]) {
        fill(network, randomNumbers(seed), tokens, characters);
        network.run(tokens, characters);
      }
      expect([...wasm.decode(0, characters)]).toEqual([...plain.decode(0, characters)]);
      const labels = 1 + 4 * types.length;
      for (let row = 0; row < characters; row += 7)
        for (let n = 0; n < labels; n++)
          expect(wasm.probabilities(row, Uint8Array.of(n))[0]).toBe(plain.probabilities(row, Uint8Array.of(n))[0]);
      const queries = [0, 3, 9].map((from) => ({
        from: Math.min(from, characters - 1),
        to: Math.min(from + 4, characters),
        firstToken: -1,
        lastToken: tokens - 1,
        type: 0,
      }));
      expect(wasm.fine(queries)).toEqual(plain.fine(queries));
    }
  });

  test("answers the same after a longer chunk has left its rows behind", async () => {
    const network = await build(randomModel(), "wasm");
    const labels = () => {
      fill(network, randomNumbers(3), 5, 11);
      network.run(5, 11);
      return [network.decode(0, 11).join(), network.probabilities(10, Uint8Array.of(1))[0]];
    };
    const first = labels();
    fill(network, randomNumbers(4), 64, 300);
    network.run(64, 300);
    expect(labels()).toEqual(first);
  });

  test("decodes only what BIES allows, and finds the best path", async () => {
    const bytes = randomModel({ seed: 5, types: ["PERSON", "LOCATION"] });
    const file = readContainer(bytes, "random");
    const transitions = file.tensors.get("transitions")!.values as Float32Array;
    const network = await createNetwork(file, "random");
    const random = randomNumbers(11);
    for (let round = 0; round < 200; round++) {
      const rows = 1 + Math.floor(random() * 5);
      fill(network, random, 6, 12);
      network.run(6, 12);
      const path = [...network.decode(2, 2 + rows)];
      const logits = Array.from({ length: rows }, (_, i) =>
        Array.from({ length: 9 }, (_, n) => Math.log(network.probabilities(2 + i, Uint8Array.of(n))[0]!) * 1.3),
      );
      expect(score(path, logits, transitions)).toBeCloseTo(bestScore(logits, transitions), 3);
      expect([0, 1, 4, 5, 8]).toContain(path[0]);
      expect([0, 3, 4, 7, 8]).toContain(path.at(-1));
      expect(path.every((label, i) => i === 0 || mayFollow(path[i - 1]!, label))).toBe(true);
    }
  });
});

/** Sum of logits (up to a constant) and transitions along a path. */
function score(path: readonly number[], logits: readonly number[][], transitions: Float32Array): number {
  return path.reduce(
    (sum, label, i) => sum + logits[i]![label]! + (i === 0 ? 0 : transitions[path[i - 1]! * 9 + label]!),
    0,
  );
}

/** The best of all paths, by trying every one. */
function bestScore(logits: readonly number[][], transitions: Float32Array): number {
  let best = Number.NEGATIVE_INFINITY;
  const extend = (path: number[]) => {
    if (path.length === logits.length) {
      if ([0, 3, 4, 7, 8].includes(path.at(-1)!)) best = Math.max(best, score(path, logits, transitions));
      return;
    }
    for (let n = 0; n < 9; n++)
      if (path.length === 0 ? [0, 1, 4, 5, 8].includes(n) : mayFollow(path.at(-1)!, n)) extend([...path, n]);
  };
  extend([]);
  return best;
}
