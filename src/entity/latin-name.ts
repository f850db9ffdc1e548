/**
 * What a Latin span in Korean text names, by the span alone: Joe Biden a person, Cambridge Innovation Center a body, New York a place.
 * The words are compromise's (MIT), compiled to a table; an acronym that nothing tells is nobody's.
 */
import type { MentionType } from "../core/types.js";
import { GIVEN_NAMES, LATIN_BODIES, LATIN_PLACES, SURNAMES } from "./latin-names.table.js";
import { NOT_BODIES } from "./organisation.table.js";

const setOf = (table: string): ReadonlySet<string> => new Set(table.split("|"));
const givenNames = setOf(GIVEN_NAMES);
const surnames = setOf(SURNAMES);
const places = setOf(LATIN_PLACES);
const bodies = setOf(LATIN_BODIES);
const notBodies: ReadonlySet<string> = new Set(NOT_BODIES.toLowerCase().split(" "));

const BODY_WORD =
  /^(?:inc|corp|co|ltd|llc|plc|gmbh|group|holdings|company|corporation|center|centre|institute|university|college|school|hospital|bank|agency|association|organization|organisation|foundation|council|committee|commission|ministry|department|bureau|office|union|federation|society|museum|library|laboratory|lab|labs|studios|entertainment|electronics|motors|airlines|airways|systems|technologies|partners|capital|times|post|news|press|network|team|fc|united|city council|academy|authority|service|services|league)$/u;
const PLACE_WORD =
  /^(?:city|county|island|islands|river|lake|mountain|mount|bay|beach|street|avenue|road|park|airport|station|valley|square|bridge|tower)$/u;

/** MOU, CEO, AI, K-pop, 5G: words that taggers take for bodies. */
export const isNoBody = (text: string): boolean => notBodies.has(text.trim().toLowerCase());

export function typeOfLatin(text: string): MentionType | undefined {
  const name = text.trim().replace(/\s+/gu, " ");
  if (!/^[A-Za-z][A-Za-z0-9 .,&'’-]{0,80}$/u.test(name) || isNoBody(name)) return undefined;
  const key = name.toLowerCase().replace(/’/gu, "'");
  if (bodies.has(key)) return "ORGANIZATION";
  if (places.has(key)) return "LOCATION";
  const words = key.split(/[ ,]+/u).map((word) => word.replace(/\.$/u, ""));
  const last = words.at(-1)!;
  if (
    words.length > 1 &&
    (BODY_WORD.test(last) || words.some((word) => /^(?:university|institute|ministry|association)$/u.test(word)))
  ) {
    return "ORGANIZATION";
  }
  if (words.length > 1 && PLACE_WORD.test(last)) return "LOCATION";
  if (words.length > 1 && words.length <= 4 && givenNames.has(words[0]!) && /^[A-Z]/u.test(name)) return "PERSON";
  if (words.length === 2 && surnames.has(last)) return "PERSON";
  if (bodies.has(words[0]!)) return "ORGANIZATION";
  return undefined;
}
