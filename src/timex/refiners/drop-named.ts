/** Refiner: leaves out what is part of a name: 2024 파리 올림픽, 5·18민주화운동, 추석장사씨름대회. The tagger's drafts are a hint, so only sure ones count. */
import type { MentionDraft, MentionType, Span } from "../../core/types.js";

const NAMES: ReadonlySet<MentionType> = new Set(["EVENT", "WORK", "LAW", "ORGANIZATION", "LOCATION", "PERSON"]);
const SURE = 0.6;

/** 「2023년 온실가스 감축목표 이행점검」: a year or a half at the head of a title in brackets. */
const TITLE = /^[^」｣』》〉]{4,50}[」｣』》〉]/;

export function inTitle(text: string, { start, end }: Span): boolean {
  return (
    "「｢『《〈".includes(text.charAt(start - 1)) &&
    start > 0 &&
    /^['’‘]?\d{2,4}년도?(?: ?[상하]반기)?$/.test(text.slice(start, Math.min(end, start + 12))) &&
    TITLE.test(text.slice(end, end + 56))
  );
}

const PERSON_AFTER = /^ 씨(?:[가는와도의]|,|$)/;

/** 이달말 씨가: a word of Hangul alone is a name before 씨. 씨를 뿌렸다 is a seed. */
export function beforeTitle(text: string, { start, end }: Span): boolean {
  return (
    PERSON_AFTER.test(text.slice(end, end + 3)) && /^[가-힣]{2,4}$/.test(text.slice(start, Math.min(end, start + 5)))
  );
}

/** Whether a longer name holds a span. Mentions are sorted by start, and so are the spans that are asked about, one after the other; one sweep over both. */
export function nameReader(mentions: readonly MentionDraft[]): (span: Span) => boolean {
  const names = mentions.filter((mention) => NAMES.has(mention.type) && mention.score >= SURE);
  let index = 0;
  return ({ start, end }) => {
    while (index < names.length && (names[index]?.end ?? 0) <= start) index++;
    const name = names[index];
    return name !== undefined && name.start <= start && end <= name.end && name.end - name.start > end - start;
  };
}
