import { describe, expect, test } from "vitest";
import { clusterMarked } from "./marked.js";

/** Each person as `name: titles of body`. */
function people(marked: string): string[] {
  const { entities } = clusterMarked(marked);
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return entities
    .filter(({ type }) => type === "PERSON")
    .map(
      ({ name: person, titles = [], affiliation }) =>
        `${person}: ${titles.join("·")} of ${name.get(affiliation ?? "")}`,
    );
}

describe("인사 목록", () => {
  test.each<[string, string, string[]]>([
    [
      "머리글의 기관",
      "<인사> [가온부|O]·[나래공사|O]\n◆ [가온부|O]\n◇ 국장급 ▲ [기획실장|T] [홍길순|P]\n◆ [나래공사|O]\n◇ 본부장 △ [서울본부장|T] [문가람|P] △ 제주본부장 [서하늘|P]",
      ["홍길순: 기획실장 of 가온부", "문가람: 서울본부장 of 나래공사", "서하늘: 제주본부장 of 나래공사"],
    ],
    [
      "제목의 한 기관",
      "<인사> [가온부|O]\n◇ 과장급 전보 ▲ 나무과장 [홍길순|P] ▲ 풀과장 서기관\n[문가람|P]",
      ["홍길순: 나무과장 of 가온부", "문가람: 풀과장 of 가온부"],
    ],
    [
      "꺾쇠 없는 제목",
      "[가온위원회|O] 인사(2월 1일 자)\n□ 국장급\n▲심판국장 [홍길순|P]",
      ["홍길순: 심판국장 of 가온위원회"],
    ],
    [
      "줄 머리의 기관과 직급",
      "<인사>\n▲ [한빛은행|O] <부행장> [홍길순|P] <상무> 기업본부 [문가람|P]\n▲ [새빛신문|O] △ 편집국장 [서하늘|P]",
      ["홍길순: 부행장 of 한빛은행", "문가람: 상무 of 한빛은행", "서하늘: 편집국장 of 새빛신문"],
    ],
    [
      "제 기관이 있는 사람",
      "<인사> [가온부|O]\n▲ 나무과장 [홍길순|P] ▲ [나래원|O] [안전국장|T] [문가람|P]",
      ["홍길순: 나무과장 of 가온부", "문가람: 안전국장 of 나래원"],
    ],
    [
      "목록이 끝난 뒤",
      "<인사> [가온부|O]\n▲ 나무과장 [홍길순|P]\n[가온부|O]는 인사를 마쳤다.\n[문가람|P] [대변인|T]은 떠났다.",
      ["홍길순: 나무과장 of 가온부", "문가람: 대변인 of undefined"],
    ],
    [
      "다른 목록",
      "<인사> [가온부|O]\n▲ 나무과장 [홍길순|P]\n<동정>\n▲ [문가람|P] 나래시장 축사",
      ["홍길순: 나무과장 of 가온부", "문가람:  of undefined"],
    ],
    [
      "인사를 다룬 기사",
      "[가온부|O] 인사 늦어진다\n◆ [나래공사|O]\n[홍길순|P] [과장|T]이 떠났다",
      ["홍길순: 과장 of undefined"],
    ],
  ])("%s", (_, marked, expected) => expect(people(marked)).toEqual(expected));
});
