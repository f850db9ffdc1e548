/**
 * Tells a page's article from the rest of the page, and its parts from one another.
 *
 * Shapes  text → Article. Every line lies in exactly one part: headline, subheadline, byline, caption, body or boilerplate; a
 *         paragraph that begins or ends with a byline is cut in two.
 * Units   UTF-16 code units of the whole text.
 * Errors  none. Reports "article/no-date" and "article/date-conflict".
 *
 * A text of one line, or a clean article, has no boilerplate. With `wholePage` no text has.
 */
import type { AnalyzeOptions, Article, Byline, PublishedAt, Report, Span, TextSpan } from "../core/types.js";
import { authorIn, isColumn } from "./author.js";
import { findBoilerplate } from "./boilerplate-lines.js";
import { findLeadingByline, findTrailingByline, isBylineLine, readBylineParts } from "./byline.js";
import { isCaption } from "./caption.js";
import { readDates } from "./date-lines.js";
import { findHeadline, isProse, isTitleLike } from "./headline.js";
import { type Line, readLines } from "./lines.js";
import { splitMixedLines } from "./mixed-lines.js";
import { continues, titleContinues } from "./paragraphs.js";
import { type DatedLine, findPublishedAt } from "./published-at.js";

interface Parts {
  headline?: TextSpan;
  subheadlines: TextSpan[];
  bylines: Byline[];
  dateline?: TextSpan;
  captions: TextSpan[];
  body: Span[];
  boilerplate: Span[];
  publishedAt?: PublishedAt;
}

/** A date on a page's first or last lines is the page's; in between it is the article's or another article's. */
const FIRST_LINES = 60;

export function findArticle(text: string, options: AnalyzeOptions, report: Report): Article {
  const whole = options.wholePage ?? false;
  const lines = whole ? readLines(text) : splitMixedLines(text, readLines(text));
  const isBoilerplate = whole ? lines.map(() => false) : boilerplateOf(lines);
  const parts: Parts = { subheadlines: [], bylines: [], captions: [], body: [], boilerplate: [] };
  const kept = lines.filter((line, i) => {
    if (isBoilerplate[i]) parts.boilerplate.push({ start: line.start, end: line.end });
    return !isBoilerplate[i];
  });
  sortLines(text, kept, lines, isBoilerplate, parts);
  if (!whole) giveAddresses(parts);
  parts.body.sort((a, b) => a.start - b.start);
  const publishedAt = findPublishedAt(
    text,
    parts.body,
    datedLines(lines, isBoilerplate, dayLine(parts)),
    options.publishedAt,
    report,
  );
  if (publishedAt) parts.publishedAt = publishedAt;
  return inOrder(parts);
}

/** A text that would be boilerplate and nothing else is an article: "추천해요" alone is what somebody wrote. */
function boilerplateOf(lines: readonly Line[]): boolean[] {
  const found = findBoilerplate(lines);
  return found.every((mark) => mark) ? found.map(() => false) : found;
}

/** Gives each line that is no boilerplate its part. */
function sortLines(
  text: string,
  kept: readonly Line[],
  all: readonly Line[],
  isBoilerplate: readonly boolean[],
  parts: Parts,
): void {
  const last = kept.length - 1;
  const signedFrom = Math.max(1, last - 2);
  const author = authorOf(kept);
  const rest = kept.filter((line, i) => {
    if (line === author?.line) {
      const { start, end, text: signature, email } = readBylineParts(text, line);
      parts.bylines.push({ start, end, text: signature, reporters: [author.name], ...(email ? { email } : {}) });
      return false;
    }
    // A first line that looks like a byline is one only where more follows: "홍길동 기자" alone is a text.
    if (kept.length > 1 && !findLeadingByline(line.text) && isBylineLine(line.text, i >= signedFrom || i <= 3) && i > 0)
      addByline(text, line, parts);
    else if (kept.length > 1 && isCaption(line.text)) parts.captions.push(spanOf(line));
    else return true;
    return false;
  });
  const before = new Set(all.filter((_, i) => i > 0 && isBoilerplate[i - 1]));
  const [only] = rest;
  // A page of pictures: a title, and nothing but captions.
  const ofPictures = rest.length === 1 && parts.captions.length > 0 && only !== undefined && isTitle(only.text);
  const { headline, subheadlines } = ofPictures
    ? { headline: 0, subheadlines: [] }
    : findHeadline(
        rest.map((line) => line.text),
        rest.map((line) => before.has(line)),
        rest.map((line) => findLeadingByline(line.text) !== null),
        parts.boilerplate.length > 0,
      );
  const titles = new Set(subheadlines);
  const [first] = headline < 0 ? [] : rest.slice(headline);
  const second = rest[headline + 1];
  // A headline of two lines is one.
  const wraps = first && second && titles.has(headline + 1) && titleContinues(first, second);
  let open: { start: number; line: Line } | null = null;
  rest.forEach((line, i) => {
    if (i === headline) {
      const end = wraps ? second.end : line.end;
      parts.headline = { start: line.start, end, text: text.slice(line.start, end) };
    } else if (wraps && i === headline + 1) return;
    else if (titles.has(i)) parts.subheadlines.push(spanOf(line));
    else {
      const next = rest[i + 1];
      const start: number = open?.start ?? line.start;
      if (next && i + 1 !== headline && !titles.has(i + 1) && continues(line, next)) open = { start, line };
      else {
        addParagraph(text, { start, end: line.end }, kept.length > 1, parts);
        open = null;
      }
    }
  });
}

