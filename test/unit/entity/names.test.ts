import { describe, expect, test } from "vitest";
import { type Abbreviation, abbreviates, abbreviationStarts, knownPartners } from "../../../src/entity/abbreviation.js";
import { isInstitution, kindOf } from "../../../src/entity/body-kind.js";
import { isNoBody, typeOfLatin } from "../../../src/entity/latin-name.js";
import { isHangul, isHanja, isLatin, nameKey } from "../../../src/entity/name-key.js";

describe("이름의 열쇠", () => {
  test.each([
    ["㈜다솜테크", "다솜테크"],
    ["(주)다솜테크", "다솜테크"],
    ["다솜테크 주식회사", "다솜테크"],
    ["학교법인 가온학원", "가온학원"],
    ["Dasom Co., Ltd.", "dasom"],
    ["Dasom Co.,Ltd", "dasom"],
    ["Dasom, Inc.", "dasom"],
    ["다솜Inc.", "다솜"],
    ["가온 · 나래", "가온나래"],
    ["‘새빛’ 신문", "새빛신문"],
    ["K-water", "kwater"],
    // A legal form is a word of its own, and the last one.
    ["POSCO", "posco"],
    ["Pure Zinc", "purezinc"],
    ["Inc. 500", "inc500"],
    ["Dasom Co Ltd Inc", "dasomco"],
    // What is nothing else stays.
    ["주식회사", "주식회사"],
    ["“ ”", "“”"],
    ["Inc", "inc"],
  ])("%s: %s", (text, key) => expect(nameKey(text)).toBe(key));
  test.each([
    ["파주시", true, false, false],
    ["金", false, true, false],
    ["國會", false, true, false],
    ["金한결", false, false, false],
    ["한결金", false, false, false],
    ["WHO", false, false, true],
    ["LG전자", false, false, false],
    ["5·18", false, false, false],
    ["", false, false, false],
  ])("%s의 글자", (text, hangul, hanja, latin) =>
    expect([isHangul(text), isHanja(text), isLatin(text)]).toEqual([hangul, hanja, latin]),
  );
});

describe("줄인 이름", () => {
  /** The full name with its spaces, the short one, and how it is one. */
  const cases: readonly (readonly [full: string, short: string, kind: Abbreviation | undefined])[] = [
    ["행정안전부", "행안부", "known"],
    ["행안부", "행정안전부", "known"],
    ["LG전자", "엘지전자", "known"],
    ["엘지전자", "LG전자", "known"],
    ["SR", "에스알", "known"],
    ["한빛R&D센터", "한빛알&디센터", "known"],
    ["ABC", "에이비시", "known"],
    ["DEF", "디이에프", "known"],
    ["GHI", "지에이치아이", "known"],
    ["JKL", "제이케이엘", "known"],
    ["MNO", "엠엔오", "known"],
    ["PQR", "피큐아르", "known"],
    ["STU", "에스티유", "known"],
    ["VWX", "브이더블유엑스", "known"],
    ["YZ", "와이제트", "known"],
    ["가온대학교", "가온대", "known"],
    ["가온대학교", "가온대학", "known"],
    ["가온고등학교", "가온고", "known"],
    ["가온지방법원", "가온지법", "known"],
    ["가온지방검찰청", "가온지검", "known"],
    ["가온고등법원", "가온고법", "known"],
    ["가온고등검찰청", "가온고검", "known"],
    ["수원특례시", "수원시", "known"],
    ["부산광역시", "부산시", "known"],
    ["서울특별시", "서울시", "known"],
    ["한국 가온협회", "가온협회", "known"],
    ["대한민국 가온협회", "가온협회", "known"],
    ["한국가온협회", "가온협회", "tail"],
    ["국립 가온협회", "가온협회", "tail"],
    ["신한국 가온협회", "가온협회", "tail"],
    ["국립암센터", "암센터", "tail"],
    ["나래바이오헬스", "나래", "head"],
    ["나래여의도병원", "나래", "head"],
    ["가온정보연구원", "가정연", "syllables"],
    ["가온정보연구원", "가보원", "syllables"],
    ["가온 정보연구원", "정연", "syllables"],
    ["가온 나래 정보연구원", "정연", "syllables"],
    ["한국나래우주연구원", "나우연", "syllables"],
    ["파주가온정보연구원", "가정연", "syllables"],
    ["동두천가온정보연구원", "가정연", "syllables"],
    ["119안전센터", "안센", "syllables"],
    ["가온산업진흥", "가산", "syllables"],
    ["한국 가온협회", "가협", "syllables"],
    ["가온은행", "가은", "syllables"],
    // The last syllable is near the end, though there is another like it before.
    ["가온정보산업공정회", "가정", "syllables"],
    ["한국국립가온정보통신진흥원", "가온정보", "inner"],
    // Not these.
    ["가온대", "가온대병원", undefined],
    ["가온대병원", "가온대", undefined],
    ["경기도의회", "경기도", undefined],
    ["러시아군", "러시아", undefined],
    ["가온협회", "가온협회", undefined],
    ["암센터", "국립암센터", undefined],
    ["국회", "국", undefined],
    ["국회", "회", undefined],
    ["한나라", "한라", undefined],
    ["가온정보연구원", "정연", undefined],
    ["가온정보연구원", "온정연", undefined],
    ["가온정보연구원", "가연정", undefined],
    ["가온정보연구원", "가온공", undefined],
    ["가온정보연구원", "가정공원", undefined],
    ["하늘가온정보연구원", "가정연", undefined],
    ["가온산업진흥원", "가산", undefined],
    ["중앙재난안전대책본부", "중재", undefined],
    ["한국국립가온정보통신진흥원", "가온", undefined],
    ["한국국립DS정보통신진흥원", "DS정보", undefined],
    ["Boram Innovation Center", "BIC", undefined],
  ];
  test.each(cases)("%s: %s", (full, short, kind) =>
    expect(abbreviates(nameKey(short), nameKey(full), full)).toBe(kind),
  );
  test("written in one word where nothing is said of spaces", () =>
    expect(abbreviates("가온협회", "한국가온협회")).toBe("tail"));
  test.each([
    ["가온연구원", [0]],
    ["한국가온연구원", [0, 2]],
    ["가온 정보 연구원", [0, 2, 4]],
    ["2032가온올림픽", [0, 4]],
    ["파주가온연구원", [0, 2]],
    ["동두천가온연구원", [0, 3]],
  ])("%s: where one may begin", (full, starts) =>
    expect([...abbreviationStarts(nameKey(full), full)].sort()).toEqual(starts),
  );
  test("표에 있는 짝", () => {
    expect(knownPartners(nameKey("FDA"))).toEqual(["미국식품의약국", "식품의약국"]);
    expect(knownPartners("한국항공우주연구원")).toEqual(["kari", "항우연"]);
    expect(knownPartners("가온연구원")).toEqual([]);
  });
});

