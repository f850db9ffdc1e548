import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const SRC = join(ROOT, "src");

const STAGES = ["article", "sentence", "token", "mention", "timex", "entity", "event", "quote"] as const;

/** What each folder may import besides itself. Files directly in src/ have a row of their own. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lexicon: ["core"],
  model: ["core"],
  export: ["core"],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ["core", "lexicon", "model"]])),
  "pipeline.ts": ["core", "lexicon", "model", ...STAGES],
  "given-mentions.ts": ["core"],
  "load-analyzer.ts": ["core", "lexicon", "mention", "pipeline.ts", "given-mentions.ts"],
  "index.ts": ["core", "lexicon", "export", "load-analyzer.ts", "given-mentions.ts"],
  stream: ["core", "export", "pipeline.ts", "load-analyzer.ts"],
  eval: ["core"],
  serve: ["core", "export", "load-analyzer.ts"],
  cli: ["core", "lexicon", "export", "stream", "eval", "serve", "load-analyzer.ts"],
  notebook: ["core", "export"],
  transformers: ["core", "load-analyzer.ts", "given-mentions.ts"],
  playground: ["core", "export", "index.ts"],
};

interface Import {
  readonly target: string;
  readonly isType: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.[cm]?tsx?$/.test(name) && !name.endsWith(".d.ts"))
  .map((name) => join(SRC, name));

/** Import and export specifiers, dynamic ones too. Tables are skipped past their head: they import nothing below it. */
function importsOf(file: string): Import[] {
  const code = readFileSync(file, "utf8").slice(0, 60_000);
  const found: Import[] = [];
  const pattern =
    /^(?:import|export)\s+(type\s)?[^"'`;]*?from\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/gm;
  for (const [, type, from, bare, dynamic] of code.matchAll(pattern))
    found.push({ target: (from ?? bare ?? dynamic) as string, isType: type !== undefined });
  return found;
}

function ownFile(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const plain = resolve(dirname(from), specifier).replace(/\.js$/, ".ts");
  return plain.startsWith(SRC) ? plain : null;
}

function layerOf(file: string): string {
  return relative(SRC, file).split(/[\\/]/)[0] as string;
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

describe("import rule", () => {
  test("there are files, and each is in a layer that has a rule", () => {
    expect(files.length).toBeGreaterThan(30);
    expect([...new Set(files.map(layerOf))].filter((layer) => !Object.hasOwn(ALLOWED, layer))).toEqual([]);
  });

  test("core <- lexicon, model <- stages <- pipeline <- stream, serve <- cli; core <- export <- cli", () => {
    const broken: string[] = [];
    for (const [file, imports] of graph)
      for (const { target } of imports) {
        const own = ownFile(file, target);
        if (own === null) continue;
        const [from, to] = [layerOf(file), layerOf(own)];
        if (from !== to && !(ALLOWED[from] ?? []).includes(to))
          broken.push(`${relative(ROOT, file)} imports ${relative(ROOT, own)}`);
      }
    expect(broken).toEqual([]);
  });

  test("no file imports itself, by any way round", () => {
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        cycles.push([...path.slice(path.indexOf(file)), file].map((name) => relative(SRC, name)).join(" -> "));
        return;
      }
      state.set(file, "open");
      for (const { target, isType } of graph.get(file) ?? []) {
        const own = isType ? null : ownFile(file, target);
        if (own !== null && graph.has(own)) visit(own, [...path, file]);
      }
      state.set(file, "done");
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("every import of our own has a file", () => {
    const lost: string[] = [];
    for (const [file, imports] of graph)
      for (const { target } of imports) {
        const own = ownFile(file, target);
        if (own !== null && !graph.has(own) && !own.endsWith(".json")) lost.push(`${relative(ROOT, file)}: ${target}`);
      }
    expect(lost).toEqual([]);
  });

  test("the library imports Node's modules on demand alone", () => {
    const NODE_LAYERS = ["cli", "serve", "stream"];
    const broken: string[] = [];
    for (const file of files) {
      if (NODE_LAYERS.includes(layerOf(file))) continue;
      const code = readFileSync(file, "utf8").slice(0, 60_000);
      if (/^(?:import|export)\s[^;]*["']node:|require\(/m.test(code)) broken.push(relative(ROOT, file));
    }
    expect(broken).toEqual([]);
  });

  test("the library reads no clock and no locale, and prints nothing", () => {
    const broken: string[] = [];
    for (const file of files) {
      // Programs, not the library.
      if (["cli", "stream", "playground"].includes(layerOf(file))) continue;
      const code = readFileSync(file, "utf8")
        .slice(0, 60_000)
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      const found =
        /\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\bprocess\.env\b|\.toLocale\w+|\bIntl\.|\bconsole\.|\bperformance\.now\b|localeCompare/.exec(
          code,
        );
      if (found) broken.push(`${relative(ROOT, file)}: ${found[0]}`);
    }
    expect(broken).toEqual([]);
  });
});
