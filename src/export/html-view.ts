import { type Doc, type Entity, MENTION_TYPES, type Mention, type MentionType, type Timex } from "../core/types.js";
import { type Mark, type Marks, marksOf } from "./html-marks.js";
import { HEADING_LABELS, type LabelLanguage, TYPE_LABELS } from "./labels.table.js";
import { escapeMarkup } from "./markup.js";

export interface HtmlOptions {
  /** Of the page; the headline unless told. */
  readonly title?: string;
  /** Language of the labels. */
  readonly labels?: LabelLanguage;
  /** Types that are highlighted and listed; all unless told. */
  readonly types?: readonly MentionType[];
  /** One element with its own style, to put into a page, in place of a page. */
  readonly fragment?: boolean;
  /** Before every id: keeps two fragments of one page apart. */
  readonly idPrefix?: string;
}

/** What the parts of one page share: look-up tables of the document, and how a link is written. */
export class HtmlView {
  readonly language: LabelLanguage;
  readonly types: ReadonlySet<MentionType>;
  readonly mentions: ReadonlyMap<string, Mention>;
  readonly timexes: ReadonlyMap<string, Timex>;
  /** Entities that have a card. */
  readonly entities: readonly Entity[];
  /** Time expressions that have a row, each with its first mention. */
  readonly dates: ReadonlyMap<string, Mention>;
  readonly marks: readonly Mark[];
  /** Level of the headline's heading: 1 in a page, 2 in a fragment. */
  readonly top: 1 | 2;
  private readonly names: ReadonlyMap<string, string>;
  private readonly cards: ReadonlySet<string>;
  private readonly anchors: Marks["anchors"];
  private readonly prefix: string;

  constructor(
    readonly doc: Doc,
    options: HtmlOptions,
  ) {
    // Written into an attribute: nothing but the two languages may come through, whoever passes the option on.
    this.language = options.labels === "ko" ? "ko" : "en";
    this.types = new Set(options.types ?? MENTION_TYPES);
    this.prefix = escapeMarkup(options.idPrefix ?? "");
    this.top = options.fragment ? 2 : 1;
    this.mentions = new Map(doc.mentions.map((mention) => [mention.id, mention]));
    this.timexes = new Map(doc.timexes.map((timex) => [timex.id, timex]));
    this.names = new Map(doc.entities.map(({ id, name }) => [id, name]));
    this.entities = doc.entities.filter(({ type }) => this.types.has(type));
    this.cards = new Set(this.entities.map(({ id }) => id));
    const dates = new Map<string, Mention>();
    for (const mention of doc.mentions)
      if (mention.timex !== undefined && this.types.has(mention.type) && !dates.has(mention.timex))
        dates.set(mention.timex, mention);
    this.dates = dates;
    ({ marks: this.marks, anchors: this.anchors } = marksOf(doc, this.types));
  }

  label(heading: keyof typeof HEADING_LABELS): string {
    return HEADING_LABELS[heading][this.language];
  }

  typeLabel(type: MentionType): string {
    return TYPE_LABELS[type][this.language];
  }

  /** `<h2 …>` for the headline's level plus `below`. */
  heading(below: 0 | 1 | 2, content: string, attributes = ""): string {
    const element = `h${this.top + below}`;
    return `<${element}${attributes}>${content}</${element}>`;
  }

  id(own: string): string {
    return ` id="${this.prefix}${escapeMarkup(own)}"`;
  }

  href(target: string): string {
    return ` href="#${this.prefix}${escapeMarkup(target)}"`;
  }

  /** The document's language for its own words among labels of another. */
  get lang(): string {
    return this.doc.language === "kor" ? ' lang="ko"' : "";
  }

  /** Card or row that tells more of a mark. */
  targetOf({ of, kind }: Mark): string | undefined {
    if (kind === "TRIGGER") return of;
    const { entity, timex } = this.mentions.get(of) ?? {};
    if (entity !== undefined && this.cards.has(entity)) return entity;
    return timex !== undefined && this.timexes.has(timex) ? timex : undefined;
  }

  /** In words what a mark's colour says, and what it stands for. */
  describe({ of, kind }: Mark): string {
    if (kind === "TRIGGER") return this.label("event");
    const { entity, timex } = this.mentions.get(of) ?? {};
    const detail = this.timexes.get(timex ?? "")?.value ?? this.names.get(entity ?? "");
    return escapeMarkup(`${this.typeLabel(kind)}${detail === undefined ? "" : `: ${detail}`}`);
  }

  /** The name of an entity, linked to its card where it has one. */
  entity(id: string): string {
    const name = escapeMarkup(this.names.get(id) ?? id);
    return this.cards.has(id) ? `<a${this.href(id)}${this.lang}>${name}</a>` : `<span${this.lang}>${name}</span>`;
  }

  /** Words of the text, linked to where they stand in it. */
  jump(id: string, text: string): string {
    const anchor = this.anchors.get(id);
    const shown = escapeMarkup(text);
    return anchor === undefined ? `<b${this.lang}>${shown}</b>` : `<a${this.href(anchor)}${this.lang}>${shown}</a>`;
  }
}

export function day(iso: string): string {
  return `<time datetime="${escapeMarkup(iso)}">${escapeMarkup(iso)}</time>`;
}
