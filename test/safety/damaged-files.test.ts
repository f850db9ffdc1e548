import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { GisaError, loadAnalyzer, type Tagger } from "../../src/index.js";
import { SECTION } from "../../src/lexicon/container.js";
import { readLexicon } from "../../src/lexicon/read-lexicon.js";
import { loadTagger } from "../../src/mention/load-tagger.js";
import { readContainer } from "../../src/model/container.js";
import { createNetwork } from "../../src/model/network.js";
import { smallLexicon, smallSections } from "../support/small-lexicon.js";
import { randomNumbers } from "../unit/model/random-model.js";

const BUILT = new URL("../../dictionaries/built/", import.meta.url);
const packed = {
  lexicon: readFileSync(new URL("lexicon.bin.gz", BUILT)),
  model: readFileSync(new URL("model.bin.gz", BUILT)),
};
const unpacked = {
  lexicon: new Uint8Array(gunzipSync(packed.lexicon)),
  model: new Uint8Array(gunzipSync(packed.model)),
};
type File = keyof typeof packed;
const FILES: readonly File[] = ["lexicon", "model"];
const NONE: Tagger = { name: "none", tag: () => [] };

const read: Readonly<Record<File, (bytes: Uint8Array) => unknown>> = {
  lexicon: (bytes) => readLexicon(bytes),
  model: (bytes) => createNetwork(readContainer(bytes, "model.bin.gz"), "model.bin.gz"),
};

/** The code of the error, the processor time and the growth of memory until it came. */
async function refusal(run: () => unknown): Promise<{ code: string; ms: number; bytes: number }> {
  const [cpu, memory] = [process.cpuUsage(), process.memoryUsage().arrayBuffers];
  const spent = () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: (user + system) / 1000, bytes: process.memoryUsage().arrayBuffers - memory };
  };
  try {
    await run();
  } catch (error) {
    return { code: error instanceof GisaError ? error.code : String(error), ...spent() };
  }
  return { code: "none", ...spent() };
}

const LIMIT_MS = 100;

/** The same, up to five times until it is within the limit: a busy machine makes single runs longer, none shorter. */
async function quickRefusal(run: () => unknown): ReturnType<typeof refusal> {
  let last = await refusal(run);
  for (let i = 1; i < 5 && last.ms >= LIMIT_MS; i++) last = await refusal(run);
  return last;
}

const TYPED = ["resource/damaged", "resource/version"];
const copyOf = (file: File, change: (copy: Uint8Array, view: DataView) => void) => {
  const copy = unpacked[file].slice();
  change(copy, new DataView(copy.buffer));
  return copy;
};

describe.each(FILES)("a damaged %s is refused with a type within 100 ms, and no memory is taken for it", (file) => {
  const { length } = unpacked[file];
  const cuts = [0, 1, 7, 12, 23, 24, 100, 4096, length >> 2, length >> 1, length - 4096, length - 4, length - 1];
  test.each(cuts)("cut off after %i bytes", async (at) => {
    const { code, ms, bytes } = await quickRefusal(() => read[file](unpacked[file].subarray(0, at)));
    expect(TYPED).toContain(code);
    expect(ms).toBeLessThan(LIMIT_MS);
    expect(bytes).toBeLessThan(4 << 20);
  });

  test("one bit turned, at 60 places", async () => {
    const random = randomNumbers(3);
    for (let round = 0; round < 60; round++) {
      const at = round < 28 ? round : Math.floor(random() * length);
      const bit = 1 << Math.floor(random() * 8);
      unpacked[file][at]! ^= bit;
      const { code, ms } = await quickRefusal(() => read[file](unpacked[file]));
      unpacked[file][at]! ^= bit;
      expect(TYPED, `bit ${bit} of byte ${at}`).toContain(code);
      expect(ms).toBeLessThan(LIMIT_MS);
    }
  });

  test("two halves swapped", async () => {
    const half = length >> 1;
    const swapped = copyOf(file, (copy) => {
      copy.set(unpacked[file].subarray(half), 64);
      copy.set(unpacked[file].subarray(64, half), copy.length - half + 64);
    });
    expect(TYPED).toContain((await refusal(() => read[file](swapped))).code);
  });

  test("sizes of 4 GB in every field of the beginning", async () => {
    for (let at = 4; at < 64; at += 4) {
      const hostile = copyOf(file, (_, view) => view.setUint32(at, 0xfffffff0, true));
      const { code, ms, bytes } = await quickRefusal(() => read[file](hostile));
      expect(TYPED).toContain(code);
      expect(ms).toBeLessThan(LIMIT_MS);
      expect(bytes).toBeLessThan(4 << 20);
    }
  });

  test("the other file in its place", async () => {
    const other = unpacked[file === "lexicon" ? "model" : "lexicon"];
    expect((await refusal(() => read[file](other))).code).toBe("resource/damaged");
  });
});

