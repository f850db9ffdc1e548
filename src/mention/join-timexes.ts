import type { Article, Mention, MentionDraft, Timex } from "../core/types.js";

/** Final mentions: drafts that no timex covers, and one DATE or TIME mention per timex, in text order. */
export function joinTimexes(drafts: readonly MentionDraft[], timexes: readonly Timex[], _article: Article): Mention[] {
  const joined: Omit<Mention, "id">[] = [
    ...drafts,
    ...timexes.map(({ id, start, end, text, value }) => {
      const type = value.includes("T") ? ("TIME" as const) : ("DATE" as const);
      return { start, end, text, type, fine: type === "TIME" ? "TI_OTHERS" : "DT_OTHERS", score: 1, timex: id };
    }),
  ].sort((a, b) => a.start - b.start);
  return joined.map((mention, i) => ({ ...mention, id: `m${i + 1}` }));
}
