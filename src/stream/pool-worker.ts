import type { AnalyzeOptions, Doc } from "../core/types.js";
import { selectLayers } from "../export/select.js";
import { serve } from "./workers.js";

export interface AnalyzeTask {
  readonly text: string;
  readonly options: AnalyzeOptions;
  /** The parts of the document to send back; all where there are none. */
  readonly layers: readonly (keyof Doc)[] | undefined;
}

/** Runs in each thread of a pool. */
export default serve<AnalyzeTask, Partial<Doc>>(({ text, options, layers }, analyzer) => {
  const doc = analyzer.analyze(text, options);
  return layers === undefined ? doc : selectLayers(doc, layers);
});
