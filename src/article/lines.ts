/**
 * The lines of a page, white space at their ends left out.
 *
 * Shapes  text → Line[] in text order; lines of white space alone are not among them.
 * Units   UTF-16 code units of the whole text. `number` counts every line of the text from 0, so that two lines whose
 *         numbers differ by more than one have a blank line between them.
 */
import type { Span } from "../core/types.js";

export interface Line extends Span {
  readonly text: string;
  readonly number: number;
}

export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    for (const line of atCarriageReturns(text, start, end, number)) lines.push(line);
    number++;
    start = end + 1;
  }
  return lines;
}

/** One line of the text, or the lines of an old file that ends them with a carriage return alone. */
function atCarriageReturns(text: string, start: number, end: number, number: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (const part of text.slice(start, end).split("\r")) {
    const line = trimmed(text, from, from + part.length, number);
    if (line.text !== "") lines.push(line);
    from += part.length + 1;
  }
  return lines;
}

/** The line between two offsets without the spaces at its ends. */
export function trimmed(text: string, start: number, end: number, number: number): Line {
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end, text: text.slice(start, end), number };
}