describe("기관의 갈래", () => {
  test.each([
    ["가온대학교", "school"],
    ["가온대", "school"],
    ["국민의힘", "party"],
    ["한국전자통신연구원", "research"],
    ["가온소프트", "company"],
    ["가온문화예술회관", "venue"],
    ["국제가온협회", "international"],
    ["유럽중앙은행", "international"],
    ["아시아정부", "international"],
    ["국제형사법원", "international"],
    ["국제가온신문", "media"],
    ["한국국제협회", "association"],
    ["FC가온", "team"],
    ["가온FC", "team"],
    // Too short to say anything, or no ending of the table.
    ["가대", undefined],
    ["방탄소년단", undefined],
    ["AFC가온", undefined],
    ["FCDasom", undefined],
    ["", undefined],
  ])("%s: %s", (name, kind) => expect(kindOf(nameKey(name))).toBe(kind));
  test.each([
    "가온신문",
    "가온경찰서",
    "가온은행",
    "가온연구원",
    "가온지검",
    "가온지법",
    "가온노조",
    "가온병원",
    "가온협회",
    "가온미술관",
    "가온대학교",
    "국제가온협회",
    "국립암센터",
    "가온국제기구",
  ])("%s: 곳이 아니라 기관이다", (name) => expect(isInstitution(nameKey(name))).toBe(true));
  test.each(["해운대", "통일전망대", "가온구청", "가온전자", "가온수목원", "대학교", "병원", "코엑스", ""])(
    "%s: 이름만으로 기관은 아니다",
    (name) => expect(isInstitution(nameKey(name))).toBe(false),
  );
});

describe("로마자로 쓴 이름", () => {
  test.each([
    ["Emily Johnson", "PERSON"],
    ["Mary Ann Smith Jones", "PERSON"],
    ["Hyun Beckham", "PERSON"],
    ["Hyun\n Beckham", "PERSON"],
    ["New York", "LOCATION"],
    [" new  york ", "LOCATION"],
    ["Boram Park", "LOCATION"],
    ["Boram River", "LOCATION"],
    ["Google", "ORGANIZATION"],
    ["Ben & Jerry’s", "ORGANIZATION"],
    ["Boram Innovation Center", "ORGANIZATION"],
    ["Boram Co., Ltd.", "ORGANIZATION"],
    ["Boram,Inc", "ORGANIZATION"],
    ["Emily Foundation", "ORGANIZATION"],
    ["Boram Institute of Law", "ORGANIZATION"],
    ["University of Boram", "ORGANIZATION"],
    ["Ministry of Dreams", "ORGANIZATION"],
    ["Google Cloud", "ORGANIZATION"],
    ["Google.", "ORGANIZATION"],
    // One word that is no name of the tables says nothing, nor does a word that only looks like one.
    ["Emily", undefined],
    ["Beckham", undefined],
    ["Center", undefined],
    ["Park", undefined],
    ["University", undefined],
    ["BRM", undefined],
    ["Pure Zinc", undefined],
    ["Blue Incense", undefined],
    ["Blue Railroad", undefined],
    ["Open Parking", undefined],
    ["Pan Interuniversity Games", undefined],
    ["Blue Institutes Tour", undefined],
    ["mark up", undefined],
    ["mark Up", undefined],
    ["Mark of the Blue Moon", undefined],
    ["See You Tomorrow Beckham", undefined],
    ["Blue Moon", undefined],
    ["CEO Center", "ORGANIZATION"],
    ["CEO", undefined],
    ["가온 Center", undefined],
    ["Google 한국", undefined],
    ["", undefined],
  ])("%s: %s", (text, type) => expect(typeOfLatin(text)).toBe(type));
  test("more than eighty letters are no name", () => {
    expect(typeOfLatin(`${"Boram ".repeat(12)}Center`)).toBe("ORGANIZATION");
    expect(typeOfLatin(`${"Boram ".repeat(13)}Center`)).toBeUndefined();
  });
  test.each([
    [" MOU ", true],
    ["k-pop", true],
    ["WHO", false],
    ["MOUs", false],
  ])("%s: no body, %s", (text, none) => expect(isNoBody(text)).toBe(none));
});
