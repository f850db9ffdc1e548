import type { Chunk } from "../core/chunks.js";
import { between, namesWithin, type PlacedGroup, type Scene, type SceneIndex } from "./scene.js";
import { relationTo, surfaceOf } from "./time-shape.js";
import { kindOfNoun } from "./trigger-kinds.js";
import { nounOf, type TriggerCandidate } from "./triggers.js";

/** Chunks in front of a time in which a participant of its event is looked for. */
const ACTOR_REACH = 8;

const bucket = (n: number) => (n <= 4 ? String(n) : n <= 6 ? "5" : n <= 9 ? "7" : n <= 14 ? "10" : "15");

/** What a group is like by itself. Features are names of rows in the weight table. */
export interface GroupShape {
  readonly relation: string;
  readonly surface: string;
  readonly features: readonly string[];
}

export function shapeOf(scene: Scene, placed: PlacedGroup): GroupShape {
  const { group, tail } = placed;
  const relation = relationTo(scene.published, group);
  const surface = surfaceOf(group.surface);
  const repeats = Math.min(placed.repeats, 2);
  const { part } = scene.sentence;
  const where = part !== "body" ? part : scene.position === 0 ? "lead" : scene.position < 4 ? "early" : "late";
  const features = [
    `grain=${group.grain}`,
    `relation=${relation}`,
    `surface=${surface}`,
    `tail=${tail}`,
    `where+relation=${where}/${relation}`,
    `first-group=${placed === scene.groups[0] ? "yes" : "no"}`,
    `repeats+surface=${repeats}/${surface}`,
    `later=${Math.min(placed.later, 2)}`,
    `times=${Math.min(Math.floor(scene.groupsInText / 3), 5)}`,
    `length=${Math.min(scene.chunks.length >> 3, 5)}`,
  ];
  return { relation, surface, features };
}

/** Features of one group and one candidate trigger, beside those of the group alone. */
export function featuresOf(
  scene: Scene,
  index: SceneIndex,
  placed: PlacedGroup,
  shape: GroupShape,
  c: number,
): string[] {
  const candidate = scene.candidates[c] as TriggerCandidate;
  const { form, ending, kind } = candidate;
  const after = candidate.chunk > placed.lastChunk;
  const side = after ? "A" : "B";
  const distance = after ? candidate.firstChunk - placed.lastChunk - 1 : placed.firstChunk - candidate.lastChunk - 1;
  const low = after ? placed.lastChunk : candidate.lastChunk;
  const high = after ? candidate.firstChunk : placed.firstChunk;

  const predicates = between(index.verbs, low, high);
  const subjects = between(index.subjects, low, high);
  const rivals = between(index.groups, low, high);
  const sided = `${side}${form}`;
  const features = [
    `kind=${kind}`,
    `stem=${candidate.stem}`,
    `end=${sided}/${ending}`,
    `relation+end=${shape.relation}/${ending}`,
    `surface+form=${shape.surface}/${sided}`,
    `tail+end=${placed.tail}/${side}/${ending}`,
    `distance=${sided}/${bucket(distance)}`,
    `tense+rel=${candidate.tense}/${shape.relation}`,
    `between=${sided}/${bucket(predicates)}`,
    `between+end=${side}/${ending}/${Math.min(predicates, 3)}`,
    `rivals=${side}/${Math.min(rivals, 2)}`,
    `subjects=${sided}/${Math.min(subjects, 3)}`,
    `subjects+end=${side}/${ending}/${Math.min(subjects, 2)}/${Math.min(predicates, 2)}`,
    `tail+first=${placed.tail}/${predicates === 0 ? "first" : "later"}/${side}`,
    `quote=${quoteOf(placed.quote, candidate.quote)}`,
    `objects=${sided}/${Math.min(between(index.objects, low, high), 2)}/${candidate.complement ? "own" : "none"}`,
    `place=${sided}/${ending}/${between(index.places, low, high) > 0 ? "yes" : "no"}`,
    `commas=${sided}/${Math.min(between(index.commas, low, high), 2)}`,
    `candidate-tail=${sided}/${candidate.tail}`,
  ];
  if (kind === "say") features.push(`say=${ending}/${after && distance === 0 ? "next" : side}`);

  // Where the candidate stands among the predicates after the group.
  const verbsAfter = (index.verbs[scene.chunks.length] as number) - (index.verbs[placed.lastChunk + 1] as number);
  const rank = after ? between(index.verbs, placed.lastChunk, candidate.chunk) : 0;
  const later = verbsAfter - rank - (after && form === "verb" ? 1 : 0);
  const first = scene.candidates[index.nextVerb[placed.lastChunk + 1] as number]?.ending ?? "none";
  if (form === "verb" && after) {
    features.push(`rank+end=${Math.min(rank, 2)}/${Math.min(later, 2)}/${ending}`);
    if (rank > 0) features.push(`passed=${first}/${ending}/${Math.min(rank, 2)}`);
  }
  // 시상식은 10일 열린다: topic and verb name one event.
  const topic = topicBefore(scene, c, placed.firstChunk);
  if (form === "verb" && after && topic) features.push(`topic+end=${ending}`);
  if (form === "noun" && !after && /^J[KX]/.test(candidate.tail)) {
    const verb = scene.candidates[index.nextVerb[placed.lastChunk + 1] as number];
    features.push(`topic-verb=${verb?.stem ?? "none"}`, `topic-kind=${verb?.kind ?? "none"}`);
  }
  if (ending === "adnominal") {
    const next = scene.chunks[candidate.lastChunk + 1];
    const word = next ? nounOf(index.tokens, next) : null;
    const head = word ? (kindOfNoun(word.text) ?? "other") : "none";
    const named = head === "none" || head === "other" ? head : "event";
    features.push(`head=${head}`, `head+adjacent=${named}/${Math.min(distance, 2)}/${Math.min(rank, 1)}`);
  }
  if (form === "noun") features.push(`noun-last=${sided}/${later === 0 ? "final" : Math.min(later, 2)}/${first}`);

  const reach = after ? (scene.chunks[Math.max(0, placed.firstChunk - ACTOR_REACH)] as Chunk).start : 0;
  features.push(`actors=${form}/${Math.min(namesWithin(index.actors, reach, candidate.end), 3)}`);
  return features;
}

/** Candidates before a verb among which its topic is looked for. */
const TOPIC_REACH = 4;

/** The event noun with a subject's or a topic's particle that stands last before the time, if one does. */
function topicBefore(scene: Scene, c: number, firstChunk: number): TriggerCandidate | null {
  let left = TOPIC_REACH;
  for (let i = c - 1; i >= 0 && left > 0; i--, left--) {
    const other = scene.candidates[i] as TriggerCandidate;
    if (other.chunk >= firstChunk) continue;
    if (other.form === "verb") return null;
    if (/^J[KX]S|^JX/.test(other.tail)) return other;
  }
  return null;
}

/** Whether time and trigger stand in one quotation, outside any, or a border lies between. */
function quoteOf(time: number, trigger: number): string {
  if (time === trigger) return time ? "in" : "out";
  return time ? "from" : "into";
}
