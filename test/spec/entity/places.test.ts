import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { administrativeUnits } from "../../../src/entity/gazetteer.js";
import { clusterMarked } from "../../unit/entity/marked.js";

interface Case {
  readonly text: string;
  readonly place: string;
  readonly expected: string;
}
const cases: readonly Case[] = JSON.parse(readFileSync(new URL("places.json", import.meta.url), "utf8"));

function linked({ text, place }: Case): string | undefined {
  const { entities } = clusterMarked(text);
  return entities.find((entity) => [entity.name, ...entity.aliases].includes(place))?.place?.path.join(" ");
}

describe("같은 이름의 곳을 글의 문맥으로 가린다", () => {
  test("150개 이상, 95% 이상", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const wrong = cases.filter((one) => linked(one) !== one.expected);
    const report = wrong.map((one) => `${one.text} → ${linked(one)}, not ${one.expected}`).join("\n");
    expect(wrong.length / cases.length, report).toBeLessThanOrEqual(0.05);
  });
});

describe("현행 시도와 시군구가 모두 있다", () => {
  const units = administrativeUnits();
  const provinces =
    "서울특별시 부산광역시 대구광역시 인천광역시 광주광역시 대전광역시 울산광역시 세종특별자치시 경기도 강원특별자치도 충청북도 충청남도 전북특별자치도 전라남도 경상북도 경상남도 제주특별자치도".split(
      " ",
    );
  /** 자치구와 시군의 수; 세종에는 없다. 제주의 둘은 행정시. */
  const counts: Readonly<Record<string, number>> = {
    서울특별시: 25,
    부산광역시: 16,
    대구광역시: 9,
    인천광역시: 10,
    광주광역시: 5,
    대전광역시: 5,
    울산광역시: 5,
    경기도: 31,
    강원특별자치도: 18,
    충청북도: 11,
    충청남도: 15,
    전북특별자치도: 14,
    전라남도: 22,
    경상북도: 22,
    경상남도: 18,
    제주특별자치도: 2,
  };
  test("시도 17", () => {
    expect(
      units
        .filter((unit) => unit.level === "sido")
        .map((unit) => unit.name)
        .sort(),
    ).toEqual([...provinces].sort());
  });
  test.each(Object.entries(counts))("%s의 시군구 %i", (province, count) => {
    const within = units.filter((unit) => unit.level === "sigungu" && unit.within?.name === province);
    expect(within).toHaveLength(count);
    for (const unit of within) {
      expect(unit.code).toMatch(/^\d{5}$/u);
      expect(unit.lat).toBeGreaterThan(33);
      expect(unit.lon).toBeGreaterThan(124);
    }
  });
  test("모두 228 시군구와 그 안의 구", () => {
    expect(units.filter((unit) => unit.level === "sigungu" && unit.within?.level === "sido")).toHaveLength(228);
    expect(units.filter((unit) => unit.within?.level === "sigungu").length).toBeGreaterThanOrEqual(36);
  });
});
