import { MENTION_TYPES, type MentionDraft, type MentionType } from "../core/types.js";

const TYPES: ReadonlySet<unknown> = new Set(MENTION_TYPES);

/**
 * What can be used of a tagger's answer, whoever wrote the tagger.
 *
 * Shapes  anything → drafts in text order, inside the text, apart, each with its exact slice and a score from 0 to 1.
 *         Of two that overlap the surer stays, then the longer, then the earlier.
 */
export function soundDrafts(text: string, given: unknown): MentionDraft[] {
  if (!Array.isArray(given)) return [];
  const drafts: MentionDraft[] = [];
  for (const draft of given as readonly unknown[]) {
    const sound = soundDraft(text, draft);
    if (sound !== undefined) drafts.push(sound);
  }
  drafts.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: MentionDraft[] = [];
  for (const draft of drafts) {
    let beaten = false;
    while (!beaten && kept.length > 0 && kept.at(-1)!.end > draft.start) {
      if (isSurer(draft, kept.at(-1)!)) kept.pop();
      else beaten = true;
    }
    if (!beaten) kept.push(draft);
  }
  return kept;
}

function soundDraft(text: string, draft: unknown): MentionDraft | undefined {
  const { start, end, type, fine, score } = (draft ?? {}) as Partial<Record<keyof MentionDraft, unknown>>;
  if (!isOffset(start) || !isOffset(end) || start >= end || end > text.length || !TYPES.has(type)) return undefined;
  return {
    start,
    end,
    text: text.slice(start, end),
    type: type as MentionType,
    fine: typeof fine === "string" ? fine : "",
    // A tagger that gives no score is taken at its word.
    score: typeof score === "number" && !Number.isNaN(score) ? Math.min(1, Math.max(0, score)) : 1,
  };
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isSurer = (a: MentionDraft, b: MentionDraft) =>
  a.score > b.score || (a.score === b.score && a.end - a.start > b.end - b.start);
