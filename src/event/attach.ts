import { featuresOf, shapeOf } from "./attachment-features.js";
import { THRESHOLD, THRESHOLD_SECOND, WEIGHTS } from "./attachment.table.js";
import { indexScene, type PlacedGroup, type Scene } from "./scene.js";
import { pairsOf } from "./scenes.js";
import type { TriggerCandidate } from "./triggers.js";

const TABLE = new Map<string, number>();
for (const line of WEIGHTS.split("\n")) {
  const tab = line.indexOf("\t");
  if (tab > 0) TABLE.set(line.slice(0, tab), Number(line.slice(tab + 1)) / 100);
}

/** A trigger and the time that it happens at. */
export interface Attachment {
  readonly scene: Scene;
  readonly placed: PlacedGroup;
  readonly candidate: TriggerCandidate;
  /** Probability that the two are an event of the text, 0–1. */
  readonly score: number;
}

/**
 * Chooses triggers for the times of a sentence. Each time shares one unit of probability between its candidates and "no event";
 * what passes the threshold is taken, best first, no trigger twice.
 */
export function attach(scene: Scene): Attachment[] {
  const scored: (Attachment & { readonly group: number })[] = [];
  const pairs = pairsOf(scene);
  if (pairs.length === 0) return [];
  const index = indexScene(scene);
  for (let i = 0; i < pairs.length; ) {
    const group = (pairs[i] as [number, number])[0];
    const energies: { candidate: number; energy: number }[] = [];
    let sum = 1;
    const placed = scene.groups[group] as PlacedGroup;
    const shape = shapeOf(scene, placed);
    let base = 0;
    for (const feature of shape.features) base += TABLE.get(feature) ?? 0;
    for (; i < pairs.length && pairs[i]?.[0] === group; i++) {
      const candidate = (pairs[i] as [number, number])[1];
      let logit = base;
      for (const feature of featuresOf(scene, index, placed, shape, candidate)) logit += TABLE.get(feature) ?? 0;
      const energy = Math.exp(Math.min(logit, 30));
      sum += energy;
      energies.push({ candidate, energy });
    }
    for (const { candidate, energy } of energies) {
      const score = energy / sum;
      if (score < Math.min(THRESHOLD, THRESHOLD_SECOND)) continue;
      scored.push({
        scene,
        group,
        score,
        placed: scene.groups[group] as PlacedGroup,
        candidate: scene.candidates[candidate] as TriggerCandidate,
      });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start || a.group - b.group);
  const chosen: Attachment[] = [];
  const used = new Set<number>();
  const taken = new Set<number>();
  for (const { group, ...attachment } of scored) {
    if (attachment.score < (used.has(group) ? THRESHOLD_SECOND : THRESHOLD)) continue;
    const { firstChunk, lastChunk } = attachment.candidate;
    let free = true;
    for (let chunk = firstChunk; chunk <= lastChunk; chunk++) if (taken.has(chunk)) free = false;
    if (!free) continue;
    for (let chunk = firstChunk; chunk <= lastChunk; chunk++) taken.add(chunk);
    used.add(group);
    chosen.push(attachment);
  }
  return chosen.sort((a, b) => a.candidate.start - b.candidate.start);
}
