import type { Article, Mention, MentionDraft, MentionRole, MentionType, Span, Timex } from "../core/types.js";

/** A mention before it has its id. */
type Unnumbered = Omit<Mention, "id">;

/** What a rule that read the whole expression, or the byline, is right about; see docs/entities.md#scores. */
const TIMEX_SCORE = 0.95;
const BYLINE_SCORE = 0.95;
/** A draft that is surer than this keeps the words that a timex took for a date: 12·3 the event. */
const SURE = 0.7;

/** Types whose names may hold a date: 2024 파리 올림픽, 12·3 비상계엄. */
const NAMES: ReadonlySet<MentionType> = new Set(["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "WORK", "LAW"]);
const TEMPORAL: ReadonlySet<MentionType> = new Set(["DATE", "TIME"]);

/**
 * The final mentions: what the tagger found, one DATE or TIME for each timex, and the outlet, reporters and place of the bylines.
 *
 * Shapes  in: drafts and timexes, each in text order. out: mentions in text order, ids m1, m2 …, none overlapping another.
 *         Where two overlap, one goes: a number or a date inside a timex; a timex inside a name (제22대 총선, 2024 파리 올림픽).
 * Units   spans of `SourceText.text`. Linear in drafts and timexes once sorted.
 */
export function joinTimexes(drafts: readonly MentionDraft[], timexes: readonly Timex[], article: Article): Mention[] {
  const all: Unnumbered[] = [
    ...drafts.map(withoutScoreOverOne),
    ...timexes.map(mentionOf),
    ...bylineMentions(article),
    ...datelineMentions(article),
  ];
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Unnumbered[] = [];
  for (const mention of all) {
    if (mention.end <= mention.start) continue;
    let placed = true;
    while (kept.length > 0 && kept.at(-1)!.end > mention.start) {
      if (!beats(mention, kept.at(-1)!)) {
        placed = false;
        break;
      }
      kept.pop();
    }
    if (placed) kept.push(mention);
  }
  const roles = rolesOf(article);
  let next = 0;
  return kept.map((mention, i) => {
    while (next < roles.length && roles[next]!.end <= mention.start) next += 1;
    const role = roles[next];
    const held = role && role.start <= mention.start && mention.end <= role.end && mention.type === role.type;
    return numbered(`m${i + 1}`, mention, held ? role.role : undefined);
  });
}

/** Written out where it can be: an object made of others takes twice the memory, and a long text has a hundred thousand. */
function numbered(id: string, mention: Unnumbered, role: MentionRole | undefined): Mention {
  const { start, end, text, type, fine, score, timex } = mention;
  if (role !== undefined || mention.role !== undefined) return { id, ...mention, ...(role && { role }) };
  if (timex !== undefined) return { id, start, end, text, type, fine, score, timex };
  return { id, start, end, text, type, fine, score };
}

const withoutScoreOverOne = (draft: MentionDraft): Unnumbered => ({
  start: draft.start,
  end: draft.end,
  text: draft.text,
  type: draft.type,
  fine: draft.fine,
  score: Math.min(1, Math.max(0, draft.score)),
});

/** A clock time, or a length of time below a day, is a TIME; all else a DATE. */
function mentionOf(timex: Timex): Unnumbered {
  const clock = /T\d|PT\d/u.test(timex.value) || timex.type === "TIME";
  const { id, start, end, text } = timex;
  return { start, end, text, type: clock ? "TIME" : "DATE", fine: fineOf(timex, clock), score: TIMEX_SCORE, timex: id };
}

/** TTA class of the smallest unit that the value states. */
function fineOf({ type, value, explicit }: Timex, clock: boolean): string {
  if (type === "DURATION") return clock ? "TI_DURATION" : "DT_DURATION";
  const says = (part: Timex["explicit"][number]) => explicit.includes(part);
  if (clock)
    return says("second") ? "TI_SECOND" : says("minute") ? "TI_MINUTE" : says("hour") ? "TI_HOUR" : "TI_OTHERS";
  if (value.includes("/")) return "DT_DURATION";
  if (says("day") || says("weekday")) return "DT_DAY";
  if (says("week")) return "DT_WEEK";
  if (says("month")) return "DT_MONTH";
  if (says("season")) return "DT_SEASON";
  return says("year") ? "DT_YEAR" : "DT_OTHERS";
}

interface Role extends Span {
  readonly role: MentionRole;
  readonly type: MentionType;
  readonly text: string;
}

function rolesOf(article: Article): Role[] {
  return article.bylines
    .flatMap(({ outlet, reporters }): Role[] => [
      ...(outlet ? [{ ...outlet, role: "outlet", type: "ORGANIZATION" } as const] : []),
      ...reporters.map((reporter) => ({ ...reporter, role: "reporter", type: "PERSON" }) as const),
    ])
    .sort((a, b) => a.start - b.start);
}

/** The byline's own reading of its names, for where the tagger saw none or saw another type. */
const bylineMentions = (article: Article): Unnumbered[] =>
  rolesOf(article).map(({ start, end, text, role, type }) => ({
    start,
    end,
    text,
    type,
    fine: type === "PERSON" ? "PS_NAME" : "OGG_MEDIA",
    score: BYLINE_SCORE,
    role,
  }));

/** The places of a dateline, one for each word: 서울·고성. A desk's city is no city hall. */
const datelineMentions = ({ dateline }: Article): Unnumbered[] =>
  [...(dateline?.text.matchAll(/[가-힣A-Z]{2,}/gu) ?? [])].map(({ 0: text, index }) => ({
    start: dateline!.start + index,
    end: dateline!.start + index + text.length,
    text,
    type: "LOCATION",
    fine: "LCP_CITY",
    score: BYLINE_SCORE,
  }));

/** Whether `a` takes the words that it shares with `b`. `a` starts where `b` does, or later. */
function beats(a: Unnumbered, b: Unnumbered): boolean {
  if (a.role !== undefined || b.role !== undefined) return b.role === undefined && !sameName(a, b);
  if (a.timex !== undefined && b.timex !== undefined) return a.end - a.start > b.end - b.start;
  if (a.timex !== undefined) return timexBeats(a, b);
  if (b.timex !== undefined) return !timexBeats(b, a);
  return a.score > b.score;
}

/** A draft that agrees with the byline keeps its score and class; its role is added afterwards. */
const sameName = (byline: Unnumbered, draft: Unnumbered) =>
  byline.type === draft.type && byline.start === draft.start && byline.end === draft.end;

function timexBeats(timex: Unnumbered, draft: Unnumbered): boolean {
  if (TEMPORAL.has(draft.type) || !NAMES.has(draft.type)) return true;
  const same = timex.start === draft.start && timex.end === draft.end;
  if (same) return !(draft.type === "EVENT" && draft.score >= SURE);
  const inside = draft.start <= timex.start && timex.end <= draft.end;
  // A date that holds a whole name (경술국치일) or cuts into one is the surer reading only where the tagger was not sure.
  return !inside && draft.score < SURE;
}
