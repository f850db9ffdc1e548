import nlp from "compromise";
import { describe, expect, test } from "vitest";
import { isNoBody, typeOfLatin } from "../../../src/entity/latin-name.js";
import { nameKey } from "../../../src/entity/name-key.js";
import { clusterMarked } from "./marked.js";

const entityOf = (text: string, name: string) => {
  const { entities } = clusterMarked(text);
  const found = entities.find((entity) => entity.name === name);
  expect(found, `${name} in ${entities.map((entity) => entity.name).join(", ")}`).toBeDefined();
  const nameOf = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name;
  return { ...found!, affiliationName: nameOf(found!.affiliation), parentName: nameOf(found!.parent) };
};

describe("사람", () => {
  test.each([
    ["[문가람|P] [파주시|O]장은 말했다.", "문가람", ["파주시장"], "파주시"],
    ["[파주|L]에서 [문가람|P] [파주시장|T]이 말했다.", "문가람", ["파주시장"], "파주"],
    ["[문가람|P] [행정안전부|O] [장관|T]은", "문가람", ["장관"], "행정안전부"],
    ["[문가람|P] [전 국무총리|T]가", "문가람", ["전 국무총리"], undefined],
    ["[문가람|P] [새빛테크|O] [대표이사|T] 겸 [CEO|T]는", "문가람", ["대표이사 겸 CEO"], "새빛테크"],
    ["[더불어민주당|O] [문가람|P] [의원|T]은", "문가람", ["의원"], "더불어민주당"],
    ["[문가람|P]([더불어민주당|O]) [의원|T]은", "문가람", ["의원"], "더불어민주당"],
    ["[문가람|P] [파주|L][시장|T]은 밝혔다. [파주시|O]는", "문가람", ["파주시장"], "파주시"],
    ["[파주시|O] [문가람|P] [시장|T]. [문가람|P] [파주시장|T]", "문가람", ["파주시장"], "파주시"],
    ["[새빛테크|O] [대표이사 겸 CEO|T]인 [문가람|P] 씨는", "문가람", ["대표이사 겸 CEO"], "새빛테크"],
    ["[문가람|P] [새빛테크|O] [부회장|T] 겸 [새빛재단|O] [이사장|T]은", "문가람", ["부회장", "이사장"], "새빛테크"],
    ["[새빛테크|O] 홍보팀 [문가람|P] [과장|T]은", "문가람", ["과장"], "새빛테크"],
    ["[가온대|O] 경제학과 [문가람|P] [교수|T]", "문가람", ["교수"], "가온대"],
    ["[문가람|P] [가온대|O] 경제학과 [교수|T]", "문가람", ["교수"], "가온대"],
    ["[문가람|P] [서울시|O] [행정1부시장|T]", "문가람", ["행정1부시장"], "서울시"],
    ["[문가람|P] [가온경찰서|O] 형사과장은", "문가람", ["형사과장"], "가온경찰서"],
    ["[문가람|P](52·[나라당|O]) [의원|T]", "문가람", ["의원"], "나라당"],
    ["[문가람|P]([가온시|L]·[나라당|O]) [의원|T]", "문가람", ["의원"], "나라당"],
    ["[문가람|P] [시장|T]([나라당|O])은", "문가람", ["시장"], "나라당"],
    ["[가온FC|O] [감독|T] [문가람|P]", "문가람", ["감독"], "가온FC"],
    ["[문가람|P]·[나하늘|P] [의원|T]은", "문가람", ["의원"], undefined],
    ["[문가람|P](52)·[나하늘|P](47) [의원|T]은", "문가람", ["의원"], undefined],
    ["[문가람|P] [가온시장|T] [예비후보|T]", "문가람", ["가온시장 예비후보"], undefined],
    ["[문가람|P] 신임 [대법관|T] 후보자", "문가람", ["신임 대법관 후보자"], undefined],
    ["[문가람|P] 주[미국|L][대사|T]", "문가람", ["주미국대사"], "미국"],
    ["[문가람|P] 한빛시장은 [한빛시|O]의", "문가람", ["한빛시장"], "한빛시"],
    ["[문가람|P] 한빛[시장|T]은 [한빛시|O]의", "문가람", ["한빛시장"], "한빛시"],
    ["전 [국무총리|T] [문가람|P] 씨를", "문가람", ["전 국무총리"], undefined],
    // Not these.
    ["[문가람|P] 재래시장 상인회", "문가람", undefined, undefined],
    ["[문가람|P]과 [나하늘|P] [의원|T]은", "문가람", undefined, undefined],
    ["[문가람|P] [선수|T] 아버지 [문하늘|P] 씨", "문하늘", undefined, undefined],
    ["[서울|L] [문가람|P] [가수|T]", "문가람", ["가수"], undefined],
  ])("%s", (text, name, titles, affiliation) => {
    const person = entityOf(text, name);
    expect(person.titles).toEqual(titles);
    expect(person.affiliationName).toBe(affiliation);
  });
  test.each([
    ["[문가람|P](52) 씨", 52],
    ["[문모|P] 씨(35·여)", 35],
    ["[문가람|P](나라당·52) 의원", 52],
    ["[문가람|P](향년 92세)", 92],
    ["52세인 [문가람|P] 씨는", 52],
    ["[문가람|P](1972년생) 씨", undefined],
    ["[문가람|P](3선) 의원", undefined],
    ["[문가람|P] 씨는 3명", undefined],
    ["[문가람|P](더불어민주당)", undefined],
  ])("나이: %s", (text, age) => expect(clusterMarked(text).entities[0]!.age).toBe(age));
  test("기자는 매체의 사람이다", () => {
    const person = entityOf("([서울|L]=[새빛일보|O:outlet]) [문가람|P:reporter] [기자|T] = 비가 왔다.", "문가람");
    expect(person.roles).toEqual(["reporter"]);
    expect(person.affiliationName).toBe("새빛일보");
  });
  test.each([
    ["숨진 [문가람|P] 씨는", ["deceased"]],
    ["[문가람|P] 교수는 “비가 온다”고 말했다.", ["quoted"]],
    ["[문가람|P] 씨가 숨진 채 발견됐다.", ["deceased"]],
    ["고(故) [문가람|P] [회장|T]의 빈소", ["deceased"]],
    ["[문가람|P] 전 회장의 빈소에는", ["deceased"]],
    ["[문가람|P] 씨의 아들이 숨졌다.", undefined],
    ["[문가람|P] 씨는 어머니가 숨졌다.", undefined],
    ["경찰은 [문가람|P](35) 씨를 살인 혐의로 구속했다.", ["accused"]],
    ["[문가람|P] 씨는 사기 혐의로 불구속 기소됐다.", ["accused"]],
    ["[문가람|P] 씨에게 징역 3년이 선고됐다.", ["accused"]],
    ["행인을 때린 혐의로 [문가람|P] 씨가 구속됐다.", ["accused"]],
    ["[문가람|P] 씨를 때린 혐의로 이웃이 구속됐다.", undefined],
    ["[문가람|P] 검사는 사기 사건을 맡았다.", undefined],
    ["“억울하다”고 [문가람|P] 씨는 말했다.", ["quoted"]],
    ["[문가람|P]의 어머니 나하늘 씨는 “무섭다”고 말했다.", undefined],
    ["[문가람|P] 판사는 사기 혐의로 기소된 나하늘 씨에게 징역 2년을 선고했다.", undefined],
    ["[문가람|P] 씨에게서 돈을 빌려 갚지 않은 혐의로 기소됐다.", undefined],
    ["[문가람|P] [시장|T]은 행사를 연다고 밝혔다.", ["quoted"]],
    ["“축제” [문가람|P] 씨는 말했다.", undefined],
    ["[문가람|P] [기자|T] moon@saebit.kr", ["reporter"]],
    ["사진=[문가람|P] [기자|T]", ["reporter"]],
    ["[문가람|P] [기자|T]는 상을 받았다.", undefined],
    ["[문가람|P] 교수는 떠났다.", undefined],
  ])("글 속 역할: %s", (text, roles) => expect(clusterMarked(text).entities[0]!.roles).toEqual(roles));
});

