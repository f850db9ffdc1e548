import type { Chunk } from "../core/chunks.js";
import { between, namesWithin, type PlacedGroup, type Scene, type SceneIndex } from "./scene.js";
import { relationTo, surfaceOf } from "./time-shape.js";
import { kindOfNoun } from "./trigger-kinds.js";
import { nounOf } from "./chunk-words.js";
import type { TriggerCandidate } from "./triggers.js";

/** Chunks in front of a time in which a participant of its event is looked for. */
const ACTOR_REACH = 8;

const bucket = (n: number) => (n <= 4 ? n : n <= 6 ? 5 : n <= 9 ? 7 : n <= 14 ? 10 : 15);

export type FeatureValue = string | number;

/** Takes one feature: a row of the weight table, its name and its values apart (`name=a/b/c/d`), since to join them takes longer than to add them up. */
export type FeatureReader = (
  name: string,
  a: FeatureValue,
  b?: FeatureValue,
  c?: FeatureValue,
  d?: FeatureValue,
) => void;

/** What a group is like by itself. */
export interface GroupShape {
  readonly relation: string;
  readonly surface: string;
  /** A stretch that is named by both of its ends. */
  readonly span: "span" | "one";
  /** Part of the article, the first sentence of its body apart. */
  readonly part: string;
}

/** Reads out the features of a group alone. */
export function readGroup(scene: Scene, placed: PlacedGroup, read: FeatureReader): GroupShape {
  const { group, tail } = placed;
  const relation = relationTo(scene.published, group);
  const surface = surfaceOf(group.surface);
  const repeats = Math.min(placed.repeats, 2);
  const { part } = scene.sentence;
  const where = part !== "body" ? part : scene.position === 0 ? "lead" : scene.position < 4 ? "early" : "late";
  read("grain", group.grain);
  read("relation", relation);
  read("grain+relation", group.grain, relation);
  read("surface", surface);
  read("tail", tail);
  read("where+relation", where, relation);
  read("first-group", placed === scene.groups[0] ? "yes" : "no");
  read("repeats+surface", repeats, surface);
  read("later", Math.min(placed.later, 2));
  read("times", Math.min(Math.floor(scene.groupsInText / 3), 5));
  read("length", Math.min(scene.chunks.length >> 3, 5));
  return {
    relation,
    surface,
    span: /부터|까지|[∼~-]/.test(group.surface) ? "span" : "one",
    part: where === "early" || where === "late" ? "body" : where,
  };
}

const SIDED = { A: { noun: "Anoun", verb: "Averb" }, B: { noun: "Bnoun", verb: "Bverb" } } as const;

/** Reads out the features of a candidate trigger alone. */
export function readCandidate(
  { kind, stem, form, ending, progressive, negated }: TriggerCandidate,
  read: FeatureReader,
): void {
  read("kind", kind);
  read("stem", stem);
  // A noun is known by its last two syllables, its head.
  read("stem-head", stem.slice(-2), form);
  read("aspect+end", progressive ? "on" : negated ? "not" : "plain", ending);
}

/** Reads out the features of a group and the form of a candidate that stands before or after it, which many candidates share. */
export function readFrame(
  placed: PlacedGroup,
  shape: GroupShape,
  { chunk, form, ending }: TriggerCandidate,
  read: FeatureReader,
): void {
  const side = chunk > placed.lastChunk ? "A" : "B";
  const sided = SIDED[side][form];
  read("part+end", shape.part, sided, ending);
  read("relation+end", shape.relation, ending);
  read("surface+form", shape.surface, sided);
  read("span+end", shape.span, sided, ending);
  read("tail+end", placed.tail, side, ending);
}

/** Reads out the features of one group and one candidate trigger, beside those of each alone and of its form. */
export function readPair(
  scene: Scene,
  index: SceneIndex,
  placed: PlacedGroup,
  shape: GroupShape,
  c: number,
  read: FeatureReader,
): void {
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
  const sided = SIDED[side][form];
  read("kind+relation", kind, shape.relation);
  read("distance", sided, bucket(distance));
  read("tense+rel", candidate.tense, shape.relation);
  read("between+end", side, ending, Math.min(predicates, 3));
  read("rivals", side, Math.min(rivals, 2));
  read("subjects+end", side, ending, Math.min(subjects, 2), Math.min(predicates, 2));
  read("tail+first", placed.tail, predicates === 0 ? "first" : "later", side);
  read("quote", quoteOf(placed.quote, candidate.quote));
  read("objects", sided, Math.min(between(index.objects, low, high), 2), candidate.complement ? "own" : "none");
  read("place", sided, ending, between(index.places, low, high) > 0 ? "yes" : "no");
  read("commas", sided, Math.min(between(index.commas, low, high), 2));
  read("candidate-tail", sided, candidate.tail);
  if (kind === "say") read("say", ending, after && distance === 0 ? "next" : side);

  // Where the candidate stands among the predicates after the group.
  const verbsAfter = (index.verbs[scene.chunks.length] as number) - (index.verbs[placed.lastChunk + 1] as number);
  const rank = after ? between(index.verbs, placed.lastChunk, candidate.chunk) : 0;
  const later = verbsAfter - rank - (after && form === "verb" ? 1 : 0);
  if (form === "verb" && after) {
    read("rank+end", Math.min(rank, 2), Math.min(later, 2), ending);
  }
  // 시상식은 10일 열린다: topic and verb name one event.
  if (form === "verb" && after && topicBefore(scene, c, placed.firstChunk)) read("topic+end", ending);
  if (form === "noun" && !after && /^J[KX]/.test(candidate.tail)) {
    const verb = scene.candidates[index.nextVerb[placed.lastChunk + 1] as number];
    read("topic-verb", verb?.stem ?? "none");
    read("topic-kind", verb?.kind ?? "none");
  }
  if (ending === "adnominal") {
    const next = scene.chunks[candidate.lastChunk + 1];
    const word = next ? nounOf(index.tokens, next) : null;
    const head = word ? (kindOfNoun(word.text) ?? "other") : "none";
    const named = head === "none" || head === "other" ? head : "event";
    read("head", head);
    read("head+adjacent", named, Math.min(distance, 2), Math.min(rank, 1));
  }

  const reach = after ? (scene.chunks[Math.max(0, placed.firstChunk - ACTOR_REACH)] as Chunk).start : 0;
  read("actors", form, Math.min(namesWithin(index.actors, reach, candidate.end), 3));
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
