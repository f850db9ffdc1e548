import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Analyzer, annotations, type Doc, loadAnalyzer } from "../../src/index.js";
import { analyzeStream } from "../../src/stream/analyze-stream.js";
import { testAnalyzer } from "../support/analyzer.js";
import { expectSound } from "../support/expect-sound.js";
import { forbidding } from "../support/forbidding.js";
import { layerFaults } from "./layer-faults.js";
import { carelessTagger, nounTagger } from "./noun-tagger.js";
import { anyDay, anyText, ARTICLES, PATIENCE, runs } from "./texts.js";
import { breath } from "../support/processor-time.js";

const analyzers = new Map<string, Analyzer>();
beforeAll(async () => {
  analyzers.set("nouns", await loadAnalyzer({ tagger: nounTagger }));
  analyzers.set("careless", await loadAnalyzer({ tagger: carelessTagger(7) }));
  analyzers.set("shipped", await testAnalyzer());
});

const options = (publishedAt: string | undefined) => ({
  force: true,
  ...(publishedAt === undefined ? {} : { publishedAt }),
});

function sound(analyzer: Analyzer, text: string, publishedAt?: string, wholePage = false): Doc {
  const doc = analyzer.analyze(text, { ...options(publishedAt), wholePage });
  expectSound(doc, text);
  expect(layerFaults(doc)).toEqual([]);
  return doc;
}

/** Checks a property between breaths of the event loop, so that the runner does not take a long one for dead. */
async function holds(usual: number, check: (text: string, day: string | undefined, flag: boolean) => void) {
  let count = 0;
  const property = fc.asyncProperty(anyText, anyDay, fc.boolean(), async (text, day, flag) => {
    if (++count % 16 === 0) await breath();
    check(text, day, flag);
  });
  await fc.assert(property, runs(usual));
}

describe.each(["nouns", "careless", "shipped"])("any text, %s", (name) => {
  const analyzer = () => analyzers.get(name) as Analyzer;

  test(
    "no throw; spans inside, exact, sorted, apart; ids that exist; JSON keeps it",
    async () => {
      await holds(name === "shipped" ? 60 : 120, (text, day, wholePage) => {
        const doc = sound(analyzer(), text, day, wholePage);
        expect(JSON.parse(JSON.stringify(doc)), "JSON changes the document").toEqual(doc);
        const flat = annotations(doc).map(({ start }) => start);
        expect(flat, "annotations are in order").toEqual([...flat].sort((a, b) => a - b));
      });
    },
    PATIENCE,
  );

  test(
    "twice is the same, and what was read in between leaves no trace",
    async () => {
      await holds(name === "shipped" ? 10 : 25, (text, day) => {
        const first = JSON.stringify(analyzer().analyze(text, options(day)));
        analyzer().analyze(ARTICLES[0] as string, options("2019-02-28"));
        expect(JSON.stringify(analyzer().analyze(text, options(day)))).toBe(first);
      });
    },
    PATIENCE,
  );
});

test(
  "no clock, no time zone, no locale",
  () => {
    const texts = [...ARTICLES, "지난 3일 설날 다음 달 첫째 주 토요일 새벽 2시 서머타임, 음력 8월 15일에 열린다."];
    const read = (analyzer: Analyzer) =>
      texts.map((text) => JSON.stringify(analyzer.analyze(text, options("2024-03-10"))));
    const before = [...analyzers.values()].map(read);
    const { TZ } = process.env;
    try {
      for (const zone of ["Asia/Seoul", "America/Los_Angeles", "Pacific/Kiritimati"]) {
        process.env.TZ = zone;
        expect([...analyzers.values()].map(read), zone).toEqual(before);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
    expect(forbidding(() => [...analyzers.values()].map(read))).toEqual(before);
  },
  PATIENCE,
);

describe("several texts", () => {
  test("a stream gives what single calls give, in order", async () => {
    const analyzer = analyzers.get("nouns") as Analyzer;
    const texts = fc.sample(anyText, { numRuns: 40, seed: 5 });
    const streamed: Doc[] = [];
    const read = (text: string) => analyzer.analyze(text, { force: true });
    for await (const result of analyzeStream(texts, read, { concurrency: 3 })) if (result.ok) streamed.push(result.doc);
    expect(streamed).toEqual(texts.map(read));
  });

  test("what follows an article changes no sentence and no token of its paragraphs", () => {
    const analyzer = analyzers.get("nouns") as Analyzer;
    const added = "한빛시는 이날 오후 시청에서 따로 설명회를 열고 시민의 뜻을 들었다. 설명회에는 삼백 명이 왔다.";
    for (const text of ARTICLES) {
      const alone = analyzer.analyze(text, { publishedAt: "2024-03-25" });
      const end = Math.max(...alone.article.body.map((span) => span.end));
      const body = text.slice(0, end);
      const first = analyzer.analyze(body, { publishedAt: "2024-03-25" });
      const both = analyzer.analyze(`${body}\n\n${added}`, { publishedAt: "2024-03-25" });
      const upTo = <T extends { readonly end: number }>(spans: readonly T[]) => spans.filter((span) => span.end <= end);
      const edges = (spans: Doc["sentences"]) => spans.map(({ start, end }) => [start, end]);
      expect(edges(upTo(both.sentences))).toEqual(edges(first.sentences));
      expect(upTo(both.tokens)).toEqual(first.tokens);
    }
  });
});
