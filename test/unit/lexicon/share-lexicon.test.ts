import { expect, test } from "vitest";
import { loadLexicon } from "../../../src/lexicon/load-lexicon.js";
import { attachLexicon, shareLexicon } from "../../../src/lexicon/share-lexicon.js";

test("a lexicon over shared memory reads as the first does, with the caller's words, after the way to another thread", async () => {
  const lexicon = await loadLexicon({ userWords: [{ surface: "가람바이오", tag: "NNP", semantic: "기관" }] });
  const shared = shareLexicon(lexicon);
  for (const view of [shared.matrix.costs, shared.kinds.cost, ...shared.tries.map(({ labels }) => labels)])
    expect(view.buffer).toBeInstanceOf(SharedArrayBuffer);
  // What a message holds.
  const attached = attachLexicon(structuredClone(shared));
  const text = "가람바이오는 오는 28일 한빛시와 협약을 체결한다고 밝혔다. Cambridge 2차 회의 🚨";
  const read = (each: typeof lexicon) =>
    Array.from(each.segment(text, 0, text.length), (n, i) => (i % 3 === 2 ? each.featureOf(n) : n));
  expect(read(attached)).toEqual(read(lexicon));
  expect(attached.name).toBe(lexicon.name);
});
