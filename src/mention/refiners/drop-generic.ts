/** Words that name nothing in particular are no mentions. */
import { GENERIC_WORDS } from "./generic-words.table.js";
import type { Refiner } from "./refiner.js";

const TYPES_OF_WORD = new Map(GENERIC_WORDS);

export const dropGeneric: Refiner = (drafts) =>
  drafts.filter(({ text, type }) => TYPES_OF_WORD.get(text)?.includes(type) !== true);
