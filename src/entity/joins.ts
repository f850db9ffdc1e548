/** Disjoint sets over mention indices, with the reason of every join. */
export interface Joins {
  /** Representative of the set that `item` is in. */
  find(item: number): number;
  /** Joins `item`'s set to `to`'s and notes why. Nothing happens where they are one already. */
  join(item: number, to: number, rule: string): boolean;
  /** Why `item` is in its set: the first rule that joined it, or "first-mention". */
  reason(item: number): string;
  /** Items of the set of `item`, in no order. */
  members(item: number): readonly number[];
}

export function createJoins(size: number): Joins {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const members = Array.from({ length: size }, (_, i) => [i]);
  const reasons = new Map<number, string>();

  const find = (item: number): number => {
    let root = item;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = item; parent[at] !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };

  return {
    find,
    join(item, to, rule) {
      const a = find(item);
      const b = find(to);
      if (a === b) return false;
      if (!reasons.has(item)) reasons.set(item, rule);
      // The smaller set moves: ten thousand mentions of one name stay linear.
      const [kept, moved] = members[a]!.length > members[b]!.length ? [a, b] : [b, a];
      parent[moved] = kept;
      for (const member of members[moved]!) members[kept]!.push(member);
      members[moved] = [];
      return true;
    },
    reason: (item) => reasons.get(item) ?? "first-mention",
    members: (item) => members[find(item)]!,
  };
}
