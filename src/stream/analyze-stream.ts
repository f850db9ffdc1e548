import type { AnalyzeOptions, Doc } from "../core/types.js";
import { type InOrderOptions, inOrder } from "./in-order.js";

/** A text, or any object that holds one; what else it holds comes back with the result. */
export type StreamItem = string | { readonly text: string; readonly publishedAt?: string | null };

export type StreamResult<T> =
  | { readonly ok: true; readonly item: T; readonly doc: Doc }
  | { readonly ok: false; readonly item: T; readonly error: Error };

/** `concurrency` above 1 serves what answers later: a pool of workers wants two articles or more for each worker. */
export type StreamOptions = InOrderOptions;

/** An analyzer, a pool of `gisa/node`, or one's own function. */
export type StreamAnalyzer<T> =
  | { analyze(text: string, options?: AnalyzeOptions): Doc | Promise<Doc> }
  | ((item: T) => Doc | Promise<Doc>);

/**
 * Annotates articles as they come. Results are in the order of the articles, and no more than `concurrency` articles are read ahead of
 * the reader. An article that fails gives `{ ok: false, error }`, and the stream goes on; a source that fails ends it.
 */
export async function* analyzeStream<T>(
  source: AsyncIterable<T> | Iterable<T>,
  analyzer: StreamAnalyzer<T>,
  options: StreamOptions = {},
): AsyncGenerator<StreamResult<T>, void, undefined> {
  for await (const result of inOrder(source, toFunction(analyzer), options))
    yield result.ok ? { ok: true, item: result.item, doc: result.value } : result;
}

/**
 * The same as a stage of Web Streams: `articles.pipeThrough(analyzeTransform(analyzer))`. Without `concurrency` its queues hold one
 * article each. A reader that cancels ends the writing side too.
 */
export function analyzeTransform<T>(
  analyzer: StreamAnalyzer<T>,
  options: StreamOptions = {},
): ReadableWritablePair<StreamResult<T>, T> {
  const one = new CountQueuingStrategy({ highWaterMark: 1 });
  const input = new TransformStream<T, T>(undefined, one, new CountQueuingStrategy({ highWaterMark: 0 }));
  const results = analyzeStream(itemsOf(input.readable), analyzer, options);
  const readable = new ReadableStream<StreamResult<T>>(
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

function toFunction<T>(analyzer: StreamAnalyzer<T>): (item: T) => Doc | Promise<Doc> {
  if (typeof analyzer === "function") return analyzer;
  return (item) => {
    if (typeof item === "string") return analyzer.analyze(item);
    const { text, publishedAt } = (item ?? {}) as Exclude<StreamItem, string>;
    const options: AnalyzeOptions = publishedAt === undefined || publishedAt === null ? {} : { publishedAt };
    return analyzer.analyze(text, options);
  };
}
