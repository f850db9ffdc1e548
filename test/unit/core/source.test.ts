import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Layers, readSource, restoreOffsets } from "../../../src/core/source.js";
import { asTokens } from "../../support/tokens.js";
import type { Diagnostic, Mention, Span, TextSpan } from "../../../src/core/types.js";

const read = (text: string) => readSource(text, () => {});

/** All of the Basic Multilingual Plane but surrogates, private use and the middle of the ideographs and of the syllables. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => !/[\u4e10-\u9ff0\uac10-\ud790\ud800-\udfff\ue010-\uf8f0]/.test(character),
);

/** What is read of a character after another, from what Unicode says of it. */
function expectedOf(base: string, character: string): string {
  let plain = base + character;
  if (/\p{Cf}/u.test(character) && /\p{Default_Ignorable_Code_Point}/u.test(character)) plain = base;
  else if (/[\p{Zs}\t\v\f\u3164\uffa0]/u.test(character)) plain = `${base} `;
  else if (/[\u0085\u2028\u2029]/u.test(character)) plain = `${base}\n`;
  else if (/[！-～]/u.test(character)) plain = base + character.normalize("NFKC");
  const composed = plain.normalize("NFC");
  return composed.length > plain.length ? plain : composed;
}

describe("readSource", () => {
  const cases: [name: string, given: string, expected: string][] = [
    ["그대로", "파주시는 25일 협약을 맺었다.\n끝", "파주시는 25일 협약을 맺었다.\n끝"],
    ["NFD 한글", "파주시 각료".normalize("NFD"), "파주시 각료"],
    ["라틴 결합 문자", "cafe\u0301", "café"],
    ["전각 ASCII", "ＭＯＵ（２０２４）", "MOU(2024)"],
    ["전각·고정폭·탭 공백", "가\u3000나\u00a0다\u2009라\t마", "가 나 다 라 마"],
    ["폭 없는 문자", "\ufeff파\u200b주\u00ad시\u2060\u200e", "파주시"],
    ["폭 없는 문자 너머의 자모", "\u1100\u200b\u1161", "가"],
    ["줄바꿈 자리 너머의 결합 문자", "cafe\u00ad\u0301s", "cafés"],
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
    // U+0958 would grow by one under NFC and the zero-width space goes: the lengths would agree, the offsets would not.
    const source = read("\u200b가\u0958나");
    const at = source.text.indexOf("나");
    expect(source.toOriginal({ start: at, end: at + 1 })).toEqual({ start: 3, end: 4 });
  });

  test("of a pile of marks none is lost", () => {
    for (const marks of [31, 32, 33, 34, 70]) {
      const given = `a${"\u0301\u0316".repeat(marks / 2)}\u0301b`;
      expect(read(given).text.normalize("NFC")).toBe(given.normalize("NFC"));
    }
  });

  test.each<[string, given: string, at: number, expected: number]>([
    ["빈 글", "", 0, 0],
    ["아무것도 남지 않는 글", "\ufeff\u200b", 0, 0],
    ["글자 앞", "\ufeff가\u200b나\u200b", 0, 1],
    ["글자 사이", "\ufeff가\u200b나\u200b", 1, 3],
    ["글의 끝", "\ufeff가\u200b나\u200b", 2, 4],
    ["NFD 글의 끝", "각".normalize("NFD"), 1, 3],
  ])("빈 자리 되돌리기: %s", (_, given, at, expected) =>
    expect(read(given).toOriginal({ start: at, end: at })).toEqual({ start: expected, end: expected }),
  );

  test.each<[string, given: string, limit: number | undefined, expected: string]>([
    ["한도와 같다", "가나\n다라", 5, "가나\n다라"],
    ["한도가 없다", "가나\n다라", undefined, "가나\n다라"],
    ["뒤쪽 절반에 줄 끝이 있다", "가나\n다라", 4, "가나\n"],
    ["줄 끝이 바로 한도다", "가나다\n라", 4, "가나다\n"],
    ["줄 끝이 한도 밖이다", "가나다라\n마", 4, "가나다라"],
    ["줄 끝이 앞쪽 절반에 있다", "가\n나다라마바", 6, "가\n나다라마"],
    ["서러게이트 쌍 사이", "가나🚨다", 3, "가나"],
    ["서러게이트 쌍 뒤", "가나🚨다", 4, "가나🚨"],
    ["한 단위로 된 마지막 글자", "가\uffff나", 2, "가\uffff"],
    ["NFD", "가나다".normalize("NFD"), 4, "가나"],
  ])("한도: %s", (_, given, characters, expected) => {
    const found: Diagnostic[] = [];
    const source = readSource(given, (diagnostic) => found.push(diagnostic), characters ? { characters } : {});
    const { length } = expected;
    expect([source.text, source.original]).toEqual([expected, given]);
    const stopped = { code: "source/over-limit", severity: "warning", stage: "source", start: length, end: length };
    expect(found).toEqual(given.length > (characters ?? given.length) ? [stopped] : []);
  });

  test.each([
    ["가\ud800나\udc00", 1],
    ["\ud800나", 0],
    ["\ufeff가\udc00", 1],
  ])("lone surrogates are kept and reported once: %j", (given, start) => {
    const found: Diagnostic[] = [];
    const source = readSource(given, (diagnostic) => found.push(diagnostic));
    expect(source.text).toBe(given.replace("\ufeff", ""));
    const [code, severity, stage] = ["source/lone-surrogate", "warning", "source"];
    expect(found).toEqual([{ code, severity, stage, start, end: start + 1 }]);
  });

  test("what is changed is changed where it is all that is unusual, too", () => {
    const changed = CHARACTERS.filter((character) => expectedOf("각", character) !== `각${character}`);
    for (const character of changed)
      expect(read(`각${character}한`).text, JSON.stringify(character)).toBe(`${expectedOf("각", character)}한`);
  });

  test("낱자는 NFC가 모으는 대로 모인다", () => {
    // Around the edges of the modern leads, vowels and tails; nothing, or an old one, in the tail's place.
    const triples: string[] = [];
    for (let lead = 0x10ff; lead <= 0x1113; lead++)
      for (let vowel = 0x1160; vowel <= 0x1176; vowel++)
        for (const tail of ["", "\u11a7", "\u11a8", "\u11c2", "\u11c3"])
          triples.push(String.fromCharCode(lead, vowel) + tail);
    expect(read(triples.join("·")).text).toBe(triples.join("·").normalize("NFC"));
  });

  test.each(["각", "가", "a", "\u1100"])("every character of the Basic Multilingual Plane, after %j", (base) => {
    const texts = CHARACTERS.map((character) => base + character);
    expect(read(texts.join("")).text).toBe(CHARACTERS.map((character) => expectedOf(base, character)).join(""));
  });

  test("a long text, with what is dropped at its beginning and in its midst", () => {
    const source = read(`\ufeff${"가".repeat(150_000)}\u200b각`);
    expect(source.text === `${"가".repeat(150_000)}각`).toBe(true);
    expect(source.toOriginal({ start: 149_999, end: 150_001 })).toEqual({ start: 150_000, end: 150_003 });
  });

  test.each([
    [1_000_000, []],
    [1_000_001, [{ code: "source/too-long", severity: "info", stage: "source" }]],
  ])("a text of %i code units is read whole, and said to be long where it is", (length, expected) => {
    const found: Diagnostic[] = [];
    expect(readSource("가".repeat(length), (diagnostic) => found.push(diagnostic)).text.length).toBe(length);
    expect(found).toEqual(expected);
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

const ARTICLE = `[속보] 파주시, 협약 맺어
둘째 제목
(일산=새빛뉴스) 문가람 기자 = 교하동은 28일 협약을 체결할 예정이라고 “밝혔다.”
사진설명 구름
garam@example.com
무단전재 금지`;

/** Every layer with every field, or with those alone that are always there; `write` is how a stretch of ARTICLE stands in `text`. */
function layersOf(
  text: string,
  write: (surface: string) => string,
  fields: "every field" | "no field but must",
): Layers {
  const bare = (surface: string): Span => {
    const start = text.indexOf(write(surface));
    return { start, end: start + write(surface).length };
  };
  const at = (surface: string): TextSpan => ({ ...bare(surface), text: write(surface) });
  const mention = { type: "LOCATION", fine: "LCP_CITY", score: 1 } as const;
  const event = {
    kind: "sign",
    timex: "t1",
    date: { from: "2024-03-28", to: "2024-03-28" },
    status: "planned",
  } as const;
  const found = { severity: "warning", stage: "source" } as const;
  const all = fields === "every field";
  return {
    language: "kor",
    article: {
      ...(all && { headline: at("파주시, 협약 맺어") }),
      subheadlines: [at("둘째 제목")],
      bylines: [
        {
          ...at("(일산=새빛뉴스) 문가람 기자 ="),
          ...(all && { outlet: at("새빛뉴스") }),
          reporters: [at("문가람")],
          ...(all && { email: at("garam@example.com") }),
        },
      ],
      ...(all && { dateline: at("일산") }),
      captions: [at("사진설명 구름")],
      body: [bare("교하동은 28일 협약을 체결할 예정이라고 “밝혔다.”")],
      boilerplate: [bare("무단전재 금지")],
      ...(all && { publishedAt: { value: "2024-03-25", source: "given" } as const }),
    },
    sentences: [{ ...bare("교하동은 28일 협약을 체결할 예정이라고 “밝혔다.”"), part: "body" }],
    tokens: asTokens([
      { ...at("교하동"), pos: "NNP", lemma: "교하동" },
      { ...at("협약"), pos: "NNG", lemma: "협약" },
    ]),
    mentions: [
      { ...at("파주시"), id: "m1", ...mention },
      { ...at("새빛뉴스"), id: "m2", ...mention, ...(all && { role: "outlet" }) },
      { ...at("28일"), id: "m3", ...mention, ...(all && { timex: "t1" }) },
    ],
    entities: [],
    relations: [],
    timexes: [
      {
        ...at("28일"),
        id: "t1",
        type: "DATE",
        value: "2024-03-28",
        from: "2024-03-28",
        to: "2024-03-28",
        explicit: ["day"],
        implied: ["year", "month"],
        anchor: "document",
        rule: "day",
      },
    ],
    events: [{ ...event, id: "v1", trigger: at("체결"), participants: [] }],
    quotes: [{ ...at("“밝혔다.”"), id: "q1", kind: "direct", ...(all && { cue: at("예정이라고") }) }],
    diagnostics: [
      all ? { code: "timex/no-such-day", ...found, ...bare("28일") } : { code: "source/not-korean", ...found },
    ],
    meta: { gisa: "0", lexicon: "0", model: "0" },
  };
}

describe("restoreOffsets", () => {
  type Way = readonly [name: string, write: (surface: string) => string, before: string, after: string];
  const ways: readonly Way[] = [
    ["그대로", (surface) => surface, "", ""],
    ["NFD", (surface) => surface.normalize("NFD"), "", ""],
    [
      "전각",
      (surface) => surface.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      "",
      "",
    ],
    ["글자마다 폭 없는 문자", (surface) => [...surface].join("\u200b"), "\u200b", "\u200b"],
    ["앞에 폭 없는 문자", (surface) => surface, "\ufeff", ""],
    ["뒤에 폭 없는 문자", (surface) => surface, "", "\u200b"],
  ];
  describe.each(["every field", "no field but must"] as const)("%s", (fields) => {
    test.each(ways)("%s: every layer is a slice of the text as given", (_, write, before, after) => {
      const given = before + write(ARTICLE) + after;
      const source = read(given);
      expect(source.text).toBe(ARTICLE);
      const expected = layersOf(given, write, fields);
      expect({
        ...restoreOffsets(
          source,
          layersOf(ARTICLE, (surface) => surface, fields),
        ),
      }).toStrictEqual({
        text: given,
        ...expected,
        tokens: expected.tokens.slice(),
      });
    });
  });

  const source = read(ARTICLE);
  const given = layersOf(ARTICLE, (surface) => surface, "every field");

  test("what needs nothing is not copied", () => {
    const doc = restoreOffsets(source, given);
    expect(doc.tokens[0]).toBe(given.tokens.slice()[0]);
    expect(doc.article).toBe(given.article);
    expect(doc.mentions[0]).toBe(given.mentions[0]);
  });

  test("each mention gets the entity that names it, and keeps what else it has", () => {
    const [plain, outlet, time] = given.mentions as [Mention, Mention, Mention];
    const older = { ...plain, id: "m4", entity: "e1" };
    const other = { ...plain, id: "m5", entity: "e1" };
    const entity = (id: string, mentions: readonly string[]) =>
      ({ id, type: "LOCATION", name: "파주시", aliases: [], mentions, links: [], salience: 1 }) as const;
    const mentions = [plain, outlet, time, older, other];
    const entities = [entity("e1", ["m1", "m2", "m4"]), entity("e2", ["m3", "m5"])];
    const doc = restoreOffsets(source, { ...given, mentions, entities });
    expect(doc.mentions).toStrictEqual([
      { ...plain, entity: "e1" },
      { ...outlet, entity: "e1" },
      { ...time, entity: "e2" },
      older,
      { ...other, entity: "e2" },
    ]);
    expect(doc.mentions[3]).toBe(older);
    expect(doc.entities).toBe(entities);
  });

  test.each(["NFC", "NFD"] as const)(
    "%s: tokens are made once, when they are first read, and are fields like any other",
    (form) => {
      let made = 0;
      const slice = () => {
        made++;
        return given.tokens.slice();
      };
      const doc = restoreOffsets(read(ARTICLE.normalize(form)), { ...given, tokens: { ...given.tokens, slice } });
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
