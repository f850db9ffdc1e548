import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Layers, readSource, restoreOffsets } from "../../../src/core/source.js";
import { asTokens } from "../../support/tokens.js";
import type { Diagnostic } from "../../../src/core/types.js";

const read = (text: string) => readSource(text, () => {});

describe("readSource", () => {
  const cases: [name: string, given: string, expected: string][] = [
    ["그대로", "파주시는 25일 협약을 맺었다.\n끝", "파주시는 25일 협약을 맺었다.\n끝"],
    ["NFD 한글", "파주시 각료".normalize("NFD"), "파주시 각료"],
    ["라틴 결합 문자", "cafe\u0301", "café"],
    ["전각 ASCII", "ＭＯＵ（２０２４）", "MOU(2024)"],
    ["전각·고정폭·탭 공백", "가\u3000나\u00a0다\u2009라\t마", "가 나 다 라 마"],
    ["폭 없는 문자", "\ufeff파\u200b주\u00ad시\u2060\u200e", "파주시"],
    ["폭 없는 문자 너머의 자모", "\u1100\u200b\u1161", "가"],
    ["KS X 1001 겹친 한자", "\uf90a", "金"],
    ["CRLF는 그대로", "가\r\n나", "가\r\n나"],
    ["줄 분리 문자", "가\u2028나", "가\n나"],
    ["이모지와 보충 평면 한자", "🚨\u{2f800}", "🚨丽"],
  ];
  test.each(cases)("%s", (_, given, expected) => expect(read(given).text).toBe(expected));

  test("바꿀 것이 없으면 원문 그 자체다", () => {
    const text = "정부는 25일 “추경안을 의결했다”고 밝혔다. □ ㈜가나 · 3.5%";
    const source = read(text);
    const span = { start: 1, end: 3 };
    expect(source.text).toBe(text);
    expect(source.toOriginal(span)).toBe(span);
  });

  test.each<[string, string, string, string]>([
    ["NFD", "🚨 파주시는".normalize("NFD"), "파주시", "파주시".normalize("NFD")],
    ["폭 없는 문자는 끝에 딸려 오지 않는다", "파\u200b주시\u200b는", "파주시", "파\u200b주시"],
    ["전각", "（ＭＯＵ）체결", "MOU", "ＭＯＵ"],
    ["앞에 버린 글자", "\ufeff\ufeff서울", "서울", "서울"],
  ])("되돌리기: %s", (_, given, surface, expected) => {
    const source = read(given);
    const start = source.text.indexOf(surface);
    const span = source.toOriginal({ start, end: start + surface.length });
    expect(given.slice(span.start, span.end)).toBe(expected);
  });

  test("버린 글자와 늘어난 글자가 맞비겨도 어긋나지 않는다", () => {
    // U+0958 grows by one under NFC, the zero-width space goes: the lengths agree, the offsets do not.
    const source = read("\u200b가\u0958나");
    const at = source.text.indexOf("나");
    expect(source.toOriginal({ start: at, end: at + 1 })).toEqual({ start: 3, end: 4 });
  });

  test("lone surrogates are kept and reported once", () => {
    const found: Diagnostic[] = [];
    const source = readSource("가\ud800나\udc00", (diagnostic) => found.push(diagnostic));
    expect(source.text).toBe("가\ud800나\udc00");
    expect(found).toEqual([{ code: "source/lone-surrogate", severity: "warning", stage: "source", start: 1, end: 2 }]);
  });

  test("a text longer than a million code units is said to be long, and read", () => {
    const codes: string[] = [];
    expect(readSource("가".repeat(1_000_001), ({ code }) => codes.push(code)).text.length).toBe(1_000_001);
    expect(codes).toEqual(["source/too-long"]);
  });

  test("a pile of 200,000 marks is read in linear time", () => {
    expect(read(`a${"\u0301\u0316".repeat(100_000)}`).text.length).toBeGreaterThan(199_000);
  });

  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "파주시",
          "각",
          "\u200b",
          "\u0301",
          "\u1100",
          "\u1161",
          "\u11a8",
          "Ａ",
          "\u3000",
          "🚨",
          "\ud800",
          "\r\n",
          "é",
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 40 }).map((given) => given.normalize("NFD")),
  );

  test("property: every span maps into the original, in order, and the text is stable", () => {
    fc.assert(
      fc.property(text, (given) => {
        const source = read(given);
        expect(read(source.text).text).toBe(source.text);
        let last = 0;
        for (let start = 0; start < source.text.length; start++) {
          const span = source.toOriginal({ start, end: start + 1 });
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(given.length);
          last = span.start;
        }
        const whole = source.toOriginal({ start: 0, end: source.text.length });
        expect(read(given.slice(whole.start, whole.end)).text).toBe(source.text);
      }),
      { numRuns: 400 },
    );
  });

  test("property: NFC and NFD of one text are one text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (given) => {
        expect(read(given.normalize("NFD")).text).toBe(read(given.normalize("NFC")).text);
      }),
      { numRuns: 200 },
    );
  });
});

