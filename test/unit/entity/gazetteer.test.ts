import { describe, expect, test } from "vitest";
import {
  administrativeUnits,
  inForce,
  manyNamed,
  placeStem,
  unitOn,
  unitsNamed,
  withAncestors,
} from "../../../src/entity/gazetteer.js";

/** Every reading of a name, from the outermost unit in, with its code. */
const readings = (key: string) =>
  unitsNamed(key).map((unit) =>
    [
      ...withAncestors(unit)
        .map((up) => up.name)
        .reverse(),
      unit.code ?? unit.country,
    ].join(" "),
  );
const one = (key: string) => {
  const units = unitsNamed(key);
  expect(units, key).toHaveLength(1);
  return units[0]!;
};

describe("이름으로 찾는 곳", () => {
  test.each([
    ["파주시", ["한국 경기도 파주시 41480"]],
    ["분당구", ["한국 경기도 성남시 분당구 41135"]],
    ["성남시분당구", ["한국 경기도 성남시 분당구 41135"]],
    ["용산구", ["한국 서울특별시 용산구 11170"]],
    ["수원특례시", ["한국 경기도 수원시 41110"]],
    ["서울", ["한국 서울특별시 11"]],
    ["전라북도", ["한국 전북특별자치도 52"]],
    ["곤지암", ["한국 경기도 광주시 곤지암읍 4161025900"]],
    ["청운동", ["한국 서울특별시 종로구 청운동 1111010100"]],
    ["부산", ["한국 부산광역시 26"]],
    ["부산면", ["한국 전라남도 장흥군 부산면 4680036000"]],
    ["보람동", ["한국 세종특별자치시 보람동 3611010300"]],
    ["미국", ["미국 US"]],
    ["美", ["미국 US"]],
    ["뉴욕", ["미국 뉴욕 US"]],
    ["캘리포니아", ["미국 캘리포니아 US"]],
    ["마카오", ["마카오 MO"]],
    ["가자지구", ["팔레스타인 PS"]],
    ["백령도", ["한국 백령도 KR"]],
    // The body that governs it, and the word for its level.
    ["미국정부", ["미국 US"]],
    ["중국당국", ["중국 CN"]],
    ["파주시청", ["한국 경기도 파주시 41480"]],
    ["가평군청", ["한국 경기도 가평군 41820"]],
    ["용산구청", ["한국 서울특별시 용산구 11170"]],
    ["전북도청", ["한국 전북특별자치도 52"]],
    ["캘리포니아주", ["미국 캘리포니아 US"]],
    ["허베이성", ["중국 허베이성 CN"]],
    ["오키나와섬", ["일본 오키나와 JP"]],
    // Not these.
    ["가온시", []],
    ["가온주", []],
    ["가온정부", []],
    ["정부", []],
    ["한정부", []],
    ["시청", []],
    ["경찰청", []],
    ["파주청", []],
    ["파주시청사", []],
    ["파주동", []],
    ["면목", []],
    ["용산특례시", []],
    ["가평특례시", []],
    ["미국정부안", []],
    ["친미국정부", []],
    ["캘리포니아주민", []],
    ["혜화", []],
    ["중", ["중국 CN"]],
    ["", []],
  ])("%s", (key, expected) => expect(readings(key)).toEqual(expected));
  test.each([
    ["용산", "한국 서울특별시 용산구 11170"],
    ["파주", "한국 경기도 파주시 41480"],
    ["고성", "한국 강원특별자치도 고성군 51820"],
    ["고성", "한국 경상남도 고성군 48820"],
    ["강남", "한국 강남 KR"],
    ["강남", "한국 서울특별시 강남구 11680"],
    ["중구", "한국 인천광역시 중구 28110"],
    ["북구", "한국 경상북도 포항시 북구 47113"],
  ])("여럿이 쓰는 이름 %s: %s", (key, unit) => {
    expect(readings(key)).toContain(unit);
    expect(readings(key).length).toBeGreaterThan(1);
  });
  test.each([
    ["경기도", 37.534, 127.182],
    ["파주시", 37.855, 126.809],
    // Offsets from the district's centre, in thousandths of a degree: the north-west of 종로구, and its south-east.
    ["청운동", 37.589, 126.969],
    ["혜화동", 37.588, 127.002],
    ["미국", 39, -98],
    ["뉴욕", 40.71, -74.01],
    // Not on the map of districts, or of no one point.
    ["삼국유사면", undefined, undefined],
    ["캘리포니아", undefined, undefined],
  ])("%s의 중심점", (key, lat, lon) => {
    const unit = one(key);
    expect([unit.lat, unit.lon]).toEqual([lat, lon]);
  });
  test.each([
    ["경기도", "KR"],
    ["파주시", "KR"],
    ["청운동", "KR"],
    ["백령도", "KR"],
    ["캘리포니아", "US"],
    ["마카오", "MO"],
  ])("%s: %s", (key, country) => expect(one(key).country).toBe(country));
  test.each([
    ["성수동", ["서울특별시", "성동구", "성수동"]],
    ["남포동", ["부산광역시", "중구", "남포동"]],
    ["명동", ["서울특별시", "중구", "명동"]],
    ["명동1가", ["서울특별시", "중구", "명동1가"]],
    ["조지아주", ["미국", "조지아주"]],
    ["도호쿠", ["일본", "도호쿠"]],
  ])("%s 가운데 하나", (key, path) => {
    const paths = unitsNamed(key).map((unit) =>
      withAncestors(unit)
        .filter(({ level, country }) => level !== "country" || country !== "KR")
        .map(({ name }) => name)
        .reverse(),
    );
    expect(paths).toContainEqual(path);
  });
  test("each unit says what level it is of", () => {
    const levels = (key: string) => withAncestors(one(key)).map(({ level }) => level);
    expect(levels("분당구")).toEqual(["sigungu", "sigungu", "sido", "country"]);
    expect(levels("청운동")).toEqual(["emd", "sigungu", "sido", "country"]);
    expect(levels("뉴욕")).toEqual(["city", "country"]);
    expect(levels("캘리포니아")).toEqual(["region", "country"]);
  });
});

