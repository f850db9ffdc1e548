import { describe, expect, test } from "vitest";
import { GisaError } from "../../../src/core/errors.js";
import { MENTION_TYPES } from "../../../src/core/types.js";
import { answer } from "../../../src/serve/answer.js";
import { bareDoc } from "../../support/run-cli.js";
import { SAMPLE_TEXT, sampleDoc } from "../../support/sample-doc.js";

const analyzer = { analyze: (text: string) => (text === SAMPLE_TEXT ? sampleDoc() : bareDoc(text)) };
const ask = (record: unknown) => answer(Buffer.from(JSON.stringify(record)), analyzer);
const codeOf = (bytes: Uint8Array) => {
  const given = answer(bytes, analyzer);
  return given.ok ? "ok" : given.error.code;
};

describe("a record", () => {
  test("comes back with its id and its document", () => {
    expect(ask({ id: 7, text: "가" })).toEqual({ ok: true, id: 7, doc: bareDoc("가") });
    expect(ask({ id: "가-1", text: "가" })).toMatchObject({ ok: true, id: "가-1" });
    expect(ask({ text: "가" })).not.toHaveProperty("id");
  });

  test("says first whether all is well", () => {
    expect(JSON.stringify(ask({ id: 1, text: "가" }))).toMatch(/^\{"ok":true,/);
    expect(JSON.stringify(ask({ id: 1 }))).toMatch(/^\{"ok":false,/);
  });

  test("has its options passed on; null is left out", () => {
    const seen: unknown[] = [];
    const record = { text: "가", publishedAt: "2024-03-25", force: true, wholePage: null, layers: null, types: null };
    const spy = {
      analyze(text: string, options?: unknown) {
        seen.push(options);
        return bareDoc(text);
      },
    };
    expect(answer(Buffer.from(JSON.stringify(record)), spy)).toEqual({ ok: true, doc: bareDoc("가") });
    expect(seen).toEqual([{ publishedAt: "2024-03-25", force: true }]);
  });

  test("keeps the layers and the types that it asks for", () => {
    const given = ask({ text: SAMPLE_TEXT, layers: ["mentions", "entities"], types: ["PERSON"] });
    if (!given.ok) throw new Error(given.error.message);
    expect(Object.keys(given.doc)).toEqual(["mentions", "entities"]);
    expect(given.doc.mentions?.map(({ type }) => type)).toEqual(["PERSON", "PERSON"]);
    expect(ask({ text: SAMPLE_TEXT, layers: [] })).toEqual({ ok: true, doc: {} });
    expect(ask({ text: SAMPLE_TEXT, types: MENTION_TYPES })).toEqual({ ok: true, doc: sampleDoc() });
  });
});

describe("a bad record is answered, with its id where it has one", () => {
  test.each([
    [{ id: 1 }, "option/type", /needs a text/],
    [{ id: 1, text: null }, "option/type", /needs a text/],
    [{ id: 1, text: 5 }, "option/type", /text must be a string, not 5/],
    [{ id: 1, text: "가", publishedAt: "2024-02-31" }, "option/published-at", /a day that exists/],
    [{ id: 1, text: "가", publishedAt: 20240325 }, "option/published-at", /not 20240325/],
    [{ id: 1, text: "가", force: "yes" }, "option/type", /true or false/],
    [{ id: 1, text: "가", layers: ["entity"] }, "option/type", /an array of text, language/],
    [{ id: 1, text: "가", layers: "entities" }, "option/type", /an array of text, language/],
    [{ id: 1, text: "가", types: ["person"] }, "option/type", /an array of PERSON/],
    [{ id: 1, text: "가", published_at: "2024-03-25" }, "option/unknown", /Did you mean publishedAt\?/],
    [{ id: 1, text: "가", toString: "x" }, "option/unknown", /It has: text, id/],
  ])("%j", (record, code, message) => {
    expect(ask(record)).toEqual({ ok: false, id: 1, error: { code, message: expect.stringMatching(message) } });
  });

  test.each([[{ a: 1 }], [[1]], [true]])("an id that is none: %j", (id) => {
    expect(ask({ id, text: "가" })).toMatchObject({ ok: false, error: { code: "option/type" } });
    expect(ask({ id, text: "가" })).not.toHaveProperty("id");
  });

  test.each(["", "{", "nul", '{"text":"가"', "{'text':'가'}", "가"])("%j is not JSON", (line) =>
    expect(codeOf(Buffer.from(line))).toBe("record/not-json"),
  );
  test.each(["null", "[]", '"가"', "5"])("%s is no object", (line) =>
    expect(codeOf(Buffer.from(line))).toBe("record/not-json"),
  );
  test("EUC-KR and UTF-16 are not UTF-8, nor is half a character", () => {
    expect(codeOf(Buffer.from('{"text":"가"}', "utf16le"))).toBe("record/not-json");
    expect(codeOf(Buffer.from([...Buffer.from('{"text":"'), 0xb0, 0xa1, ...Buffer.from('"}')]))).toBe(
      "record/not-json",
    );
    expect(codeOf(Buffer.from('{"text":"가"}').subarray(0, 11))).toBe("record/not-json");
  });
  test("a byte-order mark is let pass", () => expect(codeOf(Buffer.from('\ufeff{"text":"가"}'))).toBe("ok"));
  test("__proto__ is a field like another that there is not", () =>
    expect(codeOf(Buffer.from('{"text":"가","__proto__":{"force":true}}'))).toBe("option/unknown"));

  test("an error of the analyzer keeps its code; any other is a fault of gisa", () => {
    const failing = (error: Error) => ({
      analyze: () => {
        throw error;
      },
    });
    const record = Buffer.from('{"text":"가","id":"x"}');
    expect(answer(record, failing(new GisaError("option/type", "no")))).toEqual({
      ok: false,
      id: "x",
      error: { code: "option/type", message: "no" },
    });
    expect(answer(record, failing(new TypeError("x is undefined")))).toMatchObject({
      ok: false,
      id: "x",
      error: { code: "record/failed", message: expect.stringContaining("x is undefined") },
    });
  });
});
