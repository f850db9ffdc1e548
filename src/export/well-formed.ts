/** Lone surrogates become U+FFFD: readers of UTF-8 refuse them. The length stays, in UTF-16 units and in code points. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
