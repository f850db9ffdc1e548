import type { MentionType } from "../../core/types.js";

/** Words that stand for no one body, place or person: no mentions where one is the whole draft (annotation guide, "Generic words"). */
export const GENERIC_WORDS: readonly (readonly [word: string, types: readonly MentionType[]])[] = [
  ["당국", ["ORGANIZATION"]],
  ["업체", ["ORGANIZATION"]],
  ["업계", ["ORGANIZATION"]],
  ["재판부", ["ORGANIZATION"]],
  ["여야", ["ORGANIZATION"]],
  ["여당", ["ORGANIZATION"]],
  ["야당", ["ORGANIZATION"]],
  ["양국", ["LOCATION", "ORGANIZATION"]],
  ["남북", ["LOCATION", "ORGANIZATION"]],
  ["한미", ["LOCATION", "ORGANIZATION"]],
  ["한일", ["LOCATION", "ORGANIZATION"]],
  ["한중", ["LOCATION", "ORGANIZATION"]],
  ["한미일", ["LOCATION", "ORGANIZATION"]],
  ["한중일", ["LOCATION", "ORGANIZATION"]],
  ["관계자", ["TITLE", "PERSON"]],
  ["전국", ["LOCATION"]],
  ["지역", ["LOCATION"]],
  ["국내", ["LOCATION"]],
  ["해외", ["LOCATION"]],
  ["현지", ["LOCATION"]],
  ["시민", ["PERSON", "TITLE"]],
];
