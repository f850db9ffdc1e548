import { describe, expect, test } from "vitest";
import { compose } from "../../../src/timex/refiners/compose.js";
import { joinRanges } from "../../../src/timex/refiners/join-ranges.js";
import { numberMayBegin } from "../../../src/timex/rules/counted-unit.js";
import { TIMEX_RULES } from "../../../src/timex/rules/index.js";
import type { Rule } from "../../../src/timex/rules/rule.js";
import { scan } from "../../../src/timex/scan.js";

/** What each rule reads between the marks, and what it must not read behind the one mark. */
const cases: [rule: string, yes: string[], no: string[]][] = [
  [
    "named-day",
    ["|추석|을 앞두고", "|3·1절| 노래", "|어린이날| 선물"],
    ["|설립 절차", "|소설을 썼다", "|추석장사씨름"],
  ],
  [
    "nights",
    ["|2박 3일|", "|1박2일|", "|10박 11일| 일정"],
    ["|2박자", "|2박 넘게", "|2 박 3일", "제|2박 3일", "|2박 3명"],
  ],
  [
    "dotted-date",
    [
      "|2024. 3. 27.|",
      "|'24.3.25.|",
      "체결(|4.15|)",
      "|'22.3분기| 실적",
      "|'22| 시즌",
      "|8.26~27.| 서울",
      "|'50/3/25|",
    ],
    ["|4.3% 올라", "|1.2.3 버전", "|02-2188-6000", "A|24.3.25.", "5|’24", "A|’24", "|'3", "|''24"],
  ],
  [
    "bare-year",
    ["(|1880~1964|)", "(|2009|)", "(|1855|~미상)"],
    ["|1500-2000명", "|2024 파리", "|1345.7원", "제|2009)"],
  ],
  ["clock", ["|14:30|", "|09:00|~18:00", "|23:59:59|", "9:30-|11:05|"], ["|3:16", "|25:10", "|2:1", "1.|14:30"]],
  ["day-with-weekday", ["|28|(목)", "~|15.|(금)", "|3|(월)"], ["|28(명)", "|45(월)", "|28 (목)", "#|28(목)"]],
  [
    "counted-unit",
    ["|27일|", "|’22년| 봄", "|5~7일|", "|10여 년| 전"],
    ["|3시리즈", "|3분의 1", "|70주년", "5|’22년", "A|’22년", "|100,5일", "|25,1400일"],
  ],
  [
    "frequency",
    ["|월 1회|", "|주 2회|", "|연 3차례|", "|월| 10만원"],
    ["|월급", "|주주 2회", "|월 3명", "한|주 2회", "0|월 9원"],
  ],
  [
    "weekday-list",
    ["|월·수요일|", "|토·일요일|", "|수~일요일|"],
    ["|월·수 합계", "|월요일", "|일·가정", "생|일·월요일"],
  ],
  ["dotted-weekday", ["11.22.|금|", "10.10.|목|]", "5.2.|목|."], ["11.22.|금요", "|금 값", "끝.|금"]],
  [
    "bracket-weekday",
    ["27일|(수)|", "25.|(월)|", "3월 27일 |(수요일)|"],
    ["27명|(수)", "27일|(명)", "회의|(수)", "|(수)"],
  ],
  [
    "era-year",
    ["|단기| 4357년", "|세종|25~30년", "|단기| 4357~4358년", "|기원전| 37년", "|BC| 12세기", "|기원전|1세기"],
    ["|세종 시민", "|단기 대책", "|고종 황제", "장|세종 25년", "|세종 12세기", "|세종 즉위 25년", "|기원전 약 3세기"],
  ],
  [
    "counted-word",
    ["|사흘| 만에", "|석 달|", "|두 시간|", "|시월| 말"],
    ["|하루빨리", "|서해", "|한해서", "한|두 시간"],
  ],
  ["word", ["|올해| 예산", "|지난달| 말", "|이튿날| 새벽"], ["|오늘날", "|전주시", "|새해맞이"]],
];

