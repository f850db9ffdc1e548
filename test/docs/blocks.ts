import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A block of code in a page. */
export interface Block {
  readonly page: string;
  /** 1-based line of its first fence. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** Why it is not run, where a comment before it says so. */
  readonly notRun: string | undefined;
}

/** Languages that hold no program: output, data, and text to read. */
const NO_PROGRAM = new Set(["", "text", "json", "jsonl", "csv", "yaml", "tsv"]);

/** Every block of code of the README and the documentation, in order. */
export function blocksOf(root: string): Block[] {
  const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
  const pages = ["README.md", "README.ko.md", ...docs.sort().map((name) => `docs/${name}`)];
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    const pattern = /(?:<!-- not run: (?<notRun>[^>]*?) -->\n)?^```(?<language>[^\n`]*)\n(?<code>[\s\S]*?)^```$/gm;
    return [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }) => {
      const { language = "", code = "", notRun } = groups;
      if (NO_PROGRAM.has(language)) return [];
      const line = text.slice(0, index + whole.indexOf("```")).split("\n").length;
      return [{ page, line, language, code, notRun }];
    });
  });
}

/** Import statements as constants, so that each block has a scope of its own. `exported`: what the names are taken from, once it has them all. */
export function scoped(code: string): string {
  const imports = /^import\s+(?!type\b)(?:\{([^}]*)\}|\* as (\w+)|(\w+))\s+from\s+(["'][^"']+["']);?$/gm;
  return code.replace(imports, (_, names, all, whole, from) => {
    if (names !== undefined) {
      const wanted = [...names.matchAll(/(\w+)(?: as \w+)?/g)].map(([, name]) => name);
      return `const {${names.replace(/(\w+) as (\w+)/g, "$1: $2")}} = exported(await import(${from}), ${JSON.stringify(wanted)});`;
    }
    return all !== undefined
      ? `const ${all} = await import(${from});`
      : `const { default: ${whole} } = await import(${from});`;
  });
}
