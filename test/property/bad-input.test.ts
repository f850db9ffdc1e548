import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Analyzer, type Doc, GisaError } from "../../src/index.js";
import { testAnalyzer } from "../support/analyzer.js";
import { expectSound } from "../support/expect-sound.js";
import { breath, processorTime } from "../support/processor-time.js";

const ARTICLE = readFileSync(new URL("../../examples/article.txt", import.meta.url), "utf8");
const PUBLISHED = { publishedAt: "2024-03-25" };

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await testAnalyzer();
});

function sound(text: string, options = {}): Doc {
  const doc = analyzer.analyze(text, { ...PUBLISHED, ...options });
  expectSound(doc, text);
  return doc;
}

const codes = (doc: Doc) => doc.diagnostics.map(({ code }) => code);
const nothing = (doc: Doc) =>
  [doc.sentences, doc.tokens, doc.mentions, doc.entities, doc.timexes, doc.events, doc.quotes].flat();

describe("no text", () => {
  test.each(["", " ", "\n\n\t\r\n", "\u00a0\u3000\ufeff", "\u200b"])("%j", (text) => {
    const doc = sound(text);
    expect(nothing(doc)).toEqual([]);
    expect(codes(doc)).toContain("source/empty");
  });
});

describe("another language", () => {
  const english =
    "The city council approved a new budget on Tuesday. Mayor John Smith said the plan would create jobs across the region, and members of the opposition asked for a second reading next month.";
  const japanese =
    "東京都の知事は二十五日、記者会見を開き、新しい交通計画を発表した。計画は来年四月から始まり、多くの市民が利用できるようになる見込みだ。";
  test.each([
    ["English", english],
    ["Japanese", japanese],
  ])("%s gives nothing and says so; force gives a document", (_, text) => {
    const doc = sound(text);
    expect(nothing(doc)).toEqual([]);
    expect(codes(doc)).toContain("source/not-korean");
    expect(doc.language).not.toBe("kor");
    expect(sound(text, { force: true }).tokens.length).toBeGreaterThan(5);
  });
  test("한국어 기사에 섞인 영어는 한국어 기사다", () => {
    expect(codes(sound(`${ARTICLE}\n${english}`))).not.toContain("source/not-korean");
  });
});

describe("odd characters", () => {
  const noise = (length: number, seed: number) => {
    let state = seed;
    let text = "";
    for (let i = 0; i < length; i++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      text += String.fromCharCode((state >>> 8) & 0xffff);
    }
    return text;
  };
  test.each([1, 2, 3])("binary noise %i", (seed) => {
    sound(noise(20_000, seed), { force: true });
  });
  test("bytes read as Latin-1", () => {
    sound(Buffer.from(ARTICLE).toString("latin1"), { force: true });
  });
  test("lone surrogates, reported", () => {
    const doc = sound(`한빛시는 \ud800 오는 28일 \udc00회의를 연다.\ud83d`);
    expect(codes(doc)).toContain("source/lone-surrogate");
    expect(doc.timexes.map(({ value }) => value)).toEqual(["2024-03-28"]);
  });
  test("NUL, controls, direction marks, variation selectors, joined emoji", () => {
    sound(ARTICLE.replaceAll("시", "\u0000시\u202e\u2066").replaceAll("다.", "👨‍👩‍👧‍👦다\ufe0f."));
  });
  test("conjoining jamo in odd order", () => {
    sound("\u11a8\u1161\u1100\u1161\u11a8\u11a8 ㄱㅏㄴ \u302e\u1112\u1161\u11ab\u1107\u1175\u11be시는 28일 연다");
  });
});

describe("the same article in other clothes has the same annotations", () => {
  const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");
  const facts = (doc: Doc) => ({
    mentions: doc.mentions.map(({ text, type }) => [plain(text), type]),
    timexes: doc.timexes.map(({ value }) => value),
    events: doc.events.map(({ trigger, date }) => [plain(trigger.text), date.from, date.to]),
    entities: doc.entities.map(({ name }) => plain(name)),
  });
  test.each([
    ["NFD", (text: string) => text.normalize("NFD")],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["NFD and CRLF", (text: string) => text.normalize("NFD").replaceAll("\n", "\r\n")],
    ["no-break spaces", (text: string) => text.replaceAll(" ", "\u00a0")],
    ["a byte-order mark", (text: string) => `\ufeff${text}`],
  ])("%s", (_, change) => {
    expect(facts(sound(change(ARTICLE)))).toEqual(facts(sound(ARTICLE)));
  });
});

describe("size", () => {
  // Each of these holds the thread for seconds; vitest gives up on a worker that is silent for a minute.
  afterEach(() => new Promise<void>((resolve) => setTimeout(resolve, 50)));

  test.each([
    "가",
    "1",
    "a",
    " ",
    ".",
    '"',
    "(",
    "월",
    "일",
    "씨",
    "·",
    "가 ",
    "1일 ",
    "(가",
    "“가",
    "김 ",
    "。",
    "2024.3.",
  ])(
    "one line of 400,000 characters: %j",
    (unit) => {
      const text = unit.repeat(Math.ceil(400_000 / unit.length)).slice(0, 400_000);
      // Linear stages take 1 to 15 seconds here; one quadratic stage takes an hour.
      expect(processorTime(() => sound(text, { force: true }))).toBeLessThan(60_000);
    },
    300_000,
  );
});

describe("any text", () => {
  const korean = fc.constantFrom(
    ..."한빛시는 오는 28일부터 3월 5일까지 박도윤 시장이 말했다 “연다” (서울=연합뉴스) 기자 ⓒ \n\r\t 🚨 2024.03.25. 오전 9:30 제12회 ㈜ · 金 \ud800 \u1100\u1161".split(
      /(?=.)/u,
    ),
  );
  test("made of Korean pieces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(korean, { maxLength: 120 }), async (pieces) => {
        await breath();
        sound(pieces.join(""), { force: true });
      }),
      { numRuns: 150 },
    );
  });
  test("made of anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        await breath();
        sound(text, { force: true, wholePage: true });
      }),
      { numRuns: 100 },
    );
  });
  test("the article with something put in, or cut off", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(ARTICLE.length),
        fc.nat(ARTICLE.length),
        fc.string({ unit: "grapheme", maxLength: 20 }),
        async (from, to, put) => {
          await breath();
          const [a, b] = [Math.min(from, to), Math.max(from, to)];
          sound(ARTICLE.slice(0, a) + put + ARTICLE.slice(b));
        },
      ),
      { numRuns: 40 },
    );
  });
  test("twice is once, and JSON keeps it", () => {
    const doc = sound(ARTICLE);
    expect(sound(ARTICLE)).toEqual(doc);
    expect(JSON.parse(JSON.stringify(doc))).toEqual(doc);
  });
});

describe("misuse", () => {
  test.each([undefined, null, 5, {}, Buffer.from("가"), ["가"]])("analyze(%j)", (text) => {
    expect(() => analyzer.analyze(text as string)).toThrow(GisaError);
    expect(() => analyzer.analyze(text as string)).toThrow(/takes the text as a string/);
  });
});
