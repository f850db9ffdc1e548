import { parseArgs } from "node:util";
import type { HttpOptions } from "../serve/http.js";
import { ANALYZER, type AnalyzerArguments, analyzerOf } from "./analyzer-arguments.js";
import { UsageError } from "./usage-error.js";

interface StdioArguments {
  readonly over: "stdio";
  readonly maxBytes: number;
}

/** What starts the processes is the command's own affair. */
type HttpArguments = { readonly over: "http" } & Omit<HttpOptions, "command">;

export type ServeArguments = { readonly command: "serve" } & AnalyzerArguments & (StdioArguments | HttpArguments);

const MIB = 2 ** 20;
const STDIO = { ...ANALYZER, stdio: { type: "boolean" }, "max-bytes": { type: "string" } } as const;
const HTTP = {
  ...ANALYZER,
  http: { type: "boolean" },
  host: { type: "string" },
  port: { type: "string" },
  "max-bytes": { type: "string" },
  timeout: { type: "string" },
  workers: { type: "string" },
  waiting: { type: "string" },
} as const;

/** Reads what follows `gisa serve`. Throws `UsageError`. */
export function readServeArguments(args: readonly string[]): ServeArguments | { command: "help"; of: "serve" } {
  if (args.includes("--help") || args.includes("-h")) return { command: "help", of: "serve" };
  const over = (["stdio", "http"] as const).filter((name) => args.includes(`--${name}`));
  if (over.length !== 1) throw new UsageError("serve needs one of --stdio and --http.");
  try {
    return over[0] === "stdio" ? stdioOf(args) : httpOf(args);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

function stdioOf(args: readonly string[]): ServeArguments {
  const { values } = parseArgs({ args: [...args], options: STDIO });
  return {
    command: "serve",
    over: "stdio",
    maxBytes: wholeNumber("--max-bytes", values["max-bytes"], 16 * MIB, 1, 256 * MIB),
    ...analyzerOf(values),
  };
}

function httpOf(args: readonly string[]): ServeArguments {
  const { values } = parseArgs({ args: [...args], options: HTTP });
  return {
    command: "serve",
    over: "http",
    host: values.host ?? "127.0.0.1",
    port: wholeNumber("--port", values.port, 8080, 0, 65_535),
    maxBytes: wholeNumber("--max-bytes", values["max-bytes"], MIB, 1, 256 * MIB),
    timeoutMs: 1000 * wholeNumber("--timeout", values.timeout, 30, 1, 3600),
    workers: wholeNumber("--workers", values.workers, 1, 1, 256),
    maxWaiting: wholeNumber("--waiting", values.waiting, 64, 0, 65_536),
    ...analyzerOf(values),
  };
}

function wholeNumber(option: string, given: string | undefined, usual: number, least: number, most: number): number {
  const value = given === undefined ? usual : Number(given);
  if (Number.isInteger(value) && value >= least && value <= most && given?.trim() !== "") return value;
  throw new UsageError(`${option} must be a whole number from ${least} to ${most}, not ${JSON.stringify(given)}.`);
}
