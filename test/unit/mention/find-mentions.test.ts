import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, MentionDraft, Tagger } from "../../../src/core/types.js";
import { MENTION_TYPES } from "../../../src/core/types.js";
import { findMentions, REFINERS } from "../../../src/mention/find-mentions.js";
import { soundDrafts } from "../../../src/mention/sound-drafts.js";
import { roughLayers } from "./label-units.js";
import { mark, readMarked } from "./marked.js";

const ARTICLE: Article = { subheadlines: [], bylines: [], captions: [], body: [], boilerplate: [] };
const answering = (answer: unknown, exact = false): Tagger => ({
  name: "fake",
  exact,
  tag: () => answer as readonly MentionDraft[],
});
const find = (text: string, answer: unknown, exact?: boolean) => {
  const { sentences, tokens } = roughLayers(text);
  return findMentions(text, ARTICLE, sentences, tokens, answering(answer, exact));
};

describe("a foreign tagger", () => {
  const draft = (start: number, end: number, score = 0.9, type = "PERSON") => ({
    start,
    end,
    text: "?",
    type,
    fine: "",
    score,
  });
  test.each<[string, unknown, [number, number][]]>([
    ["nothing", undefined, []],
    ["an object", {}, []],
    ["empty slots", [null, undefined, 3, "x", {}], []],
    [
      "spans out of order",
      [draft(5, 7), draft(0, 3)],
      [
        [0, 3],
        [5, 7],
      ],
    ],
    [
      "spans outside the text",
      [draft(-1, 3), draft(4, 99), draft(3, 3), draft(5, 4), draft(0.5, 2), draft(Number.NaN, 2)],
      [],
    ],
    ["types that are none", [draft(0, 3, 1, "CAR")], []],
    ["overlapping spans", [draft(0, 3, 0.5), draft(1, 4, 0.8), draft(3, 6, 0.7)], [[1, 4]]],
    ["the same span twice", [draft(0, 3), draft(0, 3)], [[0, 3]]],
    [
      "scores of no sense",
      [draft(0, 3, Number.NaN), draft(4, 6, 99)],
      [
        [0, 3],
        [4, 6],
      ],
    ],
  ])("may answer %s", (_, answer, spans) => {
    const text = "김가람은 서울에 왔다";
    const found = soundDrafts(text, answer);
    expect(found.map(({ start, end }) => [start, end])).toEqual(spans);
    for (const { start, end, text: slice, score } of found) {
      expect(slice).toBe(text.slice(start, end));
      expect(score >= 0 && score <= 1).toBe(true);
    }
  });

  test("gets mentions in order and apart, whatever it answers", () => {
    const spans = fc.record({
      start: fc.integer({ min: -2, max: 60 }),
      end: fc.integer({ min: -2, max: 60 }),
      type: fc.constantFrom(...MENTION_TYPES),
      score: fc.double({ min: -1, max: 2 }),
    });
    const text = "‘김가람’ 시장과 나래청장은 A씨를 (서울)에서 만났다. 김가람, 당국 🚨 「바다」 김 씨";
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 12 }), (answer) => {
        let reached = 0;
        for (const { start, end, text: slice } of find(text, answer)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(slice).toBe(text.slice(start, end));
          reached = end;
        }
      }),
    );
  });

  test("keeps its DATE and TIME drafts for the timexes", () => {
    expect(find("지난 3일 왔다", [draft(0, 5, 0.9, "DATE")]).map(({ type }) => type)).toEqual(["DATE"]);
  });

  test("that is exact is not corrected", () => {
    const { text, drafts } = readMarked("{O:‘당국’} 김 씨");
    expect(mark(text, find(text, drafts, true))).toBe("{O:‘당국’} 김 씨");
    expect(mark(text, find(text, drafts))).toBe("‘당국’ {P:김} 씨");
  });
});

test("the refiners' order is meant: reversed, a quoted generic word stays", () => {
  const { drafts, ...scene } = readMarked("{O:‘당국’}은");
  const apply = (refiners: typeof REFINERS) =>
    refiners.reduce((found, refine) => refine(found, scene), drafts as readonly MentionDraft[]);
  expect(apply(REFINERS)).toEqual([]);
  expect(apply([...REFINERS].reverse())).not.toEqual([]);
});
