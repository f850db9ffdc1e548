import { GisaError } from "../core/errors.js";
import { parseDate } from "../core/civil-date.js";

export interface Page {
  readonly text: string;
  readonly publishedAt?: string;
}

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
const SEOUL_MS = 9 * 60 * 60 * 1000;
/** Bytes in which a page says its encoding, by the standard. */
const DECLARED_WITHIN = 1024;

/** The text of a page's bytes, in the encoding of its byte-order mark or its own `<meta charset>`; UTF-8 where it has neither. */
export function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb ? "utf-8" : undefined;
  const label = marked ?? /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * The readable text of a page: its headline, then its paragraphs a line each, without menus and advertisements; null where there is none.
 *
 * Errors  `dependency/missing` where linkedom or @mozilla/readability is not installed.
 */
export async function readPage(html: string): Promise<Page | null> {
  const [{ parseHTML }, { Readability }] = await loadReaders();
  const { document } = parseHTML(html);
  const found = new Readability(document as unknown as Document).parse();
  if (!found?.content) return null;
  const body = parseHTML(`<!doctype html><html><body>${found.content}</body></html>`).document.body;
  const lines: string[] = [""];
  collect(body as unknown as Node, lines);
  const paragraphs = lines.map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
  const title = found.title?.trim();
  if (title && paragraphs[0] !== title) paragraphs.unshift(title, "");
  const publishedAt = dayInSeoul(found.publishedTime ?? undefined);
  return { text: paragraphs.join("\n"), ...(publishedAt === undefined ? {} : { publishedAt }) };
}

function collect(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) lines[lines.length - 1] += child.nodeValue ?? "";
    else if (child.nodeType === 1) {
      const block = BLOCKS.has(child.nodeName.toUpperCase());
      if (block) lines.push("");
      collect(child, lines);
      if (block) lines.push("");
    }
  }
}

/** The day of a page's time stamp; one with an offset is of the day that it was in Seoul. */
function dayInSeoul(stamp: string | undefined): string | undefined {
  if (stamp === undefined) return undefined;
  const withOffset = /^\d{4}-\d\d-\d\dT[\d:.,]{1,20}(?:Z|[+-]\d\d:?\d\d)$/i.test(stamp.trim());
  const time = withOffset ? Date.parse(stamp) : Number.NaN;
  const day = Number.isNaN(time) ? stamp.trim().slice(0, 10) : new Date(time + SEOUL_MS).toISOString().slice(0, 10);
  return parseDate(day) === null ? undefined : day;
}

async function loadReaders() {
  try {
    return await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  } catch {
    throw new GisaError(
      "dependency/missing",
      "HTML pages need two further packages: npm install linkedom @mozilla/readability",
      { package: "linkedom @mozilla/readability" },
    );
  }
}
