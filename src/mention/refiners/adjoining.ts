/** Two drafts side by side that are one name: 새말 | 나들목, 안국동 | 사거리; 21대 | 총선, 6월 | 항쟁. Not 부산시 | 해수욕장들, 4월 | 총선. */
import type { MentionDraft } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

const FACILITY =
  /^(?:나들목|분기점|휴게소|톨게이트|요금소|교차로|사거리|오거리|삼거리|터널|하저터널|지하차도|고가도로|해수욕장|선착장|방조제|저수지)$/u;
/** A country, a province or a city is where a facility is, and no part of its name. */
const WIDE = /(?:^LCP_(?:COUNTRY|PROVINCE|CITY))/u;
const ORDINAL = /^(?:제 ?)?\d{1,3}(?:대|회)$/u;
const NUMBERED =
  /^(?:총선|대선|국회의원 ?선거|대통령 ?선거|전국동시지방선거|지방선거|올림픽|월드컵|아시안게임|당대회|전당대회)/u;
const MONTH = /^\d{1,2}월$/u;
const RISING = /^(?:항쟁|혁명|의거|민주화운동|민주항쟁)$/u;

export const joinAdjoining: Refiner = (drafts, { text }) => {
  const kept: MentionDraft[] = [];
  for (const draft of drafts) {
    const last = kept.at(-1);
    if (last !== undefined && text.slice(last.end, draft.start) === " " && isOne(last, draft))
      kept[kept.length - 1] = withSpan(draft, last.start, draft.end, text);
    else kept.push(draft);
  }
  return kept.length === drafts.length ? drafts : kept;
};

function isOne(a: MentionDraft, b: MentionDraft): boolean {
  if (b.type === "LOCATION") return a.type === "LOCATION" && FACILITY.test(b.text) && !WIDE.test(a.fine);
  if (b.type !== "EVENT") return false;
  return (
    (a.type === "QUANTITY" && ORDINAL.test(a.text) && NUMBERED.test(b.text)) ||
    (a.type === "DATE" && MONTH.test(a.text) && RISING.test(b.text))
  );
}
