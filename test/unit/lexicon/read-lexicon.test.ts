import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GisaError } from "../../../src/core/errors.js";
import { loadResource } from "../../../src/core/resources.js";
import { checksum } from "../../../src/lexicon/container.js";
import { loadLexicon } from "../../../src/lexicon/load-lexicon.js";
import { readLexicon } from "../../../src/lexicon/read-lexicon.js";
import { lexiconBytes, morphemes } from "../../support/lexicon.js";

const bytes = lexiconBytes();

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof GisaError ? error.code : `not a GisaError: ${String(error)}`;
  }
  return "no error";
}

function changed(change: (copy: Uint8Array, view: DataView) => void, resum = false): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  change(copy, view);
  if (resum) view.setUint32(16, checksum(copy), true);
  return copy;
}

describe("a damaged lexicon file", () => {
  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(0), "resource/damaged"],
    ["short", bytes.slice(0, 20), "resource/damaged"],
    ["another file", new TextEncoder().encode("<!doctype html>".repeat(20)), "resource/damaged"],
    ["cut off", bytes.slice(0, bytes.length >> 1), "resource/damaged"],
    [
      "one bit",
      changed((_, view) => view.setUint8(view.byteLength - 1000, view.getUint8(view.byteLength - 1000) ^ 4)),
      "resource/damaged",
    ],
    ["another version", changed((_, view) => view.setUint32(8, 99, true)), "resource/version"],
    ["a length of 4 GB", changed((_, view) => view.setUint32(12, 0xffffffff, true)), "resource/damaged"],
    ["4 billion sections", changed((_, view) => view.setUint32(20, 0xffffffff, true)), "resource/damaged"],
    ["a section beyond the end", changed((_, view) => view.setUint32(28, 0xfffffff0, true), true), "resource/damaged"],
    ["a section of 4 GB", changed((_, view) => view.setUint32(32, 0xffffffff, true), true), "resource/damaged"],
    ["a missing section", changed((_, view) => view.setUint32(24, 999, true), true), "resource/damaged"],
    ["a section cut short", changed((_, view) => view.setUint32(24 + 12 + 8, 100, true), true), "resource/damaged"],
  ])("%s", (_, file, code) => {
    expect(codeOf(() => readLexicon(file))).toBe(code);
  });

  test("bytes at any alignment are read", () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(morphemes("서울에서", readLexicon(shifted.subarray(1)))).toBe("서울/NNP 에서/JKB");
  });
});

describe("loading", () => {
  test("the package's own file is found without an option", async () => {
    const lexicon = await loadLexicon();
    expect(lexicon.name).toMatch(/^mecab-ko-dic 2\.1\.1/);
    expect(lexicon.meta.words).toBe(774584);
  });

  test.each([
    ["lexicon.bin.gz", { baseUrl: "/no/such/folder" }, "resource/missing"],
    ["lexicon.bin.gz", { baseUrl: "file:///no/such/folder/" }, "resource/missing"],
    ["absent.bin.gz", {}, "resource/missing"],
  ])("%s %j", async (name, options, code) => {
    await expect(loadResource(name, options)).rejects.toMatchObject({ code });
  });

  describe("over HTTP, as a browser does", () => {
    const packed = readFileSync(new URL("../../../dictionaries/built/lexicon.bin.gz", import.meta.url));
    const answers: Record<string, [status: number, headers: Record<string, string>, body: Uint8Array]> = {
      "/plain/lexicon.bin.gz": [200, {}, packed],
      "/encoded/lexicon.bin.gz": [200, { "content-encoding": "gzip" }, packed],
      "/cut/lexicon.bin.gz": [200, {}, packed.subarray(0, 100_000)],
      "/page/lexicon.bin.gz": [200, {}, Buffer.from("<!doctype html>")],
    };
    const server = createServer((request, response) => {
      const [status, headers, body] = answers[request.url ?? ""] ?? [404, {}, Buffer.from("")];
      response.writeHead(status, headers).end(body);
    });
    let address = "";
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => void server.close());

    test.each(["plain", "encoded/"])("%s", async (folder) => {
      const lexicon = await loadLexicon({ baseUrl: `${address}/${folder}` });
      expect(morphemes("서울에서", lexicon)).toBe("서울/NNP 에서/JKB");
    });

    test.each([
      ["cut", "resource/damaged"],
      ["page", "resource/damaged"],
      ["none", "resource/missing"],
    ])("%s", async (folder, code) => {
      await expect(loadLexicon({ baseUrl: `${address}/${folder}` })).rejects.toMatchObject({ code });
    });
  });
});
