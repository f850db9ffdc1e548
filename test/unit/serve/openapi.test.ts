import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { ERROR_CODES } from "../../../src/core/errors.js";
import { type HttpServer, SERVE_CODES, serveHttp } from "../../../src/serve/index.js";
import { type GisaProcess, gisaProcess } from "../../support/gisa-process.js";

const root = new URL("../../../", import.meta.url);
const document = JSON.parse(readFileSync(new URL("docs/openapi.json", root), "utf8"));
const articles = readFileSync(new URL("examples/articles.jsonl", root), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const article = readFileSync(new URL("examples/article.txt", root), "utf8");
const STUB = fileURLToPath(new URL("../../support/serve-stub.mjs", import.meta.url));

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(document, "file");
/** JSON pointers of the file's schemas, compiled when they are first needed. */
const compiled = new Map<string, ValidateFunction>();
const validatorOf = (...path: string[]) => {
  const pointer = path.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  const found = compiled.get(pointer) ?? ajv.compile({ $ref: `file#/${encodeURI(pointer)}` });
  compiled.set(pointer, found);
  return found;
};

const seen = new Set<string>();
/** Holds one answer of a server against the file: its status, its headers, its media type, its body. */
function check(path: string, method: string, status: number, headers: Headers, body: unknown): void {
  const operation = document.paths[path][method];
  const { content, headers: promised = {} } = operation.responses[status] ?? {};
  expect(content, `${method} ${path} answers ${status}, which the file does not know`).toBeDefined();
  expect(headers.get("content-type")?.split(";")[0]).toBe(Object.keys(content)[0]);
  for (const name of Object.keys(promised)) expect(headers.get(name), name).toBeTruthy();
  const validate = validatorOf(
    "paths",
    path,
    method,
    "responses",
    String(status),
    "content",
    "application/json",
    "schema",
  );
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
  seen.add(`${method} ${path} ${status}`);
}

async function ask(url: string, path: string, method: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url + path, { method: method.toUpperCase(), headers, ...init });
  // A method that the file does not have is answered as the file says of the path's own.
  const own = document.paths[path][method] ? method : (Object.keys(document.paths[path])[0] as string);
  check(path, own, response.status, response.headers, await response.clone().json());
  return response;
}
const annotate = (url: string, record: unknown, init: RequestInit = {}) =>
  ask(url, "/annotate", "post", { body: JSON.stringify(record), ...init });

const STUBBED = {
  host: "127.0.0.1",
  port: 0,
  maxBytes: 99,
  timeoutMs: 1000,
  workers: 1,
  maxWaiting: 0,
  command: [process.execPath, STUB],
};
let gisa: GisaProcess;
let url = "";
let impatient: HttpServer;
beforeAll(async () => {
  gisa = gisaProcess(["serve", "--http", "--port", "0", "--max-bytes", "20000", "--timeout", "200"]);
  impatient = await serveHttp(STUBBED);
  [, url] = (await gisa.says(/listening at (\S+)/)) as unknown as [string, string];
});
afterAll(async () => {
  gisa.child.kill("SIGTERM");
  await impatient.stop();
  await gisa.code;
});

