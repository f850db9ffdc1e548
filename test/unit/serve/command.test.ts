import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { gisaProcess } from "../../support/gisa-process.js";
import { openRequest } from "../../support/open-request.js";
import { runCli } from "../../support/run-cli.js";

describe("gisa serve: the command line", () => {
  test.each([
    [["serve"], /needs one of --stdio and --http/],
    [["serve", "--stdio", "--http"], /needs one of/],
    [["serve", "--stdio", "--port", "80"], /--port/],
    [["serve", "--stdio", "file.jsonl"], /file\.jsonl/],
    [["serve", "--http", "--port", "65536"], /--port must be a whole number from 0 to 65535, not "65536"/],
    [["serve", "--http", "--port", ""], /--port must be/],
    [["serve", "--http", "--timeout", "0"], /--timeout must be/],
    [["serve", "--http", "--workers", "1.5"], /--workers must be/],
    [["serve", "--http", "--max-bytes", "1MB"], /--max-bytes must be/],
    [["serve", "--http", "--cors"], /--cors/],
    [["serve", "--stdio", "--dictionary", "no-such.tsv"], /no-such\.tsv cannot be read/],
  ])("%j: exit code 2", async (args, message) => {
    const run = await runCli(args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(message);
  });
  test.each([[["serve", "--help"]], [["serve", "--http", "-h"]], [["help", "serve"]]])("%j", async (args) => {
    const run = await runCli(args);
    expect(run.code).toBe(0);
    for (const option of [
      "--stdio",
      "--http",
      "--host",
      "--port",
      "--timeout",
      "--max-bytes",
      "--workers",
      "--waiting",
    ])
      expect(run.stdout).toContain(option);
  });
  test("--stdio in this process", async () => {
    const run = await runCli(["serve", "--stdio"], { stdin: '{"id":1,"text":"가","layers":["text"]}\n{\n' });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout.split("\n")[0]).toBe('{"ok":true,"id":1,"doc":{"text":"가"}}');
  });
});

describe("gisa serve --stdio as a process", () => {
  test("lives until its input ends, and answers each record before the next is sent", async () => {
    const { child, code, stderr } = gisaProcess(["serve", "--stdio"]);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (line: string) => {
      child.stdin.write(`${line}\n`);
      return JSON.parse((await lines.next()).value as string);
    };
    const record = {
      id: 1,
      text: "박도윤 시장은 오는 28일 라헨시를 찾는다.",
      publishedAt: "2024-03-25",
      layers: ["timexes"],
    };
    const first = await ask(JSON.stringify(record));
    expect(first.doc.timexes[0]).toMatchObject({ text: "오는 28일", value: "2024-03-28" });
    expect(await ask("not json")).toMatchObject({ ok: false, error: { code: "record/not-json" } });
    expect(await ask(JSON.stringify(record))).toEqual(first);
    child.stdin.end();
    expect(await code).toBe(0);
    expect(stderr()).toBe("");
  });
});

describe("gisa serve --http as a process", () => {
  test("SIGTERM: what it was asked is answered, then it leaves with 0, and so do its processes", async () => {
    const gisa = gisaProcess(["serve", "--http", "--port", "0", "--timeout", "200"]);
    const [, url] = (await gisa.says(/listening at (\S+)/)) as unknown as [string, string];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const text = "한빛시는 오는 28일 축제를 연다. ".repeat(500);
    const open = await openRequest(`${url}/annotate`, { text, layers: ["meta"] });
    gisa.child.kill("SIGTERM");
    expect(await open.send()).toMatchObject({ status: 200, answer: { ok: true } });
    // Its processes hold its standard error: that it closes says that they have gone too.
    expect(await gisa.code).toBe(0);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  test("a port that is taken: exit code 2", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const gisa = gisaProcess(["serve", "--http", "--port", String(port)]);
    expect(await gisa.code).toBe(2);
    expect(gisa.stderr()).toContain(`cannot listen at 127.0.0.1:${port}: EADDRINUSE`);
    taken.close();
  });

  test("an address that other machines reach is warned of", async () => {
    const gisa = gisaProcess(["serve", "--http", "--host", "0.0.0.0", "--port", "0"]);
    await gisa.says(/whoever reaches this address can use it/);
    gisa.child.kill("SIGINT");
    await once(gisa.child, "close");
    expect(await gisa.code).toBe(0);
  });
});
