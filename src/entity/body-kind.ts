import { nameKey } from "./name-key.js";
import { KINDS } from "./organisation.table.js";

const kinds: ReadonlyMap<string, string> = new Map(
  KINDS.split("\n").map((line) => {
    const [ending = "", kind = ""] = line.split(" ");
    return [nameKey(ending), kind];
  }),
);
const LONGEST_ENDING = 9;

/** The longest ending of a name that the table of kinds holds. */
function endingOf(key: string): string | undefined {
  for (let length = Math.min(LONGEST_ENDING, key.length); length > 0; length--) {
    // One syllable says something at the end of a longer name only: 부, 처, 당, 대.
    if (kinds.has(key.slice(-length)) && (length > 1 || key.length >= 3)) return key.slice(-length);
  }
  return undefined;
}

/** 국제올림픽위원회, 유럽중앙은행: what would be a committee, a bank or a union of one country. */
const ABOVE_NATIONS = /^(?:국제|세계|유엔|유럽|아시아|아프리카|북대서양|동남아)/u;
const OF_NATIONS: ReadonlySet<string> = new Set(["association", "government", "bank", "court"]);

/** 국토위, 윤리특위: a parliament's committee by its whole name; 개인정보위 and 의료개혁특위 only end like one. */
const COMMITTEE = /(?<!소)위(?:원회)?$/u;
const OF_PARLIAMENT = /^(?:국회|상원|하원|여야|[가-힣]{2,8}의회)/u;
/** 전주지법군산지원, 서산지원; not 품질관리원충남지원. */
const BRANCH_OF_COURT = /^[가-힣]{2}지원$|법(?:원)?[가-힣]{2,4}지원$/u;

/** LG생활건강, 삼성SDS: companies of a group, whatever their names end in. */
const OF_A_GROUP =
  /^(?:삼성|현대|sk|lg|롯데|한화|gs|cj|kt|ls|hd|포스코|두산|신세계|카카오|네이버|효성|코오롱)[a-z가-힣]{2,8}$/u;

/** Kind of the body by the ending of its name. */
export function kindOf(key: string): string | undefined {
  const ending = endingOf(key) ?? "";
  const kind = kinds.get(ending);
  if (kind === "legislature" && COMMITTEE.test(ending) && ending !== key && !OF_PARLIAMENT.test(key))
    return "government";
  if (ending === "지원" && !BRANCH_OF_COURT.test(key)) return undefined;
  if (kind !== undefined && OF_NATIONS.has(kind) && ABOVE_NATIONS.test(key)) return "international";
  return kind ?? (/^fc[가-힣]/u.test(key) ? "team" : OF_A_GROUP.test(key) ? "company" : undefined);
}

/** Kinds whose bodies are never places, also where they are the venue: annotation-guide.md, Institutions and buildings. */
const INSTITUTIONS: ReadonlySet<string> = new Set([
  "media",
  "international",
  "police",
  "bank",
  "research",
  "prosecution",
  "court",
  "union",
  "hospital",
  "association",
  "museum",
  "school",
]);

/** 국립암센터, 가온대학교: an institution by its name. 해운대, 통일전망대 are none. */
export function isInstitution(key: string): boolean {
  const ending = endingOf(key);
  return (
    ending !== undefined && ending.length >= 2 && ending.length < key.length && INSTITUTIONS.has(kinds.get(ending)!)
  );
}
