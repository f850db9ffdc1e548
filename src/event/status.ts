import type { EventStatus } from "../core/types.js";
import type { TimeGroup } from "./time-groups.js";
import type { TriggerCandidate } from "./triggers.js";

/** Nouns of what is done, not of what is planned, on the day of publication itself. */
const RECURRING = /매(?:일|주|달|월|년|해|분기)|마다|격주|정기적/;

/**
 * Whether an event is over, to come, going on or repeated: its days against the day of publication, then its form.
 *
 * @param before the clause in front of the trigger
 */
export function statusOf(
  group: TimeGroup,
  candidate: TriggerCandidate,
  finalTense: TriggerCandidate["tense"],
  published: string | null,
  before: string,
): EventStatus {
  if (RECURRING.test(before)) return "recurring";
  const tense = candidate.tense === "none" ? finalTense : candidate.tense;
  if (published === null)
    return tense === "future" ? "planned" : tense === "present" && candidate.ending === "final" ? "planned" : "past";
  if (group.from > published) return "planned";
  if (group.to < published) return candidate.progressive ? "ongoing" : "past";
  if (tense === "past") return "past";
  if (tense === "future") return "planned";
  if (candidate.progressive) return "ongoing";
  const began = group.from < published || (group.from === published && group.to > published);
  if (began && group.grain === "days") return "ongoing";
  if (candidate.form === "noun" && tense === "none") return "past";
  return tense === "present" ? "planned" : "past";
}
