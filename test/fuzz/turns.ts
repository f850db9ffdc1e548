import { type Analyzer, loadAnalyzer, type Tagger } from "../../src/index.js";
import { loadTagger } from "../../src/mention/load-tagger.js";
import { carelessTagger, nounTagger } from "../property/noun-tagger.js";
import type { TaggerName } from "./inputs.js";

/** One lexicon and several taggers, of which one has its turn. */
export async function loadTurns(): Promise<{ readonly analyzer: Analyzer; take(name: TaggerName): Analyzer }> {
  const careless = carelessTagger(7);
  const taggers: Readonly<Record<TaggerName, Tagger>> = {
    nouns: nounTagger,
    careless,
    "careless exact": { ...careless, exact: true },
    shipped: await loadTagger(),
  };
  let current: Tagger = nounTagger;
  const analyzer = await loadAnalyzer({
    tagger: {
      name: "turns",
      get exact() {
        return current.exact ?? false;
      },
      tag: (...given) => current.tag(...given),
    },
  });
  return {
    analyzer,
    take(name) {
      current = taggers[name];
      return analyzer;
    },
  };
}
