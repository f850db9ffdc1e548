import { afterEach, beforeEach, expect, vi } from "vitest";

const METHODS = ["log", "info", "warn", "error", "debug", "trace"] as const;
const sound = { ...console };

/** A library is silent: any console call in a test fails that test. */
let calls: string[] = [];

// Not by vi.spyOn: it keeps every spy that there ever was, and a file has three thousand tests.
beforeEach(() => {
  calls = [];
  for (const method of METHODS)
    console[method] = (...args: unknown[]) => {
      calls.push(`console.${method}(${args.map(String).join(", ")})`);
    };
});

afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(console, sound);
  expect(calls, "the library must not write to the console").toEqual([]);
});