describe("docs/openapi.json", () => {
  test("is OpenAPI 3.1, of this version", async () => {
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
    expect(document.openapi).toBe("3.1.0");
    expect(document.info.version).toBe(packageJson.version);
  });
  test("knows every code", () => {
    const { ErrorCode, ServeCode } = document.components.schemas;
    expect(ErrorCode.enum.toSorted()).toEqual([...ERROR_CODES].sort());
    expect(ServeCode.enum.toSorted()).toEqual(Object.keys(SERVE_CODES).sort());
    const page = readFileSync(new URL("docs/serve.md", root), "utf8");
    const documented = [...page.matchAll(/^\| `([a-z-]+\/[a-z-]+)` \| (\d+) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(documented.toSorted()).toEqual(Object.entries(SERVE_CODES).sort());
  });
});

describe("the server does what the file says", () => {
  test.each(articles)("documents whole: $id", async (record) => {
    const response = await annotate(url, record);
    expect(response.status).toBe(200);
    const { doc } = (await response.json()) as { doc: { text: string; mentions: unknown[] } };
    expect(doc.text).toBe(record.text);
    expect(doc.mentions.length).toBeGreaterThan(0);
  });
  test("a long article, an empty text, a foreign one, every option", async () => {
    const options = {
      id: 1,
      publishedAt: "2024-03-25",
      force: true,
      wholePage: true,
      layers: null,
      types: ["PERSON", "DATE"],
    };
    for (const record of [{ text: article, publishedAt: "2024-03-25" }, { text: "" }, { text: "An English text." }])
      expect((await annotate(url, record)).status).toBe(200);
    expect((await annotate(url, { text: article, ...options })).status).toBe(200);
    expect((await annotate(url, { text: article, layers: [] })).status).toBe(200);
  });

  test("what the file takes for a record the server takes, and nothing else", async () => {
    const isRecord = validatorOf("components", "schemas", "ServeRecord");
    const cases: [unknown, boolean][] = [
      [{ text: "가" }, true],
      [{ text: "가", id: "x", publishedAt: null, force: null, wholePage: false, types: [], layers: ["meta"] }, true],
      [{ text: "가", id: true }, false],
      [{ text: 1 }, false],
      [{}, false],
      [[], false],
      [{ text: "가", layers: ["all"] }, false],
      [{ text: "가", types: "PERSON" }, false],
      [{ text: "가", source: "가람일보" }, false],
    ];
    for (const [record, good] of cases) {
      expect(isRecord(record), JSON.stringify(record)).toBe(good);
      expect((await annotate(url, record)).status, JSON.stringify(record)).toBe(good ? 200 : 400);
    }
  });

  test("health", async () => {
    expect((await ask(url, "/health", "get")).status).toBe(200);
    expect((await ask(url, "/health", "delete")).status).toBe(405);
  });
  test("a wrong method, a wrong type, a body that is too large", async () => {
    expect((await ask(url, "/annotate", "put", { body: "{}" })).status).toBe(405);
    expect((await annotate(url, {}, { headers: { "content-type": "text/plain" } })).status).toBe(415);
    expect((await annotate(url, { text: "가".repeat(7000) })).status).toBe(413);
  });
  test("a path that is none has a Refusal too", async () => {
    const response = await fetch(`${url}/docs`);
    expect(response.status).toBe(404);
    expect(validatorOf("components", "schemas", "Refusal")(await response.json())).toBe(true);
  });

  test("a text that takes too long; others meanwhile", async () => {
    const slow = annotate(impatient.url, { text: "hang" });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await annotate(impatient.url, { text: "가" })).status).toBe(503);
    expect((await slow).status).toBe(504);
  });
  test("a process that dies", async () => {
    const server = await serveHttp({ ...STUBBED, timeoutMs: 60_000 });
    expect((await annotate(server.url, { text: "die" })).status).toBe(500);
    await server.stop();
  });
  test("a body that does not come", async () => {
    const { hostname, port } = new URL(impatient.url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /annotate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{");
    let text = "";
    for await (const chunk of socket) text += chunk;
    const [head, body] = text.split("\r\n\r\n") as [string, string];
    const [status, ...headers] = head.split("\r\n") as [string, ...string[]];
    const pairs = headers.map((line) => line.split(": ", 2) as [string, string]);
    check("/annotate", "post", Number(status.split(" ")[1]), new Headers(pairs), JSON.parse(body));
    expect(status).toContain("408");
  });

  test("every answer of the file has been given", () => {
    const promised = Object.entries<Record<string, { responses: object }>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method} ${path} ${status}`),
      ),
    );
    expect([...seen].sort()).toEqual(promised.sort());
  });
});
