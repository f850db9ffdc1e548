import type { Span } from "../core/types.js";

export interface Tally {
  hits: number;
  extra: number;
  missed: number;
}

/** Percent, one decimal; null where there was nothing to find or nothing was found. */
export interface Scores {
  readonly p: number | null;
  readonly r: number | null;
  readonly f: number | null;
}

export const tally = (): Tally => ({ hits: 0, extra: 0, missed: 0 });

export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

export function scoresOf({ hits, extra, missed }: Tally): Scores {
  return {
    p: percent(hits, hits + extra),
    r: percent(hits, hits + missed),
    f: percent(2 * hits, 2 * hits + extra + missed),
  };
}

export function sum(tallies: Iterable<Tally>): Tally {
  const total = tally();
  for (const { hits, extra, missed } of tallies) {
    total.hits += hits;
    total.extra += extra;
    total.missed += missed;
  }
  return total;
}

/**
 * Pairs each wanted thing, in order, with the first found one that fits and is still free.
 * Returns the pairs' found ones, so that what is not among them is extra, and calls back for each wanted one.
 */
export function pair<W, F>(
  wanted: readonly W[],
  found: readonly F[],
  fits: (wanted: W, found: F) => boolean,
  each: (wanted: W, hit: F | undefined) => void,
): ReadonlySet<F> {
  const taken = new Set<F>();
  for (const want of wanted) {
    const hit = found.find((candidate) => !taken.has(candidate) && fits(want, candidate));
    if (hit !== undefined) taken.add(hit);
    each(want, hit);
  }
  return taken;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
