import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, MentionDraft, Sentence, Tagger, Token } from "../../../src/core/types.js";
import { MENTION_TYPES } from "../../../src/core/types.js";
import { findMentions, REFINERS } from "../../../src/mention/find-mentions.js";
import { soundDrafts } from "../../../src/mention/sound-drafts.js";
import { roughLayers } from "./label-units.js";
import { asTokens } from "../../support/tokens.js";
import { mark, readMarked } from "./marked.js";

const ARTICLE: Article = { subheadlines: [], bylines: [], captions: [], body: [], boilerplate: [] };
const answering = (answer: unknown, exact = false): Tagger => ({
  name: "fake",
  exact,
  tag: () => answer as readonly MentionDraft[],
});
const find = (text: string, answer: unknown, exact?: boolean) => {
  const { sentences, tokens } = roughLayers(text);
  return findMentions(text, ARTICLE, sentences, asTokens(tokens), answering(answer, exact));
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
  const { drafts, tokens, ...rest } = readMarked("{O:‘당국’}은");
  const scene = { ...rest, tokens: asTokens(tokens) };
  const apply = (refiners: typeof REFINERS) =>
    refiners.reduce((found, refine) => refine(found, scene), drafts as readonly MentionDraft[]);
  expect(apply(REFINERS)).toEqual([]);
  expect(apply([...REFINERS].reverse())).not.toEqual([]);
});

describe("a text longer than any article", () => {
  const unit = "박 시장은 협약을 했다. ";
  const { sentences, tokens } = roughLayers(`${unit.repeat(99)}\n`.repeat(200));
  const text = `${unit.repeat(99)}\n`.repeat(200);
  const watching = (bySentence: boolean) => {
    const calls: { sentences: Sentence[]; tokens: Token[] }[] = [];
    const tagger: Tagger = {
      name: "watching",
      bySentence,
      tag: (whole, part, words) => {
        expect(whole).toBe(text);
        calls.push({ sentences: [...part], tokens: [...words] });
        return words
          .filter((word) => word.text === "박")
          .map(({ start, end }) => ({ start, end, text: "", type: "PERSON", fine: "", score: 1 }));
      },
    };
    return { calls, found: findMentions(text, ARTICLE, sentences, asTokens(tokens), tagger) };
  };

  test("comes in stretches to a tagger that reads by sentence: every sentence and token once, in order", () => {
    const { calls, found } = watching(true);
    expect(calls.length).toBeGreaterThan(3);
    expect(calls.flatMap((call) => call.sentences)).toEqual(sentences);
    expect(calls.flatMap((call) => call.tokens)).toEqual(tokens);
    for (const call of calls) {
      expect(call.sentences.at(-1)!.end - call.sentences[0]!.start).toBeLessThanOrEqual(1 << 16);
      expect(call.tokens[0]!.start).toBeGreaterThanOrEqual(call.sentences[0]!.start);
      expect(call.tokens.at(-1)!.end).toBeLessThanOrEqual(call.sentences.at(-1)!.end);
    }
    expect(found).toHaveLength(99 * 200);
  });

  test("comes whole to any other tagger, which may read all of it, and gives the same", () => {
    const { calls, found } = watching(false);
    expect(calls).toEqual([{ sentences, tokens }]);
    expect(found).toEqual(watching(true).found);
  });
});
