import { expect, test } from "vitest";
import { chunkTokens } from "../../../src/core/chunks.js";
import { firstWhere } from "../../../src/core/search.js";
import type { Token } from "../../../src/core/types.js";

/** Words of letters and digits, and marks one by one. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[가-힣A-Za-z0-9]+|\S/g)].map(({ 0: surface, index }) => ({
    start: index,
    end: index + surface.length,
    text: surface,
    pos: "NNG",
    lemma: surface,
  }));
}

/** Each chunk, with the number of its quotation, and brackets around what is bracketed. */
function chunksOf(text: string): string {
  const tokens = tokensOf(text);
  const chunks = chunkTokens(tokens);
  for (const { start, end, first, last } of chunks)
    expect([start, end]).toEqual([tokens[first]?.start, tokens[last]?.end]);
  return chunks
    .map(({ start, end, quote, bracketed }) => {
      const surface = text.slice(start, end) + (quote === 0 ? "" : quote);
      return bracketed ? `(${surface})` : surface;
    })
    .join(" ");
}

test.each([
  ["시장은 문을 연다.", "시장은 문을 연다."],
  ["시장은 “문을 연다. 꼭”이라고 말했다", "시장은 문을1 연다.1 꼭1 이라고 말했다"],
  ["“간다”고 “온다”며 웃었다", "간다1 고 온다2 며 웃었다"],
  ['"간다"고 "온다"며', "간다1 고 온다2 며"],
  ['“간다"고 “온다”며', "간다1 고 온다2 며"],
  ['“그는 "간다"고 한다”며', "그는1 간다2 고 한다 며"],
  ["‘바다’를 「산」에서 본다", "바다 를 산 에서 본다"],
  ["『바다』와 《산》과 〈들〉은", "바다 와 산 과 들 은"],
  ["“그는 ‘바다’를 본다”고", "그는1 바다1 를1 본다1 고"],
  ["(서울=새빛) 문가람[기자]은", "(서울=새빛) 문가람 (기자) 은"],
  ["((가) 나) 다", "(가) (나) 다"],
  ["가) 나 (다", "가 나 (다)"],
  ["“(가)나”다", "(가1) 나1 다"],
  ["", ""],
  ["“”()", ""],
])("%s", (text, expected) => expect(chunksOf(text)).toBe(expected));

test.each([
  [[1, 3, 5, 7], 5, 2],
  [[1, 3, 5, 7], 4, 2],
  [[1, 3, 5, 7], 0, 0],
  [[1, 3, 5, 7], 8, 4],
  [[5, 5, 5], 5, 0],
  [[1], 1, 0],
  [[], 1, 0],
])("firstWhere: the first of %j that reaches %i is number %i", (items, least, expected) =>
  expect(firstWhere(items, (item) => item >= least)).toBe(expected),
);
