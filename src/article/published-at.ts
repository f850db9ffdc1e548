import { type CivilDate, formatDate, parseDate } from "../core/civil-date.js";
import type { PublishedAt, Report, Span } from "../core/types.js";
import type { PageDate } from "./date-lines.js";

export interface DatedLine extends PageDate, Span {}

export function findPublishedAt(
  _text: string,
  dated: readonly DatedLine[],
  given: string | undefined,
  report: Report,
): PublishedAt | undefined {
  const own = given === undefined ? null : parseDate(given);
  if (own) return { value: formatDate(own), source: "given" };
  const page: CivilDate | undefined = dated[0]?.date;
  if (page) return { value: formatDate(page), source: "text" };
  report({ code: "article/no-date", severity: "info", stage: "article" });
  return undefined;
}