describe("기관", () => {
  test.each([
    ["국립암센터", "hospital"],
    ["서울중앙지법", "court"],
    ["더불어민주당", "party"],
    ["가온대학교", "school"],
    ["㈜다솜테크", "company"],
    ["행정안전부", "government"],
    ["보건복지부", "government"],
    ["다솜노조 가온지부", "union"],
    ["가온동부보훈지청", "government"],
    ["대전지검 가온지청", "prosecution"],
    ["법안심사소위원회", "legislature"],
    ["새빛일보", "media"],
    ["가온경찰서", "police"],
    ["한화 이글스", "team"],
    ["전북 현대", "team"],
    ["FC가온", "team"],
    ["참여연대", "association"],
    ["가온문화재단", "association"],
    ["국제올림픽위원회", "international"],
    ["유럽중앙은행", "international"],
    ["국가인권위원회", "government"],
    ["서울고법 형사3부", "court"],
    ["국회 국방위원회", "legislature"],
    ["파주시 평화경제과", "government"],
    ["특검팀", "prosecution"],
    ["현대", "company"],
    ["방탄소년단", undefined],
  ])("%s: %s", (name, kind) => expect(clusterMarked(`[${name}|O]`).entities[0]!.kind).toBe(kind));
  test("부서는 그 기관의 일부다", () => {
    expect(entityOf("[파주시|O]는 [파주시 평화경제과|O]에 맡겼다.", "파주시 평화경제과").parentName).toBe("파주시");
    expect(entityOf("[파주시|O]는 [한강 문화제|O]", "한강 문화제").parentName).toBeUndefined();
  });
  test.each([
    ["[행정안전부|O]와 [행안부 재난관리실|O]", "행안부 재난관리실", "행정안전부"],
    ["[가온대|O]와 [가온대 의대|O]", "가온대 의대", "가온대"],
    ["[행정안전부|O] 산하 [가온연구원|O]", "가온연구원", "행정안전부"],
    ["[새빛전자|O] 자회사인 [다솜테크|O]", "다솜테크", "새빛전자"],
    ["[새빛전자|O]와 [다솜테크|O]", "다솜테크", undefined],
  ])("상위 기관: %s", (text, name, parent) => expect(entityOf(text, name).parentName).toBe(parent));
  test("법인격은 이름의 열쇠에 들지 않는다", () => {
    expect(nameKey("㈜다솜테크")).toBe(nameKey("주식회사 다솜테크"));
    expect(nameKey("(사)가온회")).toBe(nameKey("가온회"));
    expect(nameKey("Dasom Co., Ltd.")).toBe("dasom");
  });
  test("약칭의 본말", () =>
    expect(clusterMarked("[세계보건기구|O]([WHO|O])").entities[0]!.expansion).toBe("세계보건기구"));
});

