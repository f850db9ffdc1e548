import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SharedResources } from "../../../src/load-analyzer.js";
import { Workers } from "../../../src/stream/workers.js";

/** Answers with its task, or fails in the way that the task names. */
const WORKER = `
import { threadId, workerData } from "node:worker_threads";
const [{ workerId }, { resources, begun }] = workerData;
export default async ({ number, task }) => {
  if (task === "die young") {
    process.nextTick(() => { throw new Error("gone before it began"); });
    await new Promise(() => {});
  }
  begun[workerId] = number;
  if (task === "die") {
    process.nextTick(() => { throw new Error("gone"); });
    await new Promise(() => {});
  }
  if (task === "misuse") return { error: { message: "no such day", code: "option/published-at", details: { option: "publishedAt" } } };
  if (task === "add") return { value: Atomics.add(resources.counter, 0, 1) };
  return { value: { task, threadId } };
};`;

let folder = "";
let workers: Workers<string, unknown>;
const counter = new Int32Array(new SharedArrayBuffer(4));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gisa-workers-"));
  const entry = join(folder, "worker.mjs");
  await writeFile(entry, WORKER);
  workers = new Workers(pathToFileURL(entry), 2, { counter } as unknown as SharedResources);
});
afterAll(async () => {
  await workers.close();
  await rm(folder, { recursive: true });
});

describe("Workers", () => {
  test("what is shared is one memory", async () => {
    await Promise.all(Array.from({ length: 20 }, () => workers.run("add")));
    expect(counter[0]).toBe(20);
  });
  test("a GisaError arrives as one", async () => {
    await expect(workers.run("misuse")).rejects.toMatchObject({
      name: "GisaError",
      code: "option/published-at",
      message: "no such day",
      details: { option: "publishedAt" },
    });
  });
  test("a thread that dies fails its task alone, and is replaced", async () => {
    const tasks = ["a", "die", "b", "die", "c", "d"].map((task) =>
      workers.run(task).then(
        () => task,
        (error: Error) => error.message,
      ),
    );
    expect(await Promise.all(tasks)).toEqual(["a", "gone", "b", "gone", "c", "d"]);
    expect(await workers.run("e")).toMatchObject({ task: "e" });
  });
  test("what waited in the queue of a thread that died is done by another", async () => {
    const many = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? "die" : `t${i}`));
    const outcomes = await Promise.allSettled(many.map((task) => workers.run(task)));
    expect(outcomes.map(({ status }) => status)).toEqual(
      many.map((task) => (task === "die" ? "rejected" : "fulfilled")),
    );
  });
  test("a task that no thread lives to begin is given up", async () =>
    expect(workers.run("die young")).rejects.toThrow("gone before it began"));
  test("tasks that are open when the pool is closed fail", async () => {
    const other = new Workers<string, unknown>(pathToFileURL(join(folder, "worker.mjs")), 1, { counter } as never);
    const open = Promise.allSettled(["a", "b", "c"].map((task) => other.run(task)));
    await other.close();
    expect((await open).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  });
});
