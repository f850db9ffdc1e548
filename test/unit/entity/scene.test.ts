import { describe, expect, test } from "vitest";
import { createJoins } from "../../../src/entity/joins.js";
import { lastBelow, nearest, otherAt, sentenceAt, setScene } from "../../../src/entity/scene.js";
import { readMarked } from "./marked.js";

describe("sorted lists", () => {
  test.each([
    [[], 5, -1],
    [[2, 4, 6], 1, -1],
    [[2, 4, 6], 2, -1],
    [[2, 4, 6], 3, 0],
    [[2, 4, 6], 6, 1],
    [[2, 4, 6], 9, 2],
  ])("%j: the last below %i is at %i", (sorted, value, at) => expect(lastBelow(sorted, value)).toBe(at));
  test.each([
    [[2, 4, 6], 5, 4],
    [[2, 4, 6], 4, 2],
    [[2, 4, 6], 9, 6],
    // None before: the first after it.
    [[2, 4, 6], 1, 2],
    [[2, 4, 6], 2, 4],
    [[2], 2, undefined],
    [[], 2, undefined],
  ])("%j: nearest to %i is %j", (sorted, value, found) => expect(nearest(sorted, value)).toBe(found));
});

describe("a scene", () => {
  const { text, mentions, article } = readMarked(
    "[파주시|L] [시장|T]. [5일|D] [파주시|O], [한강 축제|E], [한강|W], [한강법|A], [문|P] [시장|T]",
  );
  const sentences = [
    { start: 0, end: 7, part: "body" as const },
    { start: 8, end: text.length, part: "body" as const },
  ];
  const scene = setScene(text, article, sentences, mentions);
  test("names on one side, what stands beside them on the other", () => {
    expect(scene.mentions.map((mention) => mention.text)).toEqual([
      "파주시",
      "파주시",
      "한강 축제",
      "한강",
      "한강법",
      "문",
    ]);
    expect(scene.others.map((mention) => mention.text)).toEqual(["시장", "5일", "시장"]);
  });
  test("a form is a name of one type", () => {
    expect(scene.forms.map(({ id, key, type }) => [id, key, type])).toEqual([
      [0, "파주시", "LOCATION"],
      [1, "파주시", "ORGANIZATION"],
      [2, "한강축제", "EVENT"],
      [3, "한강", "WORK"],
      [4, "한강법", "LAW"],
      [5, "문", "PERSON"],
    ]);
    expect(scene.byKey.get("파주시")).toEqual([scene.forms[0], scene.forms[1]]);
  });
  test("the first of the others at an offset or after it", () => {
    const [mayor, day] = scene.others;
    expect(otherAt(scene, 0)).toBe(mayor);
    expect(otherAt(scene, mayor!.start)).toBe(mayor);
    expect(otherAt(scene, mayor!.start + 1)).toBe(day);
    expect(otherAt(scene, text.length)).toBeUndefined();
  });
  test("the sentence that holds an offset", () => {
    expect([0, 6, 7, 8, text.length - 1, text.length].map((at) => sentenceAt(scene, at)?.start)).toEqual([
      0,
      0,
      undefined,
      8,
      8,
      undefined,
    ]);
  });
});

test("sets that join say which rule joined them first", () => {
  const joins = createJoins(5);
  const sets = () => [0, 1, 2, 3, 4].map((item) => [...joins.members(item)].sort().join(""));
  joins.join(1, 0, "one");
  joins.join(2, 3, "two");
  expect(sets()).toEqual(["01", "01", "23", "23", "4"]);
  joins.join(1, 3, "three");
  joins.join(0, 2, "four");
  joins.join(4, 4, "five");
  expect(sets()).toEqual(["0123", "0123", "0123", "0123", "4"]);
  expect([0, 1, 2, 3, 4].map(joins.reason)).toEqual(["first-mention", "one", "two", "first-mention", "first-mention"]);
  expect(new Set([0, 1, 2, 3].map(joins.find)).size).toBe(1);
  expect(joins.find(4)).not.toBe(joins.find(0));
});
