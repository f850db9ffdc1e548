/**
 * A text with its mentions written in: `[김경일|P] [파주시장|T]은 [파주시|O]에서`.
 * P person, L place, O organisation, E event, W work, A law, T title, Q quantity, D date; `[…|P:reporter]` gives a role,
 * `[…|P?]` says that the tagger is not sure. A first line that ends in `##` is the headline, a second one a subheadline; the others are paragraphs.
 */
import type {
  Article,
  Entity,
  Mention,
  MentionRole,
  MentionType,
  Relation,
  TextSpan,
} from "../../../src/core/types.js";
import { clusterEntities } from "../../../src/entity/cluster-entities.js";

const TYPES: Readonly<Record<string, MentionType>> = {
  P: "PERSON",
  L: "LOCATION",
  O: "ORGANIZATION",
  E: "EVENT",
  W: "WORK",
  A: "LAW",
  T: "TITLE",
  Q: "QUANTITY",
  D: "DATE",
};

export interface Marked {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly article: Article;
}

export function readMarked(marked: string): Marked {
  const mentions: Mention[] = [];
  let text = "";
  let from = 0;
  for (const match of marked.matchAll(/\[([^[\]|]+)\|([A-Z])(\?)?(?::([a-z]+))?\]/gu)) {
    text += marked.slice(from, match.index);
    const [whole, surface = "", type = "", unsure, role] = match;
    mentions.push({
      id: `m${mentions.length + 1}`,
      start: text.length,
      end: text.length + surface.length,
      text: surface,
      type: TYPES[type]!,
      fine: "",
      score: unsure ? 0.5 : 1,
      ...(role !== undefined && { role: role as MentionRole }),
    });
    text += surface;
    from = match.index + whole.length;
  }
  text += marked.slice(from);
  const headline = /^(.*)##\n/u.exec(text)?.[1];
  const subheadline = headline === undefined ? undefined : /^.*##\n(.*)##\n/u.exec(text)?.[1];
  const subheadlineAt = (headline?.length ?? 0) + 3;
  const article: Article = {
    ...(headline !== undefined && { headline: { start: 0, end: headline.length, text: headline } }),
    subheadlines:
      subheadline === undefined
        ? []
        : [{ start: subheadlineAt, end: subheadlineAt + subheadline.length, text: subheadline }],
    bylines: [],
    captions: [],
    body: paragraphsOf(
      text,
      headline === undefined ? 0 : subheadlineAt + (subheadline === undefined ? 0 : subheadline.length + 3),
    ),
    boilerplate: [],
  };
  return { text, mentions, article };
}

const paragraphsOf = (text: string, from: number): TextSpan[] =>
  [...text.slice(from).matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => ({
    start: from + index,
    end: from + index + line.length,
    text: line,
  }));

export function clusterMarked(
  marked: string,
  publishedAt?: string,
): {
  entities: Entity[];
  relations: Relation[];
  mentions: readonly Mention[];
} {
  const { text, mentions, article: undated } = readMarked(marked);
  const article: Article =
    publishedAt === undefined ? undated : { ...undated, publishedAt: { value: publishedAt, source: "given" } };
  let start = 0;
  const sentences = text.split(/(?<=[.\n])/u).map((line) => {
    const sentence = { start, end: start + line.length, part: "body" as const };
    start += line.length;
    return sentence;
  });
  return { ...clusterEntities(text, article, sentences, mentions), mentions };
}

/** Each entity as the surfaces of its mentions: "파주시=파주시=파주". */
export function surfacesOf(marked: string): string[] {
  const { entities, mentions } = clusterMarked(marked);
  const byId = new Map(mentions.map((mention) => [mention.id, mention.text]));
  return entities.map((entity) => entity.mentions.map((id) => byId.get(id)).join("="));
}
