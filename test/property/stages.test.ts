import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findArticle } from "../../src/article/find-article.js";
import { readSource } from "../../src/core/source.js";
import type { Diagnostic, Sentence, Span } from "../../src/core/types.js";
import { type Analyzer, loadAnalyzer, parseUserDictionary } from "../../src/index.js";
import type { Lexicon } from "../../src/lexicon/lexicon.js";
import { loadLexicon } from "../../src/lexicon/load-lexicon.js";
import { splitSentences } from "../../src/sentence/split-sentences.js";
import { tokenize } from "../../src/token/tokenize.js";
import { anyDay, anyText, PATIENCE, runs } from "./texts.js";

const ignore = (_: Diagnostic) => {};
const ordered = (spans: readonly Span[]) =>
  spans.every(({ start }, i) => i === 0 || (spans[i - 1] as Span).end <= start);

let lexicon: Lexicon;
let analyzer: Analyzer;
beforeAll(async () => {
  lexicon = await loadLexicon();
  analyzer = await loadAnalyzer({ tagger: { name: "none", tag: () => [] } });
});

describe("source", () => {
  test("every unit maps to a span inside, in order and apart, and the whole to the whole", () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const { text, original, toOriginal } = readSource(given, ignore);
        expect(original).toBe(given);
        let end = 0;
        for (let i = 0; i < text.length; i++) {
          const span = toOriginal({ start: i, end: i + 1 });
          if (span.start >= span.end || span.end > given.length || span.start < end)
            expect.unreachable(`${i} -> ${JSON.stringify(span)}`);
          end = span.end;
        }
        const whole = toOriginal({ start: 0, end: text.length });
        expect(0 <= whole.start && whole.end <= given.length).toBe(true);
      }),
      runs(150),
    );
  });

  test("reading what was read changes nothing", () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const { text } = readSource(given, ignore);
        expect(readSource(text, ignore).text).toBe(text);
      }),
      runs(150),
    );
  });

  test("what stands unit for unit is the same text", () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const { text, toOriginal } = readSource(given, ignore);
        for (let i = 0; i < text.length; i++) {
          const { start, end } = toOriginal({ start: i, end: i + 1 });
          const code = text.charCodeAt(i);
          if (code >= 0xac00 && code <= 0xd7a3 && end - start === 1 && given[start] !== text[i])
            expect.unreachable(`${i} -> ${start}`);
        }
      }),
      runs(80),
    );
  });
});

describe("article and sentences", () => {
  test("paragraphs and boilerplate lie apart; sentences lie in the article, cover its words, and are trimmed", () => {
    fc.assert(
      fc.property(anyText, anyDay, (given, day) => {
        const { text } = readSource(given, ignore);
        const article = findArticle(text, day === undefined ? {} : { publishedAt: day }, ignore);
        const sentences = splitSentences(text, article);
        expect(ordered(article.body)).toBe(true);
        expect(ordered(article.boilerplate)).toBe(true);
        expect(ordered(sentences)).toBe(true);
        for (const { start, end } of sentences) {
          expect(end).toBeGreaterThan(start);
          expect(/^\s|\s$/.test(text.slice(start, end))).toBe(false);
        }
        const covered = (span: Span) => {
          let rest = "";
          let at = span.start;
          for (const { start, end } of sentences) {
            if (end <= span.start || start >= span.end) continue;
            rest += text.slice(at, Math.max(at, start));
            at = Math.max(at, end);
          }
          return (rest + text.slice(Math.min(at, span.end), span.end)).trim();
        };
        for (const span of article.body) expect(covered(span)).toBe("");
        for (const waste of article.boilerplate)
          for (const { start, end } of sentences) expect(start < waste.end && waste.start < end).toBe(false);
      }),
      runs(120),
    );
  });
});

describe("tokens", () => {
  test("cover all but white space, in order, whatever the sentences", () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(400), { maxLength: 6 }), (text, cuts) => {
        const edges = [0, ...new Set(cuts.filter((cut) => cut > 0 && cut < text.length)), text.length].sort(
          (a, b) => a - b,
        );
        const sentences: Sentence[] = edges
          .slice(1)
          .map((end, i) => ({ start: edges[i] as number, end, part: "body" as const }))
          .filter(({ start, end }) => start < end);
        const tokens = tokenize(text, sentences, lexicon).slice();
        expect(ordered(tokens)).toBe(true);
        let covered = 0;
        for (const token of tokens) {
          const exact =
            token.text === text.slice(token.start, token.end) && token.text.trim() !== "" && token.pos !== "";
          if (!exact) expect.unreachable(JSON.stringify(token));
          covered += token.text.replace(/[\s\0\u200b]+/g, "").length;
        }
        expect(covered).toBe(text.replace(/[\s\0\u200b]+/g, "").length);
      }),
      runs(120),
    );
  });
});

describe("readers of small texts", () => {
  test("parseTime returns a timex or null", () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, day) => {
        const timex = analyzer.parseTime(text, { reference: day ?? "2024-03-25" });
        if (timex !== null) expect(timex.text).toBe(text.slice(timex.start, timex.end));
      }),
      runs(120),
    );
  });

  test(
    "parseUserDictionary keeps good lines and numbers bad ones",
    () => {
      const line = fc.oneof(
        anyText,
        fc.constantFrom("한빛톤\tNNP", "한빛톤\tNNP\t지명\t100", "한빛톤\tXX", "\tNNG", "# 한빛", ""),
      );
      fc.assert(
        fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
          const { entries, problems } = parseUserDictionary(lines.join("\n"));
          for (const { surface } of entries) expect(surface).not.toBe("");
          for (const problem of problems) {
            expect(problem.line).toBeGreaterThan(0);
            expect(problem.reason).not.toBe("");
          }
        }),
        runs(120),
      );
    },
    PATIENCE,
  );
});
