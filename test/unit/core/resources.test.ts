import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadResource } from "../../../src/core/resources.js";

const CONTENT = Buffer.from("가나다 abc");
const PACKED = gzipSync(CONTENT);
/** More than one piece of a stream, and no two pieces alike. */
const LONG = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * i) >> 7));
const FILES: Record<string, Buffer> = {
  "small.bin.gz": PACKED,
  "plain.bin": CONTENT,
  "long.bin.gz": gzipSync(LONG),
  "first-byte.bin.gz": Buffer.from([0x1f, 0x20]),
  "second-byte.bin.gz": Buffer.from([0x20, 0x8b]),
  "unpacked.bin.gz": CONTENT,
  "cut.bin.gz": PACKED.subarray(0, PACKED.length - 9),
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
  mkdirSync(join(folder, "http:file:"));
  for (const place of ["", "http:file:"])
    for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(folder, place, name), bytes);
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
  ["a path with protocols in it", () => join(folder, "http:file:")],
  ["a file URL", () => pathToFileURL(folder)],
  ["a file URL as a text, with a slash", () => `${pathToFileURL(folder).href}/`],
  ["a file URL in capitals", () => pathToFileURL(folder).href.replace("file:", "FILE:")],
  ["a web address", () => address],
  ["a web address in capitals", () => address.replace("http:", "HTTP:")],
  ["a web address as a URL, with a slash", () => new URL(`${address}/`)],
];

describe.each(PLACES)("%s", (_, baseUrl) => {
  const load = (name: string) => loadResource(name, { baseUrl: baseUrl() });

  test.each(["small.bin.gz", "plain.bin"])("%s is read, unpacked where it is packed", async (name) =>
    expect(Buffer.from(await load(name)).toString()).toBe(CONTENT.toString()),
  );
  test("a long file is read whole", async () => expect(LONG.equals(await load("long.bin.gz"))).toBe(true));
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
  test.each(["unpacked.bin.gz", "empty.bin.gz", "first-byte.bin.gz", "second-byte.bin.gz"])(
    "over the web it is one that the server unpacked: %s",
    async (name) => expect([...(await loadResource(name, { baseUrl: address }))]).toEqual([...(FILES[name] as Buffer)]),
  );
});

test.each(PLACES.filter(([name]) => name === "a path" || name === "a web address"))(
  "%s: a file that unpacks to more than there can be is damaged",
  (_, baseUrl) => {
    // A few kilobytes that unpack to more than any file of ours holds.
    FILES["bomb.bin.gz"] ??= gzipSync(Buffer.alloc(97 * 1024 * 1024), { level: 9 });
    writeFileSync(join(folder, "bomb.bin.gz"), FILES["bomb.bin.gz"]);
    // Its length alone: to print what should not have been unpacked takes all memory.
    const unpacked = loadResource("bomb.bin.gz", { baseUrl: baseUrl() }).then(({ length }) => length);
    return expect(unpacked).rejects.toMatchObject({ code: "resource/damaged" });
  },
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

test("without a base URL a file that is not there was looked for in the package, from src and from dist", async () => {
  const root = new URL("../../../", import.meta.url);
  const places = ["src/", ""].map((from) => new URL(`${from}dictionaries/built/absent.bin`, root).href);
  await expect(loadResource("absent.bin")).rejects.toThrow(
    `The file absent.bin is missing: it is not at ${places.join(" or ")}. Reinstall gisa, or point \`baseUrl\` at its dictionaries/built/ folder.`,
  );
});

describe.each<[string, unknown]>([
  ["a browser", undefined],
  ["a browser whose bundler brings a `process`", {}],
  ["a browser whose bundler brings `process.versions`", { versions: {} }],
])("%s", (_, process) => {
  /** The road is chosen in the call, before anything else runs. */
  const load = (name: string, baseUrl?: string) => {
    vi.stubGlobal("process", process);
    const loaded = loadResource(name, baseUrl === undefined ? {} : { baseUrl });
    vi.unstubAllGlobals();
    return loaded;
  };
  test("fetches", async () => expect(Buffer.from(await load("small.bin.gz", address))).toEqual(CONTENT));
  test("must be told where the files are", async () => {
    const fault = load("small.bin.gz");
    await expect(fault).rejects.toMatchObject({ code: "resource/missing", details: { file: "small.bin.gz" } });
    await expect(fault).rejects.toThrow("a browser cannot find it without `baseUrl`");
  });
  test("reads no disk", () => expect(load("small.bin.gz", folder)).rejects.toThrow(/cannot be fetched/));
});
