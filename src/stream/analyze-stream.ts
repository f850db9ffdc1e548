import type { AnalyzeOptions, Doc } from "../core/types.js";
import type { Analyzer } from "../load-analyzer.js";

/** A text, or any object that holds one; what else it holds comes back with the result. */
export type StreamItem = string | { readonly text: string; readonly publishedAt?: string | null };

export type StreamResult<T> =
  | { readonly ok: true; readonly item: T; readonly doc: Doc }
  | { readonly ok: false; readonly item: T; readonly error: Error };

export interface StreamOptions {
  /** How many articles may be open at once; more than 1 serves an `analyze` that answers later, such as a pool of workers. Default 1. */
  readonly concurrency?: number;
  /** Ends the stream with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** An analyzer, or one's own function: from a pool of workers, with options by article. */
export type StreamAnalyzer<T> = Pick<Analyzer, "analyze"> | ((item: T) => Doc | Promise<Doc>);

/** Articles between two rests in which timers and other work of the program get their turn. */
const REST_EVERY = 16;

/**
 * Annotates articles as they come. Results are in the order of the articles, and no more than `concurrency` articles are read ahead of
 * the reader. An article that fails gives `{ ok: false, error }`, and the stream goes on; a source that fails ends it.
 */
export async function* analyzeStream<T>(
  source: AsyncIterable<T> | Iterable<T>,
  analyzer: StreamAnalyzer<T>,
  { concurrency = 1, signal }: StreamOptions = {},
): AsyncGenerator<StreamResult<T>, void, undefined> {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new RangeError(`concurrency must be a whole number from 1, not ${String(concurrency)}`);
  const analyze = toFunction(analyzer);
  const settle = async (item: T): Promise<StreamResult<T>> => {
    try {
      return { ok: true, item, doc: await analyze(item) };
    } catch (error) {
      return { ok: false, item, error: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  const open: Promise<StreamResult<T>>[] = [];
  let count = 0;
  signal?.throwIfAborted();
  for await (const item of source) {
    signal?.throwIfAborted();
    open.push(settle(item));
    if (++count % REST_EVERY === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    if (open.length < concurrency) continue;
    yield await orAborted(open.shift() as Promise<StreamResult<T>>, signal);
  }
  for (const result of open) yield await orAborted(result, signal);
}

/** The same as a Web Streams transform: `articles.pipeThrough(analyzeTransform(analyzer))`. Its queues hold one article each. */
export function analyzeTransform<T>(analyzer: StreamAnalyzer<T>): TransformStream<T, StreamResult<T>> {
  const one = new CountQueuingStrategy({ highWaterMark: 1 });
  return new TransformStream<T, StreamResult<T>>(
    {
      async transform(item, controller) {
        for await (const result of analyzeStream([item], analyzer)) controller.enqueue(result);
      },
    },
    one,
    one,
  );
}

function toFunction<T>(analyzer: StreamAnalyzer<T>): (item: T) => Doc | Promise<Doc> {
  if (typeof analyzer === "function") return analyzer;
  return (item) => {
    if (typeof item === "string") return analyzer.analyze(item);
    const { text, publishedAt } = (item ?? {}) as Exclude<StreamItem, string>;
    const options: AnalyzeOptions = publishedAt === undefined || publishedAt === null ? {} : { publishedAt };
    return analyzer.analyze(text, options);
  };
}

async function orAborted<R>(result: Promise<R>, signal: AbortSignal | undefined): Promise<R> {
  if (signal === undefined) return result;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    if (stop) signal.removeEventListener("abort", stop);
  }
}
