import type { Doc } from "../core/types.js";
import { type HtmlOptions, toHtml, toJson, toText } from "../export/index.js";

/** Labels, types and title as for `toHtml`. `id` goes before the ids of the HTML; it is made from the text unless told. */
export interface DisplayOptions extends Pick<HtmlOptions, "labels" | "types"> {
  readonly id?: string;
}

/** What a notebook is given for one value: MIME types with their content. */
export interface MimeBundle {
  readonly "text/html": string;
  readonly "text/plain": string;
  readonly "application/json": unknown;
}

const JUPYTER: unique symbol = Symbol.for("Jupyter.display") as never;

export interface DocDisplay {
  readonly doc: Doc;
  /** Read by Deno's Jupyter kernel, and by whatever else knows the symbol. */
  readonly [JUPYTER]: () => MimeBundle;
  /** An element whose `value` is the document: a cell of Observable shows it, and `viewof` gives the document. */
  element(): HTMLElement & { value: Doc };
}

/**
 * A document to leave as the last value of a cell: highlighted text, timeline and cards where HTML is shown, a summary elsewhere.
 *
 * Errors  `element` needs the `document` of a page, and throws a ReferenceError where there is none.
 */
export function display(doc: Doc, { id, ...options }: DisplayOptions = {}): DocDisplay {
  const html = () => toHtml(doc, { ...options, fragment: true, idPrefix: id ?? `gisa-${checksum(doc.text)}-` });
  return {
    doc,
    [JUPYTER]: () => ({
      "text/html": html(),
      "text/plain": toText(doc, options),
      "application/json": JSON.parse(toJson(doc)),
    }),
    element() {
      const holder = document.createElement("div");
      // Markup of ours, in which the text is escaped.
      holder.innerHTML = html();
      return Object.assign(holder, { value: doc });
    },
  };
}

/** FNV-1a: tells the articles of a notebook apart. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
