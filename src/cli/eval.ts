import { createReadStream } from "node:fs";
import { MENTION_TYPES } from "../core/types.js";
import { Evaluator, type Evaluation } from "../eval/evaluate.js";
import { readGold } from "../eval/gold.js";
import type { Analyzer } from "../load-analyzer.js";
import type { EvalArguments } from "./arguments.js";
import { decoded, linesOf } from "./lines.js";
import type { World } from "./main.js";
import type { Output } from "./output.js";
import { packingOf, unpacked } from "./packed.js";
import { explain, STDIN } from "./records.js";

/** Scores each gold file. Says whether all of them could be read whole. */
export async function evaluate(
  given: EvalArguments,
  analyzer: Pick<Analyzer, "analyze">,
  output: Output,
  { stdin, stderr }: Pick<World, "stdin" | "stderr">,
): Promise<boolean> {
  let good = true;
  for (const name of given.files) {
    const errors: string[] = [];
    const evaluator = new Evaluator(
      (text, options) => analyzer.analyze(text, options),
      new Set(given.types),
      (id, kind, what) => {
        if (errors.length < given.errors) errors.push(`${id} ${kind} ${what.replace(/\n/g, "⏎")}`);
      },
    );
    const complain = (place: string, fault: string) => {
      good = false;
      stderr.write(`gisa: ${place}: ${fault}\n`);
    };
    const shown = name === STDIN ? "stdin" : name;
    let line = 0;
    try {
      for await (const text of linesOf(decoded(unpacked(name === STDIN ? stdin : createReadStream(name))))) {
        line++;
        if (text.trim() === "") continue;
        const gold = readGold(text);
        if (typeof gold === "string") complain(`${shown}:${line}`, gold);
        else evaluator.add(gold);
      }
    } catch (error) {
      complain(shown, explain(error));
      continue;
    }
    const file = packingOf(shown).inner.split(/[\\/]/).pop() as string;
    const result = { file, ...evaluator.result() };
    await output.write(given.json ? `${JSON.stringify(result)}\n` : table(result));
    for (const error of errors) await output.write(`  ${error}\n`);
  }
  return good;
}

function table({ file, ...result }: Evaluation & { readonly file: string }): string {
  const { mentions, entities, timexes, events } = result;
  const rows: [string, number | string | null | undefined][] = [
    ["documents", result.documents],
    ["mention precision", mentions?.exact.p],
    ["mention recall", mentions?.exact.r],
    ["mention F1", mentions?.exact.f],
    ["mention F1, any overlap", mentions?.overlap.f],
    ...MENTION_TYPES.map((type): [string, number | null | undefined] => [`  ${type}`, mentions?.byType[type]]),
    ["entity F1", entities?.f],
    ["timex recall", timexes?.recall],
    ["timex precision", timexes?.precision],
    ["timex exact span", timexes?.exactSpan],
    ["timex value, of those found", timexes?.value],
    ["timex value, of all", timexes?.endToEnd],
    ["timex negatives hit", timexes?.negativesHit],
    ["event F1", events?.f],
    ["offset faults", result.offsetFaults],
    ["crashes", result.crashes],
  ];
  const lines = rows
    .filter(([, value]) => value !== undefined && value !== null)
    .map(
      ([what, value]) =>
        `${what.padEnd(28)}${(typeof value === "number" && !Number.isInteger(value) ? value.toFixed(1) : String(value)).padStart(8)}`,
    );
  return `${file}\n${lines.join("\n")}\n`;
}
