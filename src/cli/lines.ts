/** Bytes or text in pieces of any size; every Node and web stream is one. */
export type Chunks = AsyncIterable<Uint8Array | string>;

/** Decodes UTF-8 across chunk borders, without the byte-order mark. What is no UTF-8 becomes U+FFFD. */
export async function* decoded(chunks: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of chunks) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** Lines without their ends (LF or CRLF). Holds one line at a time. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", from)) {
      open.push(piece.slice(from, at));
      yield withoutReturn(open.join(""));
      open = [];
      from = at + 1;
    }
    if (from < piece.length) open.push(piece.slice(from));
  }
  if (open.length > 0) yield withoutReturn(open.join(""));
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** Looks at the first character that is no white space, and gives the stream back whole. */
export async function peek(pieces: AsyncIterable<string>): Promise<{ first: string; all: AsyncGenerator<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  const seen: string[] = [];
  let first = "";
  while (first === "") {
    const { value, done } = await iterator.next();
    if (done) break;
    seen.push(value);
    first = value.trimStart().charAt(0);
  }
  async function* all(): AsyncGenerator<string> {
    yield* seen;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { first, all: all() };
}
