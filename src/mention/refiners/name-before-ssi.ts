/** A name before 씨: 김 씨, 김모(35) 씨, A씨; a letter before 군 or 양: B양(17). The honorific says that it is a person, and how far the name goes. */
import type { MentionDraft } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

/** Not after a letter or digit; not before a syllable that makes 씨 part of a word (씨앗), unless that is a josa's first. */
const NAME_AND_SSI =
  /(?<![\p{L}\d])(?:([가-힣]모|[가-힣]|[A-Z])(?:\([^()\n]{1,12}\))?( ?)씨(?=$|[^가-힣]|[가는의와도를에측로]|은 |께)|([A-Z])(?:군|양)(?=$|[^가-힣]|[은이과의을도에측]))/gu;
/** Surnames of more than some ten thousand bearers, less those that make a word with 씨. One syllable before 씨 is a name only if it is here: 날씨, 글씨, 그 씨. */
const SURNAMES =
  "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";
const SCORE = 0.9;

export const addNamesBeforeSsi: Refiner = (drafts, { text, sentences }) => {
  const added: MentionDraft[] = [];
  let next = 0;
  for (const sentence of sentences) {
    for (const match of text.slice(sentence.start, sentence.end).matchAll(NAME_AND_SSI)) {
      const name = (match[1] ?? match[3])!;
      const start = sentence.start + match.index;
      const end = start + name.length;
      while (next < drafts.length && drafts[next]!.end <= start) next++;
      const taken = next < drafts.length && drafts[next]!.start < end;
      if (taken || (/[가-힣]/.test(name) && !SURNAMES.includes(name[0]!))) continue;
      added.push({ start, end, text: name, type: "PERSON", fine: "PS_NAME", score: SCORE });
    }
  }
  return added.length === 0 ? drafts : [...drafts, ...added].sort((a, b) => a.start - b.start);
};
