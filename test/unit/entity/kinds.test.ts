import { describe, expect, test } from "vitest";
import { kindOf } from "../../../src/entity/body-kind.js";
import { nameKey } from "../../../src/entity/name-key.js";
import { clusterMarked } from "./marked.js";

describe("이름으로 아는 기관의 갈래", () => {
  test.each<[string, string | undefined]>([
    ["LG유플러스", "company"],
    ["LG생활건강", "company"],
    ["삼성SDS", "company"],
    ["샤오미", "company"],
    ["퀄컴", "company"],
    ["KIA", "company"],
    ["tvN", "media"],
    ["로이터", "media"],
    ["골드만삭스", "bank"],
    ["카카오뱅크", "bank"],
    ["한국은행", "public-enterprise"],
    ["신용보증기금", "public-enterprise"],
    ["APEC", "international"],
    ["하마스", "armed-group"],
    ["헌재", "court"],
    // What only sounds like a body of its ending.
    ["뉴욕증시", undefined],
    ["카카오택시", undefined],
    ["뉴욕시", "government"],
    // By what they begin with.
    ["법무법인 나래", "company"],
    ["농업회사법인 가온", "company"],
    ["한화디펜스", "company"],
    ["롯데멤버스", "company"],
    ["카카오모빌리티", "company"],
    ["삼성서울병원", "hospital"],
    ["한화 이글스", "team"],
    ["롯데장학재단", kindOf("나래장학재단")],
    ["현대차 노조", "union"],
    ["현대고", "school"],
    ["한화", "company"],
    ["나래가온", undefined],
  ])("%s: %s", (name, kind) => expect(kindOf(nameKey(name))).toBe(kind));
});

const kindsIn = (marked: string) =>
  clusterMarked(marked).entities.flatMap(({ type, name, kind }) =>
    type === "ORGANIZATION" ? [`${name} ${kind}`] : [],
  );

describe("경기 기사의 구단", () => {
  test.each<[string, string, string[]]>([
    [
      "야구",
      "[삼성|O]은 9회 만루 홈런으로 [두산|O]을 꺾었다. 선발 투수는 7이닝을 던졌다. [KIA|O]는 쉬었다.",
      ["삼성 team", "두산 team", "KIA team"],
    ],
    ["농구", "[KCC|O]가 4쿼터에 [SK|O]를 눌렀다. 그는 리바운드 12개, 어시스트 8개를 올렸다.", ["KCC team", "SK team"]],
    [
      "배구",
      "[대한항공|O]이 [한국전력|O]을 이겼다. 블로킹 11개, 서브 에이스 5개였고 리시브도 앞섰다.",
      ["대한항공 team", "한국전력 team"],
    ],
    ["축구", "[울산|O]은 후반 40분 결승골로 [첼시|O]를 이겼다. 골키퍼가 막았다.", ["울산 team", "첼시 team"]],
    ["종목이 다른 구단", "[대한항공|O]은 홈런, 타점, 안타를 세어 할인한다.", ["대한항공 company"]],
    ["경기가 아닌 기사", "[삼성|O]과 [두산|O]은 홈런을 쳤다고 했다.", ["삼성 company", "두산 company"]],
    ["구단이 아닌 회사", "[삼성전자|O]는 만루 홈런을 친 선수를 불렀다. 투수는 7이닝을 던졌다.", ["삼성전자 company"]],
  ])("%s", (_, marked, kinds) => expect(kindsIn(marked)).toEqual(kinds));
});
