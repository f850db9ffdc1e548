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

/** Path of the place in brackets that is written last. */
const lastOf = (text: string, date?: string) => {
  const { entities, mentions } = clusterMarked(text, date);
  const last = mentions.at(-1)!.id;
  return entities.find((entity) => entity.mentions.includes(last))?.place?.path.join(" ");
};

describe("무엇이 말하는가", () => {
  test.each([
    // Nothing: the best known.
    ["[중구|L]에서", "서울특별시 중구"],
    ["[강서구|L]에서", "서울특별시 강서구"],
    ["[서구|L]에서", "인천광역시 서구"],
    ["[고성군|L]에서", "강원특별자치도 고성군"],
    ["[신사동|L]에서", "서울특별시 강남구 신사동"],
    ["[광주|L]에서", "광주광역시"],
    ["[강남|L]에서", "서울특별시 강남구"],
    ["[세종|L]에서", "세종특별자치시"],
    ["[부산|L]에서", "부산광역시"],
    // The unit before it, marked or not, or the one in brackets after it.
    ["[부산|L] [서구|L]에서", "부산광역시 서구"],
    ["[부산 서구|L]에서", "부산광역시 서구"],
    ["부산 [서구|L]에서", "부산광역시 서구"],
    ["경남 [고성|L]에서", "경상남도 고성군"],
    ["[서울|L]의 행사. [부산|L] [중구|L]에서", "부산광역시 중구"],
    ["[전북|L] [전주시|L] [완산구|L] [교동|L]에서", "전북특별자치도 전주시 완산구 교동"],
    ["[미국|L] [워싱턴|L]에서", "미국 워싱턴"],
    // A city before a 동 of the province that was named; the sea before the city and the 구 that are called by it.
    ["[경남|L] [의령군|L]과 [안동|L]", "경상북도 안동시"],
    ["[경남|L] [김해시|L]와 [안동|L]", "경상남도 김해시 안동"],
    ["[인천|L]과 [서해|L]", "서해"],
    ["[강원|L]과 [경북|L], [동해|L]", "동해"],
    ["[강원|L] [동해|L]", "강원특별자치도 동해시"],
    ["[강원|L] [동해시|L]는 말했다. [동해|L]", "강원특별자치도 동해시"],
    // A province that is next to it.
    ["[경남|L]과 [서구|L]", "부산광역시 서구"],
    ["[울산|L]과 [서구|L]", "부산광역시 서구"],
    ["[경북|L]과 [서구|L]", "대구광역시 서구"],
    ["[경기|L]와 [동구|L]", "인천광역시 동구"],
    ["[경기|L]와 [중구|L]", "서울특별시 중구"],
    ["[부산|L]과 [신천동|L]", "울산광역시 북구 신천동"],
    ["[세종|L]과 [사직동|L]", "충청북도 청주시 서원구 사직동"],
    ["[서울|L]과 [동구|L]", "인천광역시 동구"],
    ["[전남|L]과 [서구|L]", "광주광역시 서구"],
    ["[충남|L]과 [서구|L]", "대전광역시 서구"],
    ["[세종|L]과 [서구|L]", "대전광역시 서구"],
    ["[대전|L]과 [반곡동|L]", "세종특별자치시 반곡동"],
    ["[충남|L]과 [반곡동|L]", "세종특별자치시 반곡동"],
    ["[서울|L]과 [북면|L]", "경기도 가평군 북면"],
    ["[인천|L]과 [북면|L]", "경기도 가평군 북면"],
    ["[대전|L]과 [북면|L]", "충청남도 천안시 동남구 북면"],
    ["[세종|L]과 [북면|L]", "충청남도 천안시 동남구 북면"],
    ["[광주광역시|L]와 [옥천면|L]", "전라남도 해남군 옥천면"],
    ["[대구|L]와 [북면|L]", "경상북도 울진군 북면"],
    ["[부산|L]과 [고성군|L]", "경상남도 고성군"],
    ["[울산|L]과 [고성군|L]", "경상남도 고성군"],
    // A body or a paper by its name, a place by how often it is named, a district for its city.
    ["[부산교육청|O]은 [서구|L]에", "부산광역시 서구"],
    ["([부산일보|O:outlet]) [서구|L]에", "부산광역시 서구"],
    ["[부산일보|O:outlet]. [대구|L]의 [서구|L]에", "대구광역시 서구"],
    ["[대구|L], [부산|L], [부산|L], [부산|L], [부산|L], [부산|L]의 [서구|L]와", "부산광역시 서구"],
    ["[부산|L], [대구|L], [대구|L], [대구|L], [대구|L], [대구|L]와 [서구|L]", "대구광역시 서구"],
    ["[부산일보|O:outlet]. [대구교육청|O]은 [서구|L]에", "대구광역시 서구"],
    ["[부산국제영화제|E]와 [중구|L]", "부산광역시 중구"],
    ["[부산우|P] 씨와 [중구|L]", "서울특별시 중구"],
    ["[완도해경|O]은 [옥천면|L]에서", "전라남도 해남군 옥천면"],
    ["[파주|L]와 [신천동|L]", "경기도 시흥시 신천동"],
    ["[팔달구|L]와 [정자동|L]", "경기도 수원시 장안구 정자동"],
    ["[분당구|L]와 [정자동|L]", "경기도 성남시 분당구 정자동"],
    ["[장안구|L], [북구|L]와 [정자동|L]", "경기도 수원시 장안구 정자동"],
    ["[수원시|L]와 [정자동|L]", "경기도 수원시 장안구 정자동"],
    ["[광주|L]와 [광산구|L], [북구|L]", "광주광역시 북구"],
    // What all its names can mean, one of which may say nothing.
    ["[경기도|L] [이천시|L]와 [광주광역시|L], [광주|L]", "광주광역시"],
    ["[파주시|L]는 말했다. [시|O]는", "경기도 파주시"],
    ["[경기도|L] [이천시|L]와 [광주|L], [광주광역시|L]", "광주광역시"],
    ["[파주시|O]의 [파주|O]는", "경기도 파주시"],
    ["[파주|L]의 [파주|O], [파주|O]는", "경기도 파주시"],
    // At home and abroad.
    ["[북한|L]의 [남포|L]", "북한 남포"],
    ["[평양|L]과 [남포|L]", "북한 남포"],
    ["[보령시|L]의 [남포|L]", "충청남도 보령시 남포면"],
    ["[평양|L], [개성|L], [원산|L], [보령시|L]와 [남포|L]", "북한 남포"],
    ["[서울|L], [부산|L]과 [남포|L]", "북한 남포"],
    ["[고성|L]([경남|L])의", "경상남도"],
    // A body that governs is where it governs; another is nowhere.
    ["[파주시청|O]은", "경기도 파주시"],
    ["[미국 정부|O]는", "미국"],
    ["[파주|L]의 [파주|O]는", "경기도 파주시"],
    // Not these.
    ["[파주|O]는", undefined],
    ["[시흥|O]는", undefined],
    ["[파주시|P]는", undefined],
    ["[경찰청|O]은", undefined],
    ["[가온시|L]에서", undefined],
    ["[가온 중구|L]에서", undefined],
    ["[가온 나래|L]에서", undefined],
    ["[부산 파주시|L]에서", undefined],
  ])("%s: %s", (text, path) => expect(lastOf(text)).toBe(path));
});

