/** 노조 alone is the union that was named before: 서울나래 노동조합은 … 노조는. Not where none was, nor 노조원, 노조 설립. */
import type { MentionDraft } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

const NAMED = /[가-힣] ?(?:노조|노동조합)$/u;
/** At the head of a clause or after a particle; not 건설 노조. */
const ALONE =
  /(?<=^|[^\p{L}\d\s]\s?|\n|[와과은는이가의에며고만] )노조(?=(?:은|는|이|가|의|와|과|도|에|측은|측이|측도) )/gu;
const SCORE = 0.85;

export const addUnions: Refiner = (drafts, { text, sentences }) => {
  const first = drafts.find((draft) => draft.type === "ORGANIZATION" && NAMED.test(draft.text));
  if (first === undefined) return drafts;
  const added: MentionDraft[] = [];
  let next = 0;
  for (const sentence of sentences) {
    if (sentence.end <= first.end) continue;
    for (const { index } of text.slice(sentence.start, sentence.end).matchAll(ALONE)) {
      const start = sentence.start + index;
      const end = start + 2;
      while (next < drafts.length && drafts[next]!.end <= start) next++;
      const taken = next < drafts.length && drafts[next]!.start < end;
      if (!taken && start >= first.end)
        added.push({ start, end, text: "노조", type: "ORGANIZATION", fine: "OGG_OTHERS", score: SCORE });
    }
  }
  return added.length === 0 ? drafts : [...drafts, ...added].sort((a, b) => a.start - b.start);
};
