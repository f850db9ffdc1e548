import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { FORMATS } from "../../../src/cli/formats.js";
import { MENTION_TYPES } from "../../../src/core/types.js";
import { runCli } from "../../support/run-cli.js";
import { sampleDoc } from "../../support/sample-doc.js";

describe("help", () => {
  test.each([[["--help"]], [["help"]], [[]]])("gisa %j", async (args) => {
    const run = await runCli(args);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("Exit codes");
  });
  test.each([[["annotate", "--help"]], [["help", "annotate"]], [["annotate", "x.txt", "-h"]]])(
    "gisa %j",
    async (args) => {
      const { code, stdout } = await runCli(args);
      expect(code).toBe(0);
      expect(stdout).toContain("Examples");
      for (const name of [...Object.keys(FORMATS), ...MENTION_TYPES]) expect(stdout).toContain(name);
    },
  );
  test("view", async () => expect((await runCli(["view", "--help"])).stdout).toContain("article.html"));
  test("no line is wider than 140 columns", async () => {
    for (const of of ["", "annotate", "view", "eval", "dict"]) {
      const { stdout } = await runCli(["help", of]);
      expect(stdout.split("\n").filter((line) => line.length > 140)).toEqual([]);
    }
  });
  test("version", async () => expect((await runCli(["--version"])).stdout).toBe(`${packageJson.version}\n`));
});

describe("misuse: exit code 2, and what to write instead", () => {
  test.each([
    [["article.txt"], "Did you mean: gisa annotate article.txt"],
    [["anotate"], 'there is no command "anotate"'],
    [["annotate", "--fromat", "json"], "--fromat"],
    [["annotate", "--format", "xml"], "--format must be one of pretty, json, jsonl"],
    [["annotate", "--published", "2024-02-30"], "--published must be a day that exists"],
    [["annotate", "--published", "어제"], "--published must be"],
    [["annotate", "--types", "PEOPLE"], "--types must be one of PERSON"],
    [["annotate", "--layers", "names"], "--layers must be one of"],
    [["annotate", "--unit", "word"], "--unit must be one of eojeol"],
    [["annotate", "--dictionary", "/no/such/file"], "--dictionary /no/such/file cannot be read"],
    [["annotate", "--workers", "0"], "--workers must be a whole number from 1"],
    [["annotate", "--compress", "xz"], "--compress must be one of gzip, zstd, none"],
    [["eval"], "eval needs a gold file"],
    [["view", "a.txt", "b.txt"], "one article at a time"],
  ])("gisa %j", async (args, message) => {
    const run = await runCli(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
  });
});

describe("view", () => {
  test("writes a page", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gisa-view-"));
    const file = join(folder, "a.txt");
    await writeFile(file, "가");
    const run = await runCli(["view", file, "--title", "제목", "--labels", "ko"], { analyze: () => sampleDoc() });
    await rm(folder, { recursive: true });
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^<!doctype html>[\s\S]*<title>제목<\/title>/);
  });
  test("an input without an article", async () => {
    expect(await runCli(["view", "/no/such/file.txt"])).toMatchObject({ code: 1, stdout: "" });
    expect(await runCli(["view", "-i", "jsonl"], { stdin: "" })).toMatchObject({
      code: 1,
      stderr: "gisa: there is no article in the input\n",
    });
  });
});
