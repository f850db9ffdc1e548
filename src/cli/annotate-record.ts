import type { AnalyzeOptions, Doc, MentionType } from "../core/types.js";
import { selectTypes } from "../export/index.js";
import type { Analyzer } from "../load-analyzer.js";
import { FORMATS, type Format, type FormatName, type FormatOptions } from "./formats.js";
import type { InputRecord } from "./records.js";

export interface AnalyzeArguments {
  readonly published?: string;
  readonly types?: readonly MentionType[];
  readonly force: boolean;
  readonly wholePage: boolean;
}

/** An article and how it is wanted: plain data, which can be sent to another thread. */
export interface AnnotateTask {
  readonly record: InputRecord;
  readonly how: AnalyzeArguments;
  readonly format: FormatName;
  readonly options: FormatOptions;
}

/** The article's part of the output. */
export function annotateRecord({ record, how, format, options }: AnnotateTask, analyzer: Pick<Analyzer, "analyze">) {
  const written: Format = FORMATS[format];
  return written.article(analyzeRecord(record, how, analyzer), record, options);
}

export function analyzeRecord(record: InputRecord, how: AnalyzeArguments, analyzer: Pick<Analyzer, "analyze">): Doc {
  const publishedAt = record.publishedAt ?? how.published;
  const options: AnalyzeOptions = {
    ...(publishedAt === undefined ? {} : { publishedAt }),
    force: how.force,
    wholePage: how.wholePage,
  };
  const doc = analyzer.analyze(record.text, options);
  return how.types ? selectTypes(doc, how.types) : doc;
}