/** Lines of a column's head or foot in which its author may be named. */
const AUTHOR_LINES = 3;

/** The line that names the author of a column. */
function authorOf(lines: readonly Line[]): { line: Line; name: TextSpan } | null {
  if (lines.length < 3 || !lines.slice(0, 2).some(({ text }) => isColumn(text))) return null;
  for (const line of [...lines.slice(-AUTHOR_LINES).reverse(), ...lines.slice(1, AUTHOR_LINES)]) {
    const name = isProse(line.text) ? null : authorIn(line.text);
    if (!name) continue;
    const { start, end } = name;
    return { line, name: { start: line.start + start, end: line.start + end, text: line.text.slice(start, end) } };
  }
  return null;
}

/** An e-mail address that has a line to itself is of the byline before it, or of the one after. */
function giveAddresses(parts: Parts): void {
  parts.bylines.sort((a, b) => a.start - b.start);
  const isAddress = ({ email, reporters, outlet }: Byline) => email && reporters.length === 0 && !outlet;
  for (const line of parts.bylines.filter(isAddress)) {
    const others = parts.bylines.filter((other) => other.reporters.length > 0 && !other.email);
    const to = others.findLast((other) => other.start < line.start) ?? others[0];
    if (!to || !line.email) continue;
    parts.bylines = parts.bylines
      .filter((other) => other !== line)
      .map((other) => (other === to ? { ...to, email: line.email! } : other));
    parts.boilerplate.push({ start: line.start, end: line.end });
  }
}

const isTitle = (line: string): boolean => isTitleLike(line) && !isProse(line);

/** A paragraph, less the byline that it begins or ends with. */
function addParagraph(text: string, { start, end }: Span, inArticle: boolean, parts: Parts): void {
  const paragraph = text.slice(start, end);
  const leading = findLeadingByline(paragraph);
  let from = start;
  if (leading) {
    addByline(text, { start, end: start + leading.end }, parts);
    from = skipSpaces(text, start + leading.end, end);
  }
  const trailing = inArticle && from < end ? findTrailingByline(text.slice(from, end)) : null;
  const to = trailing === null ? end : from + trailing;
  if (from < to) parts.body.push({ start: from, end: trimEnd(text, from, to) });
  if (trailing !== null) addByline(text, { start: to, end }, parts);
}

function addByline(text: string, span: Span, parts: Parts): void {
  const { dateline, ...byline } = readBylineParts(text, { start: span.start, end: span.end });
  parts.bylines.push(byline);
  if (dateline && parts.dateline === undefined) parts.dateline = dateline;
}

function spanOf({ start, end, text }: Line): TextSpan {
  return { start, end, text };
}

function skipSpaces(text: string, at: number, end: number): number {
  while (at < end && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}

/** A notice's date stands alone between its title and its text: start of that line, or -1. */
function dayLine({ headline, body }: Parts): number {
  const first = body[0]?.start ?? -1;
  return headline !== undefined && body.length > 1 && first > headline.end ? first : -1;
}

function datedLines(lines: readonly Line[], isBoilerplate: readonly boolean[], dayLine: number): DatedLine[] {
  const dated: DatedLine[] = [];
  lines.forEach((line, i) => {
    const near = i < FIRST_LINES || i >= lines.length - FIRST_LINES;
    if (!near) return;
    for (const found of readDates(line.text)) {
      // A bare date that is article text is a table's or a signature's.
      if (found.label === "bare" && !isBoilerplate[i] && line.start !== dayLine) continue;
      dated.push({ ...found, start: line.start, end: line.end });
    }
  });
  return dated;
}

function inOrder(parts: Parts): Article {
  const byStart = <T extends Span>(spans: T[]) => spans.sort((a, b) => a.start - b.start);
  return {
    ...(parts.headline ? { headline: parts.headline } : {}),
    subheadlines: byStart(parts.subheadlines),
    bylines: byStart(parts.bylines),
    ...(parts.dateline ? { dateline: parts.dateline } : {}),
    captions: byStart(parts.captions),
    body: byStart(parts.body),
    boilerplate: byStart(parts.boilerplate),
    ...(parts.publishedAt ? { publishedAt: parts.publishedAt } : {}),
  };
}
