import { readFile } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { version } from "../../package.json";
import { GisaError } from "../core/errors.js";
import { type Analyzer, type LoadOptions, loadAnalyzer } from "../load-analyzer.js";
import { annotate } from "./annotate.js";
import { type Arguments, readArguments, UsageError } from "./arguments.js";
import { helpOf } from "./help.js";
import { Output } from "./output.js";
import { serve } from "./serve.js";
import { view } from "./view.js";

/** All that the command line touches of the world. */
export interface World {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, from any beginning: for the progress line. */
  readonly now: () => number;
  /** `loadAnalyzer`; a test may bring another. */
  readonly load?: (options: LoadOptions) => Promise<Analyzer>;
}

export const EXIT = { ok: 0, someFailed: 1, misuse: 2 } as const;

/** Runs one command line and says with which code to leave. */
export async function main(args: readonly string[], world: World): Promise<number> {
  const complain = (message: string) => world.stderr.write(`gisa: ${message}\n`);
  const output = new Output(world.stdout);
  try {
    const code = await run(readArguments(args), output, world);
    if (output.failure === undefined) return code;
    complain(`the output cannot be written: ${output.failure.message}`);
    return EXIT.someFailed;
  } catch (error) {
    if (error instanceof UsageError) complain(`${error.message}\nSee: gisa help`);
    else if (error instanceof GisaError) complain(`${error.message} (${error.code})`);
    else throw error;
    return EXIT.misuse;
  }
}

async function run(command: Arguments, output: Output, world: World): Promise<number> {
  switch (command.command) {
    case "help":
      await output.write(helpOf(command.of));
      return EXIT.ok;
    case "version":
      await output.write(`${version}\n`);
      return EXIT.ok;
    case "annotate":
      return (await annotate(command, await analyzerFor(command, world), output, world)) ? EXIT.ok : EXIT.someFailed;
    case "view":
      return (await view(command, await analyzerFor(command, world), output, world)) ? EXIT.ok : EXIT.someFailed;
    case "serve":
      await serve(command, () => analyzerFor(command, world), world);
      return EXIT.ok;
  }
}

async function analyzerFor(
  { dictionary }: { readonly dictionary?: string },
  { load = loadAnalyzer }: World,
): Promise<Analyzer> {
  if (dictionary === undefined) return load({});
  const userDictionary = await readFile(dictionary, "utf8").catch((error: Error) => {
    throw new UsageError(`--dictionary ${dictionary} cannot be read: ${error.message}`);
  });
  return load({ userDictionary });
}
