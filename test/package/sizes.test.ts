import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ROOT } from "./tarball.js";

/** Bytes, gzipped, of an entry point with every chunk that it loads. Raising one is a decision, to be named in CHANGELOG.md. */
const CEILINGS = {
  "index.js": 480_000,
  "export.js": 32_000,
  "stream.js": 16_000,
  "cli.js": 530_000,
} as const;

/** The file and whatever it imports, each once. */
function reached(entry: string): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const code = readFileSync(join(ROOT, "dist", name), "utf8");
    for (const [, target = ""] of code.matchAll(/(?:from|import)\s*\(?\s*["']\.\/([^"']+)["']/g)) visit(target);
  };
  visit(entry);
  return [...seen];
}

describe("size of each entry point", () => {
  test.each(Object.entries(CEILINGS))("%s: at most %i bytes", (entry, ceiling) => {
    if (!existsSync(join(ROOT, "dist", entry))) throw new Error("there is no dist/: run npm run build first");
    const files = reached(entry);
    const code = Buffer.concat(files.map((name) => readFileSync(join(ROOT, "dist", name))));
    const size = gzipSync(code, { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(ceiling);
    // A ceiling far above is none.
    expect(size).toBeGreaterThan(ceiling / 20);
  });

  test("the exports alone load neither lexicon nor pipeline", () => {
    const code = reached("export.js").map((name) => readFileSync(join(ROOT, "dist", name), "utf8"));
    expect(code.join("")).not.toMatch(/lexicon\.bin\.gz|DecompressionStream/);
  });

  test("the files that are loaded beside them: lexicon and model, at most 8 MB", () => {
    const sizes = ["lexicon.bin.gz", "model.bin.gz"].map(
      (name) => readFileSync(join(ROOT, "dictionaries/built", name)).length,
    );
    expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(8_500_000);
  });
});
