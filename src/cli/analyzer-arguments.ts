import { readFile } from "node:fs/promises";
import { MENTION_TYPES, type MentionRule, type MentionType, type Thresholds } from "../core/types.js";
import { parseUserDictionary } from "../lexicon/user-dictionary.js";
import type { ShareOptions } from "../load-analyzer.js";
import type { World } from "./main.js";
import { readRules } from "./rules-file.js";
import { UsageError } from "./usage-error.js";

/** What the analyzer is loaded with, as the command line names it. */
export interface AnalyzerArguments {
  readonly dictionary?: string;
  /** File of own rules. */
  readonly rules?: string;
  readonly thresholds?: Thresholds;
}

export const ANALYZER = {
  dictionary: { type: "string", short: "d" },
  rules: { type: "string" },
  threshold: { type: "string", multiple: true },
} as const;

export function analyzerOf({
  dictionary,
  rules,
  threshold,
}: {
  readonly dictionary?: string;
  readonly rules?: string;
  readonly threshold?: readonly string[];
}): AnalyzerArguments {
  return {
    ...(dictionary === undefined ? {} : { dictionary }),
    ...(rules === undefined ? {} : { rules }),
    ...(threshold === undefined ? {} : { thresholds: Object.fromEntries(threshold.map(thresholdOf)) }),
  };
}

/** `PERSON=0.8` */
function thresholdOf(given: string): [MentionType, number] {
  const [, name = "", score = ""] = /^([A-Za-z]{1,20})=((?:0|1)(?:\.\d{1,9})?)$/.exec(given) ?? [];
  const type = MENTION_TYPES.find((known) => known === name.toUpperCase());
  if (type === undefined || Number(score) > 1)
    throw new UsageError(
      `--threshold must be a type of ${MENTION_TYPES.join(", ")} and a score from 0 to 1, such as PERSON=0.8, not ${JSON.stringify(given)}.`,
    );
  return [type, Number(score)];
}

/** The same arguments as words of a command line. */
export function analyzerWords({ dictionary, rules, thresholds = {} }: AnalyzerArguments): string[] {
  return [
    ...(dictionary === undefined ? [] : ["--dictionary", dictionary]),
    ...(rules === undefined ? [] : ["--rules", rules]),
    ...Object.entries(thresholds).flatMap(([type, score]) => ["--threshold", `${type}=${score}`]),
  ];
}

/** Reads the files that the arguments name. Bad lines of the dictionary are named on standard error and passed over; `good` says whether there were none. */
export async function loadOptionsOf(
  { dictionary, rules, thresholds }: AnalyzerArguments,
  { stderr }: Pick<World, "stderr">,
): Promise<{ options: ShareOptions; good: boolean }> {
  const read = async (option: string, path: string) =>
    readFile(path, "utf8").catch((error: Error) => {
      throw new UsageError(`${option} ${path} cannot be read: ${error.message}`);
    });
  const { entries, problems } =
    dictionary === undefined
      ? { entries: undefined, problems: [] }
      : parseUserDictionary(await read("--dictionary", dictionary));
  const ruled: readonly MentionRule[] | undefined =
    rules === undefined ? undefined : readRules(await read("--rules", rules), rules);
  for (const { line, reason } of problems) stderr.write(`gisa: ${dictionary}:${line}: ${reason}\n`);
  const options: ShareOptions = {
    ...(entries && { userDictionary: entries }),
    ...(ruled && { rules: ruled }),
    ...(thresholds && { thresholds }),
  };
  return { options, good: problems.length === 0 };
}
