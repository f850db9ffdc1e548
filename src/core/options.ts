import { parseDate } from "./civil-date.js";
import { type ErrorCode, GisaError } from "./errors.js";
import { MENTION_TYPES } from "./types.js";

/** One option: what it must be, in words, and the test of it. */
export interface OptionRule {
  readonly expects: string;
  readonly accepts: (value: unknown) => boolean;
  /** The code where it is not `option/type`. */
  readonly code?: ErrorCode;
}

export type OptionRules<T> = { readonly [K in keyof Required<T>]: OptionRule };

export const aBoolean: OptionRule = { expects: "true or false", accepts: (value) => typeof value === "boolean" };
export const aFunction: OptionRule = { expects: "a function", accepts: (value) => typeof value === "function" };

/** `{ characters }`, a whole number from 1. */
export const someLimits: OptionRule = {
  expects: "an object { characters }, a whole number from 1",
  accepts: (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    return Object.entries(value).every(
      ([key, limit]) => key === "characters" && (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)),
    );
  },
};

export const aCivilDate: OptionRule = {
  expects: 'a day that exists, written "2024-03-25" (an ISO date-time is cut to its day)',
  accepts: (value) => typeof value === "string" && parseDate(value) !== null,
  code: "option/published-at",
};

export const thresholdsByType: OptionRule = {
  expects: `an object from types (${MENTION_TYPES.join(", ")}) to scores from 0 to 1`,
  accepts: (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([type, least]) =>
        (MENTION_TYPES as readonly string[]).includes(type) && typeof least === "number" && least >= 0 && least <= 1,
    ),
};

/**
 * Checks options once, at the door: every key known, every value of its kind. Returns a copy that holds only what was given,
 * so that neither a prototype nor a later change to the caller's object reaches the pipeline.
 *
 * Errors  `option/type`, `option/unknown`, or the code of the rule.
 */
export function readOptions<T extends object>(given: unknown, rules: OptionRules<T>, where: string): T {
  if (given === undefined) return {} as T;
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new GisaError("option/type", `${where} takes an object of options, not ${describe(given)}.`, {
      option: where,
    });
  const known = Object.keys(rules);
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(rules, key)) throw unknownOption(key, known, where);
    if (value === undefined) continue;
    const rule = rules[key as keyof T];
    if (!rule.accepts(value))
      throw new GisaError(
        rule.code ?? "option/type",
        `${where}: ${key} must be ${rule.expects}, not ${describe(value)}.`,
        {
          option: key,
        },
      );
    options[key] = value;
  }
  return options as T;
}

/** Throws unless `value` is a string: the one thing that a caller of `analyze` can get wrong about a text. */
export function requireText(value: unknown, where: string): asserts value is string {
  if (typeof value !== "string")
    throw new GisaError(
      "option/type",
      `${where} takes the text as a string, not ${describe(value)}. Decode bytes first: new TextDecoder().decode(bytes).`,
      { option: "text" },
    );
}

function unknownOption(key: string, known: readonly string[], where: string): GisaError {
  const near = known.find((name) => name.toLowerCase() === key.toLowerCase().replace(/[_-]/g, ""));
  const advice = near === undefined ? `It has: ${known.join(", ")}.` : `Did you mean ${near}?`;
  return new GisaError("option/unknown", `${where} has no option ${JSON.stringify(key)}. ${advice}`, { option: key });
}

/** What a wrong value is, short enough for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return "a Date (which has no day until a time zone is chosen)";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
