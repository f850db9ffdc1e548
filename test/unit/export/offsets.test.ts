import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertSpan, offsetsOf } from "../../../src/core/offsets.js";

describe("offsetsOf", () => {
  test.each([
    ["가나다", "codePoint", [0, 1, 2, 3]],
    ["가나다", "utf8", [0, 3, 6, 9]],
    ["a\u00e9", "utf8", [0, 1, 3]],
    ["\u007f\u0080", "utf8", [0, 1, 3]],
    ["\u07ff\u0800", "utf8", [0, 2, 5]],
    ["\uffff\u{10000}가", "utf8", [0, 3, 3, 7, 10]],
    ["\uffff\u{10000}가", "codePoint", [0, 1, 1, 2, 3]],
    ["🚨가", "codePoint", [0, 0, 1, 2]],
    ["🚨가", "utf8", [0, 0, 4, 7]],
    ["\ud800가", "codePoint", [0, 1, 2]],
    ["\ud800가", "utf8", [0, 3, 6]],
    ["🚨가", "utf16", [0, 1, 2, 3]],
    ["", "utf8", [0]],
  ] as const)("%j in %s", (text, unit, expected) => {
    const map = offsetsOf(text, unit);
    expect(expected.map((_, i) => map(i))).toEqual(expected);
  });

  test("agrees with Array.from and TextEncoder on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (before, after) => {
        const text = before + after;
        expect(offsetsOf(text, "codePoint")(before.length)).toBe(Array.from(before).length);
        expect(offsetsOf(text, "utf8")(text.length)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  test("maps both ends of a span", () => {
    expect(convertSpan(offsetsOf("🚨한빛", "codePoint"), { start: 2, end: 4 })).toEqual({ start: 1, end: 3 });
  });
});
