import { Tinypool } from "tinypool";
import { type ErrorCode, GisaError } from "../core/errors.js";
import { type AttachedAnalyzer, attachAnalyzer, type SharedResources } from "../load-analyzer.js";

/** An answer of a worker: an error's class does not survive the way between threads. */
export type Answer<R> = { readonly value: R } | { readonly error: SentError };

export interface SentError {
  readonly message: string;
  readonly stack?: string;
  readonly code?: ErrorCode;
  readonly details?: GisaError["details"];
}

/** Megabytes: an article's objects die young, and a larger nursery would be each worker's own. */
const NURSERY_MB = 8;

/** Threads that run the module `entry` over one copy of the resources. A thread that dies fails the task that it had, and is replaced. */
export class Workers<T, R> {
  readonly #pool: Tinypool;

  constructor(entry: URL, size: number, resources: SharedResources) {
    this.#pool = new Tinypool({
      filename: entry.href,
      runtime: "worker_threads",
      minThreads: size,
      maxThreads: size,
      isolateWorkers: false,
      workerData: resources,
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
    });
  }

  /** Errors: a `GisaError` as the worker threw it; else an `Error`. */
  async run(task: T): Promise<R> {
    const answer: Answer<R> = await this.#pool.run(task);
    if ("value" in answer) return answer.value;
    const { message, stack, code, details } = answer.error;
    const error = code === undefined ? new Error(message) : new GisaError(code, message, details);
    if (stack !== undefined) error.stack = stack;
    throw error;
  }

  /** Ends the threads; tasks that are open fail. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

/** What a worker's module exports: the task of `work`, with this thread's analyzer. */
export function serve<T, R>(work: (task: T, analyzer: AttachedAnalyzer) => R): (task: T) => Promise<Answer<R>> {
  let analyzer: Promise<AttachedAnalyzer> | undefined;
  return async (task) => {
    try {
      analyzer ??= attachAnalyzer(Tinypool.workerData as SharedResources);
      return { value: work(task, await analyzer) };
    } catch (error) {
      return { error: toSend(error) };
    }
  };
}

function toSend(error: unknown): SentError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  const sent = stack === undefined ? { message } : { message, stack };
  return error instanceof GisaError ? { ...sent, code: error.code, details: error.details } : sent;
}
