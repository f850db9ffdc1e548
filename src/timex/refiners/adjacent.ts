import type { Span } from "../../core/types.js";

/** Whether `b` follows `a` with nothing, one space or one line break between. */
export function follows(text: string, a: Span, b: Span | undefined): b is Span {
  if (!b) return false;
  const gap = b.start - a.end;
  if (gap === 0) return true;
  const code = text.charCodeAt(a.end);
  return gap === 1 && (code === 32 || code === 10);
}
