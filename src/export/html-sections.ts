import { type Entity, type EventDate, MENTION_TYPES, type Mention, type Place } from "../core/types.js";
import { day, type HtmlView } from "./html-view.js";
import { type HEADING_LABELS, STATUS_LABELS } from "./labels.table.js";
import { escapeMarkup } from "./markup.js";
import { timeline } from "./timeline.js";

type Heading = keyof typeof HEADING_LABELS;

/** Characters of the text around a mention in a card. */
const CONTEXT = 14;

/** When it was published, and links to the sections that there are. */
export function facts(view: HtmlView, sections: readonly (readonly [Heading, number])[]): string {
  const published = view.doc.article.publishedAt;
  const items: string[] = [];
  if (published) {
    const conflict = published.conflict === undefined ? "" : ` (${view.label("conflict")}: ${day(published.conflict)})`;
    items.push(`<li>${view.label("published")} ${day(published.value)}${conflict}</li>`);
  }
  for (const [heading, count] of sections)
    items.push(`<li><a${view.href(`section-${heading}`)}>${view.label(heading)}</a> ${count}</li>`);
  return items.length > 0 ? `<ul class="facts">${items.join("")}</ul>` : "";
}

/** What the colours mean, and a switch that writes the type beside every span: no script, an element that opens and style. */
export function legend(view: HtmlView): string {
  const used = new Set(view.marks.map(({ kind }) => kind));
  if (used.size === 0) return "";
  const items = MENTION_TYPES.filter((type) => used.has(type)).map(
    (type) => `<li><mark class="${type}">${view.typeLabel(type)}</mark></li>`,
  );
  if (used.has("TRIGGER")) items.push(`<li><mark class="TRIGGER">${view.label("event")}</mark></li>`);
  const toggle = `<details class="show-types"><summary>${view.label("showTypes")}</summary></details>`;
  return section(view, "legend", `<ul>${items.join("")}</ul>\n${toggle}`);
}

/** Events by day, with the day of publication between what was before and what comes. */
export function timelineSection(view: HtmlView): string {
  const published = view.doc.article.publishedAt?.value;
  const rows: string[] = [];
  const now = published === undefined ? "" : `<li class="now">${day(published)} ${view.label("published")}</li>`;
  let isBefore = now !== "";
  for (const { from, to, events } of timeline(view.doc)) {
    if (events.length === 0) continue;
    if (isBefore && from >= (published as string)) {
      rows.push(now);
      isBefore = false;
    }
    const days = from === to ? day(from) : `${day(from)} – ${day(to)}`;
    rows.push(
      `<li><span class="days">${days}</span><ul>${events.map((event) => eventRow(view, event)).join("")}</ul></li>`,
    );
  }
  if (rows.length > 0 && isBefore) rows.push(now);
  return section(view, "timeline", rows.length > 0 ? `<ol>${rows.join("\n")}</ol>` : "");
}

function eventRow(view: HtmlView, { id, trigger, status, participants, place }: EventDate): string {
  const who = participants.map((participant) => view.entity(participant)).join(", ");
  const where = place === undefined ? "" : `<span class="at">@ ${view.entity(place)}</span>`;
  const what = `<b>${view.jump(id, trigger.text)}</b>`;
  const state = `<span class="status ${status}">${STATUS_LABELS[status][view.language]}</span>`;
  return `<li${view.id(id)}>${[what, state, who, where].filter(Boolean).join(" ")}</li>`;
}

/** Every time expression with its value. */
export function dates(view: HtmlView): string {
  const rows = [...view.dates].flatMap(([id, mention]) => {
    const timex = view.timexes.get(id);
    if (timex === undefined) return [];
    return [`<li${view.id(id)}>${view.jump(mention.id, mention.text)} <code>${escapeMarkup(timex.value)}</code></li>`];
  });
  return section(view, "dates", rows.length > 0 ? `<ul>${rows.join("\n")}</ul>` : "");
}

