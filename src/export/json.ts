import type { Doc } from "../core/types.js";

/** The whole `Doc`. `JSON.parse` gives it back, equal in every field. */
export function toJson(doc: Doc, options: { readonly indent?: number } = {}): string {
  return JSON.stringify(doc, null, options.indent ?? 2);
}

/** One line, without a line end. */
export function toJsonl(doc: Doc): string {
  return JSON.stringify(doc);
}
