/** The tense of what follows in a sentence, by the first ending that says it. */
import { endsInN, endsInR, endsInSs, isHangul } from "./characters.js";

export type Tense = "past" | "future" | null;

/** Characters looked at. */
const REACH = 90;

/** What may follow ㅆ in an ending of the past: 했다, 했으며, 했고, 했지만, 했던, 했습니다, 했죠, 했어요, 했네, 했거든, 했기, 했음, 했더니, 했듯. */
const PAST_ENDINGS = new Set("다으고는지던을습죠어네거기음더듯");
/** 한다. and 한다고, 한다며. */
const PRESENT_ENDINGS = new Set("고며는면");

const PLAN =
  /^(?:예정(?!됐|이었|이던)|계획(?!됐|이었|이던)|방침|전망|기로|키로|예고|예상(?!치|외|보다|대로|밖|됐던|을 (?:깨|뛰|웃|밑|넘|벗)|에 못|과 달))/;
const PLANNED_AFTER = /^ (?:예정|계획|방침|전망|것|수 )/;
const WAS_PLANNED_AFTER = /^ (?:예정|계획)(?:이었|이던|됐)/;

export function tenseAfter(text: string, from: number, end: number): Tense {
  const limit = Math.min(end, from + REACH);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    // The quotation that holds the clause ends here; what follows is of who quotes it.
    if (character === "”") return null;
    if (character === "겠") return "future";
    if (endsInSs(code)) {
      if (character !== "있" && PAST_ENDINGS.has(next)) return "past";
    } else if (endsInR(code) && next === " ") {
      const rest = text.slice(at + 1, at + 7);
      if (WAS_PLANNED_AFTER.test(rest)) return rest.includes("던") ? null : "past";
      if (PLANNED_AFTER.test(rest)) return "future";
    } else if (PLAN.test(text.slice(at, at + 6))) return "future";
    else if (endsInN(code) && next === "다") {
      const after = text.charCodeAt(at + 2);
      if (!isHangul(after) || PRESENT_ENDINGS.has(text.charAt(at + 2))) return "future";
    }
  }
  return null;
}
