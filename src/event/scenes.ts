import { firstWhere } from "../core/search.js";
import type { Article, Mention, Sentence, Timex, Token, Tokens } from "../core/types.js";
import type { PlacedGroup, Scene } from "./scene.js";
import { chunkTokens, type Chunk } from "../core/chunks.js";
import { particleOf } from "./chunk-words.js";
import { groupTimexes } from "./time-groups.js";
import { tailOf } from "./time-shape.js";
import { findTriggers } from "./triggers.js";

/** A sentence longer than this is read in pieces, so that no text takes more than linear time. */
const LONGEST_SCENE = 160;

/** Chunks after and before a group within which a trigger may stand. */
const REACH_AFTER = 30;
const REACH_BEFORE = 12;

/** Mentions that are no event, whatever their last noun means: 산업은행, 조사위원회. */
const NAMES: ReadonlySet<string> = new Set(["PERSON", "LOCATION", "ORGANIZATION", "TITLE", "LAW", "WORK", "QUANTITY"]);

/** Whether the word `[start, end)` ends the name of an event, lies in another name, or neither. */
function nameReader(
  names: readonly Mention[],
  events: ReadonlySet<number>,
): (start: number, end: number) => "event" | "name" | null {
  return (start, end) => {
    if (events.has(end)) return "event";
    const name = names[firstWhere(names, (other) => other.end >= end)];
    return name && name.start < end && start < name.end ? "name" : null;
  };
}

/** A scene, and the tokens of its sentence, which are not needed for longer than the next scene. */
export interface SceneWithTokens {
  readonly scene: Scene;
  readonly tokens: readonly Token[];
}

/** The sentences that hold a resolved time, with their chunks, times and candidate triggers. */
export function* buildScenes(
  text: string,
  article: Article,
  sentences: readonly Sentence[],
  tokens: Tokens,
  mentions: readonly Mention[],
  timexes: readonly Timex[],
): Generator<SceneWithTokens> {
  const published = article.publishedAt?.value ?? null;
  const groups = groupTimexes(text, timexes, published);
  const named = new Set<number>();
  for (const mention of mentions) if (mention.type === "EVENT") named.add(mention.end);
  const names = mentions.filter((mention) => NAMES.has(mention.type));
  const naming = nameReader(names, named);
  const repeats = new Map<string, number>();
  const tellings = new Map<string, number>();
  for (const { from, to } of groups) tellings.set(`${from}/${to}`, (tellings.get(`${from}/${to}`) ?? 0) + 1);
  let nextToken = 0;
  let nextGroup = 0;
  const headline = article.headline?.text ?? (sentences[0] ? text.slice(sentences[0].start, sentences[0].end) : "");
  let nextMention = 0;
  let position = 0;
  let part: Sentence["part"] | null = null;
  for (const sentence of sentences) {
    position = sentence.part === part ? position + 1 : 0;
    part = sentence.part;
    while (tokens.startOf(nextToken) < sentence.start) nextToken++;
    const firstToken = nextToken;
    while (tokens.startOf(nextToken) < sentence.end) nextToken++;
    while (nextGroup < groups.length && (groups[nextGroup]?.start ?? 0) < sentence.start) nextGroup++;
    const firstGroup = nextGroup;
    while (nextGroup < groups.length && (groups[nextGroup]?.start ?? 0) < sentence.end) nextGroup++;
    while (nextMention < mentions.length && (mentions[nextMention] as Mention).end <= sentence.start) nextMention++;
    if (firstGroup === nextGroup || sentence.part === "byline") continue;
    let lastMention = nextMention;
    while (lastMention < mentions.length && (mentions[lastMention] as Mention).start < sentence.end) lastMention++;
    const inSentence = mentions.slice(nextMention, lastMention);
    const words = tokens.slice(firstToken, nextToken);
    const all = chunkTokens(words);
    let g = firstGroup;
    for (let from = 0; from < all.length; from += LONGEST_SCENE) {
      const chunks: Chunk[] = all.slice(from, from + LONGEST_SCENE);
      const end = all[from + LONGEST_SCENE]?.start ?? sentence.end;
      const placed: PlacedGroup[] = [];
      const covered = new Array<boolean>(chunks.length).fill(false);
      let c = 0;
      for (; g < nextGroup; g++) {
        const group = groups[g];
        if (!group || group.start >= end) break;
        while (c < chunks.length && (chunks[c] as Chunk).end <= group.start) c++;
        const firstChunk = c;
        let lastChunk = c;
        while (lastChunk + 1 < chunks.length && (chunks[lastChunk + 1] as Chunk).start < group.end) lastChunk++;
        if (firstChunk >= chunks.length) continue;
        for (let i = firstChunk; i <= lastChunk; i++)
          covered[i] = (chunks[i] as Chunk).start >= group.start || (chunks[i] as Chunk).end <= group.end;
        const days = `${group.from}/${group.to}`;
        const repeated = repeats.get(days) ?? 0;
        repeats.set(days, repeated + 1);
        placed.push({
          repeats: repeated,
          later: (tellings.get(days) ?? 0) - repeated - 1,
          order: g,
          group,
          firstChunk,
          lastChunk,
          quote: (chunks[firstChunk] as Chunk).quote,
          tail: tailOf(text, group.end),
        });
      }
      if (placed.length === 0) continue;
      const candidates = findTriggers(words, chunks, covered, naming);
      const sceneMentions =
        all.length <= LONGEST_SCENE
          ? inSentence
          : inSentence.filter((m) => m.start >= (chunks[0] as Chunk).start && m.start < end);
      const scene: Scene = {
        mentions: sceneMentions,
        headline,
        text,
        sentence,
        position,
        chunks,
        particles: chunks.map((chunk) => particleOf(words, chunk)),
        groups: placed,
        candidates,
        groupsInText: groups.length,
        published,
      };
      yield { scene, tokens: words };
    }
  }
}

/** Pairs of group and candidate that may belong together, nearest candidates only. */
export function pairsOf(scene: Scene): [group: number, candidate: number][] {
  const pairs: [number, number][] = [];
  let low = 0;
  for (let g = 0; g < scene.groups.length; g++) {
    const { firstChunk, lastChunk } = scene.groups[g] as PlacedGroup;
    while (low < scene.candidates.length && (scene.candidates[low]?.chunk ?? 0) < firstChunk - REACH_BEFORE) low++;
    for (let c = low; c < scene.candidates.length; c++) {
      const candidate = scene.candidates[c];
      if (!candidate || candidate.chunk > lastChunk + REACH_AFTER) break;
      if (candidate.chunk >= firstChunk && candidate.chunk <= lastChunk) continue;
      pairs.push([g, c]);
    }
  }
  return pairs;
}
