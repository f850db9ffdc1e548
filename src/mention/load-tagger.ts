import { loadResource, type ResourceOptions } from "../core/resources.js";
import type { Tagger } from "../core/types.js";
import { readContainer } from "../model/container.js";
import { createNetwork } from "../model/network.js";
import { createTagger } from "./tagger.js";

export interface TaggerOptions extends ResourceOptions {
  /** `typescript` does without WebAssembly: the same answers, many times slower. */
  readonly kernel?: "wasm" | "typescript";
}

const MODEL_FILE = "model.bin.gz";

/**
 * Loads the tagger that ships with the package.
 *
 * Errors  `resource/missing`, `resource/damaged`, `resource/version`.
 */
export async function loadTagger({ kernel, ...options }: TaggerOptions = {}): Promise<Tagger> {
  return readTagger(await loadModel(options), kernel);
}

/** The model file that ships with the package, unpacked. Errors: `resource/missing`, `resource/damaged`. */
export function loadModel(options: ResourceOptions = {}): Promise<Uint8Array> {
  return loadResource(MODEL_FILE, options);
}

/** A tagger from the bytes of a model file; its network has memory of its own. Errors: `resource/damaged`, `resource/version`. */
export async function readTagger(bytes: Uint8Array, kernel?: TaggerOptions["kernel"]): Promise<Tagger> {
  return createTagger(await createNetwork(readContainer(bytes, MODEL_FILE), MODEL_FILE, kernel));
}
