import type { AnalyzeOptions, Doc, MentionType } from "../core/types.js";
import type { GoldArticle } from "./gold.js";
import {
  emptyTallies,
  type Found,
  type Report,
  scoreEntities,
  scoreEvents,
  scoreMentions,
  scoreTimexes,
} from "./layers.js";
import { percent, type Scores, scoresOf, sum } from "./tally.js";

/** Figures in percent with one decimal; a layer that the gold lacks is absent. */
export interface Evaluation {
  readonly documents: number;
  readonly crashes: number;
  /** Spans whose text is not the slice of the article: must be 0. */
  readonly offsetFaults: number;
  readonly mentions?: {
    readonly exact: Scores;
    readonly overlap: Scores;
    readonly byType: Readonly<Partial<Record<MentionType, number | null>>>;
  };
  readonly entities?: Scores;
  readonly timexes?: {
    readonly recall: number | null;
    readonly precision: number | null;
    readonly exactSpan: number | null;
    readonly value: number | null;
    readonly endToEnd: number | null;
    readonly negativesHit?: string;
  };
  readonly events?: Scores;
}

type Analyze = (text: string, options: AnalyzeOptions) => Doc;

/** Adds up how an analyzer does on one gold article after the other. */
export class Evaluator {
  readonly #tallies = emptyTallies();
  #documents = 0;
  #crashes = 0;
  #offsetFaults = 0;

  constructor(
    private readonly analyze: Analyze,
    private readonly types: ReadonlySet<MentionType>,
    /** Hears of every error, with the article's id. */
    private readonly onError: (id: string, kind: string, what: string) => void = () => {},
  ) {}

  add(gold: GoldArticle): void {
    const report: Report = (kind, what) => this.onError(gold.id, kind, what);
    this.#documents++;
    const found = this.#find(gold, report);
    for (const { start, end, text } of [...found.mentions, ...found.timexes])
      if (gold.text.slice(start, end) !== text) this.#offsetFaults++;
    scoreMentions(gold, found, this.types, this.#tallies, report);
    scoreEntities(gold, found, this.types, this.#tallies, report);
    scoreTimexes(gold, found, this.#tallies, report);
    scoreEvents(gold, found, this.#tallies, report);
  }

  #find({ text, publishedAt }: GoldArticle, report: Report): Found {
    try {
      return this.analyze(text, publishedAt ? { publishedAt } : {});
    } catch (error) {
      this.#crashes++;
      report("CRASH", (error as Error).message);
      return { mentions: [], entities: [], timexes: [], events: [] };
    }
  }

  result(): Evaluation {
    const { exact, overlap, entities, timexes, events } = this.#tallies;
    const all = sum(exact.values());
    const byType = Object.fromEntries([...exact].map(([type, own]) => [type, scoresOf(own).f]));
    const negativesHit =
      timexes.negatives === 0 ? {} : { negativesHit: `${timexes.negativeHits}/${timexes.negatives}` };
    return {
      documents: this.#documents,
      crashes: this.#crashes,
      offsetFaults: this.#offsetFaults,
      ...(all.hits + all.missed > 0 ? { mentions: { exact: scoresOf(all), overlap: scoresOf(overlap), byType } } : {}),
      ...(entities.hits + entities.missed > 0 ? { entities: scoresOf(entities) } : {}),
      ...(timexes.gold > 0
        ? {
            timexes: {
              recall: percent(timexes.found, timexes.gold),
              precision: percent(timexes.predicted - timexes.wrong, timexes.predicted),
              exactSpan: percent(timexes.exactSpan, timexes.gold),
              value: percent(timexes.value, timexes.judged),
              endToEnd: percent(timexes.value, timexes.gold),
              ...negativesHit,
            },
          }
        : {}),
      ...(events.hits + events.missed > 0 ? { events: scoresOf(events) } : {}),
    };
  }
}
