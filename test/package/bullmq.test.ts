import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, runAt } from "./tarball.js";

const present = spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;
const EXAMPLE = join(ROOT, "examples/bullmq");
const MANY = 90;

describe.skipIf(!present)("examples/bullmq on a real Redis", () => {
  const started: ChildProcess[] = [];
  let folder = "";
  let env: Record<string, string> = {};
  let queue: Queue;

  beforeAll(async () => {
    if (!existsSync(join(ROOT, "dist/index.js"))) throw new Error("there is no dist/: run npm run build first");
    folder = mkdtempSync(join(tmpdir(), "gisa-redis-"));
    const port = await freePort();
    const settings = [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
      "--dir",
      folder,
    ];
    const redis = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
    started.push(redis);
    for await (const chunk of redis.stdout) if (String(chunk).includes("Ready to accept connections")) break;
    env = { REDIS_URL: `redis://127.0.0.1:${port}`, LOCK_MS: "3000" };
    queue = new Queue("articles", { connection: { url: env["REDIS_URL"] as string } });
  });
  afterAll(async () => {
    await queue?.close();
    for (const child of started.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function startWorker(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [join(EXAMPLE, "worker.mjs")], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    started.push(child);
    const [said] = await once(child.stderr as NonNullable<typeof child.stderr>, "data");
    expect(String(said)).toBe("gisa: waiting for articles\n");
    return child;
  }

  async function enqueue(articles: readonly object[]): Promise<void> {
    const file = join(folder, "articles.jsonl");
    writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
    const run = await runAt(EXAMPLE, process.execPath, ["enqueue.mjs", file], { env });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  }

  test("every article is annotated once, though a worker is killed in the middle; bad ones are set apart at once", async () => {
    const samples = readFileSync(join(ROOT, "examples/articles.jsonl"), "utf8").trimEnd().split("\n");
    const articles = Array.from({ length: MANY }, (_, id) => ({ ...JSON.parse(samples[id % samples.length]!), id }));
    articles[0].text += "\n둘째 줄\u2028끝";
    const bad = [
      { id: "no text", publishedAt: "2024-03-25" },
      { id: "no such day", text: "한빛시", publishedAt: "2024-02-31" },
    ];
    await enqueue([...articles.slice(0, 30), ...bad, ...articles.slice(30)]);
    await enqueue(articles.slice(0, 10));
    expect(await queue.getWaitingCount()).toBe(MANY + bad.length);

    const victim = await startWorker();
    await expect.poll(() => queue.getCompletedCount(), { timeout: 60_000, interval: 5 }).toBeGreaterThan(5);
    // Stopped first, so that it has surely an article when it is killed: between two it would prove nothing.
    for (;;) {
      victim.kill("SIGSTOP");
      if ((await queue.getActiveCount()) > 0) break;
      victim.kill("SIGCONT");
    }
    victim.kill("SIGKILL");
    expect(await queue.getCompletedCount()).toBeLessThan(MANY);

    const other = await startWorker();
    await expect.poll(() => queue.getCompletedCount(), { timeout: 120_000, interval: 200 }).toBe(MANY);
    const completed = await queue.getCompleted(0, -1);
    expect(completed.map(({ data }) => data.id).toSorted((a, b) => a - b)).toEqual(articles.map(({ id }) => id));
    expect(completed.find(({ data }) => data.id === 0)?.data.text).toBe(articles[0].text);
    for (const { returnvalue } of completed) {
      expect(Object.keys(returnvalue)).toEqual(["entities", "timexes", "events"]);
      expect(returnvalue.entities.length).toBeGreaterThan(0);
    }

    const failed = await queue.getFailed(0, -1);
    expect(failed.map(({ data, attemptsMade }) => [data.id, attemptsMade]).toSorted()).toEqual([
      ["no such day", 1],
      ["no text", 1],
    ]);
    for (const { failedReason } of failed) expect(failedReason).toMatch(/^option\/(type|published-at): /);
    expect(await queue.getJobCounts("waiting", "active", "delayed")).toEqual({ waiting: 0, active: 0, delayed: 0 });

    other.kill("SIGTERM");
    expect(await once(other, "exit")).toEqual([0, null]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
