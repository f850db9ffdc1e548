import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyzerOf, analyzerWords, loadOptionsOf } from "../../../src/cli/analyzer-arguments.js";
import { readRules } from "../../../src/cli/rules-file.js";
import { UsageError } from "../../../src/cli/usage-error.js";
import { type LoadOptions, loadAnalyzer } from "../../../src/index.js";
import { Capture, runCli } from "../../support/run-cli.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gisa-rules-"));
});
afterAll(() => rm(folder, { recursive: true }));
const file = async (name: string, content: string) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

/** A rule of words and one of a pattern, as JSON. */
const RULES = `[
  { "words": ["가람누리호"], "type": "OTHER" },
  { "pattern": "제\\\\d+호 법안", "type": "LAW", "score": 0.6 }
]`;

describe("rules as JSON", () => {
  test("words and patterns; a pattern is Unicode unless its flags say otherwise", () => {
    expect(readRules(RULES, "r.json")).toEqual([
      { words: ["가람누리호"], type: "OTHER" },
      { pattern: /제\d+호 법안/u, type: "LAW", score: 0.6 },
    ]);
    expect(readRules('[{"pattern":"a","flags":"i","type":"OTHER"}]', "r.json")).toEqual([
      { pattern: /a/i, type: "OTHER" },
    ]);
    expect(readRules("\ufeff[]", "r.json")).toEqual([]);
  });
  test.each([
    ["[", /r\.json is not JSON/],
    ["{}", /must hold an array/],
    ['[{"pattern":"(","type":"LAW"}]', /rules\[0\] has a pattern that is none/],
    [
      '[{"words":["가"],"type":"LAW"},{"pattern":"a","flags":"k","type":"LAW"}]',
      /rules\[1\] has a pattern that is none/,
    ],
    ['[{"pattern":["a"],"type":"LAW"}]', /rules\[0\] has a pattern or flags that is no text/],
  ])("%s", (text, message) => {
    expect(() => readRules(text, "r.json")).toThrow(UsageError);
    expect(() => readRules(text, "r.json")).toThrow(message);
  });
  test.each([
    ["[5]", /rules\[0\] is no object/],
    ['[{"pattern":"a"}]', /rules\[0\] needs a type/],
    ['[{"word":["가"],"type":"LAW"}]', /unknown key "word"/],
  ])("what the analyzer does not take is refused there: %s", async (text, message) =>
    expect(loadAnalyzer({ rules: readRules(text, "r.json") })).rejects.toThrow(message),
  );
});

describe("--threshold", () => {
  test("repeated; the last of one type counts", () => {
    expect(analyzerOf({ threshold: ["PERSON=0.8", "law=1", "PERSON=0.75"] })).toEqual({
      thresholds: { PERSON: 0.75, LAW: 1 },
    });
  });
  test.each([
    "PERSON",
    "PERSON=",
    "PERSON=2",
    "PERSON=1.5",
    "PERSON=-1",
    "PEOPLE=0.5",
    "=0.5",
    "PERSON=0.5,LAW=1",
    "PERSON= .5",
  ])("%j is misuse", async (given) => {
    const run = await runCli(["annotate", "--threshold", given]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("--threshold must be a type of PERSON");
  });
});

test("what the server's processes are started with is read back as it was", () => {
  const given = analyzerOf({ dictionary: "d.tsv", rules: "r.json", threshold: ["PERSON=0.8", "LAW=0.25"] });
  expect(analyzerWords(given)).toEqual(
    "--dictionary d.tsv --rules r.json --threshold PERSON=0.8 --threshold LAW=0.25".split(" "),
  );
  expect(analyzerWords({})).toEqual([]);
});

describe("the analyzer of a command", () => {
  test.each([
    ["annotate", "a.txt"],
    ["view", "a.txt"],
    ["eval", "gold.jsonl"],
    ["serve", "--stdio"],
  ])("gisa %s: is loaded with dictionary, rules and thresholds", async (...args) => {
    const command = args.map((word) => (word.includes(".") ? join(folder, word) : word));
    await file("a.txt", "가");
    await file("gold.jsonl", '{"id":"1","text":"가"}\n');
    const options = ["--dictionary", await file("d.tsv", "가람누리호\tNNP\n"), "--rules", await file("r.json", RULES)];
    const loaded: LoadOptions[] = [];
    const run = await runCli([...command, ...options, "--threshold", "LAW=0.7"], {
      onLoad: (given) => loaded.push(given),
    });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(loaded).toEqual([
      {
        userDictionary: [{ surface: "가람누리호", tag: "NNP" }],
        rules: readRules(RULES, "r.json"),
        thresholds: { LAW: 0.7 },
      },
    ]);
  });

  test.each(["annotate", "view", "eval", "serve"])("gisa %s --help names them", async (command) => {
    const { stdout } = await runCli(["help", command]);
    for (const option of ["--dictionary", "--rules", "--threshold"]) expect(stdout).toContain(option);
  });

  test("a file that is not there: exit code 2", async () => {
    const run = await runCli(["annotate", "--rules", "/no/such.json"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("--rules /no/such.json cannot be read");
  });

  test("bad lines of a dictionary are named, the good ones are words, and the exit code is 1", async () => {
    const dictionary = await file("bad.tsv", "가람누리빛\n두 낱말\n한빛톤\tXX\n");
    const run = await runCli(["annotate", await file("a.txt", "가"), "--dictionary", dictionary]);
    expect(run.code).toBe(1);
    expect(run.stderr.split("\n").slice(0, -1)).toEqual([
      expect.stringMatching(/bad\.tsv:2: its surface holds white space/),
      expect.stringMatching(/bad\.tsv:3: its tag "XX"/),
    ]);
    expect(run.stdout).not.toBe("");
    const stderr = new Capture();
    expect((await loadOptionsOf({ dictionary }, { stderr })).options.userDictionary).toEqual([
      { surface: "가람누리빛" },
    ]);
  });
});
