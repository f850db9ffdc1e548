import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../../../src/core/errors.js";
import { DIAGNOSTIC_CODES } from "../../../src/core/types.js";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const sources = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".table.ts") && !/core\/(?:errors|types)\.ts$/.test(name))
  .map((name) => read(`src/${name}`))
  .join("\n");

describe.each([
  ["error", ERROR_CODES, "docs/errors.md"],
  ["diagnostic", DIAGNOSTIC_CODES, "docs/diagnostics.md"],
] as const)("%s codes", (_, codes, page) => {
  const documented = [...read(page).matchAll(/^\| `([a-z-]+\/[a-z-]+)`/gm)].map(([, code]) => code);

  test("each is documented, and no other", () => expect(documented.toSorted()).toEqual([...codes].sort()));
  test.each(codes)("%s is raised somewhere", (code) => expect(sources).toContain(`"${code}"`));
});
