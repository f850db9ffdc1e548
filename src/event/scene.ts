import type { Chunk } from "../core/chunks.js";
import { firstWhere } from "../core/search.js";
import type { Mention, Sentence, Token } from "../core/types.js";
import type { TimeGroup } from "./time-groups.js";
import type { Particle } from "./chunk-words.js";
import type { TriggerCandidate } from "./triggers.js";

/** A time group in its sentence. */
export interface PlacedGroup {
  readonly group: TimeGroup;
  /** First and last chunk that the group covers. */
  readonly firstChunk: number;
  readonly lastChunk: number;
  readonly quote: number;
  /** What follows the group: a particle, a word, punctuation. */
  readonly tail: string;
  /** How many groups of the document before this one, and after it, say the same days. */
  readonly repeats: number;
  readonly later: number;
  /** Number of the group in the document, 0-based. */
  readonly order: number;
}

/** One sentence as the attachment sees it. */
export interface Scene {
  readonly text: string;
  readonly sentence: Sentence;
  /** Number of the sentence within its part, 0-based. */
  readonly position: number;
  readonly chunks: readonly Chunk[];
  /** The particle that each chunk ends with. */
  readonly particles: readonly Particle[];
  readonly groups: readonly PlacedGroup[];
  readonly candidates: readonly TriggerCandidate[];
  /** Number of groups in the document. */
  readonly groupsInText: number;
  /** Names in the sentence, in text order. */
  readonly mentions: readonly Mention[];
  readonly headline: string;
  /** Publication date, if known. */
  readonly published: string | null;
}

/** Running counts over a scene, so that what stands between two chunks is known without walking there. */
export interface SceneIndex {
  /** The tokens of the sentence. */
  readonly tokens: readonly Token[];
  /** Number of verbs and subjects in the chunks before chunk `i`. */
  readonly verbs: Uint16Array;
  readonly subjects: Uint16Array;
  /** Number of objects, of places with 에서 and of commas in the chunks before chunk `i`. */
  readonly objects: Uint16Array;
  readonly places: Uint16Array;
  readonly commas: Uint16Array;
  /** Number of groups that end before chunk `i`. */
  readonly groups: Uint16Array;
  /** Number of the first verb in or after chunk `i` among the candidates; the number of candidates where none is. */
  readonly nextVerb: Uint16Array;
  /** People and bodies of the sentence, in text order. */
  readonly actors: readonly Mention[];
}

export function indexScene(scene: Scene, tokens: readonly Token[]): SceneIndex {
  const size = scene.chunks.length + 1;
  const counts = () => new Uint16Array(size);
  const [verbs, subjects, groups] = [counts(), counts(), counts()];
  const [objects, places, commas] = [counts(), counts(), counts()];
  const nextVerb = new Uint16Array(size).fill(scene.candidates.length);
  for (const { chunk, form } of scene.candidates) {
    if (form !== "verb") continue;
    verbs[chunk + 1] = 1;
  }
  scene.candidates.forEach(({ chunk, form }, index) => {
    if (form === "verb" && index < (nextVerb[chunk] as number)) nextVerb[chunk] = index;
  });
  for (let i = size - 2; i >= 0; i--) nextVerb[i] = Math.min(nextVerb[i] as number, nextVerb[i + 1] as number);
  for (const { lastChunk } of scene.groups) groups[lastChunk + 1] = (groups[lastChunk + 1] as number) + 1;
  scene.chunks.forEach((chunk: Chunk, i) => {
    const { tag, text } = scene.particles[i] as Particle;
    if (tag.startsWith("JKS") || text === "은" || text === "는") subjects[i + 1] = 1;
    else if (tag.startsWith("JKO")) objects[i + 1] = 1;
    else if (text === "에서" || text === "에서는") places[i + 1] = 1;
    for (let t = chunk.first; t <= chunk.last; t++) if (tokens[t]?.text === ",") commas[i + 1] = 1;
  });
  for (const sums of [verbs, subjects, groups, objects, places, commas])
    for (let i = 1; i < size; i++) sums[i] = (sums[i] as number) + (sums[i - 1] as number);
  const actors = scene.mentions.filter(({ type }) => type === "PERSON" || type === "ORGANIZATION");
  return { tokens, verbs, subjects, objects, places, commas, groups, nextVerb, actors };
}

/** How many of the running count's things stand in the chunks after `low` and before `high`. */
export function between(sums: Uint16Array, low: number, high: number): number {
  return high <= low + 1 ? 0 : (sums[high] as number) - (sums[low + 1] as number);
}

/** How many of the names lie wholly between two offsets. */
export function namesWithin(names: readonly Mention[], from: number, to: number): number {
  const first = firstWhere(names, ({ start }) => start >= from);
  const last = firstWhere(names, ({ end }) => end > to);
  return Math.max(0, last - first);
}
