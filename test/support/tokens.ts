import type { Token, Tokens } from "../../src/core/types.js";

/** Tokens that a test wrote down, as the stages read them. */
export function asTokens(tokens: readonly Token[]): Tokens {
  return {
    length: tokens.length,
    startOf: (index) => tokens[index]?.start ?? Number.NaN,
    endOf: (index) => tokens[index]?.end ?? Number.NaN,
    slice: (from, to) => tokens.slice(from, to),
  };
}
