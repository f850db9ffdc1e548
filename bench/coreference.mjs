/**
 * Coreference measures over clusters of mentions: pairwise, B³, CEAF-e, LEA.
 *
 * A clustering is an array of clusters; a cluster is an array of mention keys (strings), no key in two clusters.
 * Each measure gives { p, r, f } in percent, or sums that `percent` turns into them, so that documents can be added up.
 * Source: Luo 2005 (CEAF), Bagga & Baldwin 1998 (B³), Moosavi & Strube 2016 (LEA).
 *
 * Used by test/spec/entity/clusters.test.ts.
 */
const links = (n) => (n * (n - 1)) / 2;
const where = (clusters) => new Map(clusters.flatMap((cluster, i) => cluster.map((key) => [key, i])));
const overlap = (a, b) => {
  const set = new Set(b);
  return a.filter((key) => set.has(key)).length;
};

/** [numerator, denominator] of recall of `gold` by `system`; swap the two for precision. */
const recalls = {
  pairwise: (gold, system) => {
    const at = where(system);
    let hit = 0;
    let all = 0;
    for (const cluster of gold) {
      all += links(cluster.length);
      const counts = new Map();
      for (const key of cluster) if (at.has(key)) counts.set(at.get(key), (counts.get(at.get(key)) ?? 0) + 1);
      for (const n of counts.values()) hit += links(n);
    }
    return [hit, all];
  },
  bCubed: (gold, system) => {
    const at = where(system);
    let sum = 0;
    let n = 0;
    for (const cluster of gold) {
      n += cluster.length;
      for (const key of cluster) if (at.has(key)) sum += overlap(cluster, system[at.get(key)]) / cluster.length;
    }
    return [sum, n];
  },
  lea: (gold, system) => {
    const at = where(system);
    let sum = 0;
    let n = 0;
    for (const cluster of gold) {
      n += cluster.length;
      if (cluster.length === 1) {
        // A singleton links to itself.
        if (at.has(cluster[0]) && system[at.get(cluster[0])].length === 1) sum += 1;
        continue;
      }
      const counts = new Map();
      for (const key of cluster) if (at.has(key)) counts.set(at.get(key), (counts.get(at.get(key)) ?? 0) + 1);
      let resolved = 0;
      for (const c of counts.values()) resolved += links(c);
      sum += (cluster.length * resolved) / links(cluster.length);
    }
    return [sum, n];
  },
};

/** Best one-to-one alignment of clusters (Hungarian), with φ4. */
function ceaf(gold, system) {
  const size = Math.max(gold.length, system.length);
  const at = where(system);
  const cost = Array.from({ length: size }, () => new Float64Array(size));
  gold.forEach((cluster, i) => {
    const counts = new Map();
    for (const key of cluster) if (at.has(key)) counts.set(at.get(key), (counts.get(at.get(key)) ?? 0) + 1);
    for (const [j, n] of counts) cost[i][j] = -(2 * n) / (cluster.length + system[j].length);
  });
  return -assign(cost, size);
}

/** Least cost of a perfect matching, by the Hungarian method with potentials. */
function assign(cost, n) {
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const match = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    const way = new Int32Array(n + 1);
    const least = new Float64Array(n + 1).fill(Infinity);
    const used = new Uint8Array(n + 1);
    match[0] = i;
    let j0 = 0;
    do {
      used[j0] = 1;
      const i0 = match[j0];
      let delta = Infinity;
      let j1 = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost[i0 - 1][j - 1] - u[i0] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = j0;
        }
        if (least[j] < delta) {
          delta = least[j];
          j1 = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[match[j]] += delta;
          v[j] -= delta;
        } else least[j] -= delta;
      }
      j0 = j1;
    } while (match[j0] !== 0);
    do {
      const j1 = way[j0];
      match[j0] = match[j1];
      j0 = j1;
    } while (j0 !== 0);
  }
  let total = 0;
  for (let j = 1; j <= n; j++) total += cost[match[j] - 1][j - 1];
  return total;
}

/** Sums over documents of every measure: { name: [hitP, allP, hitR, allR] }. */
export function addDocument(sums, gold, system) {
  for (const [name, recall] of Object.entries(recalls)) {
    const [rHit, rAll] = recall(gold, system);
    const [pHit, pAll] = recall(system, gold);
    add(sums, name, [pHit, pAll, rHit, rAll]);
  }
  const aligned = ceaf(gold, system);
  add(sums, "ceafE", [aligned, system.length, aligned, gold.length]);
  return sums;
}
function add(sums, name, four) {
  sums[name] = (sums[name] ?? [0, 0, 0, 0]).map((value, i) => value + four[i]);
}
export function percent(sums) {
  const out = {};
  for (const [name, [pHit, pAll, rHit, rAll]] of Object.entries(sums)) {
    const p = pAll ? pHit / pAll : 0;
    const r = rAll ? rHit / rAll : 0;
    const tenth = (x) => Math.round(x * 1000) / 10;
    out[name] = { p: tenth(p), r: tenth(r), f: tenth(p + r ? (2 * p * r) / (p + r) : 0) };
  }
  return out;
}
