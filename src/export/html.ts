import { type Doc, type Entity, MENTION_TYPES, type MentionType, type Span } from "../core/types.js";
import { flatSpans } from "./flat-spans.js";
import { STYLE } from "./html-style.js";
import { HEADING_LABELS, type LabelLanguage, STATUS_LABELS, TYPE_LABELS } from "./labels.table.js";
import { escapeMarkup } from "./markup.js";
import { timeline } from "./timeline.js";

export interface HtmlOptions {
  /** Of the page; the headline unless told. */
  readonly title?: string;
  /** Language of the labels. */
  readonly labels?: LabelLanguage;
  /** Types that are highlighted and listed; all unless told. */
  readonly types?: readonly MentionType[];
}

/** One self-contained page: the text with highlights, a timeline, a card for every entity, quotes, places. No script, nothing loaded. */
export function toHtml(doc: Doc, options: HtmlOptions = {}): string {
  const view = new PageView(doc, options);
  const title = options.title ?? doc.article.headline?.text ?? "gisa";
  return `<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="gisa ${escapeMarkup(doc.meta.gisa)}">
<title>${escapeMarkup(title.replace(/\s+/g, " ").trim())}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${view.text()}
</main>
<aside>
${[view.legend(), view.timeline(), view.entities(), view.places(), view.quotes()].filter(Boolean).join("\n")}
</aside>
</body>
</html>
`;
}

interface Mark extends Span {
  readonly id: string;
  readonly kind: MentionType | "TRIGGER";
  /** Id of the card or the timeline row that tells more. */
  readonly target?: string;
}

/** The parts of one page, which share look-up tables of the document. */
class PageView {
  readonly language: LabelLanguage;
  private readonly types: ReadonlySet<MentionType>;
  private readonly mentions: ReadonlyMap<string, Doc["mentions"][number]>;
  private readonly byId: ReadonlyMap<string, Entity>;
  private readonly listed: readonly Entity[];
  private readonly marks: readonly Mark[];
  private readonly anchors: ReadonlySet<string>;

  constructor(
    private readonly doc: Doc,
    options: HtmlOptions,
  ) {
    // Written into an attribute: nothing but the two languages may come through, whoever passes the option on.
    this.language = options.labels === "ko" ? "ko" : "en";
    this.types = new Set(options.types ?? MENTION_TYPES);
    this.mentions = new Map(doc.mentions.map((mention) => [mention.id, mention]));
    this.byId = new Map(doc.entities.map((entity) => [entity.id, entity]));
    this.listed = doc.entities.filter(({ type }) => this.types.has(type));
    const cards = new Set(this.listed.map(({ id }) => id));
    const mentions: Mark[] = doc.mentions
      .filter(({ type }) => this.types.has(type))
      .map(({ id, start, end, type, entity }) => ({
        id,
        start,
        end,
        kind: type,
        ...(entity !== undefined && cards.has(entity) ? { target: entity } : {}),
      }));
    const triggers: Mark[] = doc.events.map(({ id, trigger: { start, end } }) => ({
      id: `trigger-${id}`,
      start,
      end,
      kind: "TRIGGER",
      target: id,
    }));
    this.marks = flatSpans([...mentions, ...triggers]);
    this.anchors = new Set(this.marks.map(({ id }) => id));
  }

