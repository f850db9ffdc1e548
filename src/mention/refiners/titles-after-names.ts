/** Titles that the tagger was never shown, where they follow a person's name: 옥재호 후보, 성 후보, 문가람(52) 당선인. Not 후보 시절, 후보군. */
import type { MentionDraft } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

const TITLE_AFTER =
  /^(?:\([^()\n]{1,30}\))? ?(?:[전현] )?((?:예비|경선)?후보자?|당선인|당선자|명인|명장)(?=$|[^가-힣]|(?:은|는|이|가|을|를|의|과|와|도|로|에|께|측|만|님|들|라|였|보다|처럼)(?:[^가-힣]|[가-힣]{0,3}(?:[^가-힣]|$)))/u;
const SCORE = 0.9;

export const addTitlesAfterNames: Refiner = (drafts, { text }) => {
  const kept: MentionDraft[] = [];
  drafts.forEach((draft, i) => {
    kept.push(draft);
    if (draft.type !== "PERSON") return;
    const found = TITLE_AFTER.exec(text.slice(draft.end, draft.end + 48));
    if (!found) return;
    const end = draft.end + found[0].length;
    const start = end - found[1]!.length;
    let next = i + 1;
    while (next < drafts.length && drafts[next]!.end <= start) next += 1;
    if (next < drafts.length && drafts[next]!.start < end) return;
    kept.push({ start, end, text: found[1]!, type: "TITLE", fine: "CV_POSITION", score: SCORE });
  });
  return kept.length === drafts.length ? drafts : kept.sort((a, b) => a.start - b.start);
};
