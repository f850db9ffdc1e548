import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Analyzer, loadAnalyzer } from "../../src/index.js";
import { expectSound } from "../support/expect-sound.js";
import { keepComments, withoutComments } from "./comments.js";
import { render } from "./render.js";

/**
 * Whole articles of our own against goldens of one line an annotation. The first line of an article's file is the publication date that the caller gives
 * (`none`: the page must tell it); the rest is the text.
 *
 * A golden was read line by line against the annotation guide. A line that begins with `# ` is what the reader says of the line above it; it is not compared:
 *   # wrong: …             what the line above would be if it were right; `# wrong: none` where there should be no such line
 *   # missing LAYER: …     what should stand there too: a mention, timex, quote, event, entity, or a line of the article's head
 *   # wrong role: …, # missing role: …      a participant (`who`) or the place (`at`) of the event above
 *   # wrong field: …, # missing field: …    a field of the entity above, or the cue of the quote
 *
 * After a change that is meant: GISA_UPDATE=1 npx vitest run test/golden, and read the difference. What is said of a line stays while the line stays;
 * what is said of a line that went, goes. `npx tsx scripts/count-goldens.ts` counts what is right.
 */
const FOLDER = "test/golden/";
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.replace(/\.txt$/, ""))
  .sort();

const MODEL = "dictionaries/built/model.bin.gz";

test("what a reader says of a line stays while the line stays, under its own sentence", () => {
  const old = ["§ 가", "  A", "# wrong: B", "  A", "  C", "# wrong: D", "§ 나", "  A", "# missing mention: E", ""];
  const found = ["§ 가", "  A", "  A", "  F", "§ 나", "  A", "  C", ""];
  const kept = ["§ 가", "  A", "# wrong: B", "  A", "  F", "§ 나", "  A", "# missing mention: E", "  C", ""];
  expect(keepComments(old.join("\n"), found.join("\n"))).toBe(kept.join("\n"));
  expect(withoutComments(kept.join("\n"))).toBe(found.join("\n"));
});

describe.skipIf(!existsSync(MODEL))("기사 전체", () => {
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await loadAnalyzer();
  });

  test("there are articles", () => expect(names.length).toBeGreaterThanOrEqual(42));

  test.each(names)("%s", (name) => {
    const [, published = "", text = ""] = /^(.*)\n([\s\S]*)$/.exec(readFileSync(`${FOLDER}${name}.txt`, "utf8")) ?? [];
    const doc = analyzer.analyze(text, published === "none" ? {} : { publishedAt: published });
    expectSound(doc, text);
    const found = render(doc);
    const file = `${FOLDER}${name}.golden`;
    if (process.env["GISA_UPDATE"] === "1")
      writeFileSync(file, existsSync(file) ? keepComments(readFileSync(file, "utf8"), found) : found);
    expect(existsSync(file)).toBe(true);
    expect(found).toBe(withoutComments(readFileSync(file, "utf8")));
  });
});
