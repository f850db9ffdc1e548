import { describe, expect, test } from "vitest";
import { GisaError } from "../../../src/core/errors.js";
import { readContainer } from "../../../src/model/container.js";
import { crc32 } from "../../../src/model/crc32.js";
import { createNetwork } from "../../../src/model/network.js";
import { type LooseHeader, pack, randomModel, type RandomModelOptions, randomNumbers } from "./random-model.js";

const load = async (bytes: Uint8Array) => createNetwork(readContainer(bytes, "model.bin.gz"), "model.bin.gz");

const errorOf = async (bytes: Uint8Array): Promise<GisaError> => {
  try {
    await load(bytes);
  } catch (error) {
    if (error instanceof GisaError) return error;
    throw error;
  }
  throw new Error("no error");
};

describe("a model file", () => {
  test("is read where every byte is right, wherever it lies in its buffer", async () => {
    const bytes = randomModel();
    const shifted = new Uint8Array(bytes.length + 5);
    shifted.set(bytes, 5);
    expect((await load(bytes)).header.name).toBe("gisa-tagger-random");
    expect((await load(shifted.subarray(5))).header.name).toBe("gisa-tagger-random");
    expect((await load(Buffer.from(shifted.buffer, 5))).header.name).toBe("gisa-tagger-random");
  });

  test("has the CRC-32 of the standard", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a prefix", randomModel().subarray(0, 11)],
    ["text", new TextEncoder().encode("<!doctype html><title>404</title>")],
    ["half the file", randomModel().subarray(0, randomModel().length >> 1)],
    ["a header of 4 GB", Uint8Array.from(randomModel(), (byte, i) => (i >= 4 && i < 8 ? 255 : byte))],
    ["a header that is no JSON", pack("x", []).map((byte, i) => (i === 12 ? 0x7b : byte))],
    ["a header that is a list", pack([], [])],
    ["no tensors", pack({ format: 2 }, [])],
  ])("is refused as damaged: %s", async (_, bytes) => {
    expect((await errorOf(bytes)).code).toBe("resource/damaged");
  });

  test("is refused wherever one bit is wrong", async () => {
    const random = randomNumbers(9);
    const intact = randomModel();
    for (let round = 0; round < 300; round++) {
      const bytes = intact.slice();
      const at = round < 16 ? round : Math.floor(random() * bytes.length);
      bytes[at]! ^= 1 << Math.floor(random() * 8);
      expect(["resource/damaged", "resource/version"]).toContain((await errorOf(bytes)).code);
    }
  });

  test.each([
    ["GSM2", Uint8Array.from(randomModel(), (byte, i) => (i === 3 ? 0x32 : byte))],
    ["format 1", randomModel({ header: (header) => Object.assign(header, { format: 1 }) })],
  ])("of another version is refused as such: %s", async (_, bytes) => {
    const error = await errorOf(bytes);
    expect(error.code).toBe("resource/version");
    expect(error.message).toMatch(/Install the model/);
  });

  const config = (changes: Record<string, unknown>) => ({
    header: (header: LooseHeader) => void Object.assign(header.config, changes),
  });
  const header = (changes: Record<string, unknown>) => ({
    header: (given: LooseHeader) => void Object.assign(given, changes),
  });
  const tensor = (name: string, changes: object) => ({
    tensor: (entry: { name: string }) => void (entry.name === name && Object.assign(entry, changes)),
  });
  test.each<[string, RandomModelOptions]>([
    ["maxTokens too large", config({ maxTokens: 1e9 })],
    ["maxTokens that is text", config({ maxTokens: "64" })],
    ["a scale for every layer but one", config({ scales: { token: [1, 2], up: 1, char: 1, out: 1, fine: 1 } })],
    ["no scales", config({ scales: null })],
    ["a negative temperature", config({ temperature: -1 })],
    [
      "a falling calibration",
      config({
        calibration: [
          [1, 1],
          [0, 0],
        ],
      }),
    ],
    ["a calibration outside 0 to 1", config({ calibration: [[0, -7]] })],
    ["a fine class of no type", config({ fineTypes: [0, 1, 2, 2, 99] })],
    ["too few fine types", config({ fineTypes: [0] })],
    ["a huge dilation", config({ dilations: [1, 2, 4_000_000] })],
    ["unknown types", header({ types: ["PERSON", "CAR", "DATE", "TIME", "LAW"] })],
    ["a type twice", header({ types: ["PERSON", "PERSON", "DATE", "TIME", "LAW"] })],
    ["no words", header({ words: null })],
    ["more words than rows", header({ words: "가\n".repeat(99) })],
    ["more characters than rows", header({ chars: "x".repeat(999) })],
    ["no config", header({ config: undefined })],
    ["tensors that are no list", header({ tensors: {} })],
    ["a tensor that is null", header({ tensors: [null] })],
    ["a tensor outside the file", tensor("up.W", { offset: 1 << 30 })],
    ["a tensor before the file", tensor("up.W", { offset: -16 })],
    ["a tensor off its place", tensor("up.W", { offset: 3 })],
    ["a tensor of an endless shape", tensor("up.W", { shape: [2 ** 40, 2 ** 40] })],
    ["a tensor of a negative shape", tensor("up.W", { shape: [-1, -1] })],
    ["a tensor of another shape", tensor("up.W", { shape: [32, 16] })],
    ["a tensor of another type", tensor("up.W", { dtype: "f32", shape: [4, 32] })],
    ["a tensor of no type", tensor("up.W", { dtype: "toString" })],
    ["a missing tensor", tensor("up.W", { name: "down.W" })],
    ["a tensor twice", tensor("up.scale", { name: "up.bias" })],
    ["transitions of too few labels", tensor("transitions", { shape: [20, 21] })],
    ["a width that is no multiple of 8", tensor("token.in.W", { shape: [31, 72] })],
  ])("is refused as damaged: %s", async (_, options) => {
    const error = await errorOf(randomModel(options));
    expect(error.code).toBe("resource/damaged");
    expect(error.message).toMatch(/^The model model\.bin\.gz is damaged: .+\. Reinstall gisa/);
  });

  test("is refused where a weight is no number", async () => {
    const bytes = randomModel();
    const file = readContainer(bytes, "x");
    const bias = file.tensors.get("up.bias")!.values as Float32Array;
    bias[3] = Number.NaN;
    new DataView(bytes.buffer).setUint32(8, crc32(bytes.subarray(12)), true);
    expect((await errorOf(bytes)).message).toMatch(/up\.bias/);
  });
});
