import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const BIN = fileURLToPath(new URL("../../src/cli/bin.ts", import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export interface GisaProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits for standard error to match, and gives the match; fails when the process ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly code: Promise<number | null>;
}

/** The command line of `src/`, as it is now, in a process of its own. */
export function gisaProcess(args: readonly string[]): GisaProcess {
  const child = spawn(process.execPath, ["--import", TSX, BIN, ...args], { stdio: "pipe" });
  let stdout = "";
  let stderr = "";
  child.stdin.on("error", () => {});
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = once(child, "close").then(([code]) => code as number | null);
  const says = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(stderr);
      if (found) return found;
      const more = once(child.stderr, "data");
      const ended = code.then(() => {
        throw new Error(`gisa ended, having said: ${stderr}`);
      });
      await Promise.race([more, ended]);
    }
  };
  return { child, stdout: () => stdout, stderr: () => stderr, says, code };
}
