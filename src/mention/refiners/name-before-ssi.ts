/** A name before 씨: 김 씨, 김모(35) 씨, 김 모 씨, A씨; a letter before 군 or 양: B양(17). The honorific says that it is a person, and how far the name goes. */
import type { MentionDraft } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

/** Not after a letter or digit; not before a syllable that makes 씨 part of a word (씨앗), unless that is a josa's first. */
const NAME_AND_SSI =
  /(?<![\p{L}\d])(?:([가-힣]모|[가-힣]|[A-Z])(?:\([^()\n]{1,12}\))?( ?)씨(?=$|[^가-힣]|[가는의와도를에측로]|은 |께)|([A-Z])(?:군|양)(?=$|[^가-힣]|[은이과의을도에측]))/gu;
/** Surnames of more than some ten thousand bearers, less those that make a word with 씨. One syllable before 씨 is a name only if it is here: 날씨, 글씨, 그 씨. */
const SURNAMES =
  "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";
const SCORE = 0.9;
/** 이 모 씨: the surname is the name. */
const SURNAME_BEFORE = new RegExp(`(?<![\\p{L}\\d])[${SURNAMES}] $`, "u");

export const addNamesBeforeSsi: Refiner = (drafts, { text, sentences }) => {
  const isUnnamed = (start: number) =>
    text[start] === "모" && SURNAME_BEFORE.test(text.slice(Math.max(0, start - 3), start));
  const kept = drafts.filter(
    ({ start, end, type }) => type !== "PERSON" || end - start > 1 || !isUnnamed(start) || text[end] !== " ",
  );
  const added: MentionDraft[] = [];
  let next = 0;
  for (const sentence of sentences) {
    for (const match of text.slice(sentence.start, sentence.end).matchAll(NAME_AND_SSI)) {
      const said = (match[1] ?? match[3])!;
      const unnamed = said === "모" && isUnnamed(sentence.start + match.index);
      const start = sentence.start + match.index - (unnamed ? 2 : 0);
      const end = start + said.length;
      const name = text.slice(start, end);
      while (next < kept.length && kept[next]!.end <= start) next++;
      const taken = next < kept.length && kept[next]!.start < end;
      if (taken || (/[가-힣]/.test(name) && !SURNAMES.includes(name[0]!))) continue;
      added.push({ start, end, text: name, type: "PERSON", fine: "PS_NAME", score: SCORE });
    }
  }
  if (added.length === 0) return kept.length === drafts.length ? drafts : kept;
  return [...kept, ...added].sort((a, b) => a.start - b.start);
};
