import { readFile } from "node:fs/promises";
import { parseUserDictionary, type UserWord } from "../lexicon/user-dictionary.js";
import type { Analyzer } from "../load-analyzer.js";
import type { DictAddArguments } from "./arguments.js";
import { UsageError } from "./arguments.js";
import { decoded, linesOf } from "./lines.js";
import type { World } from "./main.js";
import type { Output } from "./output.js";
import { replaceFile } from "./output-file.js";
import { STDIN } from "./records.js";

/**
 * Adds words to a user dictionary's file: bad lines are named and passed over, words that it holds are told, comments and order stay.
 * Says whether every word was good.
 */
export async function addWords(
  { dictionary, words, tag, semantic, cost }: DictAddArguments,
  load: (userDictionary: readonly UserWord[]) => Promise<Pick<Analyzer, "analyze">>,
  output: Output,
  { stdin, stderr }: Pick<World, "stdin" | "stderr">,
): Promise<boolean> {
  const old = await readFile(dictionary, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new UsageError(`--dictionary ${dictionary} cannot be read: ${error.message}`);
  });
  const held = parseUserDictionary(old);
  let good = held.problems.length === 0;
  for (const { line, reason } of held.problems) stderr.write(`gisa: ${dictionary}:${line}: ${reason}\n`);

  const lines: string[] = [];
  for (const word of words)
    if (word !== STDIN) lines.push([word, tag, semantic, cost].join("\t").replace(/\t{1,3}$/, ""));
    else for await (const line of linesOf(decoded(stdin))) lines.push(line);
  const given = parseUserDictionary(lines);
  for (const { line, reason } of given.problems) {
    good = false;
    stderr.write(`gisa: ${JSON.stringify(lines[line - 1])}: ${reason}\n`);
  }

  for (const { line } of given.duplicates)
    stderr.write(`gisa: ${JSON.stringify(lines[line - 1])}: it is given twice\n`);

  const keys = new Set(held.entries.map(keyOf));
  const fresh: UserWord[] = [];
  for (const word of given.entries) {
    if (keys.has(keyOf(word))) stderr.write(`gisa: ${word.surface}: ${dictionary} holds it already\n`);
    else {
      keys.add(keyOf(word));
      fresh.push(word);
    }
  }
  if (fresh.length === 0) return good;

  const gap = old === "" || old.endsWith("\n") ? "" : "\n";
  await replaceFile(dictionary, `${old}${gap}${fresh.map((word) => `${lineOf(word)}\n`).join("")}`).catch((error) => {
    throw new UsageError(`--dictionary ${dictionary} cannot be written: ${(error as Error).message}`);
  });
  const before = await load(held.entries);
  const after = await load([...held.entries, ...fresh]);
  for (const { surface } of fresh) {
    const [was, is] = [readingOf(before, surface), readingOf(after, surface)];
    await output.write(was === is ? `${surface}  ${is}, as before\n` : `${surface}  ${is}, was ${was}\n`);
    if (is.includes(" + "))
      stderr.write(`gisa: ${surface}: it is still read in parts; give it a lower cost, such as --cost=-2000\n`);
  }
  return good;
}

/** How a word by itself is cut: `가람/NNG + 바이오/NNG`. */
function readingOf(analyzer: Pick<Analyzer, "analyze">, surface: string): string {
  const { tokens } = analyzer.analyze(surface, { force: true });
  return tokens.map(({ text, pos }) => `${text}/${pos}`).join(" + ");
}

function keyOf({ surface, tag = "NNP", semantic = "" }: UserWord): string {
  return [surface, tag, semantic].join("\t");
}

function lineOf({ surface, tag = "NNP", semantic = "", cost }: UserWord): string {
  return [surface, tag, semantic, ...(cost === undefined ? [] : [String(cost)])].join("\t").replace(/\t{1,3}$/, "");
}
