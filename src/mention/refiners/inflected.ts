/**
 * What the tagger took into a name of the words beside it: the particle of 미추홀구와, the copula of 간사인, the country of 문가람 미 대통령, the house number of 대덕대로 481 국립나래과학관.
 */
import type { MentionDraft, Tokens } from "../../core/types.js";
import { lastToken, onlyToken, type Refiner, withSpan } from "./refiner.js";

/** A unit of three syllables or more with a particle that ends no such name. Not 고속도로, 신시가, 구의. */
const UNIT_AND_PARTICLE = /^[가-힣]{2,}(?:[시군구]|특별자치도)(와|는|를|에)$/u;
/** 조 바이든 미 | 대통령. */
const PERSON_AND_COUNTRY = /^(.{2,}) ([미일중러영불독북])$/u;
/** 마티 코르호넨 라헨 | 시장: the last word is the town's. */
const TOWN = /^[가-힣]{2,}$/u;
const OF_A_TOWN = /^(?:시장|군수|구청장|도지사|주지사|지사)/u;
/** 481 국립나래과학관, behind a road's name. */
const HOUSE = /^\d+(?:-\d+)? (?=[가-힣(㈜])/u;
const OFFICE = /^ ?(?:대통령|국무장관|국방장관|재무장관|부통령|총리|외무|외교|주석|국무위원장)/u;

export const cutInflected: Refiner = (drafts, { text, tokens }) =>
  drafts.flatMap((draft, i): MentionDraft[] => {
    const { start, end, type, text: own } = draft;
    if (type === "LOCATION" || type === "ORGANIZATION") {
      const particle = UNIT_AND_PARTICLE.exec(own)?.[1];
      if (particle !== undefined && onlyToken(tokens, draft) === undefined)
        return [withSpan(draft, start, end - particle.length, text)];
      const house = HOUSE.exec(own)?.[0];
      if (house !== undefined && /[가-힣][로길] $/u.test(text.slice(Math.max(0, start - 3), start)))
        return [withSpan(draft, start + house.length, end, text)];
    } else if (
      type === "TITLE" &&
      own.length > 2 &&
      own.endsWith("인") &&
      (isCopula(tokens, end) || isOf(draft, drafts[i + 1]))
    ) {
      return [withSpan(draft, start, end - 1, text)];
    } else if (type === "PERSON" && OF_A_TOWN.test(text.slice(end, end + 3)) && own.includes(" ")) {
      const at = own.lastIndexOf(" ");
      if (own.slice(0, at).includes(" ") && TOWN.test(own.slice(at + 1)))
        return [
          withSpan(draft, start, start + at, text),
          { ...withSpan(draft, start + at + 1, end, text), type: "LOCATION", fine: "LCP_CITY" },
        ];
    } else if (type === "PERSON") {
      const [, name, country] = PERSON_AND_COUNTRY.exec(own) ?? [];
      if (name !== undefined && country !== undefined && OFFICE.test(text.slice(end, end + 8)))
        return [
          withSpan(draft, start, start + name.length, text),
          { ...withSpan(draft, end - 1, end, text), type: "LOCATION", fine: "LCP_COUNTRY" },
        ];
    }
    return [draft];
  });

/** 총비서인 김정일, where the lexicon parts the word elsewhere; not 대변인 문가람, 직장인 나하늘. */
const isOf = (title: MentionDraft, next: MentionDraft | undefined) =>
  next?.type === "PERSON" && next.start === title.end + 1 && /(?:[관사수표원가서]|(?<!직)장)인$/u.test(title.text);

const isCopula = (tokens: Tokens, end: number) => {
  const token = lastToken(tokens, end);
  return token?.end === end && token.start === end - 1 && token.pos.startsWith("VCP");
};
