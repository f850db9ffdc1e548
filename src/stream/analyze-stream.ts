import type { AnalyzeOptions, Doc } from "../core/types.js";
import { type InOrderOptions, inOrder } from "./in-order.js";

/** A text, or any object that holds one; what else it holds comes back with the result. */
export type StreamItem = string | { readonly text: string; readonly publishedAt?: string | null };

export type StreamResult<T, D = Doc> =
  | { readonly ok: true; readonly item: T; readonly doc: D }
  | { readonly ok: false; readonly item: T; readonly error: Error };

/** `concurrency` above 1 serves what answers later: a pool of workers wants two articles or more for each worker. */
export type StreamOptions = InOrderOptions;

/** An analyzer, a pool of `gisa/node`, or one's own function. */
export type StreamAnalyzer<T, D = Doc> =
  | { analyze(text: string, options?: AnalyzeOptions): D | Promise<D> }
  | ((item: T) => D | Promise<D>);

/**
 * Annotates articles as they come. Results are in the order of the articles, and no more than `concurrency` articles are read ahead of
 * the reader. An article that fails gives `{ ok: false, error }`, and the stream goes on; a source that fails ends it.
 */
export async function* analyzeStream<T, D = Doc>(
  source: AsyncIterable<T> | Iterable<T>,
  analyzer: StreamAnalyzer<T, D>,
  options: StreamOptions = {},
): AsyncGenerator<StreamResult<T, D>, void, undefined> {
  for await (const result of inOrder(source, toFunction(analyzer), options))
    yield result.ok ? { ok: true, item: result.item, doc: result.value } : result;
}

/**
 * The same as a stage of Web Streams: `articles.pipeThrough(analyzeTransform(analyzer))`. Without `concurrency` its queues hold one
 * article each. A reader that cancels ends the writing side too.
 */
export function analyzeTransform<T, D = Doc>(
  analyzer: StreamAnalyzer<T, D>,
  options: StreamOptions = {},
): ReadableWritablePair<StreamResult<T, D>, T> {
  const one = new CountQueuingStrategy({ highWaterMark: 1 });
  const input = new TransformStream<T, T>(undefined, one, new CountQueuingStrategy({ highWaterMark: 0 }));
  const results = analyzeStream(itemsOf(input.readable), analyzer, options);
  const readable = new ReadableStream<StreamResult<T, D>>(
    {
      async pull(controller) {
        const { value, done } = await results.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await results.return();
      },
    },
    one,
  );
  return { readable, writable: input.writable };
}

/** Not every browser lets `for await` read a stream. */
async function* itemsOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    ended = true;
  } finally {
    if (!ended) await reader.cancel().catch(() => {});
  }
}

function toFunction<T, D>(analyzer: StreamAnalyzer<T, D>): (item: T) => D | Promise<D> {
  if (typeof analyzer === "function") return analyzer;
  return (item) => {
    if (typeof item === "string") return analyzer.analyze(item);
    const { text, publishedAt } = (item ?? {}) as Exclude<StreamItem, string>;
    const options: AnalyzeOptions = publishedAt === undefined || publishedAt === null ? {} : { publishedAt };
    return analyzer.analyze(text, options);
  };
}
