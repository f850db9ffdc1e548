const NEWLINE = 0x0a;

/** A line that is longer than is allowed; its bytes were let go. */
export const TOO_LONG = Symbol("a line that is too long");

/**
 * Lines of a stream of bytes, each with its line feed; the last has none where the stream ends without one, as it does when its writer was
 * killed. Holds one line at a time, and of a line that is too long nothing.
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<Buffer | typeof TOO_LONG> {
  let open: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= maxBytes) open.push(part);
    else open = [];
  };
  const take = () => {
    const line = length <= maxBytes ? Buffer.concat(open) : TOO_LONG;
    open = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const bytes =
      typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      add(bytes.subarray(from, at + 1));
      yield take();
      from = at + 1;
    }
    if (from < bytes.length) add(bytes.subarray(from));
  }
  if (length > 0) yield take();
}
