/**
 * Headlines name countries and people by one character: 美 국빈 방문, 韓·日·中 회의, 尹대통령. Not 회의 中, 3日, 미(美).
 */
import type { MentionDraft, MentionType } from "../../core/types.js";
import { type Refiner, withSpan } from "./refiner.js";

const COUNTRY =
  /(?<![\p{L}\d(])(?:[美北韓英獨佛露濠]|(?<=(?:^|[\n“‘"'…,·] ?))[中日印])(?=$|[\s·,…“‘"']|[과와은는이가의에도]\s?)/gmu;
const PERSON =
  /(?<![\p{L}\d])[金李朴崔鄭姜趙尹張林韓吳徐申權黃安宋柳洪全高文孫白許南沈盧河郭成車朱禹任田羅閔兪池嚴元蔡千方孔玄咸卞廉秋都石薛馬吉延魏表明奇](?= ?(?:前 ?|전 )?(?:대통령|총리|장관|의원|대표|시장|지사|후보|당선인|회장|총장|위원장|측))/gu;
const SCORE = 0.85;

export const addHanjaHeads: Refiner = (drafts, { text, sentences }) => {
  const found: MentionDraft[] = [];
  for (const sentence of sentences) {
    const line = text.slice(sentence.start, sentence.end);
    if (!/[\u4e00-\u9fff]/u.test(line)) continue;
    const add = (pattern: RegExp, type: MentionType, fine: string) => {
      for (const { index } of line.matchAll(pattern)) {
        const start = sentence.start + index;
        found.push({ start, end: start + 1, text: text.slice(start, start + 1), type, fine, score: SCORE });
      }
    };
    add(COUNTRY, "LOCATION", "LCP_COUNTRY");
    add(PERSON, "PERSON", "PS_NAME");
  }
  if (found.length === 0) return drafts;
  // A draft of that character alone is given its type, a title that begins with it is cut; another that holds it stays.
  const kept = drafts.map((draft) => {
    const one = found.find(({ start }) => start === draft.start);
    if (one?.type === "PERSON" && draft.type === "TITLE") return withSpan(draft, draft.start + 1, draft.end, text);
    return one && draft.type === "PERSON" && draft.text.length === 1
      ? { ...draft, type: one.type, fine: one.fine }
      : draft;
  });
  const free = found.filter(({ start }) => !kept.some((draft) => draft.start <= start && start < draft.end));
  return [...kept, ...free].sort((a, b) => a.start - b.start);
};
