export type Settled<T, R> =
  | { readonly ok: true; readonly item: T; readonly value: R }
  | { readonly ok: false; readonly item: T; readonly error: Error };

export interface InOrderOptions {
  /** How many items may be open at once. Default 1. */
  readonly concurrency?: number;
  /** Ends the stream with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Lets timers and other work of the program have their turn. A browser's shortest timer is all that it has. */
const rest = () =>
  new Promise<void>((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** Items between two rests. */
const REST_EVERY = 16;

/**
 * Does `work` on items as they come, up to `concurrency` at a time and no more ahead of the reader, and gives the results in the order
 * of the items. An item whose work throws gives its error; a source that fails ends the stream.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => R | Promise<R>,
  { concurrency = 1, signal }: InOrderOptions = {},
): AsyncGenerator<Settled<T, R>, void, undefined> {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new RangeError(`concurrency must be a whole number from 1, not ${String(concurrency)}`);
  const settle = async (item: T): Promise<Settled<T, R>> => {
    try {
      return { ok: true, item, value: await work(item) };
    } catch (error) {
      return { ok: false, item, error: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  const open: Promise<Settled<T, R>>[] = [];
  let count = 0;
  signal?.throwIfAborted();
  for await (const item of source) {
    signal?.throwIfAborted();
    open.push(settle(item));
    if (++count % REST_EVERY === 0) await rest();
    if (open.length < concurrency) continue;
    yield await orAborted(open.shift() as Promise<Settled<T, R>>, signal);
  }
  for (const result of open) yield await orAborted(result, signal);
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
