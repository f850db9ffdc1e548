/**
 * A department belongs to the body that it follows (annotation guide): 파주시 평화경제과, 국회 국방위원회 are one ORGANIZATION each.
 * Not 파주시 조사 결과, 파주시 주민과.
 */
import type { MentionDraft, Tokens } from "../../core/types.js";
import { lastToken, type Refiner, withSpan } from "./refiner.js";

const UNIT =
  /^ ([가-힣·]{0,10}(?:정책|행정|경제|관리|지원|안전|환경|복지|교육|문화|관광|건설|교통|산업|농업|축산|산림|녹지|위생|세무|민원|총무|기획|예산|홍보|자치|보건|여성|가족|체육|도시|주택|건축|토지|재생|개발|협력|대응|조사|감사|법무|운영)(?:과|국|실|팀)|[가-힣]{2,12}담당관실?|[가-힣]{2,14}(?:특별)?위원회)(?![0-9A-Za-z])/u;
/** Bodies whose committees and panels are named after them. */
const HAS_COMMITTEES = /(?:국회|의회|[가-힣]당|상원|하원)$/u;

export const joinDepartments: Refiner = (drafts, { text, tokens }) => {
  const kept: MentionDraft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    const found = draft.type === "ORGANIZATION" ? UNIT.exec(text.slice(draft.end, draft.end + 24)) : null;
    const end = draft.end + (found?.[0].length ?? 0);
    const next = drafts[i + 1];
    const isFree = next === undefined || next.start >= end || (next.type === "ORGANIZATION" && next.end === end);
    const isUnit =
      found !== null && isFree && endsNoun(tokens, end) && (!/회$/u.test(found[0]) || HAS_COMMITTEES.test(draft.text));
    if (!isUnit) kept.push(draft);
    else {
      kept.push(withSpan(draft, draft.start, end, text));
      if (next && next.start < end) i += 1;
    }
  }
  return kept;
};

/** True where a noun ends at an offset, and no particle: 과 in 평화경제과, not in 주민과. */
function endsNoun(tokens: Tokens, offset: number): boolean {
  const token = lastToken(tokens, offset);
  return token?.end === offset && /^(?:N|X|SN)/u.test(token.pos);
}
