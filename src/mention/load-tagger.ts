import { GisaError } from "../core/errors.js";
import type { Tagger } from "../core/types.js";

/** Loads the model that ships with the package. */
export async function loadTagger(_options: object = {}): Promise<Tagger> {
  throw new GisaError("resource/missing", "The model file model.bin.gz is missing. Reinstall gisa, or point `baseUrl` at its dictionaries/built folder.", {
    file: "model.bin.gz",
  });
}
