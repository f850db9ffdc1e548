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

test.each<[name: string, page: string, headline: string | undefined, captions: number]>([
  [
    "보도자료의 책임자 줄은 제목이 아니다",
    "보도자료\n담당부서: 가온부 나루과\n책임자: 과장 문가람 (044-000-0000)\n\n나루 다시 연다\n\n□ 가온부는 7일 나루를 다시 열었다.",
    "나루 다시 연다",
    0,
  ],
  [
    "사진뿐인 쪽에도 제목이 있다",
    "[포토뉴스] 봄이 오는 길목\n▲ 6일 가온시 나루공원에서 시민들이 걷고 있다.\n▲ 나루터에서 훈련을 하고 있다. (가온=새빛통신)",
    "[포토뉴스] 봄이 오는 길목",
    2,
  ],
  ["사진 하나가 붙은 한 문장은 제목이 아니다", "가온시는 6일 나루를 열었다.\n사진=가온시 제공", undefined, 1],
  ["세모표만으로는 사진 설명이 아니다", "가온시 인사\n▲ 문가람 나루과장\n가온시는 6일 인사를 냈다.", "가온시 인사", 0],
])("%s", (_, page, headline, captions) => {
  const article = findArticle(page, {}, () => {});
  expect(article.headline?.text).toBe(headline);
  expect(article.captions).toHaveLength(captions);
});

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
