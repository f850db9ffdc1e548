import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadResource } from "../../../src/core/resources.js";

const CONTENT = Buffer.from("가나다 abc");
const PACKED = gzipSync(CONTENT);
/** A few kilobytes that unpack to more than any file of ours holds. */
const BOMB = gzipSync(Buffer.alloc(97 * 1024 * 1024), { level: 9 });
const FILES: Readonly<Record<string, Buffer>> = {
  "small.bin.gz": PACKED,
  "plain.bin": CONTENT,
  "unpacked.bin.gz": CONTENT,
  "cut.bin.gz": PACKED.subarray(0, PACKED.length - 9),
  "bomb.bin.gz": BOMB,
  "empty.bin.gz": Buffer.alloc(0),
};

let folder = "";
let address = "";
const server = createServer((request, response) => {
  const [, place, name = ""] = (request.url ?? "").split("/");
  const body = place === "files" ? FILES[name] : undefined;
  response.writeHead(body === undefined ? 404 : 200).end(body);
});
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gisa-resources-"));
  for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(folder, name), bytes);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/files`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const PLACES: readonly [name: string, baseUrl: () => string | URL][] = [
  ["a path", () => folder],
  ["a path with a slash", () => `${folder}/`],
  ["a file URL", () => pathToFileURL(folder)],
  ["a file URL as a text, with a slash", () => `${pathToFileURL(folder).href}/`],
  ["a web address", () => address],
  ["a web address as a URL, with a slash", () => new URL(`${address}/`)],
];

describe.each(PLACES)("%s", (_, baseUrl) => {
  const load = (name: string) => loadResource(name, { baseUrl: baseUrl() });

  test.each(["small.bin.gz", "plain.bin"])("%s is read, unpacked where it is packed", async (name) =>
    expect(Buffer.from(await load(name)).toString()).toBe(CONTENT.toString()),
  );
  test("a file that is cut off is damaged", () =>
    expect(load("cut.bin.gz")).rejects.toMatchObject({
      code: "resource/damaged",
      message:
        "The file cut.bin.gz is damaged: it does not unpack. Reinstall gisa, or fetch its dictionaries/built/ folder again.",
      details: { file: "cut.bin.gz" },
    }));
  test("a file that is not there is missing, and the error says where it was looked for", async () => {
    const fault = load("absent.bin.gz");
    await expect(fault).rejects.toMatchObject({ code: "resource/missing", details: { file: "absent.bin.gz" } });
    await expect(fault).rejects.toThrow(/^The file absent\.bin\.gz is missing: .*absent\.bin\.gz.*Reinstall gisa/);
  });
});

describe("a file whose name says that it is packed, and that is not", () => {
  test.each(["unpacked.bin.gz", "empty.bin.gz"])("on a disk it is damaged: %s", (name) =>
    expect(loadResource(name, { baseUrl: folder })).rejects.toMatchObject({ code: "resource/damaged" }),
  );
  test("over the web it is one that the server unpacked", async () =>
    expect(Buffer.from(await loadResource("unpacked.bin.gz", { baseUrl: address })).toString()).toBe(
      CONTENT.toString(),
    ));
});

test.each(PLACES.filter(([name]) => name === "a path" || name === "a web address"))(
  "%s: a file that unpacks to more than there can be is damaged",
  (_, baseUrl) =>
    expect(loadResource("bomb.bin.gz", { baseUrl: baseUrl() })).rejects.toMatchObject({ code: "resource/damaged" }),
);

describe("what cannot be read is missing, with the reason", () => {
  test.each([
    ["a file in the place of a folder", () => join(folder, "plain.bin"), /it is not at .*plain\.bin/],
    [
      "a server that is not there",
      () => "http://127.0.0.1:1",
      /http:\/\/127\.0\.0\.1:1\/small\.bin\.gz cannot be fetched/,
    ],
    ["a server that has no such folder", () => address.replace("/files", "/none"), /answered 404/],
    ["a folder in the place of a file", () => join(folder, ".."), /cannot be read \(.*EISDIR/],
  ])("%s", async (name, baseUrl, reason) => {
    const file = name.startsWith("a folder") ? `${folder.split("/").at(-1)}` : "small.bin.gz";
    const fault = loadResource(file, { baseUrl: baseUrl() });
    await expect(fault).rejects.toMatchObject({ code: "resource/missing" });
    await expect(fault).rejects.toThrow(reason);
  });
});

test("without a base URL the package's own files are found", async () =>
  expect((await loadResource("lexicon.bin.gz")).length).toBeGreaterThan(1_000_000));
