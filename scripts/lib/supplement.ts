import { readFileSync } from "node:fs";
import { parseUserDictionary, type UserWord } from "../../src/lexicon/user-dictionary.js";

/** Reads `surface⇥tag⇥semantic⇥kind⇥source`, header first. A bad row stops the build. */
export function readSupplement(path: string): readonly UserWord[] {
  const [header = "", ...rows] = readFileSync(path, "utf8").split(/\r?\n/);
  const columns = header.split("\t");
  const at = (name: string) => columns.indexOf(name);
  if (at("surface") < 0) throw new Error(`${path}: the header row has no column "surface"`);
  const words = rows
    .filter((row) => row.trim() !== "" && !row.startsWith("#"))
    .map((row) => {
      const fields = row.split("\t");
      const field = (name: string) => (fields[at(name)] ?? "").trim();
      const semantic = field("semantic");
      return {
        surface: field("surface"),
        tag: field("tag") || "NNP",
        ...(semantic === "" || semantic === "*" ? {} : { semantic }),
      };
    });
  // Names of several words are no morphemes; their words are in the lexicon or have rows of their own.
  const { entries, problems } = parseUserDictionary(words.filter(({ surface }) => !/\s/u.test(surface)));
  if (problems.length > 0)
    throw new Error(`${path}: ${problems.map(({ line, reason }) => `row ${line}: ${reason}`).join("; ")}`);
  return [...entries].sort((a, b) => (a.surface < b.surface ? -1 : a.surface > b.surface ? 1 : 0));
}
