import { parseDate, toDayNumber } from "../core/civil-date.js";
import type { Mention, Sentence, Token } from "../core/types.js";
import type { Chunk } from "../core/chunks.js";
import type { TimeGroup } from "./time-groups.js";
import { kindOfNoun } from "./trigger-kinds.js";
import { nounOf, particleOf, type TriggerCandidate } from "./triggers.js";

/** A time group in its sentence. */
export interface PlacedGroup {
  readonly group: TimeGroup;
  /** First and last chunk that the group covers. */
  readonly firstChunk: number;
  readonly lastChunk: number;
  readonly quote: number;
  /** What follows the group: a particle, a word, punctuation. */
  readonly tail: string;
  /** How many groups of the document before this one say the same days. */
  readonly repeats: number;
  /** Number of the group in the document, 0-based. */
  readonly order: number;
}

/** One sentence as the attachment sees it. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  /** Number of the sentence within its part, 0-based. */
  readonly position: number;
  readonly chunks: readonly Chunk[];
  readonly groups: readonly PlacedGroup[];
  readonly candidates: readonly TriggerCandidate[];
  /** Names in the sentence, in text order. */
  readonly mentions: readonly Mention[];
  readonly headline: string;
  /** Publication date, if known. */
  readonly published: string | null;
}

/** Chunks after and before a group within which a trigger may stand. */
export const REACH_AFTER = 30;
export const REACH_BEFORE = 12;

const bucket = (n: number) => (n <= 4 ? String(n) : n <= 6 ? "5" : n <= 9 ? "7" : n <= 14 ? "10" : "15");

/** Where the date lies against the day of publication. */
export function relationTo(published: string | null, { from, to }: TimeGroup): string {
  const day = published ? parseDate(published) : null;
  const first = parseDate(from);
  const last = parseDate(to);
  if (!day || !first || !last) return "unknown";
  const now = toDayNumber(day);
  const a = toDayNumber(first) - now;
  const b = toDayNumber(last) - now;
  if (a <= 0 && b >= 0) return a === b ? "today" : "current";
  if (b < 0) return b === -1 && a === b ? "yesterday" : b >= -10 ? "week-ago" : b >= -400 ? "year-ago" : "long-ago";
  return a <= 10 ? "in-a-week" : a <= 400 ? "in-a-year" : "far-off";
}

const SURFACES: readonly (readonly [RegExp, string])[] = [
  [/^(?:이날|당일|같은 날)/, "that-day"],
  [/^(?:오늘|금일)/, "today"],
  [/^(?:전날|이튿날|다음 ?날|그날|첫날|마지막 날|어제|내일|모레|그제)/, "near-day"],
  [/^(?:오는|다가오는)/, "coming"],
  [/^(?:지난 ?\d|지난달|지난주|지난해|지난)/, "last"],
  [/^(?:다음|내년|내달|새해)/, "next"],
  [/^(?:올해|금년|이달|이번|올)/, "this"],
  [/^(?:작년|재작년)/, "last"],
  [/^\d{1,2}일/, "bare-day"],
  [/^\d{1,2}월/, "month-day"],
  [/^\d{4}년/, "year"],
  [/^\d{4}\./, "dotted"],
];

function surfaceOf(surface: string): string {
  for (const [pattern, name] of SURFACES) if (pattern.test(surface)) return name;
  return "other";
}

/** Words after a time that say what the time is for. */
const AFTER_WORD =
  /^(?:부터|까지|이후|이래|이전|대비|기준|현재|만에|전|뒤|후|당시|안에|안으로|중|내|동안|사이|들어|무렵|께|쯤|경|밤|오전|오후|아침|저녁|새벽|낮|예정|이다|에는|에도|에|의|은|는|로|으로|과|와|보다|이|가|을|를|치|산|생|분|자|께서|첫)/;

