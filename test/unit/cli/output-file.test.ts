import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bareDoc, type CliRun, runCli } from "../../support/run-cli.js";

let folder = "";
let out = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gisa-output-"));
  out = join(folder, "out.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

const article = (id: number) => `${JSON.stringify({ id, text: `글 ${id}` })}\n`;
const INPUT = [1, 2, 3, 4].map(article).join("");
const annotate = async (args: readonly string[], stdin = INPUT): Promise<CliRun & { analysed: string[] }> => {
  const analysed: string[] = [];
  const run = await runCli(["annotate", "--format", "jsonl", "--layers", "events", ...args], {
    stdin,
    analyze: (text) => {
      analysed.push(text);
      return bareDoc(text);
    },
  });
  return { ...run, analysed };
};
const idsOf = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id);

describe("--output", () => {
  test("holds what standard output would, which stays empty", async () => {
    const { stdout } = await annotate([]);
    const run = await annotate(["--output", out]);
    expect(run).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(out, "utf8")).toBe(stdout);
    expect(existsSync(`${out}.part`)).toBe(false);
  });
  test("has its name when the run is through, and not before", async () => {
    await writeFile(out, "before");
    let during = "";
    await runCli(["annotate", "--format", "jsonl", "--output", out], {
      stdin: INPUT,
      analyze: (text) => {
        during = readFileSync(out, "utf8");
        return bareDoc(text);
      },
    });
    expect(during).toBe("before");
    expect(idsOf(readFileSync(out, "utf8"))).toEqual([1, 2, 3, 4]);
  });
  test("a bad line does not keep the others from it", async () => {
    const run = await annotate(["-o", out], `${article(1)}{\n${article(2)}`);
    expect(run.code).toBe(1);
    expect(idsOf(readFileSync(out, "utf8"))).toEqual([1, 2]);
  });
  test("a folder that is not there: exit code 2", async () => {
    const run = await annotate(["-o", join(folder, "no/out.jsonl")]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("cannot be written");
  });
  test(".gz and --compress", async () => {
    await annotate(["-o", out]);
    await annotate(["-o", `${out}.gz`]);
    await annotate(["-o", join(folder, "x"), "--compress", "gzip"]);
    const plain = readFileSync(out, "utf8");
    expect(gunzipSync(readFileSync(`${out}.gz`)).toString()).toBe(plain);
    expect(gunzipSync(readFileSync(join(folder, "x"))).toString()).toBe(plain);
  });
});

describe("--resume", () => {
  const done = (id: number) => `${JSON.stringify({ id, text: `글 ${id}`, doc: {} })}\n`;

  test("skips what a run that was stopped wrote, but for half a line", async () => {
    await writeFile(`${out}.part`, done(1) + done(2) + done(3).slice(0, 9));
    const run = await annotate(["-o", out, "--resume"]);
    expect(run).toMatchObject({ code: 0, analysed: ["글 3", "글 4"] });
    expect(idsOf(readFileSync(out, "utf8"))).toEqual([1, 2, 3, 4]);
    expect(existsSync(`${out}.part`)).toBe(false);
  });
  test.each([0, 5, 20])("of a gzip file, cut %i bytes from its end", async (cut) => {
    const packed = gzipSync(done(1) + done(2));
    await writeFile(`${out}.gz.part`, packed.subarray(0, packed.length - cut));
    const run = await annotate(["-o", `${out}.gz`, "--resume"]);
    expect(run.code).toBe(0);
    expect(idsOf(gunzipSync(readFileSync(`${out}.gz`)).toString())).toEqual([1, 2, 3, 4]);
    expect(run.analysed.length).toBeLessThanOrEqual(4);
    if (cut === 0) expect(run.analysed).toEqual(["글 3", "글 4"]);
  });
  test("of a run that was through appends what is new", async () => {
    await annotate(["-o", out], article(1) + article(2));
    const run = await annotate(["-o", out, "--resume"]);
    expect(run.analysed).toEqual(["글 3", "글 4"]);
    expect(idsOf(readFileSync(out, "utf8"))).toEqual([1, 2, 3, 4]);
  });
  test("where there is nothing yet is a run", async () => {
    expect((await annotate(["-o", out, "--resume"])).analysed).toHaveLength(4);
  });
  test('7 and "7" are one id; another field may hold it', async () => {
    await writeFile(`${out}.part`, '{"key":"7","text":"가","doc":{}}\n');
    const run = await annotate(
      ["-o", out, "--resume", "--id-field", "key"],
      '{"key":7,"text":"가"}\n{"key":8,"text":"나"}\n',
    );
    expect(run.analysed).toEqual(["나"]);
  });
  test("an article without an id is a fault, and is not annotated", async () => {
    const run = await annotate(["-o", out, "--resume"], `{"text":"가"}\n${article(1)}`);
    expect(run).toMatchObject({ code: 1, analysed: ["글 1"] });
    expect(run.stderr).toContain("stdin:1: it has no id, which --resume needs");
  });
  test("a file that is no such output is refused and left as it is", async () => {
    await writeFile(`${out}.part`, "제목\n본문\n");
    expect(await annotate(["-o", out, "--resume"])).toMatchObject({ code: 2, analysed: [] });
    expect(readFileSync(`${out}.part`, "utf8")).toBe("제목\n본문\n");
  });
  test.each([[["--resume"]], [["--resume", "--output", "x", "--format", "csv"]]])("%j is refused", async (args) => {
    const run = await runCli(["annotate", ...args], {});
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("--resume needs --output FILE and --format jsonl");
  });
});

test("--progress prints lines where there is no terminal", async () => {
  const stdin = Array.from({ length: 400 }, (_, id) => article(id)).join("");
  const { stderr } = await annotate(["--progress"], stdin);
  expect(stderr).toMatch(/^gisa: [\d,]+ articles {2}[\d,]+ characters\/s {2}[\d,]+ articles\/s\n/);
});