  /** Line by line, each line in the element of the article part that it belongs to. */
  text(): string {
    const { text, article } = this.doc;
    const parts: (Span & { readonly element: string; readonly name: string })[] = [
      ...(article.headline ? [{ ...article.headline, element: "h1", name: "headline" }] : []),
      ...article.subheadlines.map((span) => ({ ...span, element: "p", name: "subheadline" })),
      ...article.bylines.map((span) => ({ ...span, element: "p", name: "byline" })),
      ...article.captions.map((span) => ({ ...span, element: "p", name: "caption" })),
      ...article.boilerplate.map((span) => ({ ...span, element: "p", name: "boilerplate" })),
    ].sort((a, b) => a.start - b.start);

    const lines: string[] = [];
    let part = 0;
    let mark = 0;
    for (let start = 0; start <= text.length; ) {
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      while (part < parts.length && (parts[part] as Span).end <= start) part++;
      while (mark < this.marks.length && (this.marks[mark] as Span).end <= start) mark++;
      if (text.slice(start, end).trim() !== "") {
        const own = parts[part];
        // A line is its part's where the part holds the greater share of it.
        const shared = own ? Math.min(end, own.end) - Math.max(start, own.start) : 0;
        const [element, name] = own && shared * 2 > end - start ? [own.element, own.name] : ["p", "body"];
        lines.push(`<${element} class="${name}" lang="ko">${this.line({ start, end }, mark)}</${element}>`);
      }
      start = end + 1;
    }
    return `${this.facts()}\n${lines.join("\n")}`;
  }

  private line(line: Span, firstMark: number): string {
    const { text } = this.doc;
    let html = "";
    let at = line.start;
    for (let i = firstMark; i < this.marks.length; i++) {
      const mark = this.marks[i] as Mark;
      if (mark.start >= line.end) break;
      const [from, to] = [Math.max(at, mark.start), Math.min(line.end, mark.end)];
      if (to <= from) continue;
      html += escapeMarkup(text.slice(at, from));
      const id = from === mark.start ? ` id="${escapeMarkup(mark.id)}"` : "";
      const inner = `<mark class="${mark.kind}"${id} title="${this.describe(mark)}">${escapeMarkup(text.slice(from, to))}</mark>`;
      html += mark.target === undefined ? inner : `<a href="#${escapeMarkup(mark.target)}">${inner}</a>`;
      at = to;
    }
    return html + escapeMarkup(text.slice(at, line.end));
  }

  private describe({ id, kind, target }: Mark): string {
    if (kind === "TRIGGER") return HEADING_LABELS.event[this.language];
    const mention = this.mentions.get(id);
    const timex = mention?.timex === undefined ? undefined : this.doc.timexes.find((t) => t.id === mention.timex);
    const detail = timex?.value ?? (target === undefined ? undefined : this.byId.get(target)?.name);
    return escapeMarkup(`${TYPE_LABELS[kind][this.language]}${detail === undefined ? "" : `: ${detail}`}`);
  }

  private facts(): string {
    const published = this.doc.article.publishedAt;
    if (!published) return "";
    const conflict =
      published.conflict === undefined ? "" : ` (${this.label("conflict")}: ${escapeMarkup(published.conflict)})`;
    const day = escapeMarkup(published.value);
    return `<p class="facts">${this.label("published")} <time datetime="${day}">${day}</time>${conflict}</p>`;
  }

  legend(): string {
    const used = new Set(this.marks.map(({ kind }) => kind));
    const items = MENTION_TYPES.filter((type) => used.has(type)).map(
      (type) => `<li><mark class="${type}">${TYPE_LABELS[type][this.language]}</mark></li>`,
    );
    if (used.has("TRIGGER")) items.push(`<li><mark class="TRIGGER">${this.label("event")}</mark></li>`);
    return this.section("legend", items.length > 0 ? `<ul class="legend">${items.join("")}</ul>` : "");
  }

  timeline(): string {
    const rows = timeline(this.doc)
      .flatMap(({ events }) => events)
      .map(({ id, date, trigger, status, participants, place }) => {
        const who = participants.map((participant) => this.link(participant)).join(", ");
        const where = place === undefined ? "" : ` @ ${this.link(place)}`;
        const what = this.jump(`trigger-${id}`, trigger.text);
        return `<li id="${escapeMarkup(id)}">${range(date)} <b>${what}</b> <span class="faint">${STATUS_LABELS[status][this.language]}</span> ${who}${where}</li>`;
      });
    return this.section("timeline", rows.length > 0 ? `<ol class="timeline">${rows.join("\n")}</ol>` : "");
  }

  entities(): string {
    return this.section("entities", this.listed.map((entity) => this.card(entity)).join("\n"));
  }

