import type { Readable, Writable } from "node:stream";
import { version } from "../../package.json";
import { GisaError } from "../core/errors.js";
import { type Analyzer, type LoadOptions, loadAnalyzer, loadShared } from "../load-analyzer.js";
import { Workers } from "../stream/workers.js";
import { type AnalyzerArguments, loadOptionsOf } from "./analyzer-arguments.js";
import { type Annotate, annotate, annotateWith } from "./annotate.js";
import type { AnnotateTask } from "./annotate-record.js";
import { type AnnotateArguments, type Arguments, readArguments, UsageError } from "./arguments.js";
import { addWords } from "./dict.js";
import { evaluate } from "./eval.js";
import { helpOf } from "./help.js";
import { Output } from "./output.js";
import { NotResumable, openOutputFile } from "./output-file.js";
import { packer } from "./packed.js";
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
      return annotateTo(command, output, world);
    case "eval": {
      const { analyzer, good } = await analyzerFor(command, world);
      return (await evaluate(command, analyzer, output, world)) && good ? EXIT.ok : EXIT.someFailed;
    }
    case "dict add": {
      const { load = loadAnalyzer } = world;
      const good = await addWords(command, (userDictionary) => load({ userDictionary }), output, world);
      return good ? EXIT.ok : EXIT.someFailed;
    }
    case "view": {
      const { analyzer, good } = await analyzerFor(command, world);
      return (await view(command, analyzer, output, world)) && good ? EXIT.ok : EXIT.someFailed;
    }
    case "serve":
      await serve(command, async () => (await analyzerFor(command, world)).analyzer, world);
      return EXIT.ok;
  }
}

async function annotateTo(given: AnnotateArguments, stdout: Output, world: World): Promise<number> {
  const { work, good, close } = await workFor(given, world);
  try {
    const code =
      given.output === undefined
        ? await annotateToStdout(given, work, stdout, world)
        : await annotateToFile(given, given.output, work, world);
    return good ? code : Math.max(code, EXIT.someFailed);
  } finally {
    await close();
  }
}

async function annotateToStdout(given: AnnotateArguments, work: Annotate, stdout: Output, world: World) {
  const output = given.packing === undefined ? stdout : stdout.through(packer(given.packing));
  const good = await annotate(given, work, output, undefined, world);
  if (output !== stdout) await output.end();
  return good ? EXIT.ok : EXIT.someFailed;
}

/** The file has its name only when the run is through and everything could be written. */
async function annotateToFile(given: AnnotateArguments, path: string, work: Annotate, world: World): Promise<number> {
  const { packing, resume, idField } = given;
  const file = await openOutputFile(path, {
    ...(packing === undefined ? {} : { packing }),
    ...(resume ? { resumeBy: idField } : {}),
  }).catch((error: Error) => {
    if (error instanceof NotResumable) throw new UsageError(`--resume: ${error.message}.`);
    throw new UsageError(`--output ${path} cannot be written: ${error.message}`);
  });
  const output = new Output(file.stream);
  let good = false;
  try {
    good = await annotate(given, work, output, file.written, world);
    if (output.failure === undefined) await file.commit();
  } catch (error) {
    output.failure ??= error as Error;
    await file.leave().catch(() => {});
    if (error instanceof GisaError) throw error;
  }
  if (output.failure === undefined) return good ? EXIT.ok : EXIT.someFailed;
  world.stderr.write(
    `gisa: ${path} cannot be written: ${output.failure.message}; what there is of it is ${path}.part\n`,
  );
  return EXIT.someFailed;
}

interface Work {
  readonly work: Annotate;
  /** Whether all that the analyzer was to be loaded with was sound. */
  readonly good: boolean;
  readonly close: () => Promise<void> | void;
}

async function workFor(given: AnnotateArguments, world: World): Promise<Work> {
  if (given.workers === 1) {
    const { analyzer, good } = await analyzerFor(given, world);
    return { work: annotateWith(analyzer), good, close: () => {} };
  }
  const { options, good } = await loadOptionsOf(given, world);
  const { resources } = await loadShared(options);
  const entry = new URL("./annotate-worker.js", import.meta.url);
  const workers = new Workers<AnnotateTask, string>(entry, given.workers, resources);
  return { work: (task) => workers.run(task), good, close: () => workers.close() };
}

async function analyzerFor(
  given: AnalyzerArguments,
  world: World,
): Promise<{ readonly analyzer: Analyzer; readonly good: boolean }> {
  const { load = loadAnalyzer } = world;
  const { options, good } = await loadOptionsOf(given, world);
  return { analyzer: await load(options), good };
}
