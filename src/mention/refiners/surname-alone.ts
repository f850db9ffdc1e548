/**
 * A surname alone stands before a title or 씨, not at the head of a word: 박수, 홍보, 박테리아, 팽팽한 name nobody, nor does the 모 of 김 모 or the 전 of 김 전 시장.
 */
import type { Refiner } from "./refiner.js";

/** What may follow a surname in the same word: nothing, an honorific, a title, or particles alone. */
const MAY_FOLLOW =
  /^(?:(?:씨|군|양|옹|모|某|여사|前|전)|[가-힣]{0,4}(?:대통령|총리|장관|차관|시장|지사|군수|구청장|의원|의장|대표|감독|코치|선수|교수|교사|회장|사장|부장|차장|과장|국장|실장|팀장|원장|청장|처장|총장|소장|단장|본부장|위원|위원장|이사|이사장|검사|판사|변호사|기자|앵커|작가|배우|후보|주석|특검|교육감|당선인|일병|상병|병장|하사|중사|상사|소위|중위|대위|소령|중령|대령|준장|소장|중장|대장|경위|경감|경정|총경|전무|상무|비서관|보좌관|대변인|신부|목사|스님)|(?:은|는|이|가|을|를|의|에|에게|와|과|도|만|측|께서|보다|처럼)*$)/u;

export const checkSurnamesAlone: Refiner = (drafts, { text }) =>
  drafts.filter((draft, i) => {
    if (draft.type !== "PERSON" || !/^[가-힣]$/u.test(draft.text)) return true;
    // 김 | 모 씨: the surname is the name. 김 | 전 | 시장: former.
    const before = drafts[i - 1];
    // 위의 사진: above.
    if (draft.text === "위" && /^(?:의|에|로|와) /u.test(text.slice(draft.end, draft.end + 2))) return false;
    // 석 자, 석 달: three.
    if (
      draft.text === "석" &&
      /^ (?:자|달|잔|장|되|줄|척|대|점)(?=$|[^가-힣]|[가는를을의와과도])/u.test(text.slice(draft.end, draft.end + 3))
    )
      return false;
    if (/^[모전]$/.test(draft.text) && before?.type === "PERSON" && draft.start - before.end <= 1) return false;
    return MAY_FOLLOW.test(/^[가-힣]*/u.exec(text.slice(draft.end, draft.end + 12))![0]);
  });
