import { availableParallelism } from "node:os";
import { type OptionRules, readOptions } from "../core/options.js";
import type { AnalyzeOptions, Doc } from "../core/types.js";
import { type Analyzer, loadShared, SHARE_RULES, type ShareOptions } from "../load-analyzer.js";
import type { AnalyzeTask } from "./pool-worker.js";
import { Workers } from "./workers.js";

export interface PoolOptions extends ShareOptions {
  /** Threads. As many as the machine runs at once unless told. */
  readonly workers?: number;
}

/** An analyzer that answers from other threads. */
export interface AnalyzerPool {
  readonly workers: number;
  /** As `Analyzer.userDictionary`. */
  readonly userDictionary: Analyzer["userDictionary"];
  /** As `Analyzer.analyze`, later. Errors: as there; an `Error` where a thread died of the text. */
  analyze(text: string, options?: AnalyzeOptions): Promise<Doc>;
  /** Ends the threads; articles that are open fail. */
  close(): Promise<void>;
}

const MOST_WORKERS = 256;

const POOL_RULES: OptionRules<PoolOptions & { tagger?: never }> = {
  ...SHARE_RULES,
  workers: {
    expects: `a whole number from 1 to ${MOST_WORKERS}`,
    accepts: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_WORKERS,
  },
  tagger: {
    expects:
      "left out: it is code, which no thread can be sent. Give analyzeStream a function that calls your analyzer",
    accepts: () => false,
  },
};

/**
 * Starts worker threads that share one copy of the lexicon and of the model's file, and the same rules and thresholds. Node only.
 *
 * Errors  as `loadAnalyzer`; `option/type` for a tagger.
 */
export async function createPool(options?: PoolOptions): Promise<AnalyzerPool> {
  const read = readOptions<PoolOptions>(options, POOL_RULES, "createPool");
  const { workers = availableParallelism(), ...share } = read;
  const { resources, userDictionary } = await loadShared(share);
  const entry = new URL("./pool-worker.js", import.meta.url);
  const threads = new Workers<AnalyzeTask, Doc>(entry, workers, resources);
  return Object.freeze<AnalyzerPool>({
    workers,
    userDictionary,
    analyze: (text, given) => threads.run({ text, options: given }),
    close: () => threads.close(),
  });
}
