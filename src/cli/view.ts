import { toHtml } from "../export/index.js";
import type { Analyzer } from "../load-analyzer.js";
import { analyzeRecord } from "./annotate-record.js";
import type { ViewArguments } from "./arguments.js";
import type { World } from "./main.js";
import type { Output } from "./output.js";
import { readRecords } from "./records.js";

/** Writes the page of the first article of the input. Says whether that went well. */
export async function view(
  given: ViewArguments,
  analyzer: Analyzer,
  output: Output,
  { stdin, stderr }: World,
): Promise<boolean> {
  for await (const record of readRecords(given.files, stdin, given, () => {})) {
    if ("fault" in record) {
      stderr.write(`gisa: ${record.place}: ${record.fault}\n`);
      return false;
    }
    const doc = analyzeRecord(record, given, analyzer);
    const { labels, title, types } = given;
    await output.write(
      toHtml(doc, { labels, ...(title === undefined ? {} : { title }), ...(types === undefined ? {} : { types }) }),
    );
    return true;
  }
  stderr.write("gisa: there is no article in the input\n");
  return false;
}
