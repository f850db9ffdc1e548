import { GROUPS } from "./company-groups.table.js";
import { nameKey } from "./name-key.js";
import { BODIES, KINDS } from "./organisation.table.js";

/** Kinds by the names that a table lists behind each. */
const byName = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split("\n").flatMap((line) => {
      const [kind = "", ...names] = line.split("|");
      return names.map((name) => [nameKey(name), kind] as const);
    }),
  );
const kinds = byName(KINDS);
/** Of names that say no kind, or another one: 샤오미, KIA, 뉴욕증시. */
const bodies = byName(BODIES);
/** What the table calls a name that sounds like a body and is none. */
const NO_KIND = "none";
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

/** 법무법인 나래, 농업회사법인 가온. */
const LEGAL_FORM =
  /^(?:법무법인|회계법인|세무법인|특허법인|노무법인|농업회사법인|영농조합법인|영어조합법인|주식회사|유한회사)/u;

/** 한화디펜스, 롯데멤버스: what begins as a group of companies and ends like no other body. */
const OF_A_GROUP = new RegExp(
  `^(?:${GROUPS}|hd현대|이랜드|쿠팡|셀트리온)(?=[가-힣a-z&]{2})(?!.*(?:노조|지회|사거리|[동역고전]$))`,
  "u",
);

/** Kind of the body by its name, or the ending of it. */
export function kindOf(key: string): string | undefined {
  const known = bodies.get(key);
  if (known !== undefined) return known === NO_KIND ? undefined : known;
  const ending = endingOf(key) ?? "";
  const kind = kinds.get(ending);
  if (kind === "legislature" && COMMITTEE.test(ending) && ending !== key && !OF_PARLIAMENT.test(key))
    return "government";
  if (ending === "지원" && !BRANCH_OF_COURT.test(key)) return undefined;
  if (kind !== undefined && OF_NATIONS.has(kind) && ABOVE_NATIONS.test(key)) return "international";
  if (kind === undefined && (LEGAL_FORM.test(key) || OF_A_GROUP.test(key))) return "company";
  return kind ?? (/^fc[가-힣]/u.test(key) ? "team" : undefined);
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
