import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignPieces } from "../../../src/transformers/align-pieces.js";

/** Pieces in a row; `null` is one that the pipeline left out, which shows in the index alone. */
const pieces = (...words: (string | null)[]) =>
  words.flatMap((word, i) => (word === null ? [] : [{ word, index: i + 1 }]));
const aligned = (text: string, ...words: (string | null)[]) =>
  alignPieces(text, pieces(...words)).map((span) => (span === null ? null : text.slice(span.start, span.end)));

describe("alignPieces", () => {
  test.each<[string, (string | null)[], (string | null)[]]>([
    ["한빛시는 넓다.", ["한빛", "##시", "##는", "넓", "##다", "."], ["한빛", "시", "는", "넓", "다", "."]],
    ["🚨 한빛시", ["한빛", "##시"], ["한빛", "시"]],
    ["🚨 한빛시", [null, "한빛", "##시"], ["한빛", "시"]],
    // SentencePiece, byte-level BPE, fastBPE.
    ["한빛시 박도윤", ["▁한빛", "시", "▁박", "도윤"], ["한빛", "시", "박", "도윤"]],
    ["한빛시 박도윤", ["Ġ한빛", "시", " 박도", "윤"], ["한빛", "시", "박도", "윤"]],
    ["한빛시 박도윤", ["한@@", "빛시", "박도윤"], ["한", "빛시", "박도윤"]],
    // Unknown words: left out, or named.
    [
      "한빛시와 쉛쳛가 박도윤",
      ["한빛", "##시", "##와", null, "박", "##도", "##윤"],
      ["한빛", "시", "와", "박", "도", "윤"],
    ],
    ["한빛시와 쉛쳛 박도윤", ["한빛", "##시", "##와", "[UNK]", "박"], ["한빛", "시", "와", "쉛쳛", "박"]],
    ["쉛쳛 뷁뷁 시", ["[UNK]", "[UNK]", "시"], ["쉛쳛", "뷁뷁", "시"]],
    ["박뷁", ["박", "\ufffd", "\ufffd"], ["박", "뷁", "뷁"]],
    // After an unknown word the next piece's first likeness need not be it.
    ["쉛시쳛 한빛 시장", [null, "한빛", "시장"], ["한빛", "시장"]],
    ["쉛시쳛 시 장관", ["[UNK]", "시", "장관"], ["쉛시쳛", "시", "장관"]],
    // Uncased models: no case, no accents, half syllables.
    ["Café MOU", ["cafe", "mou"], ["Café", "MOU"]],
    ["한빛", ["\u1112\u1161", "##\u11ab", "##빛".normalize("NFD")], ["한", "한", "빛"]],
    ["㈜가온", ["(", "주", ")", "가온"], ["㈜", "㈜", "㈜", "가온"]],
    ["C# 3##", ["C", "#", "3", "##"], ["C", "#", "3", "##"]],
    // What is not in the text.
    ["한빛", ["한빛", "가온"], ["한빛", null]],
    ["", ["가"], [null]],
  ])("%j by %j", (text, words, expected) => expect(aligned(text, ...words)).toEqual(expected));

  test("any text and any pieces: spans lie in the text, none is empty, starts never fall", () => {
    const alphabet = fc.constantFrom(
      "한",
      "빛",
      "시",
      " ",
      "🚨",
      "\ud800",
      "A",
      "㈜",
      "\u1112\u1161",
      "#",
      "\ufffd",
      "\n",
    );
    const word = fc.array(alphabet, { maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.array(alphabet).map((parts) => parts.join("")),
        fc.array(word),
        (text, words) => {
          let before = 0;
          for (const span of alignPieces(text, pieces(...words))) {
            if (span === null) continue;
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.start).toBeGreaterThanOrEqual(before);
            before = span.start;
          }
        },
      ),
    );
  });
});
