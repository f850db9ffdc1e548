import { GisaError } from "../core/errors.js";
import { inOrder } from "../stream/in-order.js";
import { type AnnotateTask, annotateRecord } from "./annotate-record.js";
import type { AnnotateArguments } from "./arguments.js";
import { FORMATS, type Format, type FormatOptions } from "./formats.js";
import type { World } from "./main.js";
import type { Output } from "./output.js";
import { Progress } from "./progress.js";
import { type InputFault, type InputRecord, readRecords, sizeOf } from "./records.js";

/** Makes the article's part of the output, here or in another thread. */
export type Annotate = (task: AnnotateTask) => string | Promise<string>;

/** Articles under way for each worker: enough that a long one at the head leaves the others work. */
const OPEN_PER_WORKER = 4;

/** Annotates every article of the input, in order, but for those whose id is in `written`. Says whether all of them went well. */
export async function annotate(
  given: AnnotateArguments,
  work: Annotate,
  output: Output,
  written: ReadonlySet<string> | undefined,
  { stdin, stdout, stderr, env, now }: World,
): Promise<boolean> {
  const format: Format = FORMATS[given.format];
  const progress = progressOf(given, await sizeOf(given.files), { stdout, stderr, now });
  let good = true;
  const complain = (place: string, fault: string) => {
    good = false;
    progress?.clear();
    stderr.write(`gisa: ${place}: ${fault}\n`);
  };

  let options: FormatOptions | undefined;
  const optionsFor = (record: InputRecord): FormatOptions => ({
    color: given.color ?? (given.output === undefined && stdout.isTTY === true && !env["NO_COLOR"]),
    labels: given.labels,
    unit: given.unit,
    ...(given.layers === undefined ? {} : { layers: given.layers }),
    many: given.files.length > 1 || !record.alone,
  });
  const read = readRecords(given.files, stdin, given, (bytes) => progress?.read(bytes));
  const records = written === undefined ? read : unwritten(read, written, () => progress?.skip());
  const results = inOrder(
    records,
    async (record) => {
      if ("fault" in record) return undefined;
      options ??= optionsFor(record);
      return work({ record, how: given, format: given.format, options });
    },
    { concurrency: given.workers === 1 ? 1 : OPEN_PER_WORKER * given.workers },
  );
  let begun = false;
  for await (const result of results) {
    if (output.closed) break;
    if ("fault" in result.item) complain(result.item.place, result.item.fault);
    else if (!result.ok) complain(result.item.place, describe(result.error));
    else if (result.value !== undefined && options !== undefined) {
      const before = begun ? format.between : format.begin?.(options);
      begun = true;
      await output.write((before ?? "") + result.value);
      progress?.done(result.item.text.length);
    }
  }
  if (begun && options !== undefined) await output.write(format.end?.(options) ?? "");
  progress?.clear();
  return good;
}

/** In this thread. */
export function annotateWith(analyzer: Parameters<typeof annotateRecord>[1]): Annotate {
  return (task) => annotateRecord(task, analyzer);
}

/** Passes over what the output holds; what has no id cannot be told from it, and is a fault. */
async function* unwritten(
  records: AsyncIterable<InputRecord | InputFault>,
  written: ReadonlySet<string>,
  skip: () => void,
): AsyncGenerator<InputRecord | InputFault> {
  const files = new Set<string>();
  for await (const record of records) {
    if ("fault" in record) yield record;
    else if (record.id === undefined)
      yield { place: record.place, fault: "it has no id, which --resume needs; --id-field names another field" };
    else if (record.fields === null && files.has(record.id))
      yield { place: record.place, fault: `--resume cannot tell it from another input named ${record.id}` };
    else {
      if (record.fields === null) files.add(record.id);
      if (written.has(record.id)) skip();
      else yield record;
    }
  }
}

function progressOf(
  given: AnnotateArguments,
  total: number | undefined,
  { stdout, stderr, now }: Pick<World, "stdout" | "stderr" | "now">,
): Progress | undefined {
  const live = stderr.isTTY === true && (given.output !== undefined || stdout.isTTY !== true);
  if (given.quiet || !(live || given.progress)) return undefined;
  return new Progress({ stream: stderr, total, now, live });
}

function describe(error: Error): string {
  return error instanceof GisaError
    ? error.message
    : `gisa failed on this article, which is a fault of gisa: ${String(error.stack)}`;
}
