import type { Analyzer } from "../load-analyzer.js";
import { ServeError, serveHttp, serveStdio } from "../serve/index.js";
import { analyzerWords } from "./analyzer-arguments.js";
import type { World } from "./main.js";
import type { ServeArguments } from "./serve-arguments.js";
import { UsageError } from "./usage-error.js";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** Answers until its input ends, or until it is told to stop. */
export async function serve(given: ServeArguments, load: () => Promise<Analyzer>, world: World): Promise<void> {
  const { stdin, stdout, stderr } = world;
  if (given.over === "stdio") return serveStdio(await load(), { stdin, stdout, maxBytes: given.maxBytes });
  // Heard from the beginning; a second signal ends the process at once.
  const told = new Promise<void>((resolve) => {
    const hear = () => {
      for (const signal of SIGNALS) process.off(signal, hear);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, hear);
  });
  const server = await serveHttp({ ...given, command: workerCommand(given) }).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof ServeError) throw new UsageError(`the server cannot start: ${error.message}`);
    if (error.syscall === undefined) throw error;
    throw new UsageError(`the server cannot listen at ${given.host}:${given.port}: ${error.code}`);
  });
  stderr.write(`gisa: listening at ${server.url}\n`);
  if (!LOOPBACK.test(given.host))
    stderr.write("gisa: whoever reaches this address can use it: it asks for no password and does not encrypt\n");
  await told;
  await server.stop();
}

/** This program again, over standard input and output. */
function workerCommand(given: ServeArguments): string[] {
  const own = [process.execPath, ...process.execArgv, process.argv[1] as string];
  // Written anew, a record can be longer than it came: 1e9 is 1000000000.
  const limit = ["--max-bytes", String(Math.min(2 * given.maxBytes + 1024, 2 ** 28))];
  return [...own, "serve", "--stdio", ...limit, ...analyzerWords(given)];
}
