import { describe, expect, test } from "vitest";
import type { MentionDraft, MentionType } from "../../../src/core/types.js";
import { findTimexes } from "../../../src/timex/find-timexes.js";
import { follows } from "../../../src/timex/refiners/adjacent.js";
import { beforeTitle, inTitle, nameReader } from "../../../src/timex/refiners/drop-named.js";

const article = {
  subheadlines: [],
  bylines: [],
  captions: [],
  body: [],
  boilerplate: [],
  publishedAt: { value: "2024-10-16", source: "given" as const },
};
const find = (text: string) => findTimexes(text, article, [{ start: 0, end: text.length, part: "body" }], [], () => {});
/** The first place of `part` in `text`. */
const spanOf = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

describe("이웃한 조각", () => {
  const two = (gap: string) => {
    const text = `9월${gap}3일`;
    return follows(text, spanOf(text, "9월"), spanOf(text, "3일"));
  };
  test.each(["", " ", "\n"])("사이에 %j 있으면 이어진다", (gap) => expect(two(gap)).toBe(true));
  test.each(["  ", ",", "~", "(", "에", "\t", " \n"])("사이에 %j 있으면 끊긴다", (gap) => expect(two(gap)).toBe(false));
  test("줄이 바뀌어도 한 날짜다", () => {
    expect(find("행사는 10월\n18일 열린다.").map(({ text, value }) => [text, value])).toEqual([
      ["10월\n18일", "2024-10-18"],
    ]);
  });
});

describe("책과 문서의 제목 속 해", () => {
  test.each<[string, string, boolean]>([
    ["「2023년 온실가스 감축목표 이행점검」을 확정했다.", "2023년", true],
    ["「’23년 온실가스 감축목표」를 확정했다.", "’23년", true],
    ["『2023년도 한국 사회 동향』을 읽었다.", "2023년도", true],
    ["《2023년 상반기 시장 동향》을 읽었다.", "2023년 상반기", true],
    ["〈2023년상반기 시장 동향〉을 읽었다.", "2023년상반기", true],
    // 따옴표 밖, 제목이 짧거나 닫히지 않은 것, 해보다 자세한 날
    ["올해 2023년 온실가스 감축목표」를 확정했다.", "2023년", false],
    ["2023년 온실가스 감축목표」를 확정했다.", "2023년", false],
    ["「제2023년 온실가스 감축목표」를 확정했다.", "2023년", false],
    ["「2023년 말」을 읽었다.", "2023년", false],
    ["「2023년 온실가스 감축목표를 확정했다.", "2023년", false],
    ["「2023년」 온실가스 감축목표」를 확정했다.", "2023년", false],
    ["「2023년 9월 온실가스 감축목표」를 확정했다.", "2023년 9월", false],
    ["「2023년 하순기 시장 동향 보고서」", "2023년 하순기", false],
    ["「지난 2023년 시장 동향 보고서」", "지난 2023년", false],
    ["“2023년 온실가스 감축목표 이행점검”을 확정했다.", "2023년", false],
  ])("%s의 %s: %s", (text, part, expected) => {
    expect(inTitle(text, spanOf(text, part))).toBe(expected);
  });
});

describe("씨 앞의 이름", () => {
  test.each<[string, string, boolean]>([
    ["이달말 씨가 말했다.", "이달말", true],
    ["모레 씨, 반갑다.", "모레", true],
    ["손님은 이달말 씨", "이달말", true],
    ["이달말 씨를 뿌린다.", "이달말", false],
    ["이달말에 씨가 말했다.", "이달말", false],
    ["이달말 김 씨가 말했다.", "이달말", false],
    ["3월말 씨가 말했다.", "3월말", false],
    ["이달 말 씨가 말했다.", "이달 말", false],
    ["크리스마스 씨가 말했다.", "크리스마스", false],
  ])("%s의 %s: %s", (text, part, expected) => {
    expect(beforeTitle(text, spanOf(text, part))).toBe(expected);
  });
});

