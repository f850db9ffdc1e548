/** The tense of what follows in a sentence, by the first ending that says it. */
import { endsInN, endsInR, endsInSs, isHangul } from "./characters.js";

export type Tense = "past" | "future" | null;

/** Characters looked at. */
const REACH = 90;
const PLANS = ["예정", "계획", "방침", "전망", "전망이", "것으로 보", "기로", "겠", "키로", "예고"];

export function tenseAfter(text: string, from: number, end: number): Tense {
  const limit = Math.min(end, from + REACH);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (!isHangul(code)) continue;
    const next = text.charAt(at + 1);
    if (
      endsInSs(code) &&
      text.charAt(at) !== "있" &&
      text.charAt(at) !== "겠" &&
      "다으고는지던을".includes(next) &&
      next !== ""
    )
      return "past";
    if (text.charAt(at) === "겠") return "future";
    if (endsInR(code) && /^ (?:예정|계획)(?:이었|이던|됐|됐던)/.test(text.slice(at + 1, at + 7))) return "past";
    if (endsInR(code) && /^ (?:예정|계획|방침|전망|것|수 )/.test(text.slice(at + 1, at + 5))) return "future";
    if (PLANS.some((plan) => text.startsWith(plan, at)) && !/^(?:예정됐|계획됐|예정이었)/.test(text.slice(at, at + 4)))
      return "future";
    if (
      endsInN(code) &&
      next === "다" &&
      (!isHangul(text.charCodeAt(at + 2)) || "고며는면".includes(text.charAt(at + 2)))
    )
      return "future";
    return "future";
  }
  return null;
}
