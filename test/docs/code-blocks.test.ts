import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import typescript from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, runAt } from "../package/tarball.js";
import { type Block, blocksOf, scoped } from "./blocks.js";

const blocks = blocksOf(ROOT);
const ran = blocks.filter(({ notRun }) => notRun === undefined);
const at = ({ page, line }: Block) => `${page}:${line}`;

/** What the pages speak of without making it: an analyzer, an article, its document, a few articles, a place to save to. */
const PREAMBLE = `
import { readFileSync } from "node:fs";
import { annotations, loadAnalyzer } from "gisa";
import { analyzeStream } from "gisa/stream";
const analyzer = await loadAnalyzer();
const text = readFileSync("article.txt", "utf8");
const doc = analyzer.analyze(text, { publishedAt: "2024-03-25" });
const articles = readFileSync("articles.jsonl", "utf8").trimEnd().split("\\n").map((line) => JSON.parse(line));
const save = async () => {};
const results = {};
// A name that a module does not export is undefined to \`await import\`, and would be hidden by the names above.
const exported = (module, names) => {
  for (const name of names) if (!(name in module)) throw new Error(\`no export is called \${name}\`);
  return module;
};
`;

const { ModuleKind, ScriptTarget } = typescript;
const transpile = (code: string) =>
  typescript.transpileModule(code, {
    compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 },
    reportDiagnostics: true,
  });

let project: string;
/** By page and line, what went wrong; empty where nothing did. */
const faults = new Map<string, string>();

beforeAll(async () => {
  if (!existsSync(join(ROOT, "dist/index.js"))) throw new Error("there is no dist/: run npm run build first");
  project = mkdtempSync(join(tmpdir(), "gisa-docs-"));
  mkdirSync(join(project, "node_modules/.bin"), { recursive: true });
  symlinkSync(ROOT, join(project, "node_modules/gisa"), "dir");
  symlinkSync(join(ROOT, "dist/cli.js"), join(project, "node_modules/.bin/gisa"));
  writeFileSync(join(project, "package.json"), '{ "name": "reader", "private": true, "type": "module" }');
  for (const name of ["article.txt", "articles.jsonl"]) copyFileSync(join(ROOT, "examples", name), join(project, name));
  cpSync(join(ROOT, "examples"), join(project, "examples"), { recursive: true });
  mkdirSync(join(project, "articles"));
  copyFileSync(join(ROOT, "examples/article.txt"), join(project, "articles/first.txt"));

  const programs = ran.filter(({ language }) => ["js", "ts", "javascript", "typescript"].includes(language));
  const bodies = programs.map(
    (block) =>
      `try {\n${scoped(block.code)}\nresults[${JSON.stringify(at(block))}] = "";\n} catch (error) { results[${JSON.stringify(at(block))}] = String(error?.stack ?? error); }`,
  );
  for (const [i, body] of bodies.entries()) {
    // A block that is no program at all must not take the others with it.
    const { diagnostics = [] } = transpile(body);
    if (diagnostics.length === 0) continue;
    faults.set(at(programs[i] as Block), diagnostics.map(({ messageText }) => String(messageText)).join("; "));
    bodies[i] = "";
  }
  const program = `${PREAMBLE}${bodies.join("\n")}\nconst { writeFileSync: write } = await import("node:fs");\nwrite("results.json", JSON.stringify(results));`;
  writeFileSync(join(project, "program.mjs"), transpile(program).outputText);
  const run = await runAt(project, "node", ["program.mjs"]);
  if (run.code !== 0) throw new Error(run.stderr);
  for (const [key, fault] of Object.entries(JSON.parse(readFileSync(join(project, "results.json"), "utf8"))))
    faults.set(key, fault as string);

  for (const block of ran.filter(({ language }) => ["sh", "bash"].includes(language))) {
    const { code: status, stderr } = await runAt(project, "bash", ["-euo", "pipefail", "-c", block.code], {
      env: { npm_config_offline: "true" },
    });
    faults.set(at(block), status === 0 ? "" : `exit code ${status}: ${stderr}`);
  }
});
afterAll(() => {
  if (project) rmSync(project, { recursive: true, force: true });
});

describe("blocks of code in the documentation", () => {
  test("there are some, most of them run", () => {
    expect(ran.length).toBeGreaterThan(20);
    expect(ran.length).toBeGreaterThan(blocks.length / 2);
  });
  test.each(ran.map((block) => [at(block), block.language] as const))("%s (%s)", (key) => {
    expect(faults.get(key), "a block of a language that is not run needs a comment: <!-- not run: why -->").toBe("");
  });
  for (const block of blocks.filter(({ notRun }) => notRun !== undefined))
    test.skip(`${at(block)} (${block.language}) is not run: ${block.notRun}`, () => {});
});