describe("단위를 뗀 이름", () => {
  test.each([
    ["파주시", "파주"],
    ["고흥군", "고흥"],
    ["용산구", "용산"],
    ["정관읍", "정관"],
    ["토성면", "토성"],
    ["신사동", "신사"],
    ["하회마을", "하회"],
    ["강정리", "강정"],
    ["서울특별시", "서울"],
    ["부산광역시", "부산"],
    ["수원특례시", "수원"],
    ["세종특별자치시", "세종"],
    ["제주특별자치도", "제주"],
    ["허베이성", "허베이"],
    ["나라현", "나라"],
    ["오키나와섬", "오키나와"],
    // One syllable is no name, and what the name begins with is no level.
    ["중구", "중구"],
    ["동두천", "동두천"],
    ["경기도", "경기도"],
  ])("%s: %s", (key, stem) => expect(placeStem(key)).toBe(stem));
});

describe("여러 이름으로 불리는 곳", () => {
  test.each([
    ["경북", "KR-47"],
    ["경북도", "KR-47"],
    ["경상북도", "KR-47"],
    ["미국", "US"],
    ["美", "US"],
    ["미국정부", "US"],
    ["전남도청", undefined],
    ["파주시", undefined],
    ["가온시", undefined],
  ])("%s: %s", (key, identity) => expect(manyNamed(key)).toBe(identity));
});

describe("바뀐 행정구역", () => {
  test.each([
    ["남구", "28170", "2018-06-30", true],
    ["남구", "28170", "2018-07-01", false],
    ["미추홀구", "28177", "2018-06-30", false],
    ["미추홀구", "28177", "2018-07-01", true],
    ["순천시", "46150", "2026-07-01", true],
    ["광주", "29", "2026-06-30", true],
    ["광주", "29", "2026-07-01", false],
    ["전남광주통합특별시", "12", "2026-06-30", false],
    ["전남광주통합특별시", "12", "2026-07-01", true],
    ["파주시", "41480", "1999-01-01", true],
  ])("%s(%s) %s: %s", (key, code, date, expected) =>
    expect(inForce(unitsNamed(key).find((unit) => unit.code === code)!, date)).toBe(expected),
  );
  test("미국은 언제나 있다", () => expect(inForce(one("미국"), "1999-01-01")).toBe(true));
  const pathOn = (key: string, date: string) => {
    const unit = unitOn(one(key), date);
    return [
      ...withAncestors(unit)
        .map((up) => up.name)
        .reverse(),
      unit.code,
    ].join(" ");
  };
  test.each([
    ["순천시", "2026-06-30", "한국 전라남도 순천시 46150"],
    ["순천시", "2026-07-01", "한국 전남광주통합특별시 순천시 12150"],
    // Its new code is in no table.
    ["운서동", "2026-06-30", "한국 인천광역시 중구 운서동 2811014700"],
    ["운서동", "2026-07-01", "한국 인천광역시 영종구 운서동 "],
    ["증도면", "2026-06-30", "한국 전라남도 신안군 증도면 4691031000"],
    ["증도면", "2026-07-01", "한국 전남광주통합특별시 신안군 증도면 "],
    ["미추홀구", "2026-07-01", "한국 인천광역시 미추홀구 28177"],
    ["청운동", "2026-07-01", "한국 서울특별시 종로구 청운동 1111010100"],
    ["보람동", "2026-07-01", "한국 세종특별자치시 보람동 3611010300"],
    ["광주광역시", "2026-07-01", "한국 광주광역시 29"],
    ["미국", "2026-07-01", "미국 "],
    ["백령도", "2026-07-01", "한국 백령도 "],
  ])("%s %s: %s", (key, date, path) => expect(pathOn(key, date)).toBe(path));
  test("나뉜 구는 그 이름 그대로다", () => {
    const old = unitsNamed("중구").find((unit) => unit.code === "28110")!;
    expect(unitOn(old, "2026-07-01")).toBe(old);
  });
  test("기준일의 시군구", () => {
    const codes = (date: string) => new Set(administrativeUnits(date).map((unit) => unit.code));
    expect([...["28110", "46150", "29"].map((code) => codes("2026-06-30").has(code))]).toEqual([true, true, true]);
    expect([...["28110", "46150", "29"].map((code) => codes("2026-07-01").has(code))]).toEqual([false, false, false]);
    expect([...["28125", "12150", "12"].map((code) => codes("2026-07-01").has(code))]).toEqual([true, true, true]);
  });
});