describe("a lexicon whose sums are right and whose content is not", () => {
  const meta = (changes: object) => {
    const given = JSON.parse(new TextDecoder().decode(smallSections().get(SECTION.meta))) as Record<string, unknown>;
    return new TextEncoder().encode(JSON.stringify({ ...given, ...changes }));
  };
  const u16 = (...numbers: number[]) => new Uint8Array(Uint16Array.from(numbers).buffer);
  const category = { name: "X", types: 1, invoke: false, group: true, length: 2, kinds: [0] };
  const word = { pos: "NNP", final: null, left: 1, right: 1, cost: 1, penalty: 0 };

  test("the small one itself is read", () => {
    const lexicon = readLexicon(smallLexicon());
    const text = "한빛시는 회의 가온 연다";
    expect(lexicon.segment(text, 0, text.length).length / 3).toBe(5);
  });

  test.each<[string, number, Uint8Array]>([
    [
      "a matrix of 4 billion rows",
      SECTION.meta,
      meta({ matrix: { rows: 4e9, columns: 4e9, beginRight: 0, endLeft: 0 } }),
    ],
    ["a matrix without columns", SECTION.meta, meta({ matrix: { rows: 3 } })],
    ["a matrix of text", SECTION.meta, meta({ matrix: { rows: "3", columns: "3", beginRight: "0", endLeft: "0" } })],
    [
      "an end of the sentence that is no row",
      SECTION.meta,
      meta({ matrix: { rows: 3, columns: 3, beginRight: 0, endLeft: 3 } }),
    ],
    ["categories that are text", SECTION.meta, meta({ categories: "DEFAULT" })],
    ["a category without kinds", SECTION.meta, meta({ categories: [{ ...category, kinds: [] }] })],
    ["a category of null", SECTION.meta, meta({ categories: [null, category] })],
    [
      "a category of kinds that do not exist",
      SECTION.meta,
      meta({ categories: [{ ...category, kinds: [99] }, category] }),
    ],
    [
      "unknown words of a million characters",
      SECTION.meta,
      meta({ categories: [{ ...category, length: 1e6 }, category] }),
    ],
    ["fewer categories than the table names", SECTION.meta, meta({ categories: [category] })],
    ["word classes of a number", SECTION.meta, meta({ wordClasses: 5 })],
    ["a word class that points nowhere", SECTION.meta, meta({ wordClasses: [{ ...word, left: 3 }] })],
    ["a name that is a number", SECTION.meta, meta({ name: 5 })],
    ["a list for a description", SECTION.meta, new TextEncoder().encode("[]")],
    ["null for a description", SECTION.meta, new TextEncoder().encode("null")],
    ["a description that is no UTF-8", SECTION.meta, Uint8Array.of(0xff, 0xfe, 0x00)],
    ["a kind of no feature", SECTION.kindFeature, u16(0, 1, 9)],
    ["columns of unequal length", SECTION.kindCost, u16(1)],
    ["a matrix cut short", SECTION.matrix, new Uint8Array(8)],
    ["a table of characters cut short", SECTION.categoryOf, new Uint8Array(9)],
    ["a character of no category", SECTION.categoryOf, new Uint8Array(0x10000).fill(7)],
    ["a tree without a root", SECTION.baseLabels, new Uint8Array(0)],
    ["a tree that is its own child", SECTION.baseChildren, u16(0, 1, 1, 1, 1, 1, 1)],
    ["more entries than there are", SECTION.baseCounts, new Uint8Array(7).fill(255)],
    ["a word of no kind", SECTION.baseKinds, u16(0, 1, 2, 0, 9, 9)],
  ])("%s", async (_, id, section) => {
    const file = smallLexicon(new Map([...smallSections(), [id, section]]));
    expect((await refusal(() => readLexicon(file))).code).toBe("resource/damaged");
  });

  test("a word longer than any may be", async () => {
    const deep = 200;
    const file = smallLexicon(
      new Map([
        ...smallSections(),
        [SECTION.extraLabels, u16(...Array.from({ length: deep + 1 }, () => 0xac00))],
        [SECTION.extraChildren, u16(...Array.from({ length: deep + 1 }, (__, i) => (i < deep ? 1 : 0)))],
        [SECTION.extraCounts, new Uint8Array(deep + 1).fill(1, deep)],
        [SECTION.extraKinds, u16(0)],
      ]),
    );
    expect((await refusal(() => readLexicon(file))).code).toBe("resource/damaged");
  });
});

describe("loadAnalyzer, from a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "gisa-damaged-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
  const turned = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] as number) ^ 0x10;
    return copy;
  };
  const { lexicon, model } = packed;

  test.each<[string, Uint8Array]>([
    ["empty", Buffer.alloc(0)],
    ["cut off", lexicon.subarray(0, lexicon.length >> 1)],
    ["cut off before its sum", lexicon.subarray(0, lexicon.length - 4)],
    ["a bit turned", turned(lexicon, lexicon.length >> 1)],
    ["a bit of its sum turned", turned(lexicon, lexicon.length - 6)],
    ["not packed", Buffer.from("<!doctype html>")],
    ["the model", model],
    ["an empty packet", gzipSync("")],
    ["600 MB of zeros in a small packet", gzipSync(Buffer.alloc(600 << 20), { level: 1 })],
  ])("the lexicon is %s", async (_, bytes) => {
    put("lexicon.bin.gz", bytes);
    const { code, bytes: grown } = await refusal(() => loadAnalyzer({ baseUrl: folder, tagger: NONE }));
    expect(code).toBe("resource/damaged");
    expect(grown).toBeLessThan(200 << 20);
  });

  test.each<[string, Uint8Array]>([
    ["cut off", model.subarray(0, model.length >> 1)],
    ["a bit turned", turned(model, model.length >> 1)],
    ["the lexicon", lexicon],
    ["an empty packet", gzipSync("")],
  ])("the model is %s", async (_, bytes) => {
    put("model.bin.gz", bytes);
    expect((await refusal(() => loadTagger({ baseUrl: folder }))).code).toBe("resource/damaged");
  });
});
