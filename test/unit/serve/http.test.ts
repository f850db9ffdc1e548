import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type HttpOptions, type HttpServer, serveHttp } from "../../../src/serve/index.js";
import { openRequest } from "../../support/open-request.js";

const STUB = fileURLToPath(new URL("../../support/serve-stub.mjs", import.meta.url));
const JSON_TYPE = { "content-type": "application/json" };

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const COMMAND = [process.execPath, STUB];
const USUAL = { host: "127.0.0.1", port: 0, maxBytes: 1000, timeoutMs: 60_000, workers: 1, maxWaiting: 4 };

async function start(options: Partial<HttpOptions> = {}): Promise<string> {
  server = await serveHttp({ ...USUAL, command: COMMAND, ...options });
  return server.url;
}

/** One for the tests that do it no harm. */
let shared: HttpServer;
beforeAll(async () => {
  shared = await serveHttp({ ...USUAL, command: COMMAND });
});
afterAll(() => shared.stop());

const post = (url: string, body: unknown, init: RequestInit = {}) =>
  fetch(`${url}/annotate`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body), ...init });
const codeOf = async (response: Response) => {
  const { ok, error } = (await response.json()) as { ok: boolean; error: { code: string } };
  expect(ok).toBe(false);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  return [response.status, error.code];
};
const annotated = async (response: Response) => {
  expect(response.status).toBe(200);
  const { ok, doc } = (await response.json()) as { ok: boolean; doc: { text: string; language: string } };
  expect(ok).toBe(true);
  return doc;
};

describe("what is asked", () => {
  test("POST /annotate answers a record, indented JSON too", async () => {
    const url = shared.url;
    expect(await annotated(await post(url, { id: "가", text: "한빛시 🚨\n둘" }))).toMatchObject({
      text: "한빛시 🚨\n둘",
    });
    const body = '{\n  "text": "가"\n}\n';
    expect(await annotated(await post(url, null, { body }))).toMatchObject({ text: "가" });
    const headers = { "content-type": "Application/JSON; charset=UTF-8" };
    expect(await annotated(await post(url, { text: "가" }, { headers }))).toMatchObject({ text: "가" });
  });
  test("GET /health tells the versions", async () => {
    const response = await fetch(`${shared.url}/health?x=1`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, meta: { gisa: "0", lexicon: "l", model: "m" } });
  });
  test("the process's refusals have their status", async () => {
    const url = shared.url;
    expect(await codeOf(await post(url, { text: "fail" }))).toEqual([500, "record/failed"]);
    expect(await codeOf(await post(url, { text: "bad date" }))).toEqual([400, "option/published-at"]);
  });
});

describe("there is no other surface", () => {
  test.each([
    "/",
    "/annotate/",
    "/annotate/x",
    "/health/../x",
    "/favicon.ico",
    "/openapi.json",
    "//annotate",
    "/%61nnotate",
  ])("%s", async (path) => {
    const url = new URL(shared.url);
    const socket = connect(Number(url.port), url.hostname);
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    let text = "";
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 404 /);
    expect(text).toContain('"code":"http/not-found"');
  });
  test.each([
    ["GET", "/annotate", "POST"],
    ["PUT", "/annotate", "POST"],
    ["OPTIONS", "/annotate", "POST"],
    ["POST", "/health", "GET"],
    ["DELETE", "/health", "GET"],
  ])("%s %s", async (method, path, allow) => {
    const response = await fetch(shared.url + path, { method });
    expect(response.headers.get("allow")).toBe(allow);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await codeOf(response)).toEqual([405, "http/method"]);
  });
});

describe("bodies", () => {
  test.each(["", "{", "null", '["가"]'])("%j is no record", async (body) => {
    expect(await codeOf(await post(shared.url, null, { body }))).toEqual([400, "record/not-json"]);
  });
  // A page of another site can send these without being asked whether it may.
  test.each([[{ "content-type": "text/plain" }], [{}], [{ ...JSON_TYPE, "content-encoding": "gzip" }]])(
    "%j is not taken",
    async (headers) => {
      const response = await post(shared.url, { text: "가" }, { headers: headers as Record<string, string> });
      expect(await codeOf(response)).toEqual([415, "http/media-type"]);
    },
  );
  test("too large, with its length said", async () => {
    const url = await start({ maxBytes: 100 });
    expect(await codeOf(await post(url, { text: "가".repeat(1000) }))).toEqual([413, "record/too-large"]);
    expect(await annotated(await post(url, { text: "가".repeat(20) }))).toMatchObject({ text: "가".repeat(20) });
  });
  test("too large, in chunks: the server does not wait for the end", async () => {
    const url = new URL(await start({ maxBytes: 100 }));
    const socket = connect(Number(url.port), url.hostname);
    socket.on("error", () => {});
    socket.write(
      "POST /annotate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    for (let i = 0; i < 4; i++) socket.write(`32\r\n${"x".repeat(50)}\r\n`);
    const [reply] = await once(socket, "data");
    expect(String(reply)).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    socket.destroy();
  });
  test("slow: 408", async () => {
    const url = new URL(await start({ timeoutMs: 300 }));
    const socket = connect(Number(url.port), url.hostname);
    socket.write("POST /annotate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{");
    const [reply] = await once(socket, "data");
    expect(String(reply)).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"http\/slow"/);
    socket.destroy();
  });
});

