/** Words that name nothing in particular are no mentions. */
import { GENERIC_WORDS } from "./generic-words.table.js";
import type { Refiner } from "./refiner.js";

const TYPES_OF_WORD = new Map(GENERIC_WORDS);

/** The number of a notice, a room: 제2026-37호, 30호실. */
const NUMBER_ALONE = /^(?:제 ?)?[\d-]+(?:호|호실|동|층)$/u;
const NAMES: ReadonlySet<string> = new Set(["EVENT", "WORK", "LAW", "LOCATION", "ORGANIZATION"]);

export const dropGeneric: Refiner = (drafts) =>
  drafts.filter(
    ({ text, type }) =>
      TYPES_OF_WORD.get(text)?.includes(type) !== true && !(NAMES.has(type) && NUMBER_ALONE.test(text)),
  );
