import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findArticle } from "../../../src/article/find-article.js";
import { readSource } from "../../../src/core/source.js";
import { splitSentences } from "../../../src/sentence/split-sentences.js";

/**
 * Whole pages against goldens of one line a sentence or boilerplate line: `start..end  part  surface`.
 * After a change that is meant: GISA_UPDATE=1 npx vitest run test/unit/article/pages.test.ts, and read the difference.
 */
const FOLDER = "test/corpus/pages/";
const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".txt") && !name.endsWith(".expected.txt"));

function describePage(given: string): string {
  const codes: string[] = [];
  const report = ({ code }: { code: string }) => codes.push(code);
  const { text } = readSource(given, report);
  const article = findArticle(text, {}, report);
  const rows = [
    ...splitSentences(text, article),
    ...article.boilerplate.map((span) => ({ ...span, part: "boilerplate" })),
  ].sort((a, b) => a.start - b.start);
  const published = article.publishedAt;
  return [
    `published  ${published ? `${published.value}  ${published.source}  ${published.conflict ?? "-"}` : "-"}`,
    `dateline  ${article.dateline?.text ?? "-"}`,
    ...article.bylines.map(
      ({ outlet, reporters, email }) =>
        `byline  ${outlet?.text ?? "-"}  ${reporters.map((reporter) => reporter.text).join(" ") || "-"}  ${email?.text ?? "-"}`,
    ),
    `diagnostics  ${codes.join(" ") || "-"}`,
    ...rows.map(({ start, end, part }) => `${start}..${end}  ${part}  ${text.slice(start, end).replace(/\n/g, "⏎")}`),
    "",
  ].join("\n");
}

describe("쪽 전체", () => {
  test("there are pages", () => expect(pages.length).toBeGreaterThanOrEqual(4));

  test.each(pages)("%s", (name) => {
    const given = readFileSync(FOLDER + name, "utf8");
    const golden = FOLDER + name.replace(/\.txt$/, ".expected.txt");
    const found = describePage(given);
    if (process.env["GISA_UPDATE"] === "1") writeFileSync(golden, found);
    expect(existsSync(golden)).toBe(true);
    expect(found).toBe(readFileSync(golden, "utf8"));
  });

  test.each(pages)("%s: wholePage에서는 아무것도 버리지 않는다", (name) => {
    const { text } = readSource(readFileSync(FOLDER + name, "utf8"), () => {});
    expect(findArticle(text, { wholePage: true }, () => {}).boilerplate).toEqual([]);
  });
});
