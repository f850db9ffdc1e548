import { findArticle } from "../../src/article/find-article.js";
import type { Article, Entity, Mention, MentionType, Sentence, Timex, Tokens } from "../../src/core/types.js";
import { loadLexicon } from "../../src/lexicon/load-lexicon.js";
import { splitSentences } from "../../src/sentence/split-sentences.js";
import { tokenize } from "../../src/token/tokenize.js";

const lexicon = await loadLexicon({ baseUrl: new URL("../../dictionaries/built", import.meta.url).href });

export interface Layers {
  readonly text: string;
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  readonly mentions: readonly Mention[];
  readonly timexes: readonly Timex[];
  readonly entities: readonly Entity[];
}

const TYPES: Readonly<Record<string, MentionType>> = {
  P: "PERSON",
  O: "ORGANIZATION",
  L: "LOCATION",
  E: "EVENT",
  T: "TITLE",
  W: "WORK",
};

/**
 * The layers that come before events and quotes, from text that is marked by hand: `{박도윤|P}` is a mention, `{28일|2024-03-28}` and
 * `{28일부터 30일까지|2024-03-28/2024-03-30}` are times, `{사흘|P3D}` a duration. Names of equal surface are one entity, whose id is that surface.
 */
export function layersOf(marked: string, publishedAt?: string): Layers {
  const mentions: Mention[] = [];
  const timexes: Timex[] = [];
  let text = "";
  for (const piece of marked.split(/(\{[^{}]*\})/)) {
    const match = /^\{(.*)\|(.*)\}$/s.exec(piece);
    if (!match) {
      text += piece;
      continue;
    }
    const [surface, label] = [match[1] as string, match[2] as string];
    const span = { start: text.length, end: text.length + surface.length, text: surface };
    text += surface;
    const type = TYPES[label];
    if (type) mentions.push({ id: `m${mentions.length}`, ...span, type, fine: "", score: 1 });
    else {
      const kind = label.startsWith("P") ? "DURATION" : label.includes("T") ? "TIME" : "DATE";
      const [from = null, to = from] = kind === "DURATION" ? [] : label.split("/");
      const open = { explicit: [], implied: [], anchor: "none", rule: "hand" };
      timexes.push({
        id: `t${timexes.length}`,
        ...span,
        type: kind,
        value: label,
        from: whole(from, "01"),
        to: whole(to, "28"),
        ...open,
      });
    }
  }
  const article = findArticle(text, publishedAt === undefined ? {} : { publishedAt }, () => {});
  const sentences = splitSentences(text, article);
  const byName = new Map<string, Mention[]>();
  for (const mention of mentions) byName.set(mention.text, [...(byName.get(mention.text) ?? []), mention]);
  const entities = [...byName].map(
    ([name, own]): Entity => ({
      id: name,
      type: (own[0] as Mention).type,
      name,
      aliases: [],
      mentions: own.map(({ id }) => id),
      links: [],
      salience: 1,
    }),
  );
  return { text, article, sentences, tokens: tokenize(text, sentences, lexicon), mentions, timexes, entities };
}

/** A month is written as its first and last day. */
const whole = (date: string | null, day: string) =>
  date !== null && /^\d{4}-\d{2}$/.test(date) ? `${date}-${day}` : date;
