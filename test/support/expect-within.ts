import { expect } from "vitest";
import { breath, processorTime } from "./processor-time.js";

const ROUNDS = 10;

/**
 * Expects the longer call to stay within a bound drawn from the shorter one's time, in milliseconds of processor time.
 * A busy machine makes one measurement two or three times as long, and none shorter: both are taken in turns until the least of each fit, ten
 * times at most. What is linear fits soon; what is quadratic never does.
 */
export async function expectWithin(short: () => void, long: () => void, bound: (short: number) => number) {
  let [least, most] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    least = Math.min(least, processorTime(short));
    most = Math.min(most, processorTime(long));
    if (round > 0 && most < bound(least)) return;
    await breath();
  }
  expect(most, `the shorter took ${least} ms`).toBeLessThan(bound(least));
}
