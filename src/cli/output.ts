import { once } from "node:events";
import type { Transform, Writable } from "node:stream";
import { finished } from "node:stream/promises";

/** Writes to a stream at the pace of its reader. */
export class Output {
  /** The reader has gone (`gisa … | head`): there is no one left to work for. */
  closed = false;
  /** Why nothing more can be written, where it is not that: a full disk. */
  failure: Error | undefined;

  constructor(private readonly stream: Writable) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") this.failure ??= error;
      this.closed = true;
    });
    stream.on("close", () => {
      this.closed = true;
    });
  }

  async write(text: string): Promise<void> {
    if (this.closed || text === "") return;
    if (this.stream.write(text)) return;
    // The stream may close while its buffer is full; then it never drains.
    const stop = new AbortController();
    const { signal } = stop;
    await Promise.race([once(this.stream, "drain", { signal }), once(this.stream, "close", { signal })]).catch(
      () => {},
    );
    stop.abort();
  }

  /** An output whose text goes through `transform` on its way to this one. */
  through(transform: Transform): Output {
    transform.pipe(this.stream, { end: false });
    this.stream.once("close", () => transform.destroy());
    return new Output(transform);
  }

  /** Ends the stream, and waits until its last bytes are read. */
  async end(): Promise<void> {
    if (this.closed) return;
    this.stream.end();
    await finished(this.stream).catch(() => {});
  }
}
