import { getHeapStatistics } from "node:v8";
import { Tinypool, workerId } from "tinypool";
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

/** What a thread is given when it starts. */
export interface WorkerData {
  readonly resources: SharedResources;
  /** Number of the task that each thread has begun last, by the thread's number. */
  readonly begun: Int32Array;
}

/** A task, with a number that no other open one has. */
export interface Sent<T> {
  readonly number: number;
  readonly task: T;
}

/** Megabytes: an article's objects die young, and a larger nursery would be each worker's own. */
const NURSERY_MB = 4;
/**
 * Megabytes. Where V8 may use more than 2 GB, it lets a heap grow fourfold before it collects: 63 MB for a worker of which 25 are in use. Below,
 * twofold: about 40. Room enough for a text of 11 MB (measured: 1.6 GB for the whole process).
 */
const HEAP_MB = 2000;
/** A task waits in the thread's own queue while it has another, so that it need not wait for this thread to read its answer. */
const TASKS_A_THREAD = 2;
/** Threads that may die over other tasks while a task waits for them. */
const MOST_TRIES = 10;

/** Threads that run the module `entry` over one copy of the resources. A thread that dies fails the task that it had, and is replaced. */
export class Workers<T, R> {
  readonly #pool: Tinypool;
  readonly #begun: Int32Array;
  #next = 1;
  #closed = false;

  constructor(entry: URL, size: number, resources: SharedResources) {
    this.#begun = new Int32Array(new SharedArrayBuffer(4 * (size + 1)));
    this.#pool = new Tinypool({
      filename: entry.href,
      runtime: "worker_threads",
      minThreads: size,
      maxThreads: size,
      isolateWorkers: false,
      concurrentTasksPerWorker: TASKS_A_THREAD,
      // Else a thread answers no task before it has done all that it was given.
      useAtomics: false,
      workerData: { resources, begun: this.#begun } satisfies WorkerData,
      resourceLimits: {
        maxYoungGenerationSizeMb: NURSERY_MB,
        maxOldGenerationSizeMb: Math.min(HEAP_MB, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20)),
      },
    });
    // An answer that is read after the death of its thread, or the death of a thread without a task: nobody waits for either, and the thread is replaced.
    this.#pool.on("error", () => {});
  }

  /** Errors: a `GisaError` as the worker threw it; else an `Error`. */
  async run(task: T): Promise<R> {
    const answer = await this.#answerTo(task);
    if ("value" in answer) return answer.value;
    const { message, stack, code, details } = answer.error;
    const error = code === undefined ? new Error(message) : new GisaError(code, message, details);
    if (stack !== undefined) error.stack = stack;
    throw error;
  }

  async #answerTo(task: T): Promise<Answer<R>> {
    for (let tries = 1; ; tries++) {
      const number = this.#next;
      this.#next = (number + 1) | 0 || 1;
      try {
        return await this.#pool.run({ number, task } satisfies Sent<T>);
      } catch (error) {
        // Unless its thread died over another task, before it had begun this one.
        if (this.#closed || this.#begun.includes(number) || tries === MOST_TRIES) throw error;
      }
    }
  }

  /** Ends the threads; tasks that are open fail. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool.destroy();
  }
}

/** What a worker's module exports: the task of `work`, with this thread's analyzer. */
export function serve<T, R>(work: (task: T, analyzer: AttachedAnalyzer) => R): (sent: Sent<T>) => Promise<Answer<R>> {
  let analyzer: Promise<AttachedAnalyzer> | undefined;
  return async ({ number, task }) => {
    const { resources, begun } = Tinypool.workerData as WorkerData;
    try {
      analyzer ??= attachAnalyzer(resources);
      const attached = await analyzer;
      begun[workerId] = number;
      return { value: work(task, attached) };
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
