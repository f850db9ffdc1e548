import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findArticle } from "../../../src/article/find-article.js";
import { readSource } from "../../../src/core/source.js";
import { splitSentences } from "../../../src/sentence/split-sentences.js";

/**
 * Whole pages against goldens of one line a sentence or boilerplate line: `start..end  part  surface`.
 * After a change that is meant: GISA_UPDATE=1 npx vitest run test/unit/article/pages.test.ts, and read the difference.
 */
const FOLDER = "test/corpus/pages/";
const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".txt") && !name.endsWith(".expected.txt"));

function describePage(given: string): string {
  const codes: string[] = [];
  const report = ({ code }: { code: string }) => codes.push(code);
  const { text } = readSource(given, report);
  const article = findArticle(text, {}, report);
  const rows = [
    ...splitSentences(text, article),
    ...article.boilerplate.map((span) => ({ ...span, part: "boilerplate" })),
  ].sort((a, b) => a.start - b.start);
  const published = article.publishedAt;
  return [
    `published  ${published ? `${published.value}  ${published.source}  ${published.conflict ?? "-"}` : "-"}`,
    `dateline  ${article.dateline?.text ?? "-"}`,
    ...article.bylines.map(
      ({ outlet, reporters, email }) =>
        `byline  ${outlet?.text ?? "-"}  ${reporters.map((reporter) => reporter.text).join(" ") || "-"}  ${email?.text ?? "-"}`,
    ),
    `diagnostics  ${codes.join(" ") || "-"}`,
    ...rows.map(({ start, end, part }) => `${start}..${end}  ${part}  ${text.slice(start, end).replace(/\n/g, "⏎")}`),
    "",
  ].join("\n");
}

test.each<[name: string, page: string, headline: string | undefined, captions: number]>([
  [
    "보도자료의 책임자 줄은 제목이 아니다",
    "보도자료\n담당부서: 가온부 나루과\n책임자: 과장 문가람 (044-000-0000)\n\n나루 다시 연다\n\n□ 가온부는 7일 나루를 다시 열었다.",
    "나루 다시 연다",
    0,
  ],
  [
    "사진뿐인 쪽에도 제목이 있다",
    "[포토뉴스] 봄이 오는 길목\n▲ 6일 가온시 나루공원에서 시민들이 걷고 있다.\n▲ 나루터에서 훈련을 하고 있다. (가온=새빛통신)",
    "[포토뉴스] 봄이 오는 길목",
    2,
  ],
  ["사진 하나가 붙은 한 문장은 제목이 아니다", "가온시는 6일 나루를 열었다.\n사진=가온시 제공", undefined, 1],
  ["세모표만으로는 사진 설명이 아니다", "가온시 인사\n▲ 문가람 나루과장\n가온시는 6일 인사를 냈다.", "가온시 인사", 0],
])("%s", (_, page, headline, captions) => {
  const article = findArticle(page, {}, () => {});
  expect(article.headline?.text).toBe(headline);
  expect(article.captions).toHaveLength(captions);
});

const parts = (page: string) => findArticle(page, {}, () => {});

describe("칼럼의 글쓴이", () => {
  const column = (title: string, signature: string, text = "골목을 걷는다.\n아무도 모른다.") =>
    parts(`${title}\n${text}\n${signature}`);

  test.each<[string, string, string]>([
    ["[문가람의 골목 인문학] 간판이 사라진 자리", "문가람 도시사학자·한빛대 겸임교수", "문가람"],
    ["<한빛칼럼> 봄이 온다", "서하늘/시인", "서하늘"],
    ["[기고] 지방을 살리려면", "▶ 서하늘 나래연구원 연구위원", "서하늘"],
    ["[시론] 물가를 잡는 길", "이나래 나래대 경제학과 교수 narae@narae.example", "이나래"],
    ["[특별기고] 나무를 심자", "필자: 문가람 변호사", "문가람"],
    ["[독자투고] 안전한 봄길", "문가람(가온경찰서 나루지구대 위원)", "문가람"],
  ])("%s | %s", (title, signature, author) => {
    const { bylines, body } = column(title, signature);
    expect(bylines.map(({ reporters }) => reporters.map(({ text }) => text))).toEqual([[author]]);
    expect(bylines[0]?.text).toBe(signature);
    expect(body).toHaveLength(2);
  });

  test("제목 바로 밑에도 선다", () => {
    const { bylines, subheadlines } = parts("[기고] 지방을 살리려면\n문가람 한빛대 교수\n골목을 걷는다.\n끝이 없다.");
    expect(bylines.map(({ text }) => text)).toEqual(["문가람 한빛대 교수"]);
    expect(subheadlines).toEqual([]);
  });

  test.each([
    ["가온시, 봄 축제 연다", "문가람 한빛대 교수"],
    ["[단독] 가온시장 사퇴", "문가람 가온연구원 원장"],
    ["[시론] 물가를 잡는 길", "물가는 문가람 교수"],
    ["[시론] 물가를 잡는 길", "문가람 교수는 답을 안다."],
  ])("아니다: %s | %s", (title, signature) => expect(column(title, signature).bylines).toEqual([]));
});

