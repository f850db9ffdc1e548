import { existsSync } from "node:fs";
import { type Analyzer, loadAnalyzer } from "../../src/index.js";

const MODEL = new URL("../../dictionaries/built/model.bin.gz", import.meta.url);

/** The analyzer that ships, loaded once a test file. */
export function testAnalyzer(): Promise<Analyzer> {
  return loadAnalyzer(existsSync(MODEL) ? {} : { tagger: { name: "none", tag: () => [] } });
}