/** The text between the marks, or what a rule read behind the one. */
function readAt(rule: Rule, marked: string): string | null {
  const at = marked.indexOf("|");
  const text = marked.replaceAll("|", "");
  const pieces = rule.read(text, at);
  if (!pieces) return null;
  expect(new Set(pieces.map((piece) => piece.rule))).toEqual(new Set([rule.id]));
  let end = at;
  for (const piece of pieces) {
    expect(piece.start).toBe(end);
    end = piece.end;
  }
  return text.slice(at, end);
}

test("every rule has its positives and negatives", () => {
  expect(cases.map(([id]) => id)).toEqual(TIMEX_RULES.map(({ id }) => id));
});

describe.each(cases)("%s", (id, yes, no) => {
  const rule = TIMEX_RULES.find((one) => one.id === id);
  test.each(yes)("reads %s", (marked) => {
    expect(rule && readAt(rule, marked)).toBe(marked.split("|")[1]);
  });
  test.each(no)("leaves %s", (marked) => {
    expect(rule && readAt(rule, marked)).toBeNull();
  });
});

/** The pieces of a text, where they stand, what they count, and what is said of their writing. */
describe("the pieces of dates and counts", () => {
  test.each<[text: string, pieces: Record<string, unknown>[]]>([
    [
      "2024. 3. 27.",
      [
        { text: "2024. ", unit: "year", numbers: [2024] },
        { text: "3. ", unit: "month", numbers: [3] },
        { text: "27.", unit: "day", numbers: [27], joint: "one" },
      ],
    ],
    [
      "'24.12.5~27.",
      [
        { text: "'24.", unit: "year", numbers: [24], quoted: true },
        { text: "12.", unit: "month", numbers: [12] },
        { text: "5~27.", unit: "day", numbers: [5, 27], joint: "range" },
      ],
    ],
    [
      "2022. 7월",
      [
        { text: "2022. ", unit: "year", numbers: [2022] },
        { text: "7월", unit: "month", numbers: [7] },
      ],
    ],
    [
      "'25.1~2월",
      [
        { text: "'25.", unit: "year", numbers: [25], quoted: true },
        { text: "1~2월", unit: "month", numbers: [1, 2], joint: "range" },
      ],
    ],
    [
      "'22. 3분기",
      [
        { text: "'22. ", unit: "year", numbers: [22], quoted: true },
        { text: "3분기", unit: "quarter", numbers: [3] },
      ],
    ],
    [
      "'21.下",
      [
        { text: "'21.", unit: "year", numbers: [21], quoted: true },
        { text: "下", half: 2 },
      ],
    ],
    [
      "12. 26. ~ 27.",
      [
        { text: "12. ", unit: "month", numbers: [12] },
        { text: "26. ~ 27.", unit: "day", numbers: [26, 27], joint: "range" },
      ],
    ],
    [
      "11.4일",
      [
        { text: "11.", unit: "month", numbers: [11] },
        { text: "4일", unit: "day", numbers: [4] },
      ],
    ],
    ["'24, ", [{ text: "'24", unit: "year", numbers: [24], quoted: true, bare: true }]],
    ["1880~1964 ", [{ text: "1880~1964", unit: "year", numbers: [1880, 1964], joint: "range", bare: true }]],
    ["’22년", [{ text: "’22년", unit: "year", numbers: [22], joint: "one", quoted: true }]],
    ["5~7일", [{ text: "5~7일", unit: "day", numbers: [5, 7], joint: "range" }]],
    ["3·4일", [{ text: "3·4일", unit: "day", numbers: [3, 4], joint: "list" }]],
    ["12,14일", [{ text: "12,14일", unit: "day", numbers: [12, 14], joint: "list" }]],
    ["11월2, 9일", [{ text: "11월" }, { text: "2, 9일", unit: "day", numbers: [2, 9], joint: "list" }]],
    ["10여 년", [{ text: "10여 년", unit: "year", numbers: [10], more: true }]],
    ["2,000년", [{ text: "2,000년", unit: "year", numbers: [2000], grouped: true }]],
    ["3천 년", [{ text: "3천 년", unit: "year", numbers: [3000], grouped: true }]],
    ["1.5시간", [{ text: "1.5시간", unit: "hours", numbers: [1.5] }]],
    ["28(목)", [{ text: "28", unit: "day", numbers: [28], dated: true }, { text: "(목)" }]],
    ["사흘", [{ text: "사흘", unit: "day", numbers: [3], joint: "one", native: true }]],
    ["두 달", [{ text: "두 달", unit: "months", numbers: [2], joint: "one", native: true }]],
    ["시월", [{ text: "시월", unit: "month", numbers: [10], joint: "one" }]],
  ])("%s", (text, expected) => {
    const pieces = scan(text, 0, text.length).map(({ start, end, ...rest }) => ({
      ...rest,
      text: text.slice(start, end),
    }));
    expect(pieces).toMatchObject(expected);
  });
});

