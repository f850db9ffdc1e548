import { describe, expect, test } from "vitest";
import { findLeadingByline, findTrailingByline, isBylineLine, readBylineParts } from "../../../src/article/byline.js";

const parts = (line: string) => {
  const { outlet, reporters, email, dateline } = readBylineParts(line, { start: 0, end: line.length });
  return [
    outlet?.text ?? null,
    reporters.map(({ text }) => text).join("·"),
    dateline?.text ?? null,
    email?.text ?? null,
  ];
};

describe("본문 앞의 바이라인", () => {
  test.each<[string, string, (string | null)[]]>([
    ["[경기헤드라인=김하나 기자] 시는", "[경기헤드라인=김하나 기자]", ["경기헤드라인", "김하나", null, null]],
    ["(서울=연합뉴스) 김하나 기자 = 정부는", "(서울=연합뉴스) 김하나 기자 =", ["연합뉴스", "김하나", "서울", null]],
    [
      "【안동=뉴시스】김하나·이두리 기자 = 시는",
      "【안동=뉴시스】김하나·이두리 기자 =",
      ["뉴시스", "김하나·이두리", "안동", null],
    ],
    [
      "(서울·고성=연합뉴스) 김하나 이두리 기자 = 군은",
      "(서울·고성=연합뉴스) 김하나 이두리 기자 =",
      ["연합뉴스", "김하나·이두리", "서울·고성", null],
    ],
    ["[인천/김하나기자] 시는", "[인천/김하나기자]", [null, "김하나", "인천", null]],
    ["[서울 김하나 특파원] 정부는", "[서울 김하나 특파원]", [null, "김하나", "서울", null]],
    ["[ 뉴스가람 김하나 기자 ] 시는", "[ 뉴스가람 김하나 기자 ]", ["뉴스가람", "김하나", null, null]],
    [
      "(밀양=영남매일) 선임기자 김하나 = 시는",
      "(밀양=영남매일) 선임기자 김하나 =",
      ["영남매일", "김하나", "밀양", null],
    ],
    ["(파주=새빛일보) 허솔 기자 = 시는", "(파주=새빛일보) 허솔 기자 =", ["새빛일보", "허솔", "파주", null]],
    ["[새빛일보=남궁하늘 기자] 시는", "[새빛일보=남궁하늘 기자]", ["새빛일보", "남궁하늘", null, null]],
    ["런던=김하나 특파원 = 영국은", "런던=김하나 특파원 =", [null, "김하나", "런던", null]],
    [
      "(칸(프랑스)=연합뉴스) 김하나 특파원 = 영화제는",
      "(칸(프랑스)=연합뉴스) 김하나 특파원 =",
      ["연합뉴스", "김하나", "칸", null],
    ],
    [
      "[다보스(스위스)=새빛일보 김하나·이두리 기자] 총회는",
      "[다보스(스위스)=새빛일보 김하나·이두리 기자]",
      ["새빛일보", "김하나·이두리", "다보스", null],
    ],
    [
      "[라스베이거스(미국 네바다주)=새빛뉴스 김하나 기자] 전시회는",
      "[라스베이거스(미국 네바다주)=새빛뉴스 김하나 기자]",
      ["새빛뉴스", "김하나", "라스베이거스", null],
    ],
    ["[새빛일보 수원=김하나 기자] 시는", "[새빛일보 수원=김하나 기자]", ["새빛일보", "김하나", "수원", null]],
    ["[스포츠새빛 잠실=김하나 기자] 새들은", "[스포츠새빛 잠실=김하나 기자]", ["스포츠새빛", "김하나", "잠실", null]],
    ["[스포츠새빛=고척, 김하나 기자] 새들은", "[스포츠새빛=고척, 김하나 기자]", ["스포츠새빛", "김하나", "고척", null]],
    ["[새빛일보 경제부=김하나 기자] 시는", "[새빛일보 경제부=김하나 기자]", ["새빛일보", "김하나", null, null]],
    [
      "[인천공항=새빛일보 김하나 기자] 시는",
      "[인천공항=새빛일보 김하나 기자]",
      ["새빛일보", "김하나", "인천공항", null],
    ],
  ])("%s", (line, byline, expected) => {
    const found = findLeadingByline(line);
    expect(found && line.slice(found.start, found.end)).toBe(byline);
    expect(parts(byline)).toEqual(expected);
  });

  test.each([
    "[앵커] 오늘",
    "[기자] 시는",
    "[단독] 검찰",
    "(사진=파주시) 시는",
    "[월요 인터뷰] 그는",
    "[샌프란시스코(미국) 여행기] 걸었다",
    "[표=연도별(2020년) 추이] 늘었다",
    "(1인당=3만원) 표값은",
    "김하나 기자가 보도합니다.",
  ])("아니다: %s", (line) => expect(findLeadingByline(line)).toBeNull());
});

