import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseUserDictionary } from "../../../src/lexicon/user-dictionary.js";
import { runCli } from "../../support/run-cli.js";

let folder = "";
let words = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gisa-dict-"));
  words = join(folder, "words.tsv");
});
afterEach(() => rm(folder, { recursive: true }));

const add = (...args: string[]) => runCli(["dict", "add", "--dictionary", words, ...args]);

test("makes the file, and what it writes is a user dictionary", async () => {
  const run = await add("--class", "기관", "가람바이오", "새솔전자");
  expect(run.code).toBe(0);
  expect(run.stdout.split("\n").map((line) => line.split("  ")[0])).toEqual(["가람바이오", "새솔전자", ""]);
  expect(parseUserDictionary(readFileSync(words, "utf8"))).toEqual({
    entries: [
      { surface: "가람바이오", tag: "NNP", semantic: "기관" },
      { surface: "새솔전자", tag: "NNP", semantic: "기관" },
    ],
    problems: [],
    duplicates: [],
  });
});

test("comments, order and a last line without its end stay", async () => {
  await writeFile(words, "# 우리 말\n\n한빛시\tNNP\t지명");
  await add("--cost=-500", "나래동");
  expect(readFileSync(words, "utf8")).toBe("# 우리 말\n\n한빛시\tNNP\t지명\n나래동\tNNP\t\t-500\n");
});

test("what is there already is told and not added again, twice on one line neither", async () => {
  await writeFile(words, "한빛시\n");
  const run = await add("한빛시", "나래동", "나래동");
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(/한빛시: .* holds it already\n/);
  expect(run.stderr).toMatch(/나래동.*: it is given twice\n/);
  expect(readFileSync(words, "utf8")).toBe("한빛시\n나래동\tNNP\n");
});

test("bad words are named and passed over: exit code 1", async () => {
  const run = await add("빛 누리", "새솔전자");
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("its surface holds white space");
  expect(readFileSync(words, "utf8")).toBe("새솔전자\tNNP\n");
});

test.each([
  [["--tag", "명사"], "is not a Sejong tag"],
  [["--cost", "많이"], "its cost is not a whole number"],
])("%j", async (args, message) => {
  const run = await add(...args, "새솔전자");
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(message);
  expect(existsSync(words)).toBe(false);
});

test("lines from standard input", async () => {
  const run = await runCli(["dict", "add", "-d", words, "-"], { stdin: "가람바이오\tNNP\t기관\n# 끝\n새솔전자\n" });
  expect(run.code).toBe(0);
  expect(readFileSync(words, "utf8")).toBe("가람바이오\tNNP\t기관\n새솔전자\tNNP\n");
});

test("bad lines of the file are named with their number", async () => {
  await writeFile(words, "한빛시\n두 말\n");
  const run = await add("나래동");
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("words.tsv:2: its surface holds white space");
});

test.each([
  [["dict", "drop"], 'dict has no "drop"'],
  [["dict", "add", "가람바이오"], "dict add needs a file and words"],
])("gisa %j: exit code 2", async (args, message) => {
  const run = await runCli(args);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(message);
});
