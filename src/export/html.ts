import type { Doc } from "../core/types.js";
import { cards, dates, facts, legend, places, quotes, timelineSection } from "./html-sections.js";
import { styleOf } from "./html-style.js";
import { articleText } from "./html-text.js";
import { type HtmlOptions, HtmlView } from "./html-view.js";
import { escapeMarkup } from "./markup.js";

export type { HtmlOptions } from "./html-view.js";

/**
 * One self-contained page: the text with highlights, a timeline, dates, places, quotes, and a card for every entity.
 * No script, nothing loaded. Light, dark and print; every link works by keyboard.
 */
export function toHtml(doc: Doc, options: HtmlOptions = {}): string {
  const view = new HtmlView(doc, options);
  const style = `<style>${styleOf(view.language)}</style>`;
  if (options.fragment) return `<div class="gisa" lang="${view.language}">${style}\n${contentOf(view)}\n</div>\n`;

  const title = (options.title ?? doc.article.headline?.text ?? "gisa").replace(/\s+/g, " ").trim();
  const heading = doc.article.headline ? "" : `${view.heading(0, escapeMarkup(title), ' class="title"')}\n`;
  const { gisa, lexicon, model } = doc.meta;
  return `<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="gisa ${escapeMarkup(gisa)}">
<title>${escapeMarkup(title)}</title>
${style}
</head>
<body class="gisa-page">
<main class="gisa">
${heading}${contentOf(view)}
</main>
<footer class="gisa"><p class="faint">gisa ${escapeMarkup([gisa, lexicon, model].join(" · "))}</p></footer>
</body>
</html>
`;
}

function contentOf(view: HtmlView): string {
  const { doc, entities } = view;
  const links = [
    ["timeline", doc.events.length],
    ["dates", view.dates.size],
    ["quotes", doc.quotes.length],
    ["entities", entities.length],
  ] as const;
  const side = [legend, timelineSection, dates, places, quotes].map((part) => part(view)).filter(Boolean);
  return `<div class="sheet">
<div class="main">
${facts(
  view,
  links.filter(([, count]) => count > 0),
)}
<article class="text"${view.lang}>
${articleText(view)}
</article>
</div>
<div class="side">
${side.join("\n")}
</div>
${cards(view)}
</div>`;
}
