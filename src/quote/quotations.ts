import type { Span } from "../core/types.js";

/** A stretch in quotation marks, marks included. */
export interface Quotation extends Span {
  readonly mark: "double" | "single" | "straight";
}

/** A quotation longer than this, in UTF-16 code units, is a mark that was never closed. */
const LONGEST = 1200;

/**
 * Pairs quotation marks. Quotations inside a quotation are part of it. A straight mark opens where no other is open, and anew behind white space in
 * another line; it closes what “ opened where it stands at the end of a word and closes no straight one inside: “간다"고, and ” closes a straight one.
 * None of them pairs across a blank line. Linear: each mark is read once.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let double = -1;
  let single = -1;
  let straight = -1;
  let nested = false;
  let line = 0;
  const close = (start: number, end: number, mark: Quotation["mark"]) => {
    if (start < 0 || end - start > LONGEST || end - start < 3) return;
    while (found.length > 0 && (found[found.length - 1] as Quotation).start > start) found.pop();
    found.push({ start, end, mark });
  };
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x201c:
        if (double < 0 || i - double > LONGEST) double = i;
        nested = false;
        break;
      case 0x201d:
        if (double < 0) {
          close(straight, i + 1, "straight");
          straight = -1;
        } else close(double, i + 1, "double");
        double = -1;
        break;
      case 0x2018:
        single = i;
        break;
      case 0x2019:
        if (double < 0) close(single, i + 1, "single");
        single = -1;
        break;
      case 0x22:
        if (double >= 0) {
          if (opens(text, i)) nested = true;
          else if (nested) nested = false;
          else {
            close(double, i + 1, "double");
            double = -1;
          }
          break;
        }
        if (straight < 0 || (straight < line && opens(text, i))) straight = i;
        else {
          close(straight, i + 1, "straight");
          straight = -1;
        }
        break;
      case 0x0a:
        line = i;
        if (text.charCodeAt(i + 1) === 0x0a) {
          double = -1;
          single = -1;
          straight = -1;
        }
        break;
    }
  }
  return found;
}

/** Whether a straight mark can only open: nothing or white space before it, a word behind. */
function opens(text: string, at: number): boolean {
  return /^(?:|[\s(])$/u.test(text.slice(Math.max(0, at - 1), at)) && /\S/u.test(text[at + 1] ?? "");
}