describe("restoreOffsets", () => {
  const layers = (text: string): Layers => {
    const at = (surface: string) => {
      const start = text.indexOf(surface);
      return { start, end: start + surface.length, text: surface };
    };
    return {
      language: "kor",
      article: {
        subheadlines: [],
        bylines: [{ ...at("김하나 기자"), reporters: [at("김하나")] }],
        captions: [],
        body: [at("파주시는")],
        boilerplate: [],
      },
      sentences: [{ ...at("파주시는"), part: "body" }],
      tokens: asTokens([{ ...at("파주시"), pos: "NNP", lemma: "파주시" }]),
      mentions: [{ ...at("파주시"), id: "m1", type: "LOCATION", fine: "LCP_CITY", score: 1 }],
      entities: [{ id: "e1", type: "LOCATION", name: "파주시", aliases: [], mentions: ["m1"], links: [], salience: 1 }],
      relations: [],
      timexes: [],
      events: [
        {
          id: "v1",
          trigger: at("체결"),
          kind: "sign",
          timex: "t1",
          date: { from: "2024-03-28", to: "2024-03-28" },
          status: "planned",
          participants: [],
        },
      ],
      quotes: [{ ...at("체결"), id: "q1", kind: "direct", cue: at("는") }],
      diagnostics: [{ code: "source/lone-surrogate", severity: "warning", stage: "source", start: 0, end: 1 }],
      meta: { gisa: "0", lexicon: "0", model: "0" },
    };
  };

  test.each(["NFC", "NFD"] as const)("%s: every layer is a slice of the text as given", (form) => {
    const given = "\u200b파주시는 협약을 체결 김하나 기자".normalize(form);
    const source = read(given);
    const doc = restoreOffsets(source, layers(source.text));
    const spans = [
      ...doc.tokens,
      ...doc.mentions,
      ...doc.quotes,
      doc.events[0]!.trigger,
      doc.quotes[0]!.cue!,
      ...doc.article.bylines,
      ...doc.article.bylines[0]!.reporters,
    ];
    expect(doc.text).toBe(given);
    for (const span of spans) expect(given.slice(span.start, span.end)).toBe(span.text);
    expect(doc.mentions[0]).toMatchObject({ entity: "e1", start: 1 });
    expect(doc.entities[0]!.name).toBe("파주시");
    expect(doc.diagnostics[0]).toMatchObject({ start: 1 });
  });

  test("what needs nothing is not copied", () => {
    const source = read("파주시는 협약을 체결 김하나 기자");
    const given = layers(source.text);
    const doc = restoreOffsets(source, given);
    expect(doc.tokens[0]).toBe(given.tokens.slice()[0]);
    expect(doc.article).toBe(given.article);
    expect(doc.mentions[0]!.entity).toBe("e1");
  });

  test.each(["NFC", "NFD"] as const)(
    "%s: tokens are made once, when they are first read, and are fields like any other",
    (form) => {
      const source = read("파주시는 협약을 체결 김하나 기자".normalize(form));
      const given = layers(source.text);
      let made = 0;
      const slice = () => {
        made++;
        return given.tokens.slice();
      };
      const doc = restoreOffsets(source, { ...given, tokens: { ...given.tokens, slice } });
      expect(Object.keys(doc).slice(0, 6)).toEqual(["text", "language", "article", "sentences", "tokens", "mentions"]);
      expect(made).toBe(0);
      expect(doc.tokens).toBe(doc.tokens);
      expect(Array.isArray(doc.tokens)).toBe(true);
      const plain = JSON.parse(JSON.stringify(doc));
      expect(plain.tokens).toEqual([...doc.tokens]);
      expect(structuredClone(doc)).toEqual(plain);
      expect({ ...Object.freeze(doc) }).toEqual(plain);
      expect(made).toBe(1);
    },
  );
});
