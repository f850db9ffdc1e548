/** Refiner: pieces to expressions, left to right, each piece used once. */
import type { Candidate } from "../expression.js";
import type { Piece } from "../piece.js";
import { composeClock } from "./compose-clock.js";
import { composeDuration } from "./compose-duration.js";
import { composePoint } from "./compose-point.js";
import { composeSet } from "./compose-set.js";

export function compose(text: string, pieces: readonly Piece[]): Candidate[] {
  const candidates: Candidate[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (!piece) break;
    // 매주 화요일 before 화요일; a point before a length, since 27일 is a day unless the words around it say otherwise.
    const composed =
      composeSet(text, pieces, index) ??
      composeClock(text, pieces, index) ??
      composePoint(text, pieces, index) ??
      composeDuration(text, pieces, index);
    if (composed && composed.next > index) {
      candidates.push(composed.candidate);
      index = composed.next;
      continue;
    }
    // 낮 12시 현재: the date before it says when.
    const after = candidates[candidates.length - 1];
    const restates = piece.kind === "reference" && after !== undefined && piece.start - after.end <= 1;
    if (piece.kind === "reference" && !restates)
      candidates.push({
        start: piece.start,
        end: piece.end,
        rule: piece.rule,
        expression: { kind: "reference", value: piece.value },
      });
    index++;
  }
  return candidates;
}
