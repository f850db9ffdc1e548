import { availableParallelism } from "node:os";
import { GisaError } from "../core/errors.js";
import type { AnalyzeOptions, Doc } from "../core/types.js";
import { loadShared, type ShareOptions } from "../load-analyzer.js";
import type { AnalyzeTask } from "./pool-worker.js";
import { Workers } from "./workers.js";

export interface PoolOptions extends ShareOptions {
  /** Threads. As many as the machine runs at once unless told. */
  readonly workers?: number;
}

/** An analyzer that answers from other threads. */
export interface AnalyzerPool {
  readonly workers: number;
  /** As `Analyzer.analyze`, later. Errors: as there; an `Error` where a thread died of the text. */
  analyze(text: string, options?: AnalyzeOptions): Promise<Doc>;
  /** Ends the threads; articles that are open fail. */
  close(): Promise<void>;
}

const MOST_WORKERS = 256;

/**
 * Starts worker threads that share one copy of the lexicon and of the model's file. Node only.
 *
 * Errors  as `loadAnalyzer`.
 */
export async function createPool(options: PoolOptions = {}): Promise<AnalyzerPool> {
  const { workers = availableParallelism(), ...others } = options;
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)
    throw new GisaError("option/type", `createPool: workers must be a whole number from 1 to ${MOST_WORKERS}.`, {
      option: "workers",
    });
  const entry = new URL("./pool-worker.js", import.meta.url);
  const threads = new Workers<AnalyzeTask, Doc>(entry, workers, await loadShared(others));
  return Object.freeze<AnalyzerPool>({
    workers,
    analyze: (text, given) => threads.run({ text, options: given }),
    close: () => threads.close(),
  });
}
