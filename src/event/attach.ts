import { readCandidate, readFrame, readGroup, readPair } from "./attachment-features.js";
import { WeightSum } from "./attachment-weights.js";
import { THRESHOLD, THRESHOLD_SECOND, USUAL, USUAL_EACH } from "./attachment.table.js";
import { indexScene, type PlacedGroup, type Scene } from "./scene.js";
import { pairsOf, type SceneWithTokens } from "./scenes.js";
import type { TriggerCandidate } from "./triggers.js";

/** A trigger and the time that it happens at. */
export interface Attachment {
  readonly scene: Scene;
  readonly placed: PlacedGroup;
  readonly candidate: TriggerCandidate;
  /** Probability that the two are an event of the text, 0–1. */
  readonly score: number;
}

/** One time and how well each of its candidates fits: odds against "no event". */
interface Contest {
  readonly scene: Scene;
  readonly group: number;
  readonly rivals: readonly { readonly candidate: number; readonly odds: number }[];
  readonly sum: number;
}

function contestsOf({ scene, tokens }: SceneWithTokens): Contest[] {
  const contests: Contest[] = [];
  const pairs = pairsOf(scene);
  if (pairs.length === 0) return contests;
  const index = indexScene(scene, tokens);
  const weights = new WeightSum();
  const own = scene.candidates.map((candidate) => {
    weights.total = 0;
    readCandidate(candidate, weights.read);
    return weights.total;
  });
  for (let i = 0; i < pairs.length; ) {
    const group = (pairs[i] as [number, number])[0];
    const rivals: { candidate: number; odds: number }[] = [];
    let sum = 0;
    const placed = scene.groups[group] as PlacedGroup;
    weights.total = 0;
    const shape = readGroup(scene, placed, weights.read);
    const base = weights.total;
    const frames = new Map<string, number>();
    for (; i < pairs.length && pairs[i]?.[0] === group; i++) {
      const candidate = (pairs[i] as [number, number])[1];
      const trigger = scene.candidates[candidate] as TriggerCandidate;
      const ending = trigger.form === "noun" ? "name" : trigger.ending;
      const form = trigger.chunk > placed.lastChunk ? ending : `before ${ending}`;
      let frame = frames.get(form);
      if (frame === undefined) {
        weights.total = base;
        readFrame(placed, shape, trigger, weights.read);
        frame = weights.total;
        frames.set(form, frame);
      }
      weights.total = frame + (own[candidate] as number);
      readPair(scene, index, placed, shape, candidate, weights.read);
      const odds = Math.exp(Math.min(weights.total, 30));
      sum += odds;
      rivals.push({ candidate, odds });
    }
    contests.push({ scene, group, rivals, sum });
  }
  return contests;
}

/** Half-width of the search for the shift, and its steps. */
const WIDEST = 6;
const STEPS = 30;

/**
 * What the odds of all times of an article are multiplied by. An article tells of some four events whatever number of dates it names, so its times
 * compete: the odds move half of the way to where they would have the number of events that is usual for so many times.
 */
function competition(contests: readonly Contest[]): number {
  const usual = Math.min(0.9 * contests.length, USUAL + USUAL_EACH * contests.length);
  let low = -WIDEST;
  let high = WIDEST;
  for (let step = 0; step < STEPS; step++) {
    const factor = Math.exp((low + high) / 2);
    let expected = 0;
    for (const { sum } of contests) expected += (sum * factor) / (1 + sum * factor);
    if (expected > usual) high = (low + high) / 2;
    else low = (low + high) / 2;
  }
  return Math.exp((low + high) / 4);
}

/**
 * Chooses triggers for the times of an article, in text order. Each time shares one unit of probability between its candidates and "no event";
 * what passes the threshold is taken, best first, no trigger twice.
 */
export function attach(scenes: Iterable<SceneWithTokens>): Attachment[] {
  const contests: Contest[] = [];
  for (const scene of scenes) contests.push(...contestsOf(scene));
  const factor = competition(contests);
  const attachments: Attachment[] = [];
  for (let i = 0; i < contests.length; ) {
    const { scene } = contests[i] as Contest;
    const inScene: Contest[] = [];
    for (; contests[i]?.scene === scene; i++) inScene.push(contests[i] as Contest);
    attachments.push(...choose(scene, inScene, factor));
  }
  return attachments;
}

function choose(scene: Scene, contests: readonly Contest[], factor: number): Attachment[] {
  const scored: (Attachment & { readonly group: number })[] = [];
  for (const { group, rivals, sum } of contests)
    for (const { candidate, odds } of rivals) {
      const score = (odds * factor) / (1 + sum * factor);
      if (score < Math.min(THRESHOLD, THRESHOLD_SECOND)) continue;
      scored.push({
        scene,
        group,
        score,
        placed: scene.groups[group] as PlacedGroup,
        candidate: scene.candidates[candidate] as TriggerCandidate,
      });
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
