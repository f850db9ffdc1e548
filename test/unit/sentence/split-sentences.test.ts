import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findArticle } from "../../../src/article/find-article.js";
import { readSource } from "../../../src/core/source.js";
import { LONGEST, splitSentences } from "../../../src/sentence/split-sentences.js";

const split = (given: string) => {
  const { text } = readSource(given, () => {});
  return splitSentences(
    text,
    findArticle(text, {}, () => {}),
  ).map(({ start, end }) => text.slice(start, end));
};

describe("splitSentences", () => {
  const cases: [name: string, sentences: string[]][] = [
    ["다.", ["시는 협약을 맺었다.", "사업비는 62억원이다."]],
    ["요. 까? 죠!", ["이게 되나요?", "됩니다!", "그렇죠.", "정말일까?", "두고 보자."]],
    ["명사로 끝나는 문장", ["25일 오전 10시 개최.", "장소는 시청 대회의실."]],
    ["소수와 날짜", ["물가는 3.5% 올랐다.", "2024. 3. 27. 시행하며 9.1.(월)부터 받는다.", "’24.12. 개정했다."]],
    ["머리글자와 줄임말", ["미국 워싱턴 D.C.를 찾아 Dr. Kim과 J. Lee를 만났다.", "ABC Co. Ltd. 대표도 함께했다."]],
    ["주소와 전자우편", ["누리집(www.paju.go.kr)에서 받는다.", "문의는 hong@paper.co.kr 로 하면 된다."]],
    ["따옴표 뒤에 고·라고·며", ["그는 “간다. 꼭 간다.”고 말했다.", "시장은 “돕겠다. 끝까지.”라며 웃었다."]],
    ["띄어 쓴 라고", ["차관은 “지원하겠다.” 라고 밝혔다.", "이어 “살피겠다.” 라며 마쳤다."]],
    ["따옴표로 끝나는 문장", ["주민들은 반겼다.", "“이제 살 것 같아요.”", "버스는 4월부터 다닌다."]],
    ["따옴표 안의 느낌표", ["예능 ‘아빠! 여기’가 끝났다.", "책 '오! 나의 섬'이 나왔다."]],
    ["괄호 안의 마침표", ["이번 개정안(’22.8. 입법예고. 9월 시행)은 통과됐다.", "반대는 없었다."]],
    [
      "보도자료 글머리표",
      ["회의를 열었다.", "□ 양측은 협력을 약속했다.", "ㅇ 실무회의는 5월에 연다.", "※ 자세한 내용은 붙임 참조"],
    ],
    ["문장 안의 ▲ 나열", ["양측은 ▲실습 운영 ▲장비 임대 ▲채용 우대에 뜻을 모았다.", "기간은 3년이다."]],
    ["목록 번호", ["가. 추진 배경은 이렇다.", "1. 개요를 설명했다."]],
    ["말줄임표", ["그는… 말이 없었다.", "정말 그랬어요...", "다시 걸었다."]],
    ["전화번호로 끝난 문장", ["문의는 (02)2188-6000.", "누구나 참여할 수 있다."]],
  ];
  test.each(cases)("%s", (_, sentences) => expect(split(sentences.join(" "))).toEqual(sentences));

  test("붙여 쓴 문장도 나눈다", () => expect(split("비가 왔다.눈도 왔다.")).toEqual(["비가 왔다.", "눈도 왔다."]));

  test("줄은 문장의 끝이다", () =>
    expect(split("시장 취임식 열려\n\n시장이 25일 취임했다. 임기는 4년이다\n박수가 나왔다")).toEqual([
      "시장 취임식 열려",
      "시장이 25일 취임했다.",
      "임기는 4년이다",
      "박수가 나왔다",
    ]));

  test("문장 가운데서 꺾인 줄은 잇는다", () =>
    expect(
      split(
        "시, 하천 정비 나선다\n\n□ 시는 앞으로도 주민과 상인, 전문가와의 소통을\n계속 넓힐 계획이다. 예산은 3억원이다.",
      ),
    ).toEqual([
      "시, 하천 정비 나선다",
      "□ 시는 앞으로도 주민과 상인, 전문가와의 소통을\n계속 넓힐 계획이다.",
      "예산은 3억원이다.",
    ]));

  test.each(["□ 시는 주민과의 소통을\n○ 계속 넓힌다", "시는 앞으로도 주민과 상인과의 소통을\n\n계속 넓힌다"])(
    "잇지 않는다: %j",
    (text) => expect(split(`시, 소통 행사\n시는 행사를 연다.\n${text}`).length).toBe(4),
  );

  test("닫히지 않은 따옴표가 글을 삼키지 않는다", () => {
    const text = `그는 “${"비가 왔다. ".repeat(200)}`.trim();
    expect(split(text).length).toBe(200);
  });

  test("끝이 없는 글은 빈칸에서, 빈칸도 없으면 그냥 자른다", () => {
    for (const unit of ["가나다라 ", "가", "🚨", "(", "“"]) {
      const sentences = split(unit.repeat(10_000));
      for (const sentence of sentences) {
        expect(sentence.length).toBeLessThanOrEqual(LONGEST);
        expect(/[\uD800-\uDFFF]/u.test(sentence)).toBe(false);
      }
      expect(sentences.join("").replace(/\s/g, "").length).toBe(unit.trim().length * 10_000);
    }
  });

  const korean = fc
    .array(
      fc.constantFrom(
        "시는 ",
        "협약을 맺었다",
        ". ",
        ".",
        "\n",
        "“",
        "”",
        "고 ",
        "25일",
        "□ ",
        "ㅇ ",
        "(",
        ")",
        "기자",
        "[가=나 기자]",
        "’",
        "'",
        "! ",
        "3.5",
        "관련기사",
        "정치 경제 사회 문화",
        "🚨",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));
  const anything = fc.oneof(korean, fc.string({ unit: "binary", maxLength: 80 }));

  test("property: sentences are in order, apart, and cover every non-space character that is no boilerplate", () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { text } = readSource(given, () => {});
        const article = findArticle(text, {}, () => {});
        const covered = new Uint8Array(text.length);
        let reached = 0;
        for (const { start, end } of splitSentences(text, article)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
          covered.fill(1, start, end);
        }
        for (const { start, end } of article.boilerplate) {
          expect(covered.slice(start, end).some((mark) => mark === 1)).toBe(false);
          covered.fill(1, start, end);
        }
        for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) expect(covered[i]).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  test("property: NFC and NFD, LF and CRLF give the same sentences", () => {
    const plain = (given: string) => split(given).map((sentence) => sentence.replace(/\r\n/g, "\n"));
    fc.assert(
      fc.property(korean, (given) => {
        const expected = plain(given);
        expect(plain(given.normalize("NFD"))).toEqual(expected);
        expect(plain(given.replace(/\n/g, "\r\n"))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
