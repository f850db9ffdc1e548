import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decompress } from "fzstd";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installed, installTarball, ROOT, runIn } from "./tarball.js";

/**
 * The installed package in every runtime that this machine has: `node`, `deno` and `bun` of the path, and whatever GISA_RUNTIMES names, as
 * `name=/path/to/program` separated by `;`. What is not there is skipped, and counted.
 */
const NAMED = new Map(
  (process.env["GISA_RUNTIMES"] ?? "")
    .split(";")
    .filter((entry) => entry.includes("="))
    .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
);
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  deno: ["run", "--allow-read", "--allow-env", "--node-modules-dir=manual"],
  bun: ["run"],
};
const RUNTIMES = ["node", "node22", "node24", "deno", "bun"].map((name) => {
  const program = NAMED.get(name) ?? name;
  const found = spawnSync(program, ["--version"], { encoding: "utf8" });
  const version = found.status === 0 ? found.stdout.split("\n")[0] : undefined;
  const isNode = name.startsWith("node") && version !== undefined;
  const zlib = isNode ? spawnSync(program, ["-p", "typeof zlib.createZstdCompress"], { encoding: "utf8" }).stdout : "";
  return { name, program, args: ARGUMENTS[name] ?? [], version, isNode, hasZstd: zlib.trim() === "function" };
});

const PROGRAM = `
import { readFileSync } from "node:fs";
import { annotations, GisaError, loadAnalyzer, parseUserDictionary } from "gisa";
import * as exporting from "gisa/export";
import { analyzeStream } from "gisa/stream";
const analyzer = await loadAnalyzer();
const article = readFileSync("article.txt", "utf8");
const options = { publishedAt: "2024-03-25" };
const texts = [article, article.replaceAll("\\n", "\\r\\n"), article.normalize("NFD"), "", "\\ud800 🚨 한빛시는 오는 28일 연다."];
const docs = texts.map((text) => analyzer.analyze(text, options));
let faults = 0;
for (const doc of docs) for (const layer of [doc.tokens, doc.mentions, doc.timexes, doc.quotes])
  for (const { start, end, text } of layer) if (doc.text.slice(start, end) !== text) faults++;
const exported = [exporting.toText, exporting.toHtml, exporting.toCsv, exporting.toConll, exporting.toTimeML, exporting.toJson].map((write) => docs.map((doc) => write(doc)));
const streamed = [];
for await (const result of analyzeStream(texts, analyzer)) streamed.push(result.ok);
let error = "";
try { analyzer.analyze("가", { published: 1 }); } catch (e) { error = e instanceof GisaError ? e.code : String(e); }
console.log(JSON.stringify({ faults, error, streamed, docs, exported, flat: annotations(docs[0]).length, words: parseUserDictionary("가람\\r\\n두 말\\r\\n") }));
`;

let installed: Installed;
const answers = new Map<string, string>();
beforeAll(async () => {
  installed = await installTarball();
  copyFileSync(join(ROOT, "examples/article.txt"), join(installed.project, "article.txt"));
  writeFileSync(join(installed.project, "program.mjs"), PROGRAM);
});
afterAll(() => installed?.remove());

const ZONES = ["Asia/Seoul", "UTC", "America/Los_Angeles"];

