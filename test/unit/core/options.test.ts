import { describe as group, expect, test } from "vitest";
import { GisaError } from "../../../src/core/errors.js";
import {
  aBoolean,
  aCivilDate,
  aFunction,
  describe as saidOf,
  type OptionRules,
  readOptions,
  requireText,
  someLimits,
  thresholdsByType,
} from "../../../src/core/options.js";

interface Options {
  readonly force?: boolean;
  readonly publishedAt?: string;
  readonly wholePage?: boolean;
}
const RULES: OptionRules<Options> = { force: aBoolean, publishedAt: aCivilDate, wholePage: aBoolean };

function faultOf(given: unknown): Pick<GisaError, "code" | "message" | "details"> {
  try {
    readOptions<Options>(given, RULES, "analyze");
  } catch (error) {
    if (error instanceof GisaError) return { code: error.code, message: error.message, details: error.details };
    throw error;
  }
  throw new Error("nothing was thrown");
}

group("readOptions", () => {
  test.each<[unknown, object]>([
    [undefined, {}],
    [{}, {}],
    [{ force: true }, { force: true }],
    [{ force: undefined, wholePage: false }, { wholePage: false }],
    [{ publishedAt: "2024-03-25T10:00:00+09:00" }, { publishedAt: "2024-03-25T10:00:00+09:00" }],
  ])("%j", (given, expected) => expect(readOptions<Options>(given, RULES, "analyze")).toEqual(expected));

  test("is a copy: what the caller does to the object afterwards is not seen", () => {
    const given = { force: true };
    const read = readOptions<Options>(given, RULES, "analyze");
    given.force = false;
    expect(read.force).toBe(true);
  });

  test("what a prototype holds was not given", () => {
    expect(readOptions<Options>(Object.create({ force: true, other: 1 }), RULES, "analyze")).toEqual({});
  });

  test.each([
    [null, "null"],
    ["2024-03-25", '"2024-03-25"'],
    [5, "5"],
    [true, "true"],
    [[{ force: true }], "an array"],
    [() => {}, "a function"],
  ])("no object of options: %j", (given, said) =>
    expect(faultOf(given)).toEqual({
      code: "option/type",
      message: `analyze takes an object of options, not ${said}.`,
      details: { option: "analyze" },
    }),
  );

  test.each([
    [{ force: "yes" }, "option/type", 'analyze: force must be true or false, not "yes".', "force"],
    [{ force: null }, "option/type", "analyze: force must be true or false, not null.", "force"],
    [
      { publishedAt: "2024-02-30" },
      "option/published-at",
      'analyze: publishedAt must be a day that exists, written "2024-03-25" (an ISO date-time is cut to its day), not "2024-02-30".',
      "publishedAt",
    ],
    [
      { whole_page: true },
      "option/unknown",
      'analyze has no option "whole_page". Did you mean wholePage?',
      "whole_page",
    ],
    [{ Force: true }, "option/unknown", 'analyze has no option "Force". Did you mean force?', "Force"],
    [
      { date: "2024-03-25" },
      "option/unknown",
      'analyze has no option "date". It has: force, publishedAt, wholePage.',
      "date",
    ],
    [
      { toString: 1 },
      "option/unknown",
      'analyze has no option "toString". It has: force, publishedAt, wholePage.',
      "toString",
    ],
  ])("%j", (given, code, message, option) => expect(faultOf(given)).toEqual({ code, message, details: { option } }));
});

group("what each rule takes, and what it does not", () => {
  test.each([
    ["a boolean", aBoolean, [true, false], [undefined, null, 0, 1, "true", {}]],
    ["a function", aFunction, [() => {}, class {}], [undefined, null, "f", {}]],
    [
      "a day",
      aCivilDate,
      ["2024-02-29", "2024-03-25T00:00:00Z"],
      ["2023-02-29", "2024-3-5", "어제", "", 20240325, null, new Date(0), ["2024-03-25"]],
    ],
    [
      "limits",
      someLimits,
      [{}, { characters: 1 }, { characters: 2 ** 53 - 1 }, { characters: undefined }],
      [
        null,
        5,
        "5",
        [],
        [5],
        { characters: 0 },
        { characters: -1 },
        { characters: 1.5 },
        { characters: "5" },
        { characters: Number.POSITIVE_INFINITY },
        { characters: null },
        { bytes: 5 },
        { bytes: undefined },
        { characters: 5, bytes: 5 },
      ],
    ],
    [
      "thresholds",
      thresholdsByType,
      [{}, { PERSON: 0 }, { PERSON: 1, DATE: 0.5 }],
      [
        null,
        0.5,
        "0.5",
        [],
        [0.5],
        { PERSON: "high" },
        { PERSON: -0.1 },
        { PERSON: 1.1 },
        { PERSON: Number.NaN },
        { PERSON: null },
        { people: 0.5 },
        { PERSON: 0.5, people: 0.5 },
        { PERSON: 0.5, DATE: 2 },
      ],
    ],
  ])("%s", (_, { accepts }, good, bad) => {
    for (const value of good) expect(accepts(value), JSON.stringify(value)).toBe(true);
    for (const value of bad) expect(accepts(value), JSON.stringify(value)).toBe(false);
  });

  test.each([
    ["a boolean", aBoolean, "true or false"],
    ["a function", aFunction, "a function"],
    ["limits", someLimits, "an object { characters }, a whole number from 1"],
  ])("%s: what it must be, in words", (_, { expects }, said) => expect(expects).toBe(said));
  test("thresholds name the types", () => expect(thresholdsByType.expects).toContain("PERSON, LOCATION, ORGANIZATION"));
});

group("a text", () => {
  test.each(["", "가", "\ud800"])("%j", (text) => expect(requireText(text, "analyze")).toBeUndefined());
  test.each<[unknown, string]>([
    [undefined, "undefined"],
    [new Uint8Array(3), "an object"],
    [["가"], "an array"],
  ])("not %j", (value, said) => {
    const call = () => requireText(value, "analyze");
    expect(call).toThrow(`analyze takes the text as a string, not ${said}. Decode bytes first`);
    expect(call).toThrow(
      expect.objectContaining({ name: "GisaError", code: "option/type", details: { option: "text" } }),
    );
  });
});

test.each<[unknown, string]>([
  [null, "null"],
  [undefined, "undefined"],
  ["가", '"가"'],
  ["가".repeat(40), `"${"가".repeat(40)}"`],
  ["가".repeat(41), `"${"가".repeat(40)}…"`],
  [1.5, "1.5"],
  [false, "false"],
  [[], "an array"],
  [new Date(0), "a Date (which has no day until a time zone is chosen)"],
  [{}, "an object"],
  [() => {}, "a function"],
  [Symbol("x"), "a symbol"],
])("a wrong value is said to be %s", (value, said) => expect(saidOf(value)).toBe(said));
