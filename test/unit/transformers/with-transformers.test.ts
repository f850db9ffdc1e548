import { beforeAll, describe, expect, test } from "vitest";
import { type Analyzer, GisaError, loadAnalyzer } from "../../../src/index.js";
import { type PipelinePiece, type TokenClassifier, withTransformers } from "../../../src/transformers/index.js";

/** In the shape that transformers.js documents: a piece a letter, no offsets, unknown pieces left out. The real one is in test/readers. */
function fake(tags: Readonly<Record<string, string>>, id2label?: Record<number, string>): TokenClassifier {
  const one = (text: string): PipelinePiece[] =>
    Array.from(text.replace(/\s/g, "")).flatMap((letter, i, letters) => {
      if (!/[가-힣.]/.test(letter)) return [];
      const word = i > 0 && /[가-힣]/.test(letters[i - 1] as string) ? `##${letter}` : letter;
      return [{ word, score: 0.9, entity: tags[letter] ?? "O", index: i + 1 }];
    });
  const pipeline = async (texts: string[]) => texts.map(one);
  return Object.assign(pipeline, { model: { config: { ...(id2label && { id2label }), _name_or_path: "fake/ner" } } });
}

const TAGS = { 박: "B-PS", 도: "I-PS", 윤: "I-PS", 핀: "B-CV" };
const TEXT = "🚨 박도윤 시장은 28일 핀란드로 떠났다.";

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer({ tagger: { name: "none", tag: () => [] } });
});

describe("withTransformers", () => {
  test("the pipeline's mentions, our offsets, our times", async () => {
    const doc = await withTransformers(analyzer, { pipeline: fake(TAGS) }).analyze(TEXT, { publishedAt: "2024-03-25" });
    expect(doc.mentions.map(({ text, type }) => [text, type])).toEqual([
      ["박도윤", "PERSON"],
      ["28일", "DATE"],
      ["핀", "OTHER"],
    ]);
    expect(doc.timexes[0]?.value).toBe("2024-03-28");
    expect(doc.entities[0]?.name).toBe("박도윤");
    expect(doc.meta.model).toBe("fake/ner");
  });
  test("labels say what the model's tags mean; null is no mention", async () => {
    for (const [labels, types] of [
      [{ CV: "TITLE" }, ["PERSON", "TITLE"]],
      [{ CV: null }, ["PERSON"]],
      [{ CV: null, PS: "OTHER" }, ["OTHER"]],
    ] as const)
      expect(
        (await withTransformers(analyzer, { pipeline: fake(TAGS), labels }).findMentions(TEXT)).map(({ type }) => type),
      ).toEqual(types);
  });
  test("thresholds hold for its scores", async () => {
    const classify = withTransformers(analyzer, { pipeline: fake(TAGS) });
    const doc = await classify.analyze(TEXT, { thresholds: { PERSON: 0.95 } });
    expect(doc.mentions.map(({ type }) => type)).not.toContain("PERSON");
  });
  test("an answer that is none, and pieces that are nowhere", async () => {
    const broken = (async () => [null, undefined]) as unknown as TokenClassifier;
    expect(await withTransformers(analyzer, { pipeline: broken }).findMentions(TEXT)).toEqual([]);
    const lost = (async (texts: string[]) =>
      texts.map(() => [{ word: "없다", score: Number.NaN, entity: "B-PS", index: 1 }])) as unknown as TokenClassifier;
    expect(await withTransformers(analyzer, { pipeline: lost }).findMentions("한빛시는 넓다.")).toEqual([]);
  });
  test("what the pipeline throws comes through", async () => {
    const failing: TokenClassifier = async () => Promise.reject(new Error("no memory"));
    await expect(withTransformers(analyzer, { pipeline: failing }).analyze(TEXT)).rejects.toThrow("no memory");
  });

  test.each([
    [{}, "option/type", "needs { pipeline }"],
    [{ pipeline: 3 }, "option/type", "pipeline must be"],
    [{ pipeline: fake({}), label: {} }, "option/unknown", "label"],
    [{ pipeline: fake({}), labels: { PS: "PEOPLE" } }, "option/type", "labels must be"],
    [{ pipeline: fake({}), batchSize: 0 }, "option/type", "batchSize must be"],
    [{ pipeline: fake({}, { 0: "O", 1: "B-CV" }) }, "option/type", 'has a tag "CV"'],
  ])("misuse %#", (options, code, message) => {
    const run = () => withTransformers(analyzer, options as never);
    expect(run).toThrow(GisaError);
    expect(run).toThrow(message);
    expect(run).toThrow(expect.objectContaining({ code }));
  });
  test("no analyzer", () => expect(() => withTransformers({} as never, { pipeline: fake({}) })).toThrow(GisaError));
});
