import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Analyzer } from "../load-analyzer.js";
import { type Answer, answer } from "./answer.js";
import { byteLines, TOO_LONG } from "./byte-lines.js";

export interface StdioOptions {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Of a line, its end included. */
  readonly maxBytes: number;
}

/**
 * Answers records, JSON objects a line, until the input ends: a line out for each that is not blank, in order, each written before the next
 * record is looked at.
 *
 * Errors  those of the streams; a reader that goes away ends it without one.
 */
export async function serveStdio(
  analyzer: Pick<Analyzer, "analyze">,
  { stdin, stdout, maxBytes }: StdioOptions,
): Promise<void> {
  const answers = async function* (lines: AsyncIterable<Buffer | typeof TOO_LONG>): AsyncGenerator<string> {
    for await (const line of lines) {
      if (line === TOO_LONG) yield toLine(tooLarge(maxBytes));
      else if (!isBlank(line)) yield toLine(answer(line, analyzer));
    }
  };
  try {
    await pipeline(byteLines(stdin, maxBytes), answers, stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EPIPE" && code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

function toLine(value: Answer): string {
  return `${JSON.stringify(value)}\n`;
}

function tooLarge(maxBytes: number): Answer {
  const message = `This record is longer than ${maxBytes} bytes, the limit of this process (--max-bytes). Cut it into articles.`;
  return { ok: false, error: { code: "record/too-large", message } };
}

function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a);
}