/** Places without a map: path, country, code, coordinates. */
export function places(view: HtmlView): string {
  const rows = view.entities
    .filter(({ type, place }) => type === "LOCATION" || place !== undefined)
    .map(({ id, place }) => `<li>${view.entity(id)} ${placeDetail(view, place)}</li>`);
  return section(view, "places", rows.length > 0 ? `<ul>${rows.join("\n")}</ul>` : "");
}

function placeDetail(view: HtmlView, place: Place | undefined): string {
  if (place === undefined) return `<span class="faint">${view.label("unknownPlace")}</span>`;
  const detail = [place.path.join(" › "), place.country, place.code]
    .filter(Boolean)
    .map((part) => escapeMarkup(String(part)));
  const point =
    place.lat === undefined || place.lon === undefined
      ? []
      : [`${degrees(place.lat, "N", "S")} ${degrees(place.lon, "E", "W")}`];
  return `<span class="faint"${view.lang}>${[...detail, ...point].join(" · ")}</span>`;
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(2)}°${value < 0 ? negative : positive}`;
}

export function quotes(view: HtmlView): string {
  const rows = view.doc.quotes.map(({ speaker, text }) => {
    const who =
      speaker === undefined ? `<span class="faint">${view.label("unknownSpeaker")}</span>` : view.entity(speaker);
    const words = escapeMarkup(text.replace(/^["“'‘「『]|["”'’」』]$/gu, ""));
    return `<li>${who}<blockquote${view.lang}>${words}</blockquote></li>`;
  });
  return section(view, "quotes", rows.length > 0 ? `<ul>${rows.join("\n")}</ul>` : "");
}

/** A card for every entity, with every mention linked to its place in the text. */
export function cards(view: HtmlView): string {
  return section(view, "entities", view.entities.map((entity) => card(view, entity)).join("\n"));
}

function card(view: HtmlView, entity: Entity): string {
  const mentions = entity.mentions.flatMap((id) => {
    const mention = view.mentions.get(id);
    return mention ? [`<li>${inContext(view, mention)}</li>`] : [];
  });
  const own = (text: string) => `<span${view.lang}>${escapeMarkup(text)}</span>`;
  const { titles, affiliation, age, expansion, aliases, place } = entity;
  const known: (readonly [Heading, string])[] = [
    ...(titles && titles.length > 0 ? [["titles", own(titles.join(", "))] as const] : []),
    ...(affiliation === undefined ? [] : [["affiliation", view.entity(affiliation)] as const]),
    ...(age === undefined ? [] : [["age", String(age)] as const]),
    ...(expansion === undefined || expansion === entity.name ? [] : [["expansion", own(expansion)] as const]),
    ...(aliases.length > 0 ? [["aliases", own(aliases.join(", "))] as const] : []),
    ...(place ? [["place", own([place.path.join(" "), place.country].filter(Boolean).join(" · "))] as const] : []),
  ];
  const details = known.map(([heading, value]) => `<dt>${view.label(heading)}</dt><dd>${value}</dd>`).join("");
  const title = `<span${view.lang}>${escapeMarkup(entity.name)}</span> <mark class="${entity.type}">${view.typeLabel(entity.type)}</mark>`;
  return `<article class="card"${view.id(entity.id)}>${view.heading(2, title)}
${details === "" ? "" : `<dl>${details}</dl>`}<ol${view.lang}>${mentions.join("")}</ol></article>`;
}

function inContext(view: HtmlView, { id, start, end, text }: Mention): string {
  const source = view.doc.text;
  const from = wholeCharacter(source, Math.max(0, start - CONTEXT));
  const to = wholeCharacter(source, Math.min(source.length, end + CONTEXT));
  const around = (words: string) => escapeMarkup(words.replace(/\s+/g, " "));
  const [before, after] = [around(source.slice(from, start)), around(source.slice(end, to))];
  return `${from > 0 ? "…" : ""}${before}${view.jump(id, text)}${after}${to < source.length ? "…" : ""}`;
}

/** Not between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

function section(view: HtmlView, heading: Heading, content: string): string {
  if (content === "") return "";
  const id = `section-${heading}`;
  return `<section class="${heading}"${view.id(id)}>${view.heading(1, view.label(heading))}\n${content}</section>`;
}
