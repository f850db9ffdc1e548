import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SEEDED_FAULTS } from "./faults.table.js";

const ROOT = new URL("../../", import.meta.url);

test("every test file has its fault, and no other", () => {
  const files = readdirSync(new URL("test/", ROOT), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${name.replaceAll("\\", "/")}`);
  expect(SEEDED_FAULTS.map((fault) => fault.test).toSorted()).toEqual(files.toSorted());
});

test.each(SEEDED_FAULTS)("$test: its line stands once in $file, and the fault is another", ({ file, find, put }) => {
  const parts = readFileSync(new URL(file, ROOT), "utf8").split(find);
  expect(parts.length - 1).toBe(1);
  expect(put).not.toBe(find);
});