describe("이름에 든 날", () => {
  const draft = (start: number, end: number, type: MentionType = "EVENT", score = 0.9): MentionDraft => ({
    start,
    end,
    text: "",
    type,
    fine: "",
    score,
  });
  const held = (draft: MentionDraft) => nameReader([draft])({ start: 10, end: 15 });

  test.each<[string, MentionDraft, boolean]>([
    ["앞뒤로 더 긴 이름", draft(5, 20), true],
    ["날로 시작하는 이름", draft(10, 20), true],
    ["날로 끝나는 이름", draft(5, 15), true],
    ["날과 같은 이름", draft(10, 15), false],
    ["날보다 뒤에서 시작하는 이름", draft(11, 20), false],
    ["날보다 먼저 끝나는 이름", draft(5, 14), false],
    ["날 바로 앞에서 끝나는 이름", draft(2, 10), false],
    ["날 바로 뒤에서 시작하는 이름", draft(15, 25), false],
    ["확신이 적은 이름", draft(5, 20, "EVENT", 0.59), false],
    ["확신이 넉넉한 이름", draft(5, 20, "EVENT", 0.6), true],
  ])("%s", (_name, mention, expected) => expect(held(mention)).toBe(expected));

  test.each<[MentionType, boolean]>([
    ["EVENT", true],
    ["WORK", true],
    ["LAW", true],
    ["ORGANIZATION", true],
    ["LOCATION", true],
    ["PERSON", true],
    ["DATE", false],
    ["TIME", false],
    ["QUANTITY", false],
    ["TITLE", false],
    ["OTHER", false],
  ])("%s: %s", (type, expected) => expect(held(draft(5, 20, type))).toBe(expected));

  test("이름이 여럿이면 제자리의 것을 본다", () => {
    const isNamed = nameReader([draft(0, 5), draft(20, 30), draft(40, 50)]);
    expect(
      [
        { start: 6, end: 9 },
        { start: 22, end: 25 },
        { start: 26, end: 28 },
        { start: 30, end: 33 },
        { start: 45, end: 50 },
        { start: 60, end: 62 },
      ].map(isNamed),
    ).toEqual([false, true, true, false, true, false]);
  });
});

test.each<[string, string[]]>([
  ["매주 모인다.", ["set"]],
  ["15일 오후 3시 만났다.", ["counted-unit", "clock-time"]],
  ["사흘 걸린다.", ["duration"]],
  ["11월 3일부터 9일까지 연다.", ["range"]],
  ["11월 3일과 4일 연다.", ["range"]],
  ["4월 3일 시작하고 그로부터 사흘 뒤 끝난다.", ["counted-unit", "since"]],
  ["현재 공사 중이다.", ["word"]],
  ["지난 3일 열렸다.", ["counted-unit"]],
  ["지난주 수요일 만났다.", ["word"]],
  ["추석에 만났다.", ["named-day"]],
])("규칙의 이름: %s", (text, rules) => {
  expect(find(text).map(({ rule }) => rule)).toEqual(rules);
});

test("연호는 말한 것이다", () => {
  expect(find("정조 20년 성을 쌓았다.")[0]?.explicit).toEqual(["era", "year"]);
  expect(find("1796년 성을 쌓았다.")[0]?.explicit).toEqual(["year"]);
});

describe("붙여 쓴 말이 때를 가른다", () => {
  test.each([
    ["오늘오전 9시 만난다.", "T09:00"],
    ["오늘오후 3시 만난다.", "T15:00"],
    ["오늘새벽 4시 만났다.", "T04:00"],
    ["오늘아침 8시 만났다.", "T08:00"],
    ["오늘저녁 7시 만난다.", "T19:00"],
    ["오늘낮 1시 만난다.", "T13:00"],
    ["오늘밤 9시 만난다.", "T21:00"],
  ])("%s", (text, value) => {
    expect(find(text).find(({ type }) => type === "TIME")?.value).toBe(value);
  });
});
