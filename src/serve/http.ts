import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Doc } from "../core/types.js";
import { parseRecord, type Refusal } from "./answer.js";
import { type Fault, ServeError, statusOf } from "./fault.js";
import { WorkerProcesses } from "./worker-processes.js";

export interface HttpOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Of a request's body. */
  readonly maxBytes: number;
  /** For a request, from its headers to its answer. */
  readonly timeoutMs: number;
  /** How many processes analyse. */
  readonly workers: number;
  /** How many requests may wait for one. */
  readonly maxWaiting: number;
  /** What starts a process that does what `serveStdio` does. */
  readonly command: readonly string[];
}

export interface HttpServer {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more requests, answers those that it has within the time limit, and ends its processes. */
  stop(): Promise<void>;
}

const HEADERS_MS = 10_000;
const KEEP_ALIVE_MS = 5_000;
const START_MS = 60_000;
/** How an answer that is no error begins: the rest of it need not be parsed. */
const OK = Buffer.from('{"ok":true');
const WARM_UP = JSON.stringify({ text: "", layers: ["meta"] });

type Reply = { readonly status: number; readonly body: Buffer | string; readonly headers?: Record<string, string> };

/**
 * Listens once its processes are ready. Analysis is theirs, so that a text that takes too long can be ended and the server always answers.
 *
 * Errors  those of listening (`EADDRINUSE`, …); `ServeError` where the processes do not start.
 */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const { host, port, timeoutMs, workers, maxWaiting, command } = options;
  const processes = new WorkerProcesses(command, workers, maxWaiting);
  let stopping = false;
  try {
    const [first] = await processes.start(WARM_UP, AbortSignal.timeout(START_MS));
    const { doc } = JSON.parse(String(first)) as { doc: Pick<Doc, "meta"> };
    const health: Reply = { status: 200, body: JSON.stringify({ ok: true, meta: doc.meta }) };

    const server = createServer({ headersTimeout: HEADERS_MS, keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 });
    server.on("request", async (request, response) => {
      const reply = await replyTo(request, response, health, processes, options);
      // A body that has not been read to its end would be taken for the next request.
      write(response, reply, stopping || !request.complete);
    });
    server.listen(port, host);
    await once(server, "listening");

    return {
      url: urlOf(server.address() as AddressInfo),
      async stop() {
        stopping = true;
        server.close();
        const late = setTimeout(() => server.closeAllConnections(), timeoutMs);
        await once(server, "close");
        clearTimeout(late);
        processes.stop();
      },
    };
  } catch (error) {
    processes.stop();
    throw error;
  }
}

async function replyTo(
  request: IncomingMessage,
  response: ServerResponse,
  health: Reply,
  processes: WorkerProcesses,
  options: HttpOptions,
): Promise<Reply> {
  try {
    const [path] = (request.url ?? "").split("?", 1);
    if (path === "/health") return request.method === "GET" ? health : wrongMethod("GET");
    if (path !== "/annotate") throw new ServeError("http/not-found", "There are POST /annotate and GET /health.");
    if (request.method !== "POST") return wrongMethod("POST");
    return await annotate(request, response, processes, options);
  } catch (error) {
    if (error instanceof ServeError) return refusal({ code: error.code, message: error.message });
    return refusal({ code: "record/failed", message: `The server failed: ${String((error as Error).message)}` });
  }
}

async function annotate(
  request: IncomingMessage,
  response: ServerResponse,
  processes: WorkerProcesses,
  { maxBytes, timeoutMs }: HttpOptions,
): Promise<Reply> {
  const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json" || request.headers["content-encoding"] !== undefined)
    throw new ServeError("http/media-type", "The body must be application/json in UTF-8, not compressed.");
  const deadline = AbortSignal.timeout(timeoutMs);
  const parsed = parseRecord(await readBody(request, maxBytes, deadline));
  if ("code" in parsed) return refusal(parsed);
  const isWanted = () => !response.destroyed;
  const body = await processes.ask(JSON.stringify(parsed.fields), { deadline, isWanted });
  if (body.subarray(0, OK.length).equals(OK)) return { status: 200, body };
  const { error } = JSON.parse(String(body)) as Refusal;
  return { status: statusOf(error.code), body };
}

async function readBody(request: IncomingMessage, maxBytes: number, deadline: AbortSignal): Promise<Buffer> {
  const tooLarge = new ServeError("record/too-large", `The body is longer than ${maxBytes} bytes, the server's limit.`);
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge;
  const parts: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      request.pause();
      reject(error);
    };
    const stop = () => fail(new ServeError("http/slow", "The body did not arrive within the server's time limit."));
    deadline.addEventListener("abort", stop, { once: true });
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length > maxBytes) fail(tooLarge);
      else parts.push(part);
    });
    request.on("end", () => {
      deadline.removeEventListener("abort", stop);
      resolve(Buffer.concat(parts));
    });
    request.on("error", reject);
  });
}

function refusal(error: Fault, headers: Record<string, string> = {}): Reply {
  const status = statusOf(error.code);
  const retry = status === 503 ? { "retry-after": "1" } : undefined;
  return { status, body: JSON.stringify({ ok: false, error }), headers: { ...headers, ...retry } };
}

function wrongMethod(allow: string): Reply {
  return refusal({ code: "http/method", message: `This path takes ${allow} alone.` }, { allow });
}

function write(response: ServerResponse, { status, body, headers }: Reply, close: boolean): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
    ...(close ? { connection: "close" } : {}),
  });
  response.end(body);
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