describe("한 줄이 바이라인", () => {
  test.each<[string, (string | null)[]]>([
    ["김하나 기자 hana@paper.co.kr", [null, "김하나", null, "hana@paper.co.kr"]],
    ["허솔 기자 sol@paper.co.kr", [null, "허솔", null, "sol@paper.co.kr"]],
    ["글·사진=김하나 기자", [null, "김하나", null, null]],
    ["원주=김하나 기자, 이두리 기자", [null, "김하나·이두리", "원주", null]],
    ["샌프란시스코=김하나 통신원·이두리 기자", [null, "김하나·이두리", "샌프란시스코", null]],
    ["김하나 기자 ⓒ 한빛일보. 무단 전재 및 재배포 금지", ["한빛일보", "김하나", null, null]],
    ["김하나 기자 · 한빛일보", ["한빛일보", "김하나", null, null]],
    ["/산청=김하나 기자 hana@paper.example", [null, "김하나", "산청", "hana@paper.example"]],
    ["목포 | 김하나 기자", [null, "김하나", "목포", null]],
    ["촬영기자: 김하나 / 영상편집: 이두리", [null, "김하나·이두리", null, null]],
    ["심의섭 국방전문기자", [null, "심의섭", null, null]],
    ["한빛중앙뉴스 아람솔 기자", ["한빛중앙뉴스", "아람솔", null, null]],
    ["hana@paper.co.kr", [null, "", null, "hana@paper.co.kr"]],
  ])("%s", (line, expected) => {
    expect(isBylineLine(line, false)).toBe(true);
    expect(parts(line)).toEqual(expected);
  });

  test.each([
    "김하나 기자가 현장을 찾았다.",
    "시장은 기자들과 만났다",
    "“기자 여러분께 감사드린다”",
    "시청 기자회견장",
    "서울 부산 대구",
    "한빛방송 해직된 기자",
  ])("아니다: %s", (line) => expect(isBylineLine(line, false)).toBe(false));

  test.each([
    "◇ 본부장 △ 경영본부장 서하늘 △ 서울본부장 문가람",
    "- 차장 치안정감 오상근 (現 경비국장, 승진)",
    "- 서해청 부장 경무관 박나래 (現 중부청 부장)",
  ])("인사 목록은 글 끝에서도 아니다: %s", (line) => expect(isBylineLine(line, true)).toBe(false));

  test("사람의 직함은 글 끝에서만 바이라인이다", () => {
    expect(isBylineLine("김하나 논설위원", true)).toBe(true);
    expect(isBylineLine("김하나 논설위원", false)).toBe(false);
  });
});

describe("본문 뒤의 바이라인", () => {
  test.each<[string, string]>([
    ["시는 공사를 마친다. 김하나 기자", "김하나 기자"],
    [
      "“열심히 하겠다”고 말했다. 샤름엘셰이크/김하나 기자 hana@paper.example",
      "샤름엘셰이크/김하나 기자 hana@paper.example",
    ],
    ["그는 손을 흔들었다. 대담=김하나 문화부장", "대담=김하나 문화부장"],
  ])("%s", (line, byline) => expect(line.slice(findTrailingByline(line) ?? line.length)).toBe(byline));

  test.each(["시는 공사를 마친다.", "그의 직업은 무엇인가. 사회부 기자다.", "상은 둘이다. 한빛일보 기자상"])(
    "아니다: %s",
    (line) => expect(findTrailingByline(line)).toBeNull(),
  );
});
