/**
 * One sense per document: a name that the tagger is sure of in one place is the same name where it missed it, and keeps its type
 * where it wavered. LOCATION and ORGANIZATION may alternate (파주시는 체결했다, 파주시에서 열렸다).
 */
import type { MentionDraft, MentionType, Token } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

const NAMES: ReadonlySet<MentionType> = new Set(["PERSON", "LOCATION", "ORGANIZATION", "EVENT"]);
const PLACES_AND_BODIES: ReadonlySet<MentionType> = new Set(["LOCATION", "ORGANIZATION"]);
/** UTF-16 units. Shorter names are words of their own too often. */
const LEAST_LENGTH: Readonly<Partial<Record<MentionType, number>>> = {
  PERSON: 3,
  LOCATION: 3,
  ORGANIZATION: 3,
  EVENT: 4,
};
/** A score below which a draft is no witness for its name, and below which a minority gives way. */
const SURE = 0.8;
const UNSURE = 0.7;
/** Share of a name's weight that its type must have. */
const MAJORITY = 0.8;
/** What a found-again name is worth of its witnesses' mean score. */
const DISCOUNT = 0.9;
const HANGUL_OR_LETTER = /[\p{L}\p{N}]/u;

interface Sense {
  readonly type: MentionType;
  readonly fine: string;
  readonly score: number;
}

export const oneSensePerDocument: Refiner = (drafts, { tokens }) => {
  const senses = findSenses(drafts);
  if (senses.size === 0) return drafts;
  const settled = drafts.map((draft) => settle(draft, senses.get(draft.text)));
  const again = findAgain(settled, tokens, senses);
  return again.length === 0 ? settled : [...settled, ...again].sort((a, b) => a.start - b.start);
};

/** The names whose type is beyond doubt, by the scores of all their drafts. */
function findSenses(drafts: readonly MentionDraft[]): Map<string, Sense> {
  const byName = new Map<string, MentionDraft[]>();
  for (const draft of drafts) {
    if (!NAMES.has(draft.type)) continue;
    const same = byName.get(draft.text);
    if (same === undefined) byName.set(draft.text, [draft]);
    else same.push(draft);
  }
  const senses = new Map<string, Sense>();
  for (const [name, group] of byName) {
    const best = group.reduce((a, b) => (b.score > a.score ? b : a));
    const own = group.filter(({ type }) => type === best.type);
    const weight = own.reduce((sum, { score }) => sum + score, 0);
    const all = group.reduce((sum, { score }) => sum + score, 0);
    if (best.score < SURE || weight < MAJORITY * all || name.length < LEAST_LENGTH[best.type]!) continue;
    senses.set(name, { type: best.type, fine: best.fine, score: weight / own.length });
  }
  return senses;
}

function settle(draft: MentionDraft, sense: Sense | undefined): MentionDraft {
  if (sense === undefined || sense.type === draft.type || draft.score >= UNSURE || !NAMES.has(draft.type)) return draft;
  if (PLACES_AND_BODIES.has(draft.type) && PLACES_AND_BODIES.has(sense.type)) return draft;
  return { ...draft, type: sense.type, fine: sense.fine };
}

/** Names at the start of an eojeol, ending with a morpheme that a josa, a mark or white space follows, where no draft is. */
function findAgain(
  drafts: readonly MentionDraft[],
  tokens: readonly Token[],
  senses: ReadonlyMap<string, Sense>,
): MentionDraft[] {
  const longest = Math.max(...[...senses.keys()].map((name) => name.length));
  const found: MentionDraft[] = [];
  let reached = 0;
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { start } = tokens[i]!;
    if (
      start < reached ||
      (i > 0 && tokens[i - 1]!.end === start && HANGUL_OR_LETTER.test(tokens[i - 1]!.text.at(-1)!))
    )
      continue;
    while (next < drafts.length && drafts[next]!.end <= start) next++;
    const limit = Math.min(start + longest, drafts[next]?.start ?? Number.POSITIVE_INFINITY);
    const draft = longestName(tokens, i, limit, senses);
    if (draft === undefined) continue;
    found.push(draft);
    reached = draft.end;
  }
  return found;
}

function longestName(
  tokens: readonly Token[],
  first: number,
  limit: number,
  senses: ReadonlyMap<string, Sense>,
): MentionDraft | undefined {
  const { start } = tokens[first]!;
  let best: MentionDraft | undefined;
  let name = "";
  let reached = start;
  for (let i = first; i < tokens.length && tokens[i]!.end <= limit; i++) {
    const token = tokens[i]!;
    if (token.start - reached > 1) break;
    name += (token.start > reached ? " " : "") + token.text;
    reached = token.end;
    const sense = senses.get(name);
    if (sense !== undefined && endsName(token, tokens[i + 1]))
      best = { start, end: reached, text: name, ...sense, score: Math.round(sense.score * DISCOUNT * 1e4) / 1e4 };
  }
  return best;
}

function endsName(token: Token, next: Token | undefined): boolean {
  if (next === undefined || next.start > token.end) return true;
  return /^(?:J|VCP|S[^LHN])/.test(next.pos);
}
