import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findArticle } from "../../../src/article/find-article.js";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly documentTime?: string;
  readonly expected: { value: string; source: string; conflict?: string } | null;
}

const cases = JSON.parse(readFileSync("test/spec/article/published-at.json", "utf8")) as { cases: Case[] };

describe("발행일", () => {
  test.each(cases.cases.map((item) => [item.name, item] as const))("%s", (_, { text, documentTime, expected }) => {
    const codes: string[] = [];
    const article = findArticle(text, documentTime === undefined ? {} : { publishedAt: documentTime }, ({ code }) =>
      codes.push(code),
    );
    expect(article.publishedAt ?? null).toEqual(expected);
    expect(codes).toEqual(expected === null ? ["article/no-date"] : expected.conflict ? ["article/date-conflict"] : []);
  });
});
