import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { administrativeUnits } from "../../../src/entity/gazetteer.js";
import { clusterMarked } from "../../unit/entity/marked.js";
import { ALWAYS, FROM_JULY_2026, UNTIL_JUNE_2026 } from "./districts.table.js";

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
  test("150개 이상, 모두", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const wrong = cases.filter((one) => linked(one) !== one.expected);
    expect(wrong.map((one) => `${one.text} → ${linked(one)}, not ${one.expected}`)).toEqual([]);
  });
});

describe("시도와 시군구가 모두 있다", () => {
  const names = (date: string) => {
    const found: Record<string, string[]> = {};
    const add = (where: string, ...districts: string[]) => {
      found[where] = [...(found[where] ?? []), ...districts];
    };
    for (const unit of administrativeUnits(date)) {
      if (unit.level === "sido") add(unit.name);
      else if (unit.within?.level === "sido") add(unit.within.name, unit.name);
      else add(`${unit.within?.within?.name} ${unit.within?.name}`, unit.name);
    }
    return Object.fromEntries(Object.entries(found).map(([province, list]) => [province, list.sort().join(" ")]));
  };
  const sorted = (districts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(districts).map(([province, list]) => [province, list.split(" ").filter(Boolean).sort().join(" ")]),
    );

  test("2026년 6월 30일", () => expect(names("2026-06-30")).toEqual(sorted({ ...ALWAYS, ...UNTIL_JUNE_2026 })));
  test("2026년 7월 1일", () => expect(names("2026-07-01")).toEqual(sorted({ ...ALWAYS, ...FROM_JULY_2026 })));
  test("2018년 6월 30일에는 인천 남구가 있다", () => {
    const incheon = names("2018-06-30")["인천광역시"];
    expect(incheon).toContain("남구");
    expect(names("2018-07-01")["인천광역시"]).not.toMatch(/(?:^| )남구/u);
  });
  test.each(["2026-06-30", "2026-07-01"])("%s: 모두 코드와 중심점이 있고, 코드는 하나씩이다", (date) => {
    const units = administrativeUnits(date);
    for (const unit of units) {
      expect(unit.code, unit.name).toMatch(unit.level === "sido" ? /^\d{2}$/u : /^\d{5}$/u);
      expect(unit.code!.startsWith(unit.within?.code?.slice(0, 2) ?? ""), unit.name).toBe(true);
      expect(unit.lat, unit.name).toBeGreaterThan(33);
      expect(unit.lon, unit.name).toBeGreaterThan(124);
    }
    expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
  });
});

describe("행정구역은 기사 날짜의 것이다", () => {
  test.each([
    ["[전남|L] [순천시|L]에 비가 왔다.", "순천시", "2024-05-01", "전라남도 순천시", "46150"],
    ["[전남|L] [순천시|L]에 비가 왔다.", "순천시", "2026-08-01", "전남광주통합특별시 순천시", "12150"],
    ["[전남광주통합특별시|L] [동구|L]에 비가 왔다.", "동구", undefined, "전남광주통합특별시 동구", "12210"],
    ["[전남광주통합특별시|O]는 [동구|L]에 도서관을 짓는다.", "동구", "2026-09-01", "전남광주통합특별시 동구", "12210"],
    ["[광주|L] [동구|L]에 비가 왔다.", "동구", undefined, "광주광역시 동구", "29110"],
    ["[광주|L]에 비가 왔다.", "광주", "2026-08-01", "광주광역시", "29"],
    ["[전남광주특별시|O]는 밝혔다.", "전남광주특별시", "2026-08-01", "전남광주통합특별시", "12"],
    ["[인천|L] [중구|L] [운서동|L]에서", "운서동", "2024-05-01", "인천광역시 중구 운서동", "2811014700"],
    ["[인천|L] [운서동|L]에서", "운서동", "2026-08-01", "인천광역시 영종구 운서동", undefined],
    ["[인천|L] [제물포구|L]에서", "제물포구", "2026-08-01", "인천광역시 제물포구", "28125"],
    ["[인천|L] [검단구|L]가 새로 생긴다.", "검단구", "2024-05-01", "인천광역시 검단구", "28290"],
    ["[서해구|L] 주민들은", "서해구", "2026-08-01", "인천광역시 서해구", "28275"],
    ["옛 [인천|L] [동구|L] 주민들은", "동구", "2026-08-01", "인천광역시 동구", "28140"],
    ["[인천시|O]는 [남구|L]에 도서관을 짓는다.", "남구", "2017-05-01", "인천광역시 남구", "28170"],
    ["[인천|L] 남쪽 [미추홀구|L]에서", "미추홀구", "2024-05-01", "인천광역시 미추홀구", "28177"],
    ["[화성시|L] [동탄구|L]에서", "동탄구", "2026-08-01", "경기도 화성시 동탄구", "41597"],
    ["[대구|L] [군위군|L]에서", "군위군", "2024-05-01", "대구광역시 군위군", "27720"],
    ["[강원도|L] [춘천시|L]에서", "춘천시", "2018-05-01", "강원특별자치도 춘천시", "51110"],
  ])("%s %s, %s", (text, place, date, path, code) => {
    const { entities } = clusterMarked(text, date);
    const found = entities.find((entity) => entity.name === place)?.place;
    expect([found?.path.join(" "), found?.code]).toEqual([path, code]);
  });
});
