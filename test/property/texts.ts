import { readFileSync } from "node:fs";
import fc from "fast-check";

const read = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");

/** Articles of our own. */
export const ARTICLES: readonly string[] = [
  read("article.txt"),
  ...read("articles.jsonl")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => (JSON.parse(line) as { text: string }).text),
];

/** Pieces that the stages look for, and pieces that they trip over. */
const PIECES: readonly string[] = [
  ...[
    "한빛시",
    "한빛시의회",
    "박도윤",
    "박도윤 시장",
    "김 의장",
    "이모(45) 씨",
    "서울중앙지검",
    "㈜가람",
    "더불어민주당",
    "코로나19",
  ],
  ...["경기도 파주시", "서울", "국립암센터", "CIC", "Joe Biden", "Cambridge Innovation Center", "남궁민수", "핀란드"],
  ...[
    "오는 28일",
    "지난 22년 7월",
    "3월 5일부터 4월 3일까지",
    "2024.03.25. 오전 9:30",
    "내년 상반기",
    "사흘간",
    "제22대",
    "매주 화요일",
  ],
  ...[
    "99월 99일",
    "2월 30일",
    "0년",
    "설날",
    "음력 5월 5일",
    "24시 60분",
    "999999999년",
    "기원전 3세기",
    "’24.3월",
    "1∼3분기",
  ],
  ...[
    "은",
    "는",
    "이",
    "가",
    "을",
    "에서",
    "으로부터",
    "(이하 ",
    ")",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    "[",
    "]",
    "《",
    "》",
    "'",
    '"',
  ],
  ..."말했다. |열린다. |체결했다|라며 |고 밝혔다.\n|다. |? |! |… |·|,|=|/|@|ⓒ |▲|◇|■|※|☞|→".split("|"),
  ...[
    "(서울=연합뉴스) 홍길동 기자 =",
    "[가람일보=이서준 기자]",
    "seojun@garam.example",
    "속초 0.1℃",
    "무단 전재 및 재배포 금지",
    "사진=가람일보",
  ],
  ...[
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u200b",
    "\u200d",
    "\u00ad",
  ],
  ...[
    "\u202e",
    "\u2066",
    "\u2069",
    "\u061c",
    "🚨",
    "👨‍👩‍👧",
    "🇰🇷",
    "\ufe0f",
    "𠮷",
    "\ud800",
    "\udc00",
    "\u0000",
    "\uffff",
  ],
  ...[
    "각".normalize("NFD"),
    "한빛시".normalize("NFD"),
    "\u1100",
    "\u1161",
    "\u11a8",
    "é".normalize("NFD"),
    "\u0301\u0323",
    "ﬁ",
    "Å",
    "Ａ１２",
    "㎢",
    "Ⅱ",
  ],
  ...[
    "__proto__",
    "constructor",
    "<script>",
    "#{a}",
    "\\",
    "%00",
    "=SUM(A1)",
    "0",
    "1",
    "12",
    "2024",
    "1,234",
    "3.14",
    "1e9",
    "제",
    "김",
    "일",
    "월",
    "년",
  ],
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((parts) => parts.join(""));
const anything = fc.string({ unit: "binary", maxLength: 300 });
/** UTF-16 code units, lone surrogates among them. */
const units = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFKC"),
  (text) => text.normalize("NFKD"),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  (text) => text.replaceAll(" ", ""),
  (text) => text.replaceAll(" ", "\n"),
  (text) => text.replaceAll("\n", " "),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text) => [...text].join("\u200b"),
  (text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => `\u202b${text}\u202c`,
  (text) => [...text].reverse().join(""),
  (text) => text.toUpperCase(),
  (text) => text + text,
];

/** Pieces of the articles, shuffled and cut. */
const cuttings = (articles: readonly string[]) =>
  fc
    .array(
      fc
        .record({ article: fc.nat(articles.length - 1), at: fc.nat(5_000), length: fc.nat(200) })
        .map(({ article, at, length }) => {
          const text = articles[article] as string;
          const from = at % Math.max(1, text.length);
          return text.slice(from, from + length);
        }),
      { maxLength: 8 },
    )
    .chain((parts) => fc.constantFrom("", " ", "\n", "\n\n", "\r\n").map((glue) => parts.join(glue)));

/** A stretch of one of the articles with something put in, in other clothes. Where `longest` is given, no more of the article than that. */
const mutated = (articles: readonly string[], longest = Number.POSITIVE_INFINITY) =>
  fc
    .record({
      article: fc.nat(articles.length - 1),
      window: fc.double({ min: 0, max: 1, noNaN: true }),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
      put: fc.oneof(pieces, units),
      disguise: fc.option(fc.nat(DISGUISES.length - 1)),
    })
    .map(({ article, window, from, to, put, disguise }) => {
      const whole = articles[article] as string;
      const first = Math.floor(window * Math.max(0, whole.length - longest));
      const text = whole.slice(first, first + longest);
      const [a, b] = [Math.min(from, to), Math.max(from, to)].map((part) => Math.floor(part * text.length)) as [
        number,
        number,
      ];
      const changed = text.slice(0, a) + put + text.slice(b);
      return disguise === null ? changed : (DISGUISES[disguise] as (text: string) => string)(changed);
    });

/** Any text: pieces, changed and cut articles, any code points, any code units. */
export const anyTextOf = (articles: readonly string[], longest?: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: pieces },
    { weight: 3, arbitrary: mutated(articles, longest) },
    { weight: 2, arbitrary: cuttings(articles) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: units },
  );

export const anyText: fc.Arbitrary<string> = anyTextOf(ARTICLES);

export const anyDay: fc.Arbitrary<string | undefined> = fc.option(
  fc
    .record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(
      ({ year, month, day }) =>
        `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    ),
  { nil: undefined, freq: 4 },
);

/** Runs of a property: FUZZ_RUNS, or what keeps the everyday run short. */
export const runs = (usual: number): { numRuns: number } => ({ numRuns: Number(process.env.FUZZ_RUNS ?? usual) });

/** Long enough for FUZZ_RUNS. */
export const PATIENCE = process.env.FUZZ_RUNS === undefined ? 120_000 : 24 * 3_600_000;