describe.each(RUNTIMES)("$name $version", ({ program, args, version }) => {
  test.skipIf(version === undefined).each(ZONES)("the same answer to the last byte, TZ=%s", async (zone) => {
    const run = await runIn(installed, program, [...args, "program.mjs"], { env: { TZ: zone, LANG: "tr_TR.UTF-8" } });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
    const answer = JSON.parse(run.stdout);
    expect(answer).toMatchObject({ faults: 0, error: "option/unknown", streamed: [true, true, true, true, true] });
    expect(answer.docs[0].entities.length).toBeGreaterThan(5);
    expect(answer.words).toMatchObject({ entries: [{ surface: "가람" }], problems: [{ line: 2 }] });
    answers.set(`${version} ${zone}`, createHash("sha256").update(run.stdout).digest("hex"));
    expect(new Set(answers.values()).size).toBe(1);
  });

  test.skipIf(version === undefined)("the command", async () => {
    const cli = join(installed.project, "node_modules/gisa/dist/cli.js");
    const run = await runIn(installed, program, [...args, cli, "annotate", "article.txt", "--published", "2024-03-25"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("2024-03-27/2024-04-03");
  });
});

/** fzstd reads what Node writes: another implementation than the one that wrote it. */
describe.each(RUNTIMES.filter(({ name }) => name.startsWith("node")))("zstd: $name $version", (runtime) => {
  const { name, program, isNode, hasZstd } = runtime;
  const cli = "node_modules/gisa/dist/cli.js";
  const how = ["--format", "jsonl", "--layers", "entities"];
  const gisa = (...args: string[]) => runIn(installed, program, [cli, "annotate", ...args]);
  const at = (file: string) => join(installed.project, `${name}-${file}`);
  const ids = (text: string) => text.split(/\n(?!$)/).map((line) => JSON.parse(line).id);
  const unpack = (file: string) => new TextDecoder().decode(decompress(readFileSync(at(file))));
  /** A frame: `{"text":"하나","id":1}` and `{"text":"둘","id":2}`, by the zstd command. */
  const frame = Buffer.from("KLUv/QRYPQEA8HsidGV4dCI6Iu2VmOuCmCIsImlkIjoxfQrrkTJ9CgIAOQmOizkGVgY65g==", "base64");

  test.skipIf(!isNode)("read: every frame of a file; one that is cut off is a fault", async () => {
    for (const [file, bytes, code, found] of [
      ["one.jsonl.zst", frame, 0, [1, 2]],
      ["two.jsonl.zst", Buffer.concat([frame, frame]), 0, [1, 2, 1, 2]],
      ["cut.jsonl.zst", Buffer.concat([frame, frame.subarray(0, -9)]), 1, [1, 2]],
    ] as const) {
      writeFileSync(at(file), bytes);
      const run = await gisa(at(file), ...how);
      expect([run.code, ids(run.stdout)]).toEqual([code, found]);
      if (code === 1) expect(run.stderr).toMatch(/cut\.jsonl\.zst: it does not unpack/);
    }
  });

  test.skipIf(!hasZstd)(
    "written to a file and to standard output; an output that was cut off is taken up again",
    async () => {
      const lines = readFileSync(join(ROOT, "examples/articles.jsonl"), "utf8").trimEnd().split("\n");
      const many = Array.from({ length: 30 }, (_, id) =>
        JSON.stringify({ ...JSON.parse(lines[id % 3] as string), id }),
      );
      writeFileSync(at("in.jsonl"), many.join("\n"));
      const piped = `"$0" ${cli} annotate "$1" ${how.join(" ")} --compress zstd > "$2"`;
      expect(await runIn(installed, "bash", ["-c", piped, program, at("in.jsonl"), at("piped.zst")])).toMatchObject({
        code: 0,
      });
      const whole = readFileSync(at("piped.zst"));
      expect(whole.readUInt32LE(0)).toBe(0xfd2fb528);
      const expected = unpack("piped.zst");
      expect(ids(expected)).toEqual(many.map((_, id) => id));
      writeFileSync(at("out.jsonl.zst.part"), whole.subarray(0, Math.floor(whole.length * 0.7)));
      const run = await gisa(at("in.jsonl"), ...how, "--output", at("out.jsonl.zst"), "--resume");
      expect(run).toMatchObject({ code: 0, stderr: "" });
      expect(unpack("out.jsonl.zst")).toBe(expected);
    },
  );

  test.skipIf(!isNode || hasZstd)("not written: exit code 2, and what to do", async () => {
    for (const args of [
      ["--output", at("no.zst")],
      ["--compress", "zstd"],
    ]) {
      const run = await gisa("article.txt", ...args);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(/zstd output needs Node 22\.15 or later, and this is v\d+.*--compress gzip/);
    }
  });
});

describe("as Windows writes it", () => {
  test("an article, JSON lines and a dictionary with CRLF and a byte-order mark give what those of Unix give", async () => {
    const article = readFileSync(join(ROOT, "examples/article.txt"), "utf8");
    const lines = readFileSync(join(ROOT, "examples/articles.jsonl"), "utf8");
    const words = "가람누리빛\tNNP\t기관\n# 회사\n한빛톤\n";
    const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const gisa = (...args: string[]) => runIn(installed, join(installed.project, "node_modules/.bin/gisa"), args);
    for (const [name, content] of [
      ["unix.txt", article],
      ["windows.txt", windows(article)],
      ["unix.jsonl", lines],
      ["windows.jsonl", windows(lines)],
      ["unix.tsv", words],
      ["windows.tsv", windows(words)],
    ] as const)
      writeFileSync(join(installed.project, name), content);
    const read = async (system: string) => {
      const pretty = await gisa(
        "annotate",
        `${system}.txt`,
        "--published",
        "2024-03-25",
        "--dictionary",
        `${system}.tsv`,
      );
      const json = await gisa("annotate", `${system}.jsonl`, "--format", "jsonl", "--layers", "timexes,entities");
      expect([pretty.code, pretty.stderr, json.code, json.stderr]).toEqual([0, "", 0, ""]);
      return [pretty.stdout, json.stdout];
    };
    expect(await read("windows")).toEqual(await read("unix"));
  });

  test("folders as file: URLs and with backslashes", async () => {
    const code = `import { loadAnalyzer } from "gisa"; import { pathToFileURL } from "node:url";
const folder = process.cwd() + "/node_modules/gisa/dictionaries/built";
for (const baseUrl of [folder, folder + "/", pathToFileURL(folder), pathToFileURL(folder + "/").href]) await loadAnalyzer({ baseUrl });
try { await loadAnalyzer({ baseUrl: "C:\\\\no\\\\such\\\\folder" }); } catch (error) { console.log(error.code); }`;
    const run = await runIn(installed, "node", ["--input-type=module", "-e", code]);
    expect(run).toMatchObject({ code: 0, stderr: "", stdout: "resource/missing\n" });
  });
});
