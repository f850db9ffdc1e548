import type { Doc, Entity, EventDate, Mention, Quote, Span, Timex } from "../../src/index.js";

/**
 * The whole document, one line an annotation: under each sentence (`§`) what begins in it, then the entities.
 *
 * An entity is called by its name; a second one of that name is `name#2`. Offsets are left out, as the order and the text say them.
 */
export function render(doc: Doc): string {
  const nameOf = entityNames(doc.entities);
  const timexes = new Map(doc.timexes.map((timex) => [timex.id, timex]));
  const mentions = new Map(doc.mentions.map((mention) => [mention.id, mention]));
  const inTimexMention = new Set(doc.mentions.flatMap(({ timex }) => timex ?? []));
  const rows: (Span & { readonly line: string })[] = [
    ...doc.mentions.map((mention) => ({ ...mention, line: mentionLine(mention, timexes, nameOf) })),
    ...doc.timexes
      .filter(({ id }) => !inTimexMention.has(id))
      .map((timex) => ({ ...timex, line: `  ${timexPart(timex)}  ${oneLine(timex.text)}` })),
    ...doc.quotes.map((quote) => ({ ...quote, line: quoteLine(quote, nameOf) })),
    ...doc.events.map((event) => ({ ...event.trigger, line: eventLine(event, timexes, nameOf) })),
  ].sort((a, b) => a.start - b.start);

  const lines = articleLines(doc);
  let next = 0;
  for (const sentence of doc.sentences) {
    lines.push("", `§ ${sentence.part}  ${oneLine(doc.text.slice(sentence.start, sentence.end))}`);
    while (next < rows.length && rows[next]!.start < sentence.end) lines.push(rows[next++]!.line);
  }
  lines.push(...rows.slice(next).map(({ line }) => line));
  lines.push("", "= entities", ...doc.entities.map((entity) => entityLine(entity, mentions, nameOf)), "");
  return lines.join("\n");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");
const field = (name: string, value: string | undefined): string => (value === undefined ? "" : `  ${name} ${value}`);

type NameOf = (id: string) => string;

function entityNames(entities: readonly Entity[]): NameOf {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const { id, name } of entities) {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    names.set(id, count === 1 ? name : `${name}#${count}`);
  }
  return (id) => names.get(id) ?? `?${id}`;
}

function articleLines({ text, language, article, diagnostics }: Doc): string[] {
  const { headline, subheadlines, bylines, dateline, captions, boilerplate, publishedAt } = article;
  const published =
    publishedAt && `${publishedAt.value}  ${publishedAt.source}${field("conflict", publishedAt.conflict)}`;
  return [
    `language  ${language}`,
    `published  ${published ?? "-"}`,
    ...(headline ? [`headline  ${headline.text}`] : []),
    ...subheadlines.map((line) => `subheadline  ${line.text}`),
    ...bylines.map(({ outlet, reporters, email }) => {
      const names = reporters.map((reporter) => reporter.text).join(", ");
      return `byline${field("outlet", outlet?.text)}${field("reporters", names)}${field("email", email?.text)}`;
    }),
    ...(dateline ? [`dateline  ${dateline.text}`] : []),
    ...captions.map((line) => `caption  ${oneLine(line.text)}`),
    ...boilerplate.map(({ start, end }) => `boilerplate  ${oneLine(text.slice(start, end))}`),
    ...diagnostics.map(
      ({ code, severity, start = 0, end = 0 }) => `diagnostic  ${severity} ${code}  ${oneLine(text.slice(start, end))}`,
    ),
  ];
}

function mentionLine(mention: Mention, timexes: ReadonlyMap<string, Timex>, nameOf: NameOf): string {
  const timex = mention.timex === undefined ? undefined : timexes.get(mention.timex);
  const entity = mention.entity === undefined ? "" : `  → ${nameOf(mention.entity)}`;
  const role = mention.role === undefined ? "" : `  (${mention.role})`;
  const what = timex ? timexPart(timex) : mention.type;
  return `  ${what}  ${oneLine(mention.text)}${entity}${role}`;
}

/** Type and value, and the days or minutes where the value does not say them. */
function timexPart({ type, value, mod, zone, from, to }: Timex): string {
  const days = from === to ? `${from}` : `${from}..${to}`;
  return [type, value, mod, zone, ...(from === null || days === value ? [] : [`[${days}]`])]
    .filter((part) => part !== undefined)
    .join(" ");
}

function quoteLine({ kind, text, speaker, cue }: Quote, nameOf: NameOf): string {
  const words = oneLine(text);
  const shown = words.length > 44 ? `${words.slice(0, 20)} … ${words.slice(-20)}` : words;
  return `  “ ${kind}  ${shown}${field("speaker", speaker && nameOf(speaker))}${field("cue", cue?.text)}`;
}

function eventLine(event: EventDate, timexes: ReadonlyMap<string, Timex>, nameOf: NameOf): string {
  const { trigger, kind, date, status, participants, place, timex } = event;
  const days = date.from === date.to ? date.from : `${date.from}..${date.to}`;
  const who = participants.map(nameOf).join(", ");
  const when = oneLine(timexes.get(timex)?.text ?? "?");
  return `  ! ${kind}  ${oneLine(trigger.text)}  ${days} (${when})  ${status}${field("who", who || undefined)}${field("at", place && nameOf(place))}`;
}

function entityLine(entity: Entity, mentions: ReadonlyMap<string, Mention>, nameOf: NameOf): string {
  const { type, aliases, titles, affiliation, age, roles, expansion, kind, parent, place } = entity;
  const texts = new Map<string, number>();
  for (const id of entity.mentions) {
    const text = oneLine(mentions.get(id)?.text ?? "?");
    texts.set(text, (texts.get(text) ?? 0) + 1);
  }
  const named = [...texts].map(([text, count]) => (count === 1 ? text : `${text} ×${count}`)).join(", ");
  const where =
    place && [place.path.join(" "), place.country, place.code].filter((part) => part !== undefined && part !== "");
  return [
    `${type}  ${nameOf(entity.id)}  {${named}}`,
    field("aliases", list(aliases)),
    field("titles", list(titles)),
    field("of", affiliation && nameOf(affiliation)),
    field("age", age === undefined ? undefined : `${age}`),
    field("roles", list(roles)),
    field("expansion", expansion),
    field("kind", kind),
    field("part of", parent && nameOf(parent)),
    field("place", where?.join(" / ")),
  ].join("");
}

const list = (words: readonly string[] | undefined): string | undefined =>
  words === undefined || words.length === 0 ? undefined : words.join(", ");