  private card(entity: Entity): string {
    const facts: string[] = [
      ...(entity.titles ?? []).map(escapeMarkup),
      ...(entity.affiliation === undefined ? [] : [this.link(entity.affiliation)]),
      ...(entity.age === undefined ? [] : [String(entity.age)]),
      ...(entity.expansion === undefined ? [] : [escapeMarkup(entity.expansion)]),
      ...(entity.aliases.length > 0 ? [`= ${entity.aliases.map(escapeMarkup).join(", ")}`] : []),
      ...(entity.place
        ? [escapeMarkup([entity.place.path.join(" "), entity.place.country].filter(Boolean).join(" · "))]
        : []),
    ];
    const mentions = entity.mentions.flatMap((id) => {
      const mention = this.mentions.get(id);
      return mention ? [`<li lang="ko">${this.context(mention)}</li>`] : [];
    });
    return `<article id="${escapeMarkup(entity.id)}"><h3 lang="ko">${escapeMarkup(entity.name)} <mark class="${entity.type}">${TYPE_LABELS[entity.type][this.language]}</mark></h3>
${facts.length > 0 ? `<p lang="ko">${facts.join(" · ")}</p>` : ""}<ol>${mentions.join("")}</ol></article>`;
  }

  private context({ id, start, end, text }: Doc["mentions"][number]): string {
    const around = (from: number, to: number) =>
      escapeMarkup(this.doc.text.slice(Math.max(0, from), to).replace(/\s+/g, " "));
    return `${around(start - 12, start)}${this.jump(id, text)}${around(end, end + 12)}`;
  }

  places(): string {
    const rows = this.listed
      .filter(({ place }) => place !== undefined)
      .map((entity) => {
        const place = entity.place as NonNullable<Entity["place"]>;
        const point =
          place.lat === undefined || place.lon === undefined
            ? ""
            : ` <span class="faint">${place.lat.toFixed(2)}, ${place.lon.toFixed(2)}</span>`;
        const detail = [place.path.join(" › "), place.country, place.code]
          .filter(Boolean)
          .map((part) => escapeMarkup(String(part)));
        return `<li>${this.link(entity.id)}: ${detail.join(" · ")}${point}</li>`;
      });
    return this.section("places", rows.length > 0 ? `<ul lang="ko">${rows.join("\n")}</ul>` : "");
  }

  quotes(): string {
    const rows = this.doc.quotes.map(({ speaker, text }) => {
      const who =
        speaker === undefined ? `<span class="faint">${this.label("unknownSpeaker")}</span>` : this.link(speaker);
      return `<li lang="ko">${who}: <q>${escapeMarkup(text.replace(/^["“'‘「『]|["”'’」』]$/gu, ""))}</q></li>`;
    });
    return this.section("quotes", rows.length > 0 ? `<ul>${rows.join("\n")}</ul>` : "");
  }

  private link(entity: string): string {
    const name = escapeMarkup(this.byId.get(entity)?.name ?? entity);
    const listed = this.byId.has(entity) && this.types.has((this.byId.get(entity) as Entity).type);
    return listed ? `<a href="#${escapeMarkup(entity)}">${name}</a>` : name;
  }

  private jump(anchor: string, text: string): string {
    const shown = escapeMarkup(text);
    return this.anchors.has(anchor) ? `<a href="#${escapeMarkup(anchor)}">${shown}</a>` : `<b>${shown}</b>`;
  }

  private label(heading: keyof typeof HEADING_LABELS): string {
    return HEADING_LABELS[heading][this.language];
  }

  private section(heading: keyof typeof HEADING_LABELS, content: string): string {
    return content === "" ? "" : `<section class="${heading}"><h2>${this.label(heading)}</h2>\n${content}</section>`;
  }
}

function range({ from, to }: { readonly from: string; readonly to: string }): string {
  const day = (iso: string) => `<time datetime="${escapeMarkup(iso)}">${escapeMarkup(iso)}</time>`;
  return from === to ? day(from) : `${day(from)}–${day(to)}`;
}