describe("홀로 선 전자우편", () => {
  const bylines = (page: string) =>
    parts(page).bylines.map(({ reporters, email }) => [reporters.map(({ text }) => text).join("·"), email?.text]);
  const text = "가온시, 나루 연다\n(가온=새빛일보) 김하나 기자 = 시는 나루를 열었다.\n배가 떴다.";

  test("앞의 바이라인에 든다", () => {
    expect(bylines(`${text}\nhana@saebit.example`)).toEqual([["김하나", "hana@saebit.example"]]);
  });

  test("제 주소가 있는 바이라인에는 들지 않는다", () => {
    expect(bylines(`${text}\n이두리 기자 duri@saebit.example\nhana@saebit.example`)).toEqual([
      ["김하나", "hana@saebit.example"],
      ["이두리", "duri@saebit.example"],
    ]);
  });

  test("바이라인이 없으면 홀로 바이라인이다", () => {
    expect(bylines("가온시, 나루 연다\n시는 나루를 열었다.\n배가 떴다.\nhana@saebit.example")).toEqual([
      ["", "hana@saebit.example"],
    ]);
  });
});

describe("제목과 부제", () => {
  test.each<[string, string[], string, string[]]>([
    [
      "두 줄에 걸친 제목",
      ["나래시, 어린이 안전을 위한", "업무협약 체결", "- 경찰서와 협력"],
      "나래시, 어린이 안전을 위한\n업무협약 체결",
      ["- 경찰서와 협력"],
    ],
    ["쉼표로 이어진 제목", ["가온공사(GOC),", "", "관세정보 제공한다"], "가온공사(GOC),\n\n관세정보 제공한다", []],
    [
      "부사어로 끝난 제목은 끝났다",
      ["청년, 세계로 미래로", "나래시 박람회 성황"],
      "청년, 세계로 미래로",
      ["나래시 박람회 성황"],
    ],
    [
      "표가 붙은 줄은 부제다",
      ["중소기업에 특허 77건을", "- 무상으로 나눈다"],
      "중소기업에 특허 77건을",
      ["- 무상으로 나눈다"],
    ],
    [
      "인사 목록의 머리는 부제가 아니다",
      ["[인사] 가온부·나래공사", "◆ 가온부", "◇ 국장급 전보 ▲ 기획실장 문가람"],
      "[인사] 가온부·나래공사",
      [],
    ],
    ["부고 목록의 머리도", ["<부고> 궂긴 소식", "◆ 가온시청"], "<부고> 궂긴 소식", []],
    [
      "인사를 다룬 기사에는 부제가 있다",
      ["인사 적체 심한 나래부", "- 승진까지 12년"],
      "인사 적체 심한 나래부",
      ["- 승진까지 12년"],
    ],
    [
      "문의처는 부제가 아니다",
      ["나래부, 일터를 살핀다", "문 의: 나래과 문가람(044-000-0000)"],
      "나래부, 일터를 살핀다",
      [],
    ],
  ])("%s", (_, lines, headline, subheadlines) => {
    const article = parts(`${lines.join("\n")}\n나래시는 6일 자리를 열었다.\n많은 이가 왔다.`);
    expect(article.headline?.text).toBe(headline);
    expect(article.subheadlines.map(({ text }) => text)).toEqual(subheadlines);
  });

  test("각주가 붙은 문장은 제목이 아니다", () => {
    expect(
      parts(
        "정부는 개인정보 유출이 확인된 만큼 모두가 경계해야 한다며 지난 5일 가온청사에서 관계 기관 회의를 열었다고 밝혔다.[1][2]\n배가 떴다.",
      ).headline,
    ).toBe(undefined);
  });
});

test("걷고 있다는 문장 뒤에 말이 이어져도 사진 설명이다", () => {
  const page =
    "[포토뉴스] 봄이 온다\n▲ 6일 가온시의 종가에서 가족이 차례를 지내고 있다. 이 집은 들놀이도 한다.\n▲ 나래시는 길을 넓혔다. 올해 끝난다.";
  expect(parts(page).captions).toHaveLength(1);
});

describe("쪽 전체", () => {
  test("there are pages", () => expect(pages.length).toBeGreaterThanOrEqual(4));

  test.each(pages)("%s", (name) => {
    const given = readFileSync(FOLDER + name, "utf8");
    const golden = FOLDER + name.replace(/\.txt$/, ".expected.txt");
    const found = describePage(given);
    if (process.env["GISA_UPDATE"] === "1") writeFileSync(golden, found);
    expect(existsSync(golden)).toBe(true);
    expect(found).toBe(readFileSync(golden, "utf8"));
  });

  test.each(pages)("%s: wholePage에서는 아무것도 버리지 않는다", (name) => {
    const { text } = readSource(readFileSync(FOLDER + name, "utf8"), () => {});
    expect(findArticle(text, { wholePage: true }, () => {}).boilerplate).toEqual([]);
  });
});
