import { describe, expect, test } from "vitest";
import { decodeLabels } from "../../../src/transformers/decode-labels.js";

/** One piece a character; a space is a piece that the pipeline left out. */
const decoded = (...labels: string[]) =>
  decodeLabels(
    labels.flatMap((label, i) =>
      label === " " ? [] : [{ label, score: (i + 1) / 10, index: i, span: { start: i, end: i + 1 } }],
    ),
  ).map(({ tag, start, end }) => `${tag} ${start}-${end}`);

describe("decodeLabels", () => {
  test.each([
    [
      ["B-PS", "I-PS", "O", "B-PS"],
      ["PS 0-2", "PS 3-4"],
    ],
    [
      ["B-PS", "B-PS"],
      ["PS 0-1", "PS 1-2"],
    ],
    [["I-PS", "I-PS"], ["PS 0-2"]],
    [
      ["B-PS", "I-OG"],
      ["PS 0-1", "OG 1-2"],
    ],
    [
      ["PER-B", "PER-I", "ORG-B"],
      ["PER 0-2", "ORG 2-3"],
    ],
    [
      ["B-PS", "I-PS", "E-PS", "S-PS"],
      ["PS 0-3", "PS 3-4"],
    ],
    [
      ["B-PS", "L-PS", "U-PS"],
      ["PS 0-2", "PS 2-3"],
    ],
    [
      ["B-PS", "E-PS", "I-PS"],
      ["PS 0-2", "PS 2-3"],
    ],
    [
      ["PS", "PS", "O", "PS"],
      ["PS 0-2", "PS 3-4"],
    ],
    [["B-PS", " ", "I-PS"], ["PS 0-3"]],
    [
      ["PS", " ", "PS"],
      ["PS 0-1", "PS 2-3"],
    ],
    [["B-WORK_OF_ART", "I-WORK_OF_ART"], ["WORK_OF_ART 0-2"]],
    [["O", "O"], []],
    [[], []],
  ])("%j", (labels, spans) => expect(decoded(...labels)).toEqual(spans));

  test("the score is the pieces' mean", () => {
    const [span] = decodeLabels([
      { label: "B-PS", score: 0.5, index: 1, span: { start: 0, end: 1 } },
      { label: "I-PS", score: 1, index: 2, span: { start: 1, end: 2 } },
    ]);
    expect(span?.score).toBe(0.75);
  });
  test("a piece that lies nowhere opens nothing", () =>
    expect(decodeLabels([{ label: "B-PS", score: 1, index: 1, span: null }])).toEqual([]));
});
