import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installed, installTarball, ROOT, runAt, runIn } from "./tarball.js";

const ARTICLE = readFileSync(join(ROOT, "examples/article.txt"), "utf8");

let installed: Installed;
beforeAll(async () => {
  installed = await installTarball();
  copyFileSync(join(ROOT, "examples/article.txt"), join(installed.project, "article.txt"));
  copyFileSync(join(ROOT, "examples/articles.jsonl"), join(installed.project, "articles.jsonl"));
});
afterAll(() => installed?.remove());

describe("what is in the package", () => {
  test("at most 12 MB", () => expect(installed.size).toBeLessThanOrEqual(12_000_000));

  test("no dependencies, no install script, no native code", () => {
    const {
      dependencies,
      optionalDependencies,
      peerDependencies,
      peerDependenciesMeta,
      scripts = {},
    } = installed.packageJson;
    expect([dependencies, optionalDependencies]).toEqual([undefined, undefined]);
    // What reads HTML pages: npm installs none of it.
    const peers = Object.keys((peerDependencies ?? {}) as object);
    expect(
      peers.filter((peer) => !(peerDependenciesMeta as Record<string, { optional?: boolean }>)[peer]?.optional),
    ).toEqual([]);
    for (const hook of ["preinstall", "install", "postinstall", "prepare"])
      expect(Object.keys(scripts as object)).not.toContain(hook);
    expect(installed.files.filter((file) => /\.node$|binding\.gyp/.test(file))).toEqual([]);
    expect(readdirSync(join(installed.project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "gisa",
    ]);
  });

  test("licences, notice, lexicon and model; no sources, tests or training data", () => {
    for (const file of [
      "LICENSE",
      "NOTICE",
      "README.md",
      "CHANGELOG.md",
      "dictionaries/built/lexicon.bin.gz",
      "dictionaries/built/model.bin.gz",
    ])
      expect(installed.files).toContain(file);
    expect(installed.files.filter((file) => /^(?:src|test|training|scripts|bench)\//.test(file))).toEqual([]);
  });

  test("every export and the command have their files", () => {
    const targets: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value === "string") targets.push(value);
      else for (const inner of Object.values(value as object)) visit(inner);
    };
    visit(installed.packageJson["exports"]);
    visit(installed.packageJson["bin"]);
    const lost = targets
      .map((target) => target.replace(/^\.\//, ""))
      .filter((target) => !target.includes("*") && !installed.files.includes(target));
    expect(lost).toEqual([]);
  });

  test("a browser can load the library: no static import of Node's", () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const code = readFileSync(join(installed.project, "node_modules/gisa/dist", file), "utf8");
      for (const [, from, bare] of code.matchAll(
        /^(?:import|export)[^"'`;]*?from\s*["']([^"']+)["']|^import\s*["']([^"']+)["']/gm,
      )) {
        const specifier = from ?? bare ?? "";
        expect(specifier).toMatch(/^\.\//);
        visit(specifier.slice(2));
      }
    };
    visit("index.js");
    visit("export.js");
    visit("transformers.js");
    expect(seen.size).toBeGreaterThan(2);
  });

  test("publint finds nothing", async () => {
    const { messages } = await publint({
      pkgDir: join(installed.project, "node_modules/gisa"),
      pack: false,
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  test("the types are right for every way of importing (attw)", async () => {
    const attw = join(ROOT, "node_modules/.bin/attw");
    const { stdout } = await runAt(ROOT, attw, [
      installed.tarball,
      "--format",
      "json",
      "--exclude-entrypoints",
      "dictionaries",
    ]);
    const problems = Object.values(JSON.parse(stdout).problems as Record<string, { resolutionKind?: string }[]>).flat();
    // TypeScript's node10 resolution knows no subpath exports; it is for Node versions before ours.
    expect(problems.filter(({ resolutionKind }) => resolutionKind !== "node10")).toEqual([]);
  });
});

describe("a project that has installed it", () => {
  const PROGRAM = `
const analyzer = await loadAnalyzer();
const doc = analyzer.analyze(readFileSync("article.txt", "utf8"), { publishedAt: "2024-03-25" });
console.log(JSON.stringify({ entities: doc.entities.length, text: toText(doc), annotations: annotations(doc).length, is: new GisaError("option/type", "x") instanceof Error, kept: analyzer.meta }));
`;
  const esm = `import { readFileSync } from "node:fs"; import { annotations, GisaError, loadAnalyzer } from "gisa"; import { toText } from "gisa/export";${PROGRAM}`;
  const cjs = `const { readFileSync } = require("node:fs"); const { annotations, GisaError, loadAnalyzer } = require("gisa"); const { toText } = require("gisa/export"); (async () => {${PROGRAM}})();`;

  test("import and require give the same answer, in every time zone", async () => {
    writeFileSync(join(installed.project, "a.mjs"), esm);
    writeFileSync(join(installed.project, "a.cjs"), cjs);
    const runs = await Promise.all([
      runIn(installed, "node", ["a.mjs"], { env: { TZ: "Asia/Seoul" } }),
      runIn(installed, "node", ["a.mjs"], { env: { TZ: "America/Los_Angeles", LANG: "C" } }),
      runIn(installed, "node", ["a.cjs"], { env: { TZ: "UTC" } }),
    ]);
    for (const { code, stderr } of runs) expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(JSON.parse(runs[0]?.stdout as string).entities).toBeGreaterThan(5);
  });

  test("the files of the dictionaries can be found by name, for a browser build", async () => {
    const code = 'console.log(import.meta.resolve("gisa/dictionaries/lexicon.bin.gz"))';
    const { stdout } = await runIn(installed, "node", ["--input-type=module", "-e", code]);
    expect(existsSync(new URL(stdout.trim()))).toBe(true);
  });

  test.each([
    ["NodeNext", "mts"],
    ["NodeNext", "cts"],
    ["Bundler", "ts"],
  ])(
    "types, %s .%s",
    async (resolution, extension) => {
      const file = `typed.${extension}`;
      writeFileSync(
        join(installed.project, file),
        `import { annotations, loadAnalyzer, type Analyzer, type Doc, type Entity, type Tagger } from "gisa";
import { toCsv, toHtml } from "gisa/export";
const tagger: Tagger = { name: "mine", tag: () => [] };
export async function run(): Promise<string[]> {
  const analyzer: Analyzer = await loadAnalyzer({ tagger });
  const doc: Doc = analyzer.analyze("text", { publishedAt: "2024-03-25" });
  // @ts-expect-error unknown option
  analyzer.analyze("text", { published: "2024-03-25" });
  // @ts-expect-error a document is read-only
  doc.text = "";
  const people: Entity[] = doc.entities.filter(({ type }) => type === "PERSON");
  const values = annotations(doc).flatMap((a) => (a.layer === "timex" ? [a.value] : []));
  return [...people.map(({ name }) => name), ...values, toCsv(doc), toHtml(doc)];
}
`,
      );
      const compilerOptions = {
        noEmit: true,
        strict: true,
        target: "ES2022",
        lib: ["ES2022", "DOM"],
        module: resolution === "Bundler" ? "ESNext" : resolution,
        moduleResolution: resolution,
        types: [],
      };
      const config = `tsconfig.${extension}.json`;
      writeFileSync(join(installed.project, config), JSON.stringify({ compilerOptions, files: [file] }));
      const args = [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", config];
      expect(await runIn(installed, "node", args)).toMatchObject({ code: 0, stdout: "" });
    },
    120_000,
  );
});

describe("the command", () => {
  const gisa = (args: readonly string[], input?: string) =>
    runIn(installed, join(installed.project, "node_modules/.bin/gisa"), args, input === undefined ? {} : { input });

  test("annotates an article for a reader", async () => {
    const run = await gisa(["annotate", "article.txt", "--published", "2024-03-25"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const part of ["PERSON", "ORGANISATION", "TIMELINE", "QUOTES", "박도윤", "2024-03-27/2024-04-03"])
      expect(run.stdout).toContain(part);
  });

  test("annotates JSON lines, in order, past a bad line", async () => {
    const lines = readFileSync(join(ROOT, "examples/articles.jsonl"), "utf8").trimEnd().split("\n");
    const run = await gisa(["annotate", "--format", "jsonl"], [lines[0], "{", ...lines.slice(1)].join("\n"));
    expect(run.code).toBe(1);
    expect(run.stderr).toBe("gisa: stdin:2: this line is not JSON\n");
    expect(
      run.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["a1", "a2", "a3"]);
  });

  test("json is the document itself", async () => {
    const doc = JSON.parse((await gisa(["annotate", "article.txt", "--format", "json"])).stdout);
    expect(doc.text).toBe(ARTICLE);
    for (const { start, end, text } of doc.mentions) expect(ARTICLE.slice(start, end)).toBe(text);
  });

  test("view writes a page", async () => {
    const run = await gisa(["view", "article.txt", "--published", "2024-03-25"]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^<!doctype html>/);
  });

  test("serve answers over standard input and output, and over HTTP", async () => {
    const records =
      '{"id":1,"text":"박도윤 시장은 오는 28일 라헨시를 찾는다.","publishedAt":"2024-03-25","layers":["timexes"]}\n{\n';
    const run = await gisa(["serve", "--stdio"], records);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const [good, bad] = run.stdout.split("\n").map((line) => (line === "" ? null : JSON.parse(line)));
    expect(good.doc.timexes[0].value).toBe("2024-03-28");
    expect(bad).toMatchObject({ ok: false, error: { code: "record/not-json" } });

    const ask = `node_modules/.bin/gisa serve --http --port 0 2> said & server=$!
until grep -q listening said; do sleep 0.1; done
node -e '
  const [url, body] = process.argv.slice(1), headers = { "content-type": "application/json" };
  fetch(url, { method: "POST", headers, body }).then((reply) => reply.text()).then((text) => process.stdout.write(text));
' "$(sed -n 's/.*listening at //p' said)/annotate" '${records.split("\n")[0]}'
kill $server; wait $server; echo " $?"`;
    const asked = await runIn(installed, "bash", ["-c", ask]);
    expect(asked.stdout).toBe(`${run.stdout.split("\n")[0]}\n 0\n`);
  });

  test("two workers write what one does", async () => {
    writeFileSync(
      join(installed.project, "rules.json"),
      '[{"words":["축제"],"type":"OTHER"},{"pattern":"기준(?=금리)","type":"LAW"}]',
    );
    const args = [
      "annotate",
      "articles.jsonl",
      "--format",
      "jsonl",
      "--rules",
      "rules.json",
      "--threshold",
      "PERSON=0.9",
    ];
    const [one, two] = [await gisa(args), await gisa([...args, "--workers", "2", "--output", "two.jsonl"])];
    expect(two).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(installed.project, "two.jsonl"), "utf8")).toBe(one.stdout);
    expect(one.stdout).toMatch(/"type":"LAW"/);
  });

  test("a page, without the packages that read pages: exit code 2, and what to install", async () => {
    const run = await gisa(["annotate", "-", "--input", "html"], "<p>가</p>");
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/npm install linkedom @mozilla\/readability \(dependency\/missing\)/);
  });

  test("wrong options: exit code 2 and nothing on standard output", async () => {
    expect(await gisa(["annotate", "--format", "xml"])).toMatchObject({ code: 2, stdout: "" });
  });

  test("a reader that goes away ends it", async () => {
    const many = `for i in {1..300}; do cat articles.jsonl; done | node_modules/.bin/gisa annotate --format jsonl | head -n 1`;
    const run = await runIn(installed, "bash", ["-o", "pipefail", "-c", many]);
    expect(run.stderr).toBe("");
    expect(run.stdout.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("worker threads", () => {
  const POOL = String.raw`
  const pool = await createPool({ workers: 2, userDictionary: "가람바이오\tNNP\t기관" });
  const analyzer = await loadAnalyzer({ userDictionary: "가람바이오\tNNP\t기관" });
  const lines = readFileSync("articles.jsonl", "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  let same = 0;
  for await (const { item, doc } of analyzeStream([...lines, ...lines], pool, { concurrency: 4 }))
    same += JSON.stringify(doc) === JSON.stringify(analyzer.analyze(item.text, item.publishedAt ? { publishedAt: item.publishedAt } : {})) ? 1 : 0;
  const error = await pool.analyze("가", { publishedAt: "어제" }).catch((error) => error);
  const unsent = await pool.analyze("가", { publishedAt: () => {} }).catch((error) => error);
  const refused = [];
  for (const wrong of [{ tagger: analyzer }, { rules: [{ pattern: () => true, type: "LAW" }] }, { workers: 0 }, { layers: ["names"] }, { wrokers: 2 }, null])
    refused.push((await createPool(wrong).catch((error) => error)).code);
  const text = "가람누리호는 제12호 법안을 실었다. 한빛시 박도윤 시장은 25일 말했다.";
  const own = { rules: [{ words: ["가람누리호"], type: "OTHER" }, { pattern: /제\d+호 법안/u, type: "LAW", score: 0.6 }], thresholds: { PERSON: 1 }, limits: { characters: 1000 } };
  const small = await createPool({ ...own, workers: 1, layers: ["mentions"] });
  const { mentions } = await small.analyze(text);
  const loose = await small.analyze(text, { thresholds: { PERSON: 0, LAW: 0.9 } });
  const here = await loadAnalyzer(own);
  const ruled = {
    layers: Object.keys(loose),
    rules: mentions.filter(({ type }) => type === "OTHER" || type === "LAW").map(({ text }) => text),
    same: JSON.stringify([mentions, loose.mentions]) === JSON.stringify([here.analyze(text).mentions, here.analyze(text, { thresholds: { PERSON: 0, LAW: 0.9 } }).mentions]),
  };
  await small.close();
  const duplex = [];
  for await (const { ok } of Readable.from(lines).pipe(analyzeDuplex(pool, { concurrency: 2 }))) duplex.push(ok);
  await pool.close();
  console.log(JSON.stringify({ same, all: 2 * lines.length, code: error.code, is: error instanceof GisaError, unsent: unsent.code, refused, ruled, duplex }));`;
  const names = "createPool, analyzeDuplex";

  test.each([
    [
      "pool.mjs",
      `import { readFileSync } from "node:fs"; import { Readable } from "node:stream"; import { GisaError, loadAnalyzer } from "gisa"; import { analyzeStream } from "gisa/stream"; import { ${names} } from "gisa/node";${POOL}`,
    ],
    [
      "pool.cjs",
      `const { readFileSync } = require("node:fs"); const { Readable } = require("node:stream"); const { GisaError, loadAnalyzer } = require("gisa"); const { analyzeStream } = require("gisa/stream"); const { ${names} } = require("gisa/node"); (async () => {${POOL}})();`,
    ],
  ])("%s: a pool says what an analyzer says, fails as it does, and ends", async (name, code) => {
    writeFileSync(join(installed.project, name), code);
    const run = await runIn(installed, "node", [name]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toEqual({
      same: 6,
      all: 6,
      code: "option/published-at",
      is: true,
      unsent: "option/published-at",
      refused: ["option/type", "option/type", "option/type", "option/type", "option/unknown", "option/type"],
      ruled: { layers: ["mentions"], rules: ["가람누리호", "제12호 법안"], same: true },
      duplex: [true, true, true],
    });
  });

  test("a run that is killed is taken up again, and nothing is lost or twice", async () => {
    const lines = readFileSync(join(ROOT, "examples/articles.jsonl"), "utf8").trimEnd().split("\n");
    const many = Array.from({ length: 300 }, (_, id) => JSON.stringify({ ...JSON.parse(lines[id % 3] as string), id }));
    writeFileSync(join(installed.project, "many.jsonl"), `${many.join("\n")}\n`);
    const gisa =
      "node_modules/.bin/gisa annotate many.jsonl --format jsonl --layers events --workers 2 --output done.jsonl";
    const killed = `${gisa} & until [ -s done.jsonl.part ]; do sleep 0.05; done; kill -9 $!; wait $!; test ! -e done.jsonl`;
    expect(await runIn(installed, "bash", ["-c", killed])).toMatchObject({ code: 0 });
    expect(await runIn(installed, "bash", ["-c", `${gisa} --resume`])).toMatchObject({ code: 0, stderr: "" });
    const written = readFileSync(join(installed.project, "done.jsonl"), "utf8").trimEnd().split("\n");
    expect(written.map((line) => JSON.parse(line).id)).toEqual(many.map((_, id) => id));
  });
});

const SCORE = join(ROOT, "../shared/eval/score.mjs");
const GOLD = join(ROOT, "../shared/data/ner/articles-dev.jsonl");

describe.skipIf(!existsSync(SCORE) || !existsSync(GOLD))("gisa eval", () => {
  test("its figures are those of the project's own scorer", async () => {
    const lib = join(installed.project, "node_modules/gisa/dist/index.js");
    const theirs = await runIn(installed, "node", [SCORE, "--lib", lib, "--gold", GOLD, "--json"]);
    const ours = await runIn(installed, join(installed.project, "node_modules/.bin/gisa"), ["eval", "--json", GOLD]);
    const { charactersPerSecond: _, ...expected } = JSON.parse(theirs.stdout);
    expect(JSON.parse(ours.stdout)).toEqual(expected);
  });
});

describe("size", () => {
  test("10 MB of articles: no throw, no wrong offset", async () => {
    writeFileSync(
      join(installed.project, "large.mjs"),
      `import { readFileSync } from "node:fs"; import { loadAnalyzer } from "gisa";
const article = readFileSync("article.txt", "utf8");
const text = article.repeat(Math.ceil(10_000_000 / Buffer.byteLength(article)));
const doc = (await loadAnalyzer()).analyze(text, { publishedAt: "2024-03-25" });
let faults = 0;
for (const layer of [doc.tokens, doc.mentions, doc.timexes, doc.quotes]) for (const s of layer) if (text.slice(s.start, s.end) !== s.text) faults++;
console.log(JSON.stringify({ faults, tokens: doc.tokens.length > 1_000_000, whole: doc.text === text }));`,
    );
    const run = await runIn(installed, "node", ["large.mjs"]);
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual({ faults: 0, tokens: true, whole: true });
  }, 900_000);
});