describe("the processes", () => {
  test("a text that takes too long is ended, and the next is answered", async () => {
    const url = await start({ timeoutMs: 1000 });
    expect(await codeOf(await post(url, { text: "hang" }))).toEqual([504, "http/timeout"]);
    // The time that a process takes to start is the request's, so that a busy machine may need a second.
    await expect.poll(async () => (await post(url, { text: "가" })).status, { timeout: 60_000 }).toBe(200);
  });
  test.each(["die", "die in the middle"])("a text that kills its process twice: %s", async (text) => {
    const url = await start();
    expect(await codeOf(await post(url, { text }))).toEqual([500, "http/worker"]);
    expect(await annotated(await post(url, { text: "가" }))).toMatchObject({ text: "가" });
  });
  test("a process that died since is not noticed by the client", async () => {
    const url = await start();
    const before = await annotated(await post(url, { text: "die next" }));
    const after = await annotated(await post(url, { text: "가" }));
    expect(after.language).not.toBe(before.language);
  });
  test("kill -9 in the middle of a text: it is analysed again", async () => {
    const url = await start();
    const { language: pid } = await annotated(await post(url, { text: "가" }));
    const open = post(url, { text: "wait 300" });
    setTimeout(() => process.kill(Number(pid), "SIGKILL"), 100);
    expect((await annotated(await open)).language).not.toBe(pid);
  });
  test("as many as are wanted, each with a text at a time", async () => {
    const url = await start({ workers: 2, maxWaiting: 10 });
    const all = await Promise.all(Array.from({ length: 8 }, () => post(url, { text: "wait 50" }).then(annotated)));
    expect(new Set(all.map(({ language }) => language)).size).toBe(2);
  });
  test("more than may wait are told to come again", async () => {
    const url = await start({ maxWaiting: 1 });
    const all = await Promise.all(Array.from({ length: 4 }, () => post(url, { text: "wait 300" })));
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 200, 503, 503]);
    const refused = all.find(({ status }) => status === 503) as Response;
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await codeOf(refused)).toEqual([503, "http/busy"]);
  });
  test("one that waits too long is told so, and the process is not harmed", async () => {
    const url = await start({ timeoutMs: 4000 });
    const { language: pid } = await annotated(await post(url, { text: "가" }));
    const first = post(url, { text: "wait 2500" });
    const second = post(url, { text: "wait 2500" });
    expect((await annotated(await first)).language).toBe(pid);
    expect((await second).status).toBeGreaterThanOrEqual(503);
  });
  test("a server whose processes do not start does not listen", async () => {
    await expect(start({ command: [process.execPath, "-e", "process.exit(2)"] })).rejects.toMatchObject({
      code: "http/worker",
    });
    await expect(start({ command: ["/no/such/program"] })).rejects.toMatchObject({ code: "http/worker" });
  });
});

describe("stop", () => {
  test("answers what it has, takes nothing more, and leaves no process", async () => {
    const url = await start();
    const { language: pid } = await annotated(await post(url, { text: "가" }));
    const open = await openRequest(`${url}/annotate`, { text: "wait 400" });
    const stopped = server?.stop();
    await expect(post(url, { text: "가" })).rejects.toThrow();
    expect(await open.send()).toMatchObject({
      status: 200,
      connection: "close",
      answer: { doc: { text: "wait 400" } },
    });
    await stopped;
    server = undefined;
    await expect.poll(() => isAlive(Number(pid)), { timeout: 5000 }).toBe(false);
  });
  test("does not wait for a client that sends nothing", async () => {
    const url = new URL(await start({ timeoutMs: 500 }));
    const socket = connect(Number(url.port), url.hostname);
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write("POST /annotate HTTP/1.1\r\nHost: x\r\n");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server?.stop();
    server = undefined;
    socket.destroy();
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
