import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import type { Doc } from "../../../src/core/types.js";
import { analyzeStream, analyzeTransform, type StreamResult } from "../../../src/stream/index.js";
import { bareDoc } from "../../support/run-cli.js";

const analyzer = {
  analyze(text: string): Doc {
    if (text === "bad") throw new TypeError("no");
    return bareDoc(text);
  },
};
const later = (text: string, milliseconds: number) =>
  new Promise<Doc>((resolve) => setTimeout(() => resolve(bareDoc(text)), milliseconds));

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

describe("analyzeStream", () => {
  test("keeps order and gives the caller's item back", async () => {
    const items = [
      { text: "가", id: 1 },
      { text: "나", id: 2, publishedAt: null },
    ];
    const results = await all(analyzeStream(items, analyzer));
    expect(results.map((result) => [result.ok, result.item])).toEqual([
      [true, items[0]],
      [true, items[1]],
    ]);
  });

  test("keeps order where later articles are done first", async () => {
    const texts = ["a", "b", "c", "d", "e"];
    const results = await all(
      analyzeStream(texts, (text) => later(text, 20 - texts.indexOf(text) * 4), { concurrency: 3 }),
    );
    expect(results.map(({ item }) => item)).toEqual(texts);
  });

  test("an article that fails does not end it", async () => {
    const results = await all(analyzeStream(["a", "bad", "c"], analyzer));
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect((results[1] as StreamResult<string> & { ok: false }).error.message).toBe("no");
  });

  test.each([1, 4])("reads no more than %i ahead of the reader", async (concurrency) => {
    let read = 0;
    let taken = 0;
    let ahead = 0;
    async function* source() {
      for (; read < 40; ) {
        read++;
        ahead = Math.max(ahead, read - taken);
        yield "가";
      }
    }
    for await (const _ of analyzeStream(source(), analyzer, { concurrency })) {
      taken++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(taken).toBe(40);
    expect(ahead).toBeLessThanOrEqual(concurrency + 1);
  });

  test("never has more than `concurrency` open", async () => {
    let open = 0;
    let most = 0;
    const analyze = async (text: string) => {
      most = Math.max(most, ++open);
      const doc = await later(text, 2);
      open--;
      return doc;
    };
    await all(
      analyzeStream(
        Array.from({ length: 20 }, () => "가"),
        analyze,
        { concurrency: 3 },
      ),
    );
    expect(most).toBe(3);
  });

  test("a signal ends it, and the source is closed", async () => {
    let closed = false;
    async function* source() {
      try {
        for (;;) yield "가";
      } finally {
        closed = true;
      }
    }
    const stop = new AbortController();
    const run = async () => {
      let count = 0;
      for await (const _ of analyzeStream(source(), analyzer, { signal: stop.signal }))
        if (++count === 5) stop.abort(new Error("enough"));
    };
    await expect(run()).rejects.toThrow("enough");
    expect(closed).toBe(true);
    await expect(
      all(analyzeStream(["가"], analyzer, { signal: AbortSignal.abort(new Error("before")) })),
    ).rejects.toThrow("before");
  });

  test("a signal ends it while an article is open", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("waited")), 5);
    await expect(all(analyzeStream(["가"], () => new Promise<Doc>(() => {}), { signal: stop.signal }))).rejects.toThrow(
      "waited",
    );
  });

  test("a reader that leaves closes the source", async () => {
    let closed = false;
    function* source() {
      try {
        for (;;) yield "가";
      } finally {
        closed = true;
      }
    }
    for await (const _ of analyzeStream(source(), analyzer)) break;
    expect(closed).toBe(true);
  });

  test("a source that fails ends it", async () => {
    async function* source() {
      yield "가";
      throw new Error("disk");
    }
    await expect(all(analyzeStream(source(), analyzer))).rejects.toThrow("disk");
  });

  test.each([0, -1, 1.5, Number.NaN])("concurrency %d is refused", async (concurrency) => {
    await expect(all(analyzeStream(["가"], analyzer, { concurrency }))).rejects.toThrow(RangeError);
  });

  test("is a stage of a Node pipeline", async () => {
    const seen: string[] = [];
    await pipeline(
      Readable.from(["가", "나"]),
      (source: AsyncIterable<string>) => analyzeStream(source, analyzer),
      async (results: AsyncIterable<StreamResult<string>>) => {
        for await (const { item } of results) seen.push(item);
      },
    );
    expect(seen).toEqual(["가", "나"]);
  });
});

describe("analyzeTransform", () => {
  test("is a Web Streams transform, in order, with failures in place", async () => {
    const source = new ReadableStream<string>({
      start(controller) {
        for (const text of ["a", "bad", "c"]) controller.enqueue(text);
        controller.close();
      },
    });
    const results = await all(
      source.pipeThrough(analyzeTransform<string>(analyzer)) as unknown as AsyncIterable<StreamResult<string>>,
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});
