import type { MentionType, Span } from "../core/types.js";

/** An article with the answers. A layer that is absent is not scored. Offsets: UTF-16 code units, half-open. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly publishedAt?: string | null;
  /** What is found outside of the body, and is no gold mention either, does not count as a wrong time or event. */
  readonly bodyStart?: number;
  readonly bodyEnd?: number;
  readonly mentions?: readonly GoldMention[];
  readonly entities?: readonly GoldEntity[];
  readonly timexes?: readonly GoldTimex[];
  /** Numbers that look like times and are none. */
  readonly negatives?: readonly Span[];
  readonly events?: readonly GoldEvent[];
}

export interface GoldMention extends Span {
  readonly type: MentionType;
  /** Types that are right too. */
  readonly alt?: readonly MentionType[];
  /** Id of the entity that it names. */
  readonly entity?: string;
}

export interface GoldEntity {
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  readonly aliases?: readonly string[];
}

export interface GoldTimex extends Span {
  readonly value?: string | null;
  readonly valueAlt?: readonly string[];
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  /** May be found or not. */
  readonly optional?: boolean;
}

export interface GoldEvent {
  readonly trigger: string;
  readonly triggerStart?: number;
  readonly date?: string | null;
  readonly endDate?: string | null;
}

const LAYERS = ["mentions", "entities", "timexes", "negatives", "events"] as const;

/** An article, or what is wrong with the line. */
export function readGold(line: string): GoldArticle | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "this line is not JSON";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "this is not a JSON object";
  const given = value as Record<string, unknown>;
  if (typeof given["text"] !== "string") return 'it has no "text"';
  const length = given["text"].length;
  for (const layer of LAYERS) {
    const items = given[layer];
    if (items === undefined) continue;
    if (!Array.isArray(items) || !items.every((item) => typeof item === "object" && item !== null))
      return `"${layer}" is not an array of objects`;
    const hasSpans = layer !== "entities" && layer !== "events";
    const isSpan = ({ start, end }: Partial<Span>) =>
      Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(end) <= length;
    if (hasSpans && !items.every(isSpan)) return `"${layer}" holds one whose start and end are not within the text`;
  }
  return { ...given, id: String(given["id"] ?? "") } as unknown as GoldArticle;
}

/** Where a span is judged: the body, and wherever the gold has a mention. */
export function isJudged({ bodyStart, bodyEnd, mentions = [] }: GoldArticle, span: Span): boolean {
  if (bodyStart === undefined) return true;
  if (span.start >= bodyStart && bodyEnd !== undefined && span.end <= bodyEnd) return true;
  return mentions.some((mention) => mention.start < span.end && span.start < mention.end);
}
