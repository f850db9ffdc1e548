/**
 * 라헨시의 마티 코르호넨 is a person of a place: the PERSON is what follows 의, and the place is a mention of its own.
 * Not 제국의 아이들, whose first word names nothing else in the text.
 */
import type { MentionDraft, MentionType } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

/** Looks ahead for the two letters, so that they are sought once. */
const POSSESSIVE = /^(.{2,20})의 (?=.*[가-힣A-Za-z]{2})(.*)$/u;
/** The tagger may take owner and person for two people: 라헨시의 | 마티 코르호넨. */
const OWNER = /^(.{2,20})의$/u;
/** Levels that end a place's name. */
const PLACE = /^[가-힣 ]+(?:시|군|구|도|주|현|성|읍|면)$/u;

export const splitPossessives: Refiner = (drafts, { text }) => {
  if (!drafts.some(isPossessive) && !drafts.some(isOwner)) return drafts;
  const typeOf = new Map<string, MentionType>(drafts.map((draft) => [draft.text, draft.type]));
  return drafts.flatMap((draft, i): MentionDraft[] => {
    const following = drafts[i + 1];
    const alone = isOwner(draft) && following?.type === "PERSON" && text.slice(draft.end, following.start) === " ";
    const [, owner = "", name = ""] =
      (isPossessive(draft) && POSSESSIVE.exec(draft.text)) || (alone && OWNER.exec(draft.text)) || [];
    const type = typeOf.get(owner) ?? (PLACE.test(owner) ? "LOCATION" : undefined);
    if (type === undefined) return [draft];
    const place = { ...withSpan(draft, draft.start, draft.start + owner.length, text), type, fine: type };
    return name === "" ? [place] : [place, withSpan(draft, draft.end - name.length, draft.end, text)];
  });
};

const isPossessive = ({ type, text }: MentionDraft) => type === "PERSON" && POSSESSIVE.test(text);
const isOwner = ({ type, text }: MentionDraft) => type === "PERSON" && OWNER.test(text);
