import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { selectLayers } from "../../src/export/index.js";
import { testAnalyzer } from "../support/analyzer.js";
import { descendantsOf } from "./process-tree.js";

/**
 * A real cluster: a master and two executors of one core each, in processes of their own. `npm run test:spark`, minutes.
 *
 * PYTHON            a Python that has pyspark, pandas and pyarrow (examples/spark/requirements.txt)
 * SPARK_RECORDS     how many articles (500)
 * SPARK_TEXT_LIMIT  characters of each, 0 for all (0)
 */
const { PYTHON = "python3", SPARK_RECORDS = "500", SPARK_TEXT_LIMIT = "0" } = process.env;
const MASTER = "local-cluster[2,1,1024]";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const GISA = `${process.execPath} ${join(ROOT, "dist/cli.js")}`;
const LAYERS = ["entities", "timexes", "events", "quotes"] as const;
const PARTITIONS = 32;
const HOURS = 3 * 3_600_000;

const runs = (command: string, args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
const present =
  process.env["MODE"] === "spark" &&
  existsSync("/proc/self/stat") &&
  runs("java", ["-version"]) &&
  runs(PYTHON, ["-c", "import pyspark, pandas, pyarrow"]);

const folder = mkdtempSync(join(tmpdir(), "gisa-spark-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = (...args: string[]) =>
  execFileSync(PYTHON, args, { encoding: "utf8", maxBuffer: 2 ** 30, cwd: join(ROOT, "test/spark") });

/** Press releases where there are some; else the articles of `examples/`, many times. */
function makeArticles(count: string): string {
  const press = ["2024", "2025", "2023"].map((year) => join(ROOT, `../shared/data/text/gov-press-${year}.jsonl.xz`));
  const files = existsSync(press[0] as string) ? press : [join(ROOT, "examples/articles.jsonl")];
  const output = join(folder, `articles-${count}.parquet`);
  python("make_articles.py", count, SPARK_TEXT_LIMIT, output, ...files);
  return output;
}

function submit(script: string, args: readonly string[]) {
  const job = spawn(PYTHON, [join(ROOT, "examples/spark", script), ...args, "--gisa", GISA, "--master", MASTER], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PYSPARK_PYTHON: PYTHON,
      SPARK_LOCAL_IP: "127.0.0.1",
      PYSPARK_SUBMIT_ARGS: "--conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false pyspark-shell",
    },
  });
  let log = "";
  for (const stream of [job.stdout, job.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  const ended = new Promise<number | null>((resolve) => job.on("close", resolve));
  return { job, ended, log: () => log };
}

const gisasOf = (job: ChildProcess) =>
  descendantsOf(job.pid as number).filter(({ command }) => command.includes("dist/cli.js serve --stdio"));

/** Waits for `find` to find something; gives up when the job ends. */
async function until<T>(ended: Promise<unknown>, what: string, find: () => T | undefined | false): Promise<T> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const found = find();
    if (found) return found;
    if (over) throw new Error(`the job ended before there was ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe.skipIf(!present)(`Spark on ${MASTER}`, () => {
  test(
    `mapInPandas: ${SPARK_RECORDS} records in, as many out, whoever is killed`,
    async () => {
      const input = makeArticles(SPARK_RECORDS);
      const output = join(folder, "annotated.parquet");
      const begun = Date.now();
      const { job, ended, log } = submit("annotate.py", [input, output, "--partitions", String(PARTITIONS)]);
      const kills: string[] = [];
      const tasksDone = () => {
        const pending = join(output, "_temporary/0");
        return existsSync(pending) ? readdirSync(pending).filter((name) => name.startsWith("task_")).length : 0;
      };

      // A gisa in the middle of the run; then the Python worker of one; then every gisa at once.
      await until(ended, "a finished task", () => tasksDone() >= PARTITIONS / 4);
      const [first] = await until(ended, "a gisa", () => gisasOf(job).length > 0 && gisasOf(job));
      process.kill(first!.pid, "SIGKILL");
      kills.push(`gisa ${first!.pid} after ${tasksDone()} tasks`);
      const next = await until(ended, "a gisa in its place", () =>
        gisasOf(job).find(({ pid, parent }) => parent === first!.parent && pid !== first!.pid),
      );
      kills.push(`gisa ${next.pid} in its place`);

      await until(ended, "another finished task", () => tasksDone() >= PARTITIONS / 2);
      const [victim] = await until(ended, "a gisa", () => gisasOf(job).length > 0 && gisasOf(job));
      process.kill(victim!.parent, "SIGKILL");
      kills.push(`Python worker ${victim!.parent} after ${tasksDone()} tasks`);

      await until(ended, "another finished task", () => tasksDone() >= (3 * PARTITIONS) / 4);
      const all = await until(ended, "a gisa", () => gisasOf(job).length > 0 && gisasOf(job));
      for (const { pid } of all) process.kill(pid, "SIGKILL");
      kills.push(`all ${all.length} gisas after ${tasksDone()} tasks`);

      expect(await ended, log()).toBe(0);
      const seconds = (Date.now() - begun) / 1000;
      const { given, written, failed, sample, characters } = JSON.parse(python("read_output.py", input, output));
      process.stdout.write(
        `${kills.join("\n")}\n${given.length} records, ${characters} characters, ${seconds.toFixed(0)} s\n${log()}\n`,
      );
      expect(written.length).toBe(given.length);
      expect(written.toSorted()).toEqual(given.toSorted());
      expect(failed).toEqual({
        "no text": "option/type",
        "no such day": "option/published-at",
        "too long": "record/too-large",
      });

      const analyzer = await testAnalyzer();
      expect(sample.length).toBeGreaterThan(20);
      for (const { text, publishedAt, doc } of sample)
        expect(doc).toEqual(JSON.parse(JSON.stringify(selectLayers(analyzer.analyze(text, { publishedAt }), LAYERS))));
      await until(Promise.resolve(), "no gisa left", () => gisasOf(job).length === 0);
    },
    HOURS,
  );

  test(
    "pipe: a gisa that is killed has its partition done again",
    async () => {
      const input = makeArticles("200");
      const output = join(folder, "answers");
      const { job, ended, log } = submit("annotate_pipe.py", [input, output, "--partitions", "4"]);
      const [first] = await until(ended, "a gisa", () => gisasOf(job).length > 0 && gisasOf(job));
      process.kill(first!.pid, "SIGKILL");

      expect(await ended, log()).toBe(0);
      const answers = readdirSync(output)
        .filter((name) => name.startsWith("part-"))
        .flatMap((name) => readFileSync(join(output, name), "utf8").split("\n").filter(Boolean))
        .map((line) => JSON.parse(line));
      expect(answers).toHaveLength(203);
      const good = answers.filter(({ ok }) => ok).map(({ id }) => Number(id));
      expect(good.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, id) => id));
      const bad = answers.filter(({ ok }) => !ok).map(({ error }) => error.code);
      expect(bad.toSorted()).toEqual(["option/published-at", "option/type", "record/too-large"]);
    },
    HOURS,
  );
});
