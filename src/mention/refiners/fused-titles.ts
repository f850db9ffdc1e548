/** 조달청장 names the body 조달청 and, by 장, the one at its head: 장 is outside the ORGANIZATION. */
import { type Refiner, withSpan } from "./refiner.js";

/** A body's last syllable, then 장, at the end of the draft. */
const BODY_AND_HEAD = /[가-힣][청원처부국과실회단]장$/;

export const splitFusedTitles: Refiner = (drafts, { text }) =>
  drafts.map((draft) =>
    draft.type === "ORGANIZATION" && BODY_AND_HEAD.test(draft.text)
      ? withSpan(draft, draft.start, draft.end - 1, text)
      : draft,
  );
