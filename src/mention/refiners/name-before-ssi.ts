/** A name before 씨: 김 씨, 김모 씨, A씨. The honorific says that it is a person, and how far the name goes. */
import type { MentionDraft } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

/** Not after a letter or digit; not before a syllable that makes 씨 part of a word (씨앗), unless that is a josa's first. */
const NAME_AND_SSI = /(?<![\p{L}\d])([가-힣]모|[가-힣]|[A-Z])( ?)씨(?=$|[^가-힣]|[가는의와를도에측로]|은 |께)/gu;
/** What stands before 씨 as a syllable of its own and is no surname: 그 씨(앗), 이 씨 is one and stays. */
const NO_NAMES: ReadonlySet<string> = new Set(["그", "두", "세", "첫", "꽃", "풀", "콩", "볍", "목"]);
const SCORE = 0.9;

export const addNamesBeforeSsi: Refiner = (drafts, { text, sentences }) => {
  const added: MentionDraft[] = [];
  let next = 0;
  for (const sentence of sentences) {
    for (const match of text.slice(sentence.start, sentence.end).matchAll(NAME_AND_SSI)) {
      const name = match[1]!;
      const start = sentence.start + match.index;
      const end = start + name.length;
      while (next < drafts.length && drafts[next]!.end <= start) next++;
      const taken = next < drafts.length && drafts[next]!.start < end;
      if (taken || NO_NAMES.has(name)) continue;
      added.push({ start, end, text: name, type: "PERSON", fine: "PS_NAME", score: SCORE });
    }
  }
  return added.length === 0 ? drafts : [...drafts, ...added].sort((a, b) => a.start - b.start);
};
