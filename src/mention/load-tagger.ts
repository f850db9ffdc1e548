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
  const bytes = await loadResource(MODEL_FILE, options);
  return createTagger(await createNetwork(readContainer(bytes, MODEL_FILE), MODEL_FILE, kernel));
}
