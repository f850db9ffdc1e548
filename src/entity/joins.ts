/** Disjoint sets over mention indices, with the reason of every join. */
export interface Joins {
  /** The same number for every item of a set, another for every other set. */
  find(item: number): number;
  /** Joins `item`'s set to `to`'s and notes why. Nothing happens where they are one already. */
  join(item: number, to: number, rule: string): void;
  /** Why `item` is in its set: the first rule that joined it, or "first-mention". */
  reason(item: number): string;
  /** Items of the set of `item`, in no order. */
  members(item: number): readonly number[];
}

export function createJoins(size: number): Joins {
  const setOf = Array.from({ length: size }, (_, i) => [i]);
  const reasons = new Map<number, string>();
  return {
    find: (item) => setOf[item]![0]!,
    join(item, to, rule) {
      const [a, b] = [setOf[item]!, setOf[to]!];
      if (a === b) return;
      if (!reasons.has(item)) reasons.set(item, rule);
      // The smaller set moves: ten thousand mentions of one name stay linear.
      const [kept, moved] = a.length > b.length ? [a, b] : [b, a];
      for (const member of moved) {
        kept.push(member);
        setOf[member] = kept;
      }
    },
    reason: (item) => reasons.get(item) ?? "first-mention",
    members: (item) => setOf[item]!,
  };
}
