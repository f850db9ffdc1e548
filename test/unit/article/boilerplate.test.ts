import { describe, expect, test } from "vitest";
import { markOf } from "../../../src/article/boilerplate.js";
import { readDates } from "../../../src/article/date-lines.js";
import { tickerRuns } from "../../../src/article/weather-ticker.js";

describe("markOf", () => {
  test.each([
    ["weather", "흐림속초 0.1℃"],
    ["weather", "구름많음 서울 12.3℃ 맑음 부산 15℃"],
    ["weather", "날씨 기상청 제공"],
    ["copyright", "[ 저작권자 ⓒ 한빛일보, 무단전재 및 재배포 금지 ]"],
    ["copyright", "Copyright ⓒ Hanbit Ilbo. All rights reserved."],
    ["share", "이 기사를 공유하기"],
    ["share", "글자크기 가 가"],
    ["share", "가 가"],
    ["disclaimer", "※외부 필진 기고는 본지 편집 방향과 다를 수 있습니다."],
    ["disclaimer", "* 이 칼럼은 새빛일보의 편집 방침과 일치하지 않을 수 있습니다."],
    ["subscription", "네이버에서 구독하기"],
    ["menu", "정치 경제 사회 문화 스포츠"],
    ["menu", "정치 경제 사회 서울"],
    ["breadcrumb", "홈 > 정치 > 자치행정"],
    ["advertisement", "배너"],
    ["views", "조회수 1,204"],
    ["tags", "Tag #해외연수 #군의회"],
    ["date", "입력 2024.03.25 10:11 | 수정 2024.03.25 11:20"],
  ])("%s: %s", (kind, line) => expect(markOf(line)).toEqual({ kind, strength: "strong" }));

  test.each(["댓글", "이전", "좋아요", "정치", "정치 경제 사회", "정치 경제 서울 부산", "2024.04.28 (일)", "* * *"])(
    "홀로는 확실하지 않다: %s",
    (line) => expect(markOf(line)?.strength).toBe("weak"),
  );

  test.each(["관련기사", "많이 본 뉴스", "■ 주요뉴스"])("다른 기사 목록의 머리: %s", (line) =>
    expect(markOf(line)?.strength).toBe("header"),
  );

  test.each([
    "기온은 속초 0.1℃, 서울 12.3℃로 예년보다 높겠다.",
    "시는 홈페이지에 광고를 싣고 구독 신청을 받는다고 밝혔다.",
    "이 사진은 저작권자 허락 없이 무단 전재할 수 없다고 법원은 판단했고 회사는 항소했다.",
    "서울 부산 대구 인천 광주",
    "정치 신인들의 도전",
    "2024년 3월 25일 시청에서",
    "등록 장애인 2024년 300명",
    "댓글이 삶을 바꿨다",
    "가",
    "김 의원은 신문의 편집 방향과 다를 수 있다고 말했다.",
    "외부 인사의 말은 정부 입장과 다를 수 있습니다.",
  ])("기사다: %s", (line) => expect(markOf(line)?.strength === "strong").toBe(false));
});

test("한 줄에 섞인 날씨 띠", () => {
  const line = "한빛일보 흐림속초 0.1℃ 흐림철원 -2.3℃ 시장 취임";
  expect(tickerRuns(line).map(({ start, end }) => line.slice(start, end))).toEqual(["흐림속초 0.1℃ 흐림철원 -2.3℃"]);
});

describe("readDates", () => {
  test.each<[string, string, number[]]>([
    ["입력 2024.03.25 10:11", "first", [2024, 3, 25]],
    ["등록: 2024-3-5 09:00", "first", [2024, 3, 5]],
    ["기사승인 2024년 3월 25일", "first", [2024, 3, 25]],
    ["최종수정 2024.03.26 11:20", "edited", [2024, 3, 26]],
    ["보도일시 2024. 3. 25.(월)", "release", [2024, 3, 25]],
    ["2024.04.28 (일)", "bare", [2024, 4, 28]],
    ["<한빛일보 2024년 3월 25일자>", "first", [2024, 3, 25]],
  ])("%s", (line, label, [year, month, day]) =>
    expect(readDates(line)).toEqual([{ label, date: { year, month, day } }]),
  );

  test.each(["시는 2024년 3월 25일 문을 연다.", "2024.13.45", "입력 2024.02.30", "3월 25일"])("아니다: %s", (line) =>
    expect(readDates(line)).toEqual([]),
  );
});
