import { Duplex } from "node:stream";
import { analyzeStream, type StreamAnalyzer, type StreamOptions } from "./analyze-stream.js";

export { type AnalyzerPool, createPool, type PoolOptions } from "./pool.js";

/**
 * `analyzeStream` as a Node stream of objects: articles are written, `StreamResult`s are read.
 * `pipeline(articles, analyzeDuplex(pool, { concurrency: 4 }), writer)`.
 */
export function analyzeDuplex<T, D>(analyzer: StreamAnalyzer<T, D>, options: StreamOptions = {}): Duplex {
  return Duplex.from((source: AsyncIterable<T>) => analyzeStream(source, analyzer, options));
}
