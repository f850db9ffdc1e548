import { Readable, Writable } from "node:stream";
import { main, type World } from "../../src/cli/main.js";
import type { Doc } from "../../src/core/types.js";
import type { Analyzer, LoadOptions } from "../../src/load-analyzer.js";
import { sampleDoc } from "./sample-doc.js";

export class Capture extends Writable {
  text = "";
  readonly isTTY: boolean;
  constructor(isTTY = false) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
  }
  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliInput {
  readonly stdin?: string | Readable;
  readonly tty?: boolean;
  readonly analyze?: Analyzer["analyze"];
  readonly env?: World["env"];
  readonly stdout?: Writable;
  /** Hears what the analyzer is loaded with. */
  readonly onLoad?: (options: LoadOptions) => void;
}

/** Runs the command line in this process. Without `analyze` every text gives a document without layers. */
export async function runCli(args: readonly string[], input: CliInput = {}): Promise<CliRun> {
  const stdout = input.stdout ?? new Capture(input.tty);
  const stderr = new Capture(input.tty);
  const stdin = typeof input.stdin === "object" ? input.stdin : Readable.from([Buffer.from(input.stdin ?? "")]);
  const analyzer = { analyze: input.analyze ?? bareDoc } as Analyzer;
  let clock = 0;
  const load = async (options: LoadOptions) => {
    input.onLoad?.(options);
    return analyzer;
  };
  const world = { stdin, stdout, stderr, env: input.env ?? {}, now: () => (clock += 60), load };
  const code = await main(args, world);
  return { code, stdout: stdout instanceof Capture ? stdout.text : "", stderr: stderr.text };
}

export function bareDoc(text: string): Doc {
  const { headline: _, ...article } = sampleDoc().article;
  return {
    ...sampleDoc(),
    text,
    article: { ...article, bylines: [], body: [], boilerplate: [] },
    sentences: [],
    tokens: [],
    mentions: [],
    entities: [],
    relations: [],
    timexes: [],
    events: [],
    quotes: [],
  };
}
