import type { FeatureReader, FeatureValue } from "./attachment-features.js";
import { WEIGHTS } from "./attachment.table.js";

type Row = Map<FeatureValue, Row | number>;

/** The weights by name, then by each value. */
const TABLE: Row = new Map();
for (const line of WEIGHTS.split("\n")) {
  const [feature = "", weight = ""] = line.split("\t");
  const at = feature.indexOf("=");
  const path: FeatureValue[] = [feature.slice(0, at)];
  for (const value of feature.slice(at + 1).split("/")) path.push(/^\d+$/.test(value) ? Number(value) : value);
  const last = path.pop() as FeatureValue;
  let row = TABLE;
  for (const value of path) {
    const next = row.get(value) ?? new Map();
    row.set(value, next);
    row = next as Row;
  }
  row.set(last, Number(weight) / 100);
}

/** Adds up the weights of the features that it reads. */
export class WeightSum {
  total = 0;

  readonly read: FeatureReader = (name, a, b, c, d) => {
    let found = (TABLE.get(name) as Row | undefined)?.get(a);
    if (b !== undefined) found = (found as Row | undefined)?.get(b);
    if (c !== undefined) found = (found as Row | undefined)?.get(c);
    if (d !== undefined) found = (found as Row | undefined)?.get(d);
    if (found !== undefined) this.total += found as number;
  };
}
