/**
 * Who answers in an interview: a line that asks (—첫 근무지는 어디였나.) and the “…” after it, and a name that stands before what it says (문가람: “…”).
 */
import type { Entity, Mention, Sentence } from "../core/types.js";

/** A dash or a mark at the head of the line and a question at its end; —, which opens nothing else, needs only a clause. */
const QUESTION =
  /^(?:[—―]\s?\S[^\n]{2,}(?:[?？]|[가-힣]\.)|(?:[-–▷▶◇◆■□△▲Q]|Q\d{0,2}[.:)]|문[.:)])\s?\S[^\n]{2,}(?:[?？]|(?:나|가|까|요|는지|는가)\.?))$/u;

export const isQuestion = (text: string, { start, end, part }: Sentence): boolean =>
  part === "body" && QUESTION.test(text.slice(start, end).trim());

/** The entity that the questions are put to: the person of the headline, else the person named most. */
export function intervieweeOf(
  entities: readonly Entity[],
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
): string | undefined {
  const headlineEnd = sentences.findLast(({ part }) => part === "headline")?.end ?? 0;
  const reporters = new Set(mentions.filter(({ role }) => role === "reporter").map(({ id }) => id));
  const inHeadline = new Set(mentions.filter(({ end }) => end <= headlineEnd).map(({ id }) => id));
  let best: Entity | undefined;
  let most = 0;
  for (const entity of entities) {
    if (entity.type !== "PERSON" || entity.mentions.some((id) => reporters.has(id))) continue;
    const weight = entity.mentions.length + (entity.mentions.some((id) => inHeadline.has(id)) ? mentions.length : 0);
    if (weight > most) [best, most] = [entity, weight];
  }
  return best?.id;
}

/** What may stand before a label in its line: a mark, the body. */
const BEFORE_LABEL = /^[ ■□▶▲△●○◆◇·ㅇ-]{0,3}[^“”":]{0,12}$/u;
/** The title between a name and its colon. */
const AFTER_LABEL = /^(?: ?\([^()\n]{1,12}\))?(?: [가-힣]{1,8}){0,2} ?[:：=] ?$/u;

/** 문가람 대표: “…”: whether a name labels the quotation, at the head of its line. */
export function isLabel(text: string, name: Mention, quotation: { readonly start: number }): boolean {
  if (!AFTER_LABEL.test(text.slice(name.end, Math.min(quotation.start, name.end + 40)))) return false;
  const from = Math.max(0, name.start - 16);
  const before = text.slice(from, name.start);
  const line = before.lastIndexOf("\n");
  return (line >= 0 || from === 0) && BEFORE_LABEL.test(before.slice(line + 1));
}
