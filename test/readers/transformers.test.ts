import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Analyzer, loadAnalyzer } from "../../src/index.js";
import { type TokenClassifier, type TransformersAnalyzer, withTransformers } from "../../src/transformers/index.js";

/** `npm run test:readers` installs it there; GISA_TRANSFORMERS names another. */
const PACKAGE =
  process.env["GISA_TRANSFORMERS"] ??
  fileURLToPath(new URL("../../.readers/node_modules/@huggingface/transformers", import.meta.url));
const ENTRY = `${PACKAGE}/dist/transformers.node.mjs`;

/**
 * The real transformers.js, its real ONNX runtime and tokenizer, and a BERT of eight units whose weights are written by hand
 * (make-tiny-ner.py): 박도윤 and 이서준 are PS, 한빛시 is OG, 핀란드 is LC, all else O or unknown to its vocabulary.
 */
describe.skipIf(!existsSync(ENTRY))("real transformers.js", () => {
  let analyzer: Analyzer;
  let classify: TransformersAnalyzer;
  beforeAll(async () => {
    const { env, pipeline } = await import(/* @vite-ignore */ pathToFileURL(ENTRY).href);
    env.allowRemoteModels = false;
    env.localModelPath = fileURLToPath(new URL(".", import.meta.url));
    const ner: TokenClassifier = await pipeline("token-classification", "tiny-ner", { dtype: "fp32" });
    analyzer = await loadAnalyzer({ tagger: { name: "none", tag: () => [] } });
    classify = withTransformers(analyzer, { pipeline: ner, name: "tiny-ner" });
  });

  const NAMES = ["한빛시 ORGANIZATION", "박도윤 PERSON", "핀란드 LOCATION"];
  test.each([
    ["한빛시의 박도윤 시장은 핀란드를 찾았다.", NAMES],
    ["🚨 한빛시의 박도윤 시장은 핀란드를 찾았다.", NAMES],
    ["🚨🚨\n한빛시의 ‘박도윤’ 시장은\r\n핀란드를 찾았다.", NAMES],
    // Words that the vocabulary lacks, before, between and inside.
    ["쉛쳛의 한빛시와 뷁뷁 박도윤, 그리고 café 핀란드는 넓다.", NAMES],
    ["한\u200b빛시의 박도윤 시장은 핀란드를 찾았다.", NAMES],
    ["시장은 협약을 맺었다.", []],
    ["", []],
  ])("%j", async (text, expected) => {
    for (const given of [text, text.normalize("NFD")]) {
      const doc = await classify.analyze(given, { publishedAt: "2024-03-25", force: true });
      expect(doc.meta.model).toBe("tiny-ner");
      for (const { start, end, text: surface } of doc.mentions) expect(given.slice(start, end)).toBe(surface);
      const found = doc.mentions.map(
        ({ text: surface, type }) => `${surface.normalize("NFC").replace("\u200b", "")} ${type}`,
      );
      expect(found).toEqual(expected);
    }
  });

  test("an article longer than the model's 128 places: nothing is cut off", async () => {
    const text = `🚨 ${"한빛시의 박도윤 시장은 오늘 핀란드를 찾았다. ".repeat(40)}`.trim();
    const mentions = await withTransformers(analyzer, {
      pipeline: (await pipelineOf()) as TokenClassifier,
      maxCharacters: 100,
    }).findMentions(text);
    expect(mentions).toHaveLength(120);
    expect(new Set(mentions.map(({ start, end }) => text.slice(start, end)))).toEqual(
      new Set(["한빛시", "박도윤", "핀란드"]),
    );
  });

  async function pipelineOf() {
    const { pipeline } = await import(/* @vite-ignore */ pathToFileURL(ENTRY).href);
    return pipeline("token-classification", "tiny-ner", { dtype: "fp32" });
  }
});
