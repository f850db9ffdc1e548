import type { Doc, Span } from "../../src/core/types.js";

/** What is wrong with the order, the extent and the nesting of a document's layers; nothing where all is as promised. */
export function layerFaults(doc: Doc): string[] {
  const faults: string[] = [];
  const promise = (
    name: string,
    spans: readonly Span[],
    { apart, empty = false }: { apart: boolean; empty?: boolean },
  ) => {
    spans.forEach((span, i) => {
      const before = spans[i - 1];
      if (!empty && span.start >= span.end) faults.push(`${name}[${i}] is empty: ${span.start}..${span.end}`);
      if (before === undefined) return;
      if (span.start < before.start) faults.push(`${name}[${i}] is out of order: ${before.start}, ${span.start}`);
      if (apart && span.start < before.end) faults.push(`${name}[${i}] overlaps: ..${before.end}, ${span.start}..`);
    });
  };
  promise("sentences", doc.sentences, { apart: true });
  promise("tokens", doc.tokens, { apart: true });
  promise("mentions", doc.mentions, { apart: true });
  promise("timexes", doc.timexes, { apart: true });
  promise("body", doc.article.body, { apart: true });
  promise("boilerplate", doc.article.boilerplate, { apart: true });
  promise("quotes", doc.quotes, { apart: false });
  promise(
    "events",
    doc.events.map(({ trigger }) => trigger),
    { apart: false },
  );

  const within = (name: string, spans: readonly Span[]) => {
    let s = 0;
    spans.forEach(({ start, end }, i) => {
      while (s < doc.sentences.length && (doc.sentences[s] as Span).end <= start) s++;
      const sentence = doc.sentences[s];
      if (sentence === undefined || start < sentence.start || end > sentence.end)
        faults.push(`${name}[${i}] is cut by the end of a sentence, or outside all: ${start}..${end}`);
    });
  };
  within("tokens", doc.tokens);
  within("mentions", doc.mentions);
  within("timexes", doc.timexes);

  doc.timexes.forEach(({ from, to, value, text }, i) => {
    if (from !== null && to !== null && from.slice(0, 10) > to.slice(0, 10))
      faults.push(`timexes[${i}] ends before it begins: ${from}, ${to} (${text})`);
    if (value === "") faults.push(`timexes[${i}] has no value`);
    for (const day of [from, to])
      if (day !== null && !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/.test(day))
        faults.push(`timexes[${i}] has a bad bound: ${day} (${text})`);
  });
  doc.events.forEach(({ date }, i) => {
    for (const day of [date.from, date.to])
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) faults.push(`events[${i}] has a bad bound: ${day}`);
    if (date.from > date.to) faults.push(`events[${i}] ends before it begins: ${date.from}, ${date.to}`);
  });
  const published = doc.article.publishedAt?.value;
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published)) faults.push(`publishedAt is ${published}`);
  doc.mentions.forEach(({ score }, i) => {
    if (!(score >= 0 && score <= 1)) faults.push(`mentions[${i}] has the score ${score}`);
  });
  doc.entities.forEach(({ salience, name, mentions }, i) => {
    if (!(salience >= 0 && salience <= 1)) faults.push(`entities[${i}] has the salience ${salience}`);
    if (name === "") faults.push(`entities[${i}] has no name`);
    if (mentions.length === 0) faults.push(`entities[${i}] has no mention`);
  });
  return faults.slice(0, 8);
}
