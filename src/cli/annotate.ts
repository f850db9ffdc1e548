import { GisaError } from "../core/errors.js";
import type { AnalyzeOptions, Doc } from "../core/types.js";
import { selectTypes } from "../export/index.js";
import type { Analyzer } from "../load-analyzer.js";
import type { AnnotateArguments, CommonArguments } from "./arguments.js";
import { FORMATS, type Format, type FormatOptions } from "./formats.js";
import type { World } from "./main.js";
import type { Output } from "./output.js";
import { Progress } from "./progress.js";
import { type InputRecord, readRecords, sizeOf } from "./records.js";

/** Annotates every article of the input, in order. Says whether all of them went well. */
export async function annotate(
  given: AnnotateArguments,
  analyzer: Pick<Analyzer, "analyze">,
  output: Output,
  { stdin, stdout, stderr, env, now }: World,
): Promise<boolean> {
  const format: Format = FORMATS[given.format];
  const shared: Omit<FormatOptions, "many"> = {
    color: given.color ?? (stdout.isTTY === true && !env["NO_COLOR"]),
    labels: given.labels,
    unit: given.unit,
    ...(given.layers === undefined ? {} : { layers: given.layers }),
  };
  const watched = stderr.isTTY === true && stdout.isTTY !== true && !given.quiet;
  const progress = watched ? new Progress({ stream: stderr, total: await sizeOf(given.files), now }) : undefined;
  let count = 0;
  let good = true;
  const complain = (place: string, fault: string) => {
    good = false;
    progress?.clear();
    stderr.write(`gisa: ${place}: ${fault}\n`);
  };

  let options: FormatOptions | undefined;
  for await (const record of readRecords(given.files, stdin, given, (bytes) => progress?.read(bytes))) {
    if (output.closed) break;
    if ("fault" in record) {
      complain(record.place, record.fault);
      continue;
    }
    try {
      const doc = analyzeRecord(record, given, analyzer);
      const begun = options !== undefined;
      options ??= { ...shared, many: given.files.length > 1 || !record.alone };
      const written = format.article(doc, record, count, options);
      await output.write(begun ? written : (format.begin?.(options) ?? "") + written);
    } catch (error) {
      complain(record.place, describe(error));
      continue;
    }
    count++;
    progress?.done(record.text.length);
  }
  if (options !== undefined) await output.write(format.end?.(options) ?? "");
  progress?.clear();
  return good;
}

export function analyzeRecord(record: InputRecord, given: CommonArguments, analyzer: Pick<Analyzer, "analyze">): Doc {
  const publishedAt = record.publishedAt ?? given.published;
  const options: AnalyzeOptions = {
    ...(publishedAt === undefined ? {} : { publishedAt }),
    force: given.force,
    wholePage: given.wholePage,
  };
  const doc = analyzer.analyze(record.text, options);
  return given.types ? selectTypes(doc, given.types) : doc;
}

function describe(error: unknown): string {
  return error instanceof GisaError
    ? error.message
    : `gisa failed on this article, which is a fault of gisa: ${String((error as Error).stack)}`;
}
