import type { AnalyzeOptions, Doc } from "../core/types.js";
import { serve } from "./workers.js";

export interface AnalyzeTask {
  readonly text: string;
  readonly options: AnalyzeOptions | undefined;
}

/** Runs in each thread of a pool. */
export default serve<AnalyzeTask, Doc>(({ text, options }, analyzer) => analyzer.analyze(text, options));
