/**
 * One sense per document: a name that the tagger is sure of in one place is the same name where it missed it.
 * What it did tag keeps its type: the same name is rightly a place here and a body there (파주시에서 열렸다, 파주시는 체결했다),
 * and correcting the rest by majority gained nothing on the dev files.
 */
import type { MentionDraft, MentionType, Token } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

const NAMES: ReadonlySet<MentionType> = new Set(["PERSON", "LOCATION", "ORGANIZATION", "EVENT"]);
/** UTF-16 units. Shorter names are words of their own too often. */
const LEAST_LENGTH: Readonly<Partial<Record<MentionType, number>>> = {
  PERSON: 3,
  LOCATION: 3,
  ORGANIZATION: 3,
  EVENT: 4,
};
/** A name has a witness of at least this score. */
const SURE = 0.6;
/** Share of a name's weight that its type must have. */
const MAJORITY = 0.6;
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
  const again = findAgain(drafts, tokens, senses);
  return again.length === 0 ? drafts : [...drafts, ...again].sort((a, b) => a.start - b.start);
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