/** What follows the group: the particle that it carries, or the word or mark after it. */
export function tailOf(text: string, end: number): string {
  const rest = text.slice(end, end + 8);
  if (rest === "") return "end";
  const glued = AFTER_WORD.exec(rest);
  if (glued) return `+${glued[0]}`;
  if (/^\s?\(/.test(rest)) {
    const close = text.slice(end, end + 24).indexOf(")");
    return close > 0 ? tailOf(text, end + close + 1) : "bracket";
  }
  if (/^[,·]/.test(rest)) return "comma";
  if (/^[.”’"…]/.test(rest)) return "stop";
  if (/^\s/.test(rest)) {
    const word =
      /^(?:이후|이래|이전|대비|기준|현재|만에|전|뒤|후|당시|안에|중|내|동안|사이|들어|무렵|께|쯤|밤|오전|오후|아침|저녁|새벽|낮|예정|첫|하루|같은|초|말)(?=\s|$)/.exec(
        rest.trimStart(),
      );
    return word ? `_${word[0]}` : "space";
  }
  return "glued";
}

/** Features of one group and one candidate trigger, as names of rows in the weight table. */
export function featuresOf(scene: Scene, g: number, c: number): string[] {
  const placed = scene.groups[g] as PlacedGroup;
  const candidate = scene.candidates[c] as TriggerCandidate;
  const { group } = placed;
  const features: string[] = ["bias"];
  const after = candidate.chunk > placed.lastChunk;
  const side = after ? "A" : "B";
  const distance = after ? candidate.firstChunk - placed.lastChunk - 1 : placed.firstChunk - candidate.lastChunk - 1;
  const low = after ? placed.lastChunk : candidate.lastChunk;
  const high = after ? candidate.firstChunk : placed.firstChunk;

  // What stands between.
  let adnominals = 0;
  let connectives = 0;
  let quotatives = 0;
  let finals = 0;
  let nouns = 0;
  for (let i = 0; i < scene.candidates.length; i++) {
    const other = scene.candidates[i] as TriggerCandidate;
    if (i === c || other.chunk <= low || other.chunk >= high) continue;
    if (other.form === "noun") nouns++;
    else if (other.ending === "adnominal" || other.ending === "nominal") adnominals++;
    else if (other.ending === "quotative") quotatives++;
    else if (other.ending === "final") finals++;
    else connectives++;
  }
  const predicates = adnominals + connectives + quotatives + finals;
  let rivals = 0;
  for (let i = 0; i < scene.groups.length; i++) {
    const other = scene.groups[i] as PlacedGroup;
    if (i !== g && other.firstChunk > low && other.lastChunk < high) rivals++;
  }
  let subjects = 0;
  for (let i = low + 1; i < high && i < low + REACH_AFTER; i++) {
    const tag = particleOf(scene.tokens, scene.chunks[i] as Chunk);
    if (tag.tag.startsWith("JKS") || tag.text === "은" || tag.text === "는") subjects++;
  }

  // Where the candidate stands among the predicates after the group, and what heads it.
  let rank = 0;
  let later = 0;
  let firstEnding = "none";
  let firstKind = "none";
  for (let i = 0; i < scene.candidates.length; i++) {
    const other = scene.candidates[i] as TriggerCandidate;
    if (other.form === "noun" || other.chunk <= placed.lastChunk) continue;
    if (firstEnding === "none") {
      firstEnding = other.ending;
      firstKind = other.kind;
    }
    if (other.chunk < candidate.chunk) rank++;
    else if (i !== c) later++;
  }
  const headChunk = scene.chunks[candidate.lastChunk + 1];
  const headWord = candidate.ending === "adnominal" && headChunk ? nounOf(scene.tokens, headChunk) : null;
  const headKind = headWord ? (kindOfNoun(headWord.text) ?? "other") : "none";

  const form = candidate.form;
  const end = candidate.ending;
  const relation = relationTo(scene.published, group);
  const surface = surfaceOf(group.surface);
  const quote =
    placed.quote === candidate.quote
      ? placed.quote
        ? "in"
        : "out"
      : placed.quote
        ? "from"
        : candidate.quote
          ? "into"
          : "out";
  const where =
    scene.sentence.part !== "body"
      ? scene.sentence.part
      : scene.position === 0
        ? "lead"
        : scene.position < 4
          ? "early"
          : "late";
  const kind = candidate.kind;
  const shape = `${side}${form}`;

  const add = (name: string, value: string | number) => features.push(`${name}=${value}`);
  add("shape", shape);
  add("kind", kind);
  add("kind+form", `${kind}/${form}`);
  add("stem", candidate.stem);
  add("end", `${shape}/${end}`);
  add("end+tense", `${shape}/${end}/${candidate.tense}`);
  add("tense+rel", `${candidate.tense}/${relation}`);
  add("distance", `${shape}/${bucket(distance)}`);
  add("between", `${shape}/${bucket(predicates)}`);
  add("between+end", `${side}/${end}/${Math.min(predicates, 3)}`);
  add("adnominals", `${side}/${Math.min(adnominals, 3)}`);
  add("connectives", `${side}/${Math.min(connectives, 3)}`);
  add("quotatives", `${side}/${Math.min(quotatives, 2)}`);
  add("finals", `${side}/${Math.min(finals, 2)}`);
  add("nouns", `${shape}/${Math.min(nouns, 3)}`);
  add("rivals", `${side}/${Math.min(rivals, 2)}`);
  add("subjects", `${shape}/${Math.min(subjects, 3)}`);
  add("subjects+end", `${side}/${end}/${Math.min(subjects, 2)}/${Math.min(predicates, 2)}`);
  add("grain", group.grain);
  add("grain+form", `${group.grain}/${form}`);
  add("relation", relation);
  add("relation+end", `${relation}/${end}`);
  add("surface", surface);
  add("surface+form", `${surface}/${shape}`);
  add("tail", placed.tail);
  add("tail+end", `${placed.tail}/${side}/${end}`);
  add("tail+first", `${placed.tail}/${predicates === 0 ? "first" : "later"}/${side}`);
  add("quote", quote);
  add("quote+kind", `${quote}/${kind === "say" ? "say" : "not"}`);
  add("where", where);
  add("where+relation", `${where}/${relation}`);
  add("candidate-tail", `${shape}/${candidate.tail}`);
  add("clock", `${group.clock}`);
  add("groups", Math.min(scene.groups.length, 4));
  add("complement", `${form}/${candidate.complement}`);
  if (candidate.negated) add("negated", "yes");
  if (candidate.progressive) add("progressive", relation);
  if (kind === "say") {
    add("say", `${end}/${after && distance === 0 ? "next" : side}`);
    add(
      "say+quotes",
      `${Math.min(quotatives, 1)}/${scene.chunks.some((x) => x.quote > 0) ? "quoted" : "plain"}/${side}`,
    );
    add("say+surface", surface);
  }
  add("repeats", `${Math.min(placed.repeats, 2)}`);
  add("repeats+surface", `${Math.min(placed.repeats, 2)}/${surface}`);
  add("order", placed.order < 3 ? placed.order : placed.order < 6 ? "3" : placed.order < 10 ? "6" : "10");
  if (form === "verb" && after) {
    add("rank", `${Math.min(rank, 3)}/${Math.min(later, 3)}`);
    add("rank+end", `${Math.min(rank, 2)}/${Math.min(later, 2)}/${end}`);
    add("rank+kind", `${Math.min(rank, 1)}/${kind}`);
    if (rank > 0) add("passed", `${firstEnding}/${end}/${Math.min(rank, 2)}`);
    if (rank > 0) add("passed-kind", firstKind);
    if (distance === 0) add("adjacent", `${end}/${candidate.tense}`);
  }
  if (end === "adnominal") {
    add("head", headKind);
    add(
      "head+adjacent",
      `${headKind === "none" || headKind === "other" ? headKind : "event"}/${Math.min(distance, 2)}/${Math.min(rank, 1)}`,
    );
  }
  if (form === "noun") {
    add("noun-last", `${shape}/${later === 0 ? "final" : Math.min(later, 2)}/${firstEnding}`);
    add("noun-kind", `${side}/${kind}`);
    add("noun-tail", `${side}/${candidate.tail}/${Math.min(distance, 3)}`);
    add("noun-first", `${side}/${firstKind}`);
  }
  // Who and where.
  let actors = 0;
  let places = 0;
  let near = 0;
  for (const mention of scene.mentions) {
    const inReach =
      mention.end <= candidate.end &&
      (after ? mention.start >= (scene.chunks[Math.max(0, placed.firstChunk - 8)] as Chunk).start : true);
    if (!inReach) continue;
    if (mention.type === "LOCATION") places++;
    else if (mention.type === "PERSON" || mention.type === "ORGANIZATION") {
      actors++;
      if (mention.end > candidate.start - 30) near++;
    }
  }
  add("actors", `${form}/${Math.min(actors, 3)}`);
  add("places", `${form}/${Math.min(places, 2)}`);
  add("near", `${form}/${Math.min(near, 1)}`);
  if (
    candidate.stem.length > 1 &&
    scene.headline.includes(candidate.form === "noun" ? candidate.stem : candidate.stem.slice(0, -1))
  )
    add("headline", form);
  add("kind+relation", `${kind}/${relation}`);
  add("kind+end", `${kind}/${end}`);
  add("kind+grain", `${kind}/${group.grain === "day" || group.grain === "days" ? "day" : "long"}`);
  add("end+grain", `${end}/${group.grain}`);
  add("first-group", g === 0 ? "yes" : "no");
  add("start", placed.firstChunk === 0 ? "yes" : placed.firstChunk < 4 ? "near" : "no");
  return features;
}
