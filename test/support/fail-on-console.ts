import { afterEach, beforeEach, expect, vi } from "vitest";

const METHODS = ["log", "info", "warn", "error", "debug", "trace"] as const;

/** A library is silent: any console call in a test fails that test. */
let calls: string[] = [];

beforeEach(() => {
  calls = [];
  for (const method of METHODS)
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      calls.push(`console.${method}(${args.map(String).join(", ")})`);
    });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(calls, "the library must not write to the console").toEqual([]);
});
