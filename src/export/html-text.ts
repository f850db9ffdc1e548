import type { Span } from "../core/types.js";
import type { Mark } from "./html-marks.js";
import type { HtmlView } from "./html-view.js";
import { escapeMarkup } from "./markup.js";

type Part = "headline" | "subheadline" | "byline" | "caption" | "boilerplate";

/** The text, line by line, each line in the element of the article part that holds most of it. */
export function articleText(view: HtmlView): string {
  const { doc, marks } = view;
  const { text } = doc;
  const parts = partsOf(view);
  const lines: string[] = [];
  let part = 0;
  let mark = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    while (part < parts.length && (parts[part] as Span).end <= start) part++;
    while (mark < marks.length && (marks[mark] as Mark).end <= start) mark++;
    if (text.slice(start, end).trim() !== "") {
      const name = partOf({ start, end }, parts, part);
      const content = lineHtml(view, { start, end }, mark);
      lines.push(
        name === "headline" ? view.heading(0, content, ' class="headline"') : `<p class="${name}">${content}</p>`,
      );
    }
    start = end + 1;
  }
  return lines.join("\n");
}

function partsOf({ doc: { article } }: HtmlView): (Span & { readonly name: Part })[] {
  const named = (name: Part, spans: readonly Span[]) => spans.map(({ start, end }) => ({ start, end, name }));
  return [
    ...named("headline", article.headline ? [article.headline] : []),
    ...named("subheadline", article.subheadlines),
    ...named("byline", article.bylines),
    ...named("caption", article.captions),
    ...named("boilerplate", article.boilerplate),
  ].sort((a, b) => a.start - b.start);
}

function partOf(line: Span, parts: readonly (Span & { readonly name: Part })[], first: number): Part | "body" {
  const shares = new Map<Part, number>();
  for (let i = first; i < parts.length; i++) {
    const { start, end, name } = parts[i] as Span & { readonly name: Part };
    if (start >= line.end) break;
    const share = Math.min(line.end, end) - Math.max(line.start, start);
    shares.set(name, (shares.get(name) ?? 0) + share);
  }
  for (const [name, share] of shares) if (share * 2 > line.end - line.start) return name;
  return "body";
}

function lineHtml(view: HtmlView, line: Span, firstMark: number): string {
  const { text } = view.doc;
  let html = "";
  let at = line.start;
  for (let i = firstMark; i < view.marks.length; i++) {
    const mark = view.marks[i] as Mark;
    if (mark.start >= line.end) break;
    const [from, to] = [Math.max(at, mark.start), Math.min(line.end, mark.end)];
    if (to <= from) continue;
    html += escapeMarkup(text.slice(at, from));
    const id = from === mark.start && mark.anchor !== undefined ? view.id(mark.anchor) : "";
    const target = view.targetOf(mark);
    const title = ` title="${view.describe(mark)}"`;
    const words = escapeMarkup(text.slice(from, to));
    html +=
      target === undefined
        ? `<mark class="${mark.kind}"${id}${title}>${words}</mark>`
        : `<a${view.href(target)}${title}><mark class="${mark.kind}"${id}>${words}</mark></a>`;
    at = to;
  }
  return html + escapeMarkup(text.slice(at, line.end));
}
