import { once } from "node:events";
import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { byteLines, TOO_LONG } from "../../../src/serve/byte-lines.js";
import { serveStdio } from "../../../src/serve/stdio.js";
import { bareDoc, Capture } from "../../support/run-cli.js";

const analyzer = { analyze: bareDoc };
const MIB = 2 ** 20;

async function served(input: string | Readable, maxBytes = MIB): Promise<Record<string, unknown>[]> {
  const stdout = new Capture();
  const stdin = typeof input === "string" ? Readable.from([Buffer.from(input)]) : input;
  await serveStdio(analyzer, { stdin, stdout, maxBytes });
  expect(stdout.text === "" || stdout.text.endsWith("\n")).toBe(true);
  return stdout.text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
const codes = (answers: Record<string, unknown>[]) =>
  answers.map(({ ok, id, error }) => (ok ? id : (error as { code: string }).code));

describe("JSON lines in and out", () => {
  test("an answer a record, in order, past bad ones and blank lines", async () => {
    const input = [
      '{"id":1,"text":"하나"}',
      "{",
      "",
      " \r",
      '{"id":2}',
      '{"id":"셋","text":"셋"}\r',
      "[]",
      '{"id":4,"text":"넷"}',
    ];
    expect(codes(await served(input.join("\n")))).toEqual([
      1,
      "record/not-json",
      "option/type",
      "셋",
      "record/not-json",
      4,
    ]);
  });
  test("no input, no answer", async () => {
    expect(await served("")).toEqual([]);
    expect(await served("\n\n")).toEqual([]);
  });
  test("a record that is too long is let go, however long, and the next is answered", async () => {
    const long = `{"id":1,"text":"${"가".repeat(1000)}"}`;
    expect(codes(await served(`${long}\n{"id":2,"text":"나"}\n`, 200))).toEqual(["record/too-large", 2]);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const endless = Readable.from(
      (function* () {
        for (let i = 0; i < 4000; i++) {
          if (i % 100 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
          yield Buffer.alloc(100_000, "x");
        }
        yield Buffer.from('\n{"id":2,"text":"나"}\n');
      })(),
    );
    expect(codes(await served(endless, MIB))).toEqual(["record/too-large", 2]);
    // The most that was held at any time: what is let go at the end alone would be all 400 MB.
    expect(most).toBeLessThan(150 * MIB);
  });
  test("a record of just the limit is taken, its line end included", async () => {
    const line = '{"id":1,"text":"가"}\n';
    const size = Buffer.byteLength(line);
    expect(codes(await served(line, size))).toEqual([1]);
    expect(codes(await served(line, size - 1))).toEqual(["record/too-large"]);
  });
  test("characters are whole whatever the size of the chunks", async () => {
    const bytes = Buffer.from('{"text":"한빛시 🚨"}\n{"text":"둘\u2028셋"}\n');
    const answers = await served(Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))));
    expect(answers.map(({ doc }) => (doc as { text: string }).text)).toEqual(["한빛시 🚨", "둘\u2028셋"]);
  });
  test("an answer is one line, whatever is in the text", async () => {
    const text = "하나\n둘\r\n셋\ud800";
    expect(await served(`${JSON.stringify({ text })}\n`)).toMatchObject([{ doc: { text } }]);
  });
});

describe("a client", () => {
  test("that waits for each answer gets it before it sends the next", async () => {
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    const done = serveStdio(analyzer, { stdin, stdout, maxBytes: MIB });
    for (let id = 0; id < 20; id++) {
      stdin.write(`{"id":${id},"text":"가"}\n`);
      const [line] = await once(stdout, "data");
      expect(JSON.parse(String(line)).id).toBe(id);
    }
    stdin.end();
    await done;
  });

  test("that does not read sets the pace", async () => {
    let analysed = 0;
    const counting = {
      analyze(text: string) {
        analysed++;
        return bareDoc(text);
      },
    };
    const stuck = new Writable({ highWaterMark: 1, write: () => {} });
    const stdin = Readable.from(Array.from({ length: 1000 }, () => Buffer.from('{"text":"가"}\n')));
    const over = serveStdio(counting, { stdin, stdout: stuck, maxBytes: MIB });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(analysed).toBeGreaterThan(0);
    expect(analysed).toBeLessThan(50);
    stuck.destroy();
    await over;
  });

  test("that goes away ends it without an error; a full disk does not", async () => {
    const broken = (code: string) =>
      new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
    const run = (stdout: Writable) =>
      serveStdio(analyzer, { stdin: Readable.from([Buffer.from('{"text":"가"}\n'.repeat(9))]), stdout, maxBytes: MIB });
    await run(broken("EPIPE"));
    await expect(run(broken("ENOSPC"))).rejects.toThrow("ENOSPC");
  });
});

describe("byteLines", () => {
  const lines = async (chunks: string[], maxBytes = 99) => {
    const found: (string | typeof TOO_LONG)[] = [];
    for await (const line of byteLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), maxBytes))
      found.push(line === TOO_LONG ? line : String(line));
    return found;
  };
  test.each([
    [[], []],
    [["a\nb\n"], ["a\n", "b\n"]],
    [
      ["a", "b", "\n", "\n"],
      ["ab\n", "\n"],
    ],
    [["a\nb"], ["a\n", "b"]],
    [["a\r\n"], ["a\r\n"]],
  ])("%j", async (chunks, expected) => expect(await lines(chunks)).toEqual(expected));
  test("past the limit", async () => {
    expect(await lines(["abcd\nab\n"], 4)).toEqual([TOO_LONG, "ab\n"]);
    expect(await lines(["ab", "cd", "ef\nab\n"], 4)).toEqual([TOO_LONG, "ab\n"]);
    expect(await lines(["abc\n", "abcde"], 4)).toEqual(["abc\n", TOO_LONG]);
  });
});