describe("로마자 이름", () => {
  test.each(["MOU", "FIME", "CEO", "AI", "K-pop", "5G", "e스포츠"])("%s는 기관이 아니다", (word) => {
    expect(isNoBody(word)).toBe(true);
    expect(clusterMarked(`[${word}|O]를 맺었다.`).entities).toEqual([]);
  });
  test("CIC는 풀이가 있으면 기관이다", () => {
    expect(clusterMarked("[혁신센터|O]([CIC|O])").entities[0]!.aliases).toContain("CIC");
  });
  const agreed = [
    "Joe Biden",
    "Emily Johnson",
    "Michael Brown",
    "Cambridge Innovation Center",
    "Samsung Electronics",
    "Google",
    "New York",
    "London",
    "Boston",
    "CIC",
  ];
  test.each(agreed)("%s: as compromise types it", (span) => {
    const doc = nlp(span);
    const theirs = doc.people().found
      ? "PERSON"
      : doc.places().found
        ? "LOCATION"
        : doc.organizations().found
          ? "ORGANIZATION"
          : undefined;
    expect(typeOfLatin(span)).toBe(theirs);
  });
});

describe("비중과 관계", () => {
  const text =
    "[다솜테크|O], [파주|L]에 공장##\n[다솜테크|O]는 [파주시|O]와 협약했다. [문가람|P] [다솜테크|O] [대표|T]는 [정부|O]에 감사했다. [파주시|L]는 [경기도|L]에 있다.";
  test("제목과 첫머리에 난 것이 으뜸이다", () => {
    const { entities } = clusterMarked(text);
    const order = [...entities].sort((a, b) => b.salience - a.salience).map((entity) => entity.name);
    expect(order[0]).toBe("다솜테크");
    expect(order.at(-1)).not.toBe("파주시");
    expect(Math.max(...entities.map((entity) => entity.salience))).toBe(1);
  });
  test("사람, 기관, 곳의 관계", () => {
    const { entities, relations } = clusterMarked(text);
    const name = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name;
    const said = relations.map(({ type, from, to, value }) => [type, name(from), to ? name(to) : undefined, value]);
    expect(said).toContainEqual(["title-of", "문가람", "다솜테크", "대표"]);
    expect(said).toContainEqual(["affiliated-with", "문가람", "다솜테크", undefined]);
    expect(said).toContainEqual(["located-in", "파주시", "경기도", undefined]);
  });
});

test.each([
  ["[고양시|L] [가온암센터|O]", "가온암센터", "고양시"],
  ["[가온대병원|O]([강원|L] [춘천시|L])", "가온대병원", "춘천시"],
  ["[파주|L]에 본사를 둔 [새빛출판사|O]", "새빛출판사", "파주"],
  ["[파주|L]에 있는 [새빛출판사|O]", "새빛출판사", "파주"],
  ["[파주|L]에서 [새빛출판사|O]는", "새빛출판사", undefined],
])("기관이 있는 곳: %s", (text, from, to) => {
  const { entities, relations } = clusterMarked(text);
  const name = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name;
  expect(name(relations.find((one) => one.type === "located-in" && name(one.from) === from)?.to)).toBe(to);
});

test("10,000 mentions take no quadratic time", () => {
  const text = Array.from(
    { length: 2500 },
    (_, n) => `[가온${n}연구원|O] [김${String.fromCodePoint(0xac00 + n)}솔|P] [의원|T] [김|P] [의원|T] [파주시|L]`,
  ).join(" ");
  const started = performance.now();
  expect(clusterMarked(text).entities.length).toBeGreaterThan(4000);
  // A second on a machine at rest (bench/entity.bench.mjs); quadratic would be minutes.
  expect(performance.now() - started).toBeLessThan(20_000);
});