test.each([
  ["[서구|L]에서", "2024-08-01", "인천광역시 서구"],
  // No more from 2026-07-01.
  ["[서구|L]에서", "2026-08-01", "부산광역시 서구"],
  ["[대구|L]의 눈. [전남광주통합특별시|L] [동구|L]", "2026-08-01", "전남광주통합특별시 동구"],
  ["[경기|L]의 눈. [전남광주통합특별시|L] [옥천면|L]", "2026-08-01", "전남광주통합특별시 해남군 옥천면"],
])("%s %s: %s", (text, date, path) => expect(lastOf(text, date)).toBe(path));

test("괄호 속의 시도", () => {
  const paths = (text: string) => clusterMarked(text).entities.map(({ place }) => place?.path.join(" "));
  expect(paths("[서울|L]의 [고성|L](경남)에서")).toEqual(["서울특별시", "경상남도 고성군"]);
  expect(paths("[서울|L]의 [중구|L]([부산|L])에서")).toEqual(["서울특별시", "부산광역시 중구", "부산광역시"]);
  expect(paths("[서울|L]의 [중구|L]와 서구(부산)에서")).toEqual(["서울특별시", "서울특별시 중구"]);
  expect(paths("[서울|L]의 [중구|L](부산 제외)에서")).toEqual(["서울특별시", "서울특별시 중구"]);
});

describe("곳의 모든 것", () => {
  test.each([
    ["파주시", { country: "KR", code: "41480", path: ["경기도", "파주시"], lat: 37.855, lon: 126.809 }],
    ["한국", { country: "KR", path: ["한국"], lat: 36.5, lon: 127.8 }],
    ["미국", { country: "US", path: ["미국"], lat: 39, lon: -98 }],
    ["뉴욕", { country: "US", path: ["미국", "뉴욕"], lat: 40.71, lon: -74.01 }],
    ["캘리포니아", { country: "US", path: ["미국", "캘리포니아"] }],
    ["백령도", { country: "KR", path: ["백령도"] }],
  ])("%s", (name, place) => expect(clusterMarked(`[${name}|L]에서`).entities[0]!.place).toStrictEqual(place));
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
