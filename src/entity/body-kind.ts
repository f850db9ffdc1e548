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

/** Kind of the body by the ending of its name. */
export const kindOf = (key: string): string | undefined => kinds.get(endingOf(key) ?? "");

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
