/// <reference types="vite/client" />
/** One answer wherever it runs: Node and Chromium, with WebAssembly, without its SIMD instructions, and without it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadAnalyzer } from "../../src/index.js";
import { loadTagger } from "../../src/mention/load-tagger.js";
import { createKernel } from "../../src/model/kernel.js";
import { CHROMIUM, launch } from "./chromium.js";
import { serve, type StaticServer } from "./static-server.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** `npm run test:browser` compares 2,000. */
const COUNT = import.meta.env.MODE === "full" ? 2000 : 100;
const SENTENCES = sentences();

function sentences(): string[] {
  const news = join(ROOT, "../shared/data/ner/konec-dev.jsonl");
  if (existsSync(news)) return textsOf(readFileSync(news, "utf8").split("\n", COUNT));
  const specs = join(ROOT, "test/spec");
  const files = readdirSync(specs, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return files.flatMap((name) => textsIn(JSON.parse(readFileSync(join(specs, name), "utf8")))).slice(0, COUNT);
}

function textsOf(lines: readonly string[]): string[] {
  return lines.filter(Boolean).map((line) => JSON.parse(line).text as string);
}

/** Every `text` of a golden file that is Korean and a sentence or more. */
function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "text" && typeof inner === "string" && /[가-힣]{2}.* /.test(inner) ? [inner] : textsIn(inner),
  );
}

// Scripts of the page are texts: vitest would rewrite functions for Node.
const COUNT_INSTANCES = `globalThis.instances = 0;
if (typeof WebAssembly !== "undefined") {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (...given) => { instances++; return instantiate(...given); };
}`;
const ANSWER_ALL =
  "(texts) => texts.map((text) => JSON.stringify(analyzer.analyze(text, { publishedAt: '2024-03-25' })))";

describe("the same bits everywhere", () => {
  let server: StaticServer;
  /** Whole documents: spans, types, classes and scores to the last bit, and all that is built on them. */
  let expected: string[];
  beforeAll(async () => {
    if (!existsSync(join(ROOT, "dist/index.js"))) throw new Error("there is no dist/: run npm run build first");
    server = await serve({ dist: join(ROOT, "dist"), dictionaries: join(ROOT, "dictionaries/built") });
    const analyzer = await loadAnalyzer();
    expected = SENTENCES.map((text) => JSON.stringify(analyzer.analyze(text, { publishedAt: "2024-03-25" })));
  });

  afterAll(() => server?.close());

  test("there is something to compare", () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(Math.min(COUNT, 100));
    expect(expected.filter((answer) => JSON.parse(answer).mentions.length > 0).length).toBeGreaterThan(
      SENTENCES.length / 2,
    );
  });

  test("Node, the kernel in TypeScript", async () => {
    expect((await createKernel(1)).kind).toBe("wasm");
    const analyzer = await loadAnalyzer({ tagger: await loadTagger({ kernel: "typescript" }) });
    const answers = SENTENCES.map((text) => JSON.stringify(analyzer.analyze(text, { publishedAt: "2024-03-25" })));
    expect(differing(answers, expected)).toEqual([]);
  });

  describe.skipIf(CHROMIUM === undefined)("Chromium", () => {
    test.each([
      ["as it is", "", 1],
      // An engine without the instructions finds the module invalid.
      ["without SIMD", "WebAssembly.validate = () => false;", 0],
      ["without WebAssembly", "delete globalThis.WebAssembly;", 0],
    ])("%s", async (_name, before, instances) => {
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.addInitScript({ content: `${before}\n${COUNT_INSTANCES}` });
        await page.goto(server.url);
        await page.addScriptTag({
          type: "module",
          content: `import { loadAnalyzer } from "/dist/index.js";
            globalThis.analyzer = await loadAnalyzer({ baseUrl: "/dictionaries/" });`,
        });
        await page.waitForFunction("globalThis.analyzer !== undefined");
        const answers = await page.evaluate<string[]>(`(${ANSWER_ALL})(${JSON.stringify(SENTENCES)})`);
        expect(differing(answers, expected)).toEqual([]);
        expect(await page.evaluate("globalThis.instances")).toBe(instances);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  });
});

/** The first few sentences whose answers are not the same, with both. */
function differing(answers: readonly string[], expected: readonly string[]) {
  const pairs = SENTENCES.map((text, i) => [text, answers[i], expected[i]] as const);
  return pairs.filter(([, answer, wanted]) => answer !== wanted).slice(0, 3);
}
