import { nameKey } from "./name-key.js";
import { KINDS } from "./organisation.table.js";

const kinds: ReadonlyMap<string, string> = new Map(
  KINDS.split("\n").map((line) => {
    const [ending = "", kind = ""] = line.split(" ");
    return [nameKey(ending), kind];
  }),
);
const LONGEST_ENDING = 8;

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

/** Kind of the body by the ending of its name. */
export function kindOf(key: string): string | undefined {
  const kind = kinds.get(endingOf(key) ?? "");
  if (kind !== undefined && OF_NATIONS.has(kind) && ABOVE_NATIONS.test(key)) return "international";
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
