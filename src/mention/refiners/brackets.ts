/**
 * A draft has both brackets or none: 한빛 토론회(세미나) is one name, 한빛대학교(총장 has another's bracket, and 에이치제이(HJ)센터 is no two names.
 */
import type { MentionDraft, MentionType } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

/** A bracket holds no more characters than this. */
const INSIDE = 30;
/** Characters of the word before a bracket. */
const WORD = 12;
const THINGS: ReadonlySet<MentionType> = new Set(["EVENT", "WORK", "LAW"]);
/** The name said again in Korean: (세미나), (패키지). What is in Latin letters or announced, (ATF), (이하 경단법), is a name of its own. */
const SAME_AGAIN = /^(?!이하|약칭)[가-힣]{1,10}$/u;

export const pairBrackets: Refiner = (drafts, { text }) => {
  const isWhole = ({ text: own }: MentionDraft) => !own.includes("(") && !own.includes(")");
  if (drafts.every(isWhole)) return drafts;
  const kept: MentionDraft[] = [];
  for (const draft of drafts) {
    const own = draft.text;
    const open = own.lastIndexOf("(");
    const first = own.indexOf(")");
    const last = kept.at(-1);
    if (draft.type === "QUANTITY" || draft.type === "DATE" || draft.type === "TIME") kept.push(draft);
    else if (open > 0 && own.indexOf(")", open) < 0) {
      const close = text.indexOf(")", draft.end);
      const inside = close < 0 ? "" : text.slice(draft.start + open + 1, Math.min(close, draft.end + INSIDE));
      const whole = THINGS.has(draft.type) && SAME_AGAIN.test(inside);
      const end = whole ? close + 1 : draft.start + own.slice(0, open).trimEnd().length;
      kept.push(withSpan(draft, draft.start, end, text));
    } else if (first > 0 && own.lastIndexOf("(", first) < 0) {
      // 에이치제이( | HJ)센터: two halves of one name. Else the name ends where another's bracket does.
      const halves = last?.type === draft.type && text.slice(last.end, draft.start) === "(";
      const lead = !halves && /^[^)]+\)[가-힣]/u.test(own) ? leadOf(text, draft.start, last?.end ?? 0) : draft.start;
      if (halves && first < own.length - 1) kept[kept.length - 1] = withSpan(last, last.start, draft.end, text);
      else if (lead < draft.start) kept.push(withSpan(draft, lead, draft.end, text));
      else kept.push(withSpan(draft, draft.start, draft.start + own.slice(0, first).trimEnd().length, text));
    } else kept.push(draft);
  }
  // A draft that grew over its bracket takes what was in it.
  return kept.filter((draft, i) => i === 0 || kept[i - 1]!.end <= draft.start);
};

/** Where a name begins whose bracket the tagger took for its beginning: (예비)사회적기업, 모바일경험(MX)사업부. */
function leadOf(text: string, start: number, free: number): number {
  if (text[start - 1] !== "(" || /[\u4e00-\u9fff]/u.test(text[start] ?? "")) return start;
  const word = /[가-힣A-Za-z0-9]{0,12}$/u.exec(text.slice(Math.max(free, start - 1 - WORD), start - 1))![0];
  return start - 1 - word.length;
}
