import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Lexicon } from "../../../src/lexicon/lexicon.js";
import { USER_TAGS } from "../../../src/lexicon/user-dictionary.js";
import { testLexicon } from "../../support/lexicon.js";

const [header, ...lines] = readFileSync("dictionaries/supplement.tsv", "utf8").trimEnd().split("\n");
const rows = lines.map((line) => {
  const [surface = "", tag = "", semantic = "", kind = "", source = "", ...rest] = line.split("\t");
  return { line, surface, tag, semantic, kind, source, rest };
});

const KINDS = new Set(
  "agency company court event group hospital law league media militant ministry organization party person place team term university work".split(
    " ",
  ),
);

const lexicon = testLexicon();

describe("dictionaries/supplement.tsv", () => {
  const faults = (isFault: (row: (typeof rows)[number], index: number) => boolean) =>
    rows.filter(isFault).map(({ line }) => line);

  test("has the header and at least 1,500 facts", () => {
    expect(header).toBe("surface\ttag\tsemantic\tkind\tsource");
    expect(rows.length).toBeGreaterThanOrEqual(1500);
  });

  test("is sorted, without duplicates", () => {
    expect(faults(({ surface }, i) => i > 0 && (rows[i - 1]?.surface ?? "") >= surface)).toEqual([]);
  });

  test("holds five fields a row, legal tags, classes of the lexicon, known kinds", () => {
    expect(faults(({ rest }) => rest.length > 0)).toEqual([]);
    expect(faults(({ tag }) => !USER_TAGS.has(tag) || !/^NN[GP]$/.test(tag))).toEqual([]);
    expect(faults(({ semantic }) => !["*", "인명", "지명"].includes(semantic))).toEqual([]);
    expect(faults(({ kind }) => !KINDS.has(kind))).toEqual([]);
    expect(faults(({ source }) => source !== "gisa")).toEqual([]);
  });

  test("holds words of at least two characters, of letters and digits alone, NFC, with Hangul", () => {
    expect(faults(({ surface }) => !/^[가-힣A-Za-z0-9]{2,}$/.test(surface) || !/[가-힣]/.test(surface))).toEqual([]);
    expect(faults(({ surface }) => surface.normalize("NFC") !== surface)).toEqual([]);
  });

  test("a person is 인명, a place 지명, and nothing else is", () => {
    expect(faults(({ kind, semantic }) => (kind === "person") !== (semantic === "인명"))).toEqual([]);
    expect(faults(({ kind, semantic }) => (kind === "place") !== (semantic === "지명"))).toEqual([]);
  });

  test("every row is split or mistagged by the lexicon without it", () => {
    const bare = testLexicon({ supplement: false });
    expect(faults(({ surface, tag }) => isOneNoun(bare, surface, tag))).toEqual([]);
  });

  test("every row is one word of the built lexicon, alone and before a josa", () => {
    expect(faults(({ surface, tag }) => !isOneNoun(lexicon, surface, tag))).toEqual([]);
  });

  test.each([
    ["정부는 산업부문 대책을 냈다.", "산업부문"],
    ["수도권에서 시작한다.", "수도권"],
    ["예정처럼 열린다.", "예정"],
    ["복지로 이어진다.", "복지"],
    ["그렇게 해도 이어도 된다.", "이어도"],
  ])("ordinary words stay whole: %s", (sentence, word) => {
    expect(surfaces(lexicon, sentence)).toContain(word);
  });
});

/** Whether the lexicon reads `surface` before a josa as one noun of this tag (NNG and NNP count as one where it has no finer class). */
function isOneNoun(lexicon: Lexicon, surface: string, tag: string): boolean {
  const last = surface.charCodeAt(surface.length - 1);
  const final = last >= 0xac00 ? (last - 0xac00) % 28 !== 0 : /[0136-8LMNRlmnr]$/.test(surface);
  const text = `${surface}${final ? "은" : "는"} 있다`;
  const found = lexicon.segment(text, 0, text.length);
  const isNoun = (pos: string) => pos === tag || pos === "NNG" || pos === "NNP";
  return found[1] === surface.length && isNoun(lexicon.featureOf(found[2] as number).pos);
}

function surfaces(lexicon: Lexicon, text: string): string[] {
  const found = lexicon.segment(text, 0, text.length);
  return Array.from({ length: found.length / 3 }, (_, i) => text.slice(found[3 * i], found[3 * i + 1]));
}