describe("a number may begin", () => {
  const begins = (marked: string): boolean => numberMayBegin(marked.replace("|", ""), marked.indexOf("|"));
  test.each([
    "|27일",
    "오는 |27일",
    "(|27일",
    "오는|27일",
    // 문제 is no 제, 가· no figure.
    "문제|3월",
    "가.|27일",
    "가,|300일",
    "가·|27일",
    "가:|27일",
    "가-|27일",
    " -|27일",
    // Two numbers, not one of thousands.
    "3,|14일",
    "13,|1400일",
    "가+|13일",
  ])("%s", (marked) => {
    expect(begins(marked)).toBe(true);
  });
  test.each([
    "2|7일",
    "A|27일",
    "제|27일",
    " 제|27일",
    "$|27",
    "₩|27",
    "€|27",
    "£|27",
    "¥|27",
    "#|27",
    "3.|14일",
    "1:|27일",
    "1/|27일",
    "3·|1절",
    "3ㆍ|1절",
    "1,|000일",
    "010-|27",
    "A-|27",
    "3+|4일",
    "+|13일",
    "+ |13일",
    "D+|13일",
    "D+ |13일",
    " +|13일",
    "(+|13일",
    ",+|13일",
  ])("not: %s", (marked) => {
    expect(begins(marked)).toBe(false);
  });
});

const surfaces = (text: string): string[] =>
  joinRanges(text, compose(text, scan(text, 0, text.length))).map(({ start, end }) => text.slice(start, end));

describe("the pass over the text", () => {
  const read = (marked: string): string[] => {
    const [before = "", stretch = "", after = ""] = marked.split("|");
    const text = before + stretch + after;
    return scan(text, before.length, before.length + stretch.length).map(({ start, end }) => text.slice(start, end));
  };
  test.each([
    ["지난해 |3월 27일 오후| 2시", ["3월", "27일", "오후"]],
    // What ends behind the stretch is not read, what ends in it is.
    ["|2024. 3. 2|7.", []],
    ["|2박 3|일", []],
    ["|3월 2|7일", ["3월"]],
    ["|14:3|0", []],
    // A run of figures is one number.
    ["|202427일|", ["202427일"]],
    ["|12345678927일|", []],
    ["|작업오전 회의내일|", []],
    ["|||", []],
  ])("%s", (marked, expected) => {
    expect(read(marked)).toEqual(expected);
  });
});

describe("the order of the rules", () => {
  test.each([
    ["3·1절에 만난다", ["3·1절"]],
    ["2박 3일 일정", ["2박 3일"]],
    ["2024. 3. 27. 배포", ["2024. 3. 27."]],
    ["매주 월·수요일 운행", ["매주 월·수요일"]],
    ["세종 25년 봄", ["세종 25년 봄"]],
  ])("%s", (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });
});

describe("joining ranges", () => {
  test.each([
    ["27일부터 4월 3일까지 연다", ["27일부터 4월 3일까지"]],
    ["8일부터 사흘간 연다", ["8일부터 사흘간"]],
    ["9일부터 이날 오전 11시까지 내렸다", ["9일", "이날", "오전 11시"]],
    ["12분에서 20분으로 벌어진다", ["12분", "20분"]],
    ["29일부터 이틀 간격으로 나온다", ["29일", "이틀"]],
    ["5일부터 받는다", ["5일"]],
  ])("%s", (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });
});
