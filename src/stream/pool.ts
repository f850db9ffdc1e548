import { availableParallelism } from "node:os";
import { type OptionRules, readOptions, requireText } from "../core/options.js";
import type { AnalyzeOptions, Doc } from "../core/types.js";
import { DOC_LAYERS } from "../export/select.js";
import { type Analyzer, loadShared, readAnalyzeOptions, SHARE_RULES, type ShareOptions } from "../load-analyzer.js";
import type { AnalyzeTask } from "./pool-worker.js";
import { Workers } from "./workers.js";

export interface PoolOptions<K extends keyof Doc = keyof Doc> extends ShareOptions {
  /** Threads. As many as the machine runs at once unless told. */
  readonly workers?: number;
  /** The parts of a document that are wanted, all unless told: what is not sent between threads costs nothing, and tokens are most of it. */
  readonly layers?: readonly K[];
}

/** An analyzer that answers from other threads. */
export interface AnalyzerPool<K extends keyof Doc = keyof Doc> {
  readonly workers: number;
  /** As `Analyzer.userDictionary`. */
  readonly userDictionary: Analyzer["userDictionary"];
  /** As `Analyzer.analyze`, later. Errors: as there; an `Error` where a thread died of the text. */
  analyze(text: string, options?: AnalyzeOptions): Promise<Pick<Doc, K>>;
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
  layers: {
    expects: `an array of ${DOC_LAYERS.join(", ")}`,
    accepts: (value) => Array.isArray(value) && value.every((layer) => DOC_LAYERS.includes(layer)),
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
export async function createPool<K extends keyof Doc = keyof Doc>(options?: PoolOptions<K>): Promise<AnalyzerPool<K>> {
  const read = readOptions<PoolOptions<K>>(options, POOL_RULES, "createPool");
  const { workers = availableParallelism(), layers: wanted, ...share } = read;
  const layers = wanted && [...wanted];
  const { resources, userDictionary } = await loadShared(share);
  const entry = new URL("./pool-worker.js", import.meta.url);
  const threads = new Workers<AnalyzeTask, Pick<Doc, K>>(entry, workers, resources);
  return Object.freeze<AnalyzerPool<K>>({
    workers,
    userDictionary,
    async analyze(text, given) {
      // Here already: what is no option might be something that cannot be sent.
      requireText(text, "analyze");
      return threads.run({ text, options: readAnalyzeOptions(given, "analyze"), layers });
    },
    close: () => threads.close(),
  });
}
