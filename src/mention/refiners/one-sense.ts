/**
 * In one text a form names a person or it does not: 한강 among LOCATIONs is no PERSON once, nor is 안유진 a place. The sense that the tagger is surer of, all told, stands.
 * A part of a person's name before a title is that person: 메리란드 대표 where 카이사 메리란드 is named.
 */
import type { MentionDraft } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

const NAMES: ReadonlySet<string> = new Set(["PERSON", "LOCATION", "ORGANIZATION"]);

/** Of the drafts of one form: how sure they are in all that it is a person, and that it is not; the surest of either. */
interface Senses {
  person: number;
  other: number;
  surestPerson?: MentionDraft;
  surestOther?: MentionDraft;
}

const isOther = ({ type }: MentionDraft) => type === "LOCATION" || type === "ORGANIZATION";

export const oneSense: Refiner = (drafts) => {
  const forms = new Map<string, Senses>();
  /** The last words of people's names, with one who has it. */
  const parts = new Map<string, MentionDraft>();
  for (const draft of drafts) {
    const part = draft.type === "PERSON" ? / ([가-힣]{2,})$/u.exec(draft.text)?.[1] : undefined;
    if (part !== undefined) parts.set(part, draft);
    // One syllable is a surname here and a country there.
    if (!NAMES.has(draft.type) || draft.text.length < 2) continue;
    const senses = forms.get(draft.text) ?? { person: 0, other: 0 };
    if (draft.type === "PERSON") {
      senses.person += draft.score;
      if (draft.score > (senses.surestPerson?.score ?? 0)) senses.surestPerson = draft;
    } else {
      senses.other += draft.score;
      if (draft.score > (senses.surestOther?.score ?? 0)) senses.surestOther = draft;
    }
    forms.set(draft.text, senses);
  }
  return drafts.map((draft, i) => {
    const named = parts.get(draft.text);
    const following = drafts[i + 1];
    if (named && isOther(draft) && following?.type === "TITLE" && following.start - draft.end <= 1)
      return { ...draft, type: named.type, fine: named.fine };
    const senses = NAMES.has(draft.type) ? forms.get(draft.text) : undefined;
    if (senses === undefined) return draft;
    const { person, other, surestPerson, surestOther } = senses;
    const winner = person > other ? surestPerson : surestOther;
    const agrees = person === other || (winner?.type === "PERSON") === (draft.type === "PERSON");
    return agrees || winner === undefined ? draft : { ...draft, type: winner.type, fine: winner.fine };
  });
};
