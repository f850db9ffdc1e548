import nlp from "compromise";
import { describe, expect, test } from "vitest";
import { isNoBody, typeOfLatin } from "../../../src/entity/latin-name.js";
import { nameKey } from "../../../src/entity/name-key.js";
import { clusterMarked } from "./marked.js";
import { expectWithin } from "../../support/expect-within.js";

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
    ["[문가람|P] [가온시의회|O] [의장|T]과 새빛대 [나하늘|P] [교수|T]", "문가람", ["의장"], "가온시의회"],
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
    ["[문가람|P] [가평군수|T]는 [가평군|O]의", "문가람", ["가평군수"], "가평군"],
    ["[문가람|P] [전북지사|T]는 [전북도|O]의", "문가람", ["전북지사"], "전북도"],
    ["[문가람|P] [경북도지사|T]는 [경북|L]의", "문가람", ["경북도지사"], "경북"],
    ["[문가람|P] [용산구청장|T]은 [용산|L]의", "문가람", ["용산구청장"], "용산"],
    ["[문가람|P] [용산구청장|T]은 [용산구|O]의", "문가람", ["용산구청장"], "용산구"],
    ["[문가람|P] [고성군수|T]는 [경남|L] [고성군|L]의", "문가람", ["고성군수"], "고성군"],
    ["[문가람|P] [기상청장|T]은 [기상청|O]의", "문가람", ["기상청장"], "기상청"],
    ["[미국|L] [문가람|P] [대통령|T]은", "문가람", ["대통령"], "미국"],
    ["[문가람|P] [파주|L] [시의원|T]은", "문가람", ["시의원"], "파주"],
    ["[문가람|P]은 웃었다. [나라당|O] [문가람|P] [의원|T]", "문가람", ["의원"], "나라당"],
    ["[문가람|P] [의원|T]은 웃었다. [나라당|O] [문가람|P] [의원|T]", "문가람", ["의원"], "나라당"],
    ["[나라당|O] [문가람|P] [의원|T]. [새빛당|O] [문가람|P] [의원|T]", "문가람", ["의원"], "나라당"],
    ["[나라당|O] [문가람|P] [의원|T]. [문가람|P]([새빛당|O])", "문가람", ["의원"], "나라당"],
    ["[문가람|P] [의원|T]이 [문가람|P] [전 의원|T]이 됐다.", "문가람", ["전 의원"], undefined],
    ["[문가람|P] [시장|T]과 [이천시|O]의", "문가람", ["시장"], undefined],
    ["[문가람|P] [가온구청장|T]은 [가온|L]의", "문가람", ["가온구청장"], "가온"],
    ["[파주시|L]에서 [문가람|P] [파주시|O] [주무관|T]는", "문가람", ["주무관"], "파주시"],
    ["[심사위원장|T]을 맡은 [일본|L]의 [문가람|P] [감독|T]은", "문가람", ["감독", "심사위원장"], undefined],
    ["[심사위원장|T]을 맡은 [문가람|P] 씨는", "문가람", ["심사위원장"], undefined],
    ["[심사위원장|T]을 만난 [문가람|P] 씨는", "문가람", undefined, undefined],
    ["[위원장|T]인 [나라당|O] [문가람|P] [의원|T]은", "문가람", ["의원", "위원장"], "나라당"],
    ["[회장|T]이자 [새빛대|O] [문가람|P] 씨는", "문가람", ["회장"], "새빛대"],
    // Not these.
    ["[위원장|T] [나라당|O] [문가람|P]은", "문가람", undefined, undefined],
    ["[위원장|T]인 [나하늘|P]과 [나라당|O] [문가람|P]은", "문가람", undefined, undefined],
    ["[문가람|P] [중장|T]은 [중국|L]의", "문가람", ["중장"], undefined],
    ["[문가람|P] [AI|O] [교수|T]는", "문가람", ["교수"], undefined],
    ["[다솜테크|O] [대표|T] [문가람|P]은", "다솜테크", undefined, undefined],
    ["[문가람|P] [소장|T]은 [소|W]를", "문가람", ["소장"], undefined],
    ["[문가람|P] [가수|T]는 [가수|O]의", "문가람", ["가수"], undefined],
    ["[문가람|P] [가평군수|T]는 [가평|P] 씨와 [양평군|O]의", "문가람", ["가평군수"], undefined],
    ["[문가람|P] [파주|L] [주민|T]은", "문가람", ["주민"], undefined],
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
    ["[문가람|P](52) 씨와 [문가람|P] 씨", 52],
    ["[문가람|P] 씨가 왔다. [문가람|P](52) 씨", 52],
  ])("나이: %s", (text, age) => expect(clusterMarked(text).entities[0]!.age).toBe(age));
  test("기자는 매체의 사람이다", () => {
    const person = entityOf("([서울|L]=[새빛일보|O:outlet]) [문가람|P:reporter] [기자|T] = 비가 왔다.", "문가람");
    expect(person.roles).toEqual(["reporter"]);
    expect(person.affiliationName).toBe("새빛일보");
  });
  test.each([
    ["([서울|L]=[새빛일보|O:outlet]) [나하늘|P] 씨는 웃었다.", "나하늘", undefined, undefined],
    ["([서울|L]=[새빛일보|O:outlet]) [나래신문|O] [문가람|P:reporter] [기자|T]", "문가람", ["reporter"], "나래신문"],
    ["사진=[문가람|P]", "문가람", ["reporter"], undefined],
    ["[나하늘|P] 씨는 웃었다. [문가람|P:reporter]", "문가람", ["reporter"], undefined],
  ])("매체와 사람: %s", (text, name, roles, affiliation) => {
    const person = entityOf(text, name);
    expect(person.roles).toEqual(roles);
    expect(person.affiliationName).toBe(affiliation);
  });
  test.each([
    ["숨진 [문가람|P] 씨는", ["deceased"]],
    ["故 [문가람|P] 씨는", ["deceased"]],
    ["고 [문가람|P] 회장의 뜻", ["deceased"]],
    ["사망한[문가람|P] 씨는", ["deceased"]],
    ["[문가람|P] 교수께서 타계했다.", ["deceased"]],
    ["[문가람|P] 씨는 3일 오후 병원에서 별세했다.", ["deceased"]],
    ["[문가람|P](92·여) 전 파주문화원 원장이 세상을 떠났다.", ["deceased"]],
    ["[문가람|P]의 유족은 떠났다.", ["deceased"]],
    ["[문가람|P](92) 씨의 발인은", ["deceased"]],
    ["용의자 [문가람|P] 씨는", ["accused"]],
    ["용의자[문가람|P] 씨는", ["accused"]],
    ["피고인인 [문가람|P] 씨는", ["accused"]],
    ["[문가람|P] 씨는 횡령 혐의를 받고 있다.", ["accused"]],
    ["[문가람|P] 대표가 3억 원을 빼돌린 혐의로 구속됐다.", ["accused"]],
    ["사기 혐의로 [문가람|P] 씨를 긴급체포했다.", ["accused"]],
    ["법원은 [문가람|P] 씨에게 사기죄로 벌금 300만 원을 선고했다.", ["accused"]],
    ["[문가람|P](52·여) 씨는 “춥다”고 말했다.", ["quoted"]],
    ["[문가람|P] 파주시 문화예술팀 팀장은 “춥다”라며 웃었다.", ["quoted"]],
    ['[문가람|P] 씨는 이날 회견에서 "춥다"면서 웃었다.', ["quoted"]],
    ["[문가람|P] 교수는 비가 온다고 여러 번 강조했다.", ["quoted"]],
    ["[문가람|P] 교수는 비가 온다고 내다봤다.", ["quoted"]],
    ["[문가람|P] 교수는 비가 안 온다고 선을 그으며 반박했다.", ["quoted"]],
    ["[문가람|P] 의원은 예산이 샜다고 폭로했다.", ["quoted"]],
    ["[문가람|P] 의원은 비가 온다고 생각했다.", undefined],
    ['"춥다"고 [문가람|P] 교수는 거듭 말했다.', ["quoted"]],
    ["[문가람|P] 기자\n비가 왔다.", ["reporter"]],
    ["[문가람|P] 선임기자 moon@saebit.kr", ["reporter"]],
    ["[문가람|P]특파원", ["reporter"]],
    ["글·사진 = [문가람|P]", ["reporter"]],
    ["취재: [문가람|P]", ["reporter"]],
    ["영상=[문가람|P]", ["reporter"]],
    ["[문가람|P:reporter]", ["reporter"]],
    ["“춥다”라고 [문가람|P] 씨는 말했다.", ["quoted"]],
    ["“봄”이라고 [문가람|P] 씨는 말했다.", ["quoted"]],
    ["고 [문가람|P] 의원은 생전에 “춥다”고 말했다. [문가람|P] 의원의 빈소", ["deceased", "quoted"]],
    ["[문가람|P] 청장은 “춥다”라면서 웃었다.", ["quoted"]],
    ["[문가람|P] 정책관은“춥다”고 말했다.", ["quoted"]],
    ["[문가람|P] 이사장은 “늘릴 것”이며, “가겠다”라고 말했다.", ["quoted"]],
    ["[문가람|P] 씨 별세, 5일 가온병원", ["deceased"]],
    ["도예가 [문가람|P] 명장 별세", ["deceased"]],
    ["[문가람|P](39) 씨에게는 징역 3년이 확정됐다.", ["accused"]],
    ["매체들은 [문가람|P] 비서가 언덕을 찾았다고 전했다.", undefined],
    ["소장은 웃었고, [문가람|P] 비서가 언덕을 찾았다고 전했다.", ["quoted"]],
    ["대변인은 “[문가람|P]은 나쁘다”라고 주장하며 “춥다”고 말했다.", undefined],
    ["[문가람|P] 회장 모친 별세", undefined],
    ["[문가람|P] 씨 별세한", undefined],
    // Not these.
    ["비가 온다고 [문가람|P] 씨는 웃었다.", undefined],
    ["“춥다”고 [문가람|P] 씨는 웃었다.", undefined],
    ["교통사고 [문가람|P] 씨는", undefined],
    ["숨진 이웃의 딸 [문가람|P] 씨는", undefined],
    ["[문가람|P] 씨는 이웃의 빈소를 찾았다.", undefined],
    ["[문가람|P] 대표는 고인의 유족을 만났다.", undefined],
    ["[문가람|P] 씨의 가족은 떠났다.", undefined],
    ["[문가람|P] 씨는 웃었다. 개가 숨졌다.", undefined],
    ["[문가람|P] 씨는 웃었다\n나하늘 씨의 빈소", undefined],
    ["용의자를 쫓는 [문가람|P] 형사", undefined],
    ["[문가람|P] 씨는 사기 혐의로 기소된 이웃을 만났다.", undefined],
    ["사기 혐의로 [문가람|P] 씨가 운영하는 가게를 뒤졌다.", undefined],
    ["[문가람|P] 씨에게 위자료를 물렸다.", undefined],
    ["[문가람|P] 씨를 혐의로 볼 수 없다.", undefined],
    ["[문가람|P] 씨는 “봄날”을 불렀다.", undefined],
    ["[문가람|P] 씨는 간다고 손을 흔들었다.", undefined],
    ["“춥다”고 [문가람|P] 씨의 변호인은 말했다.", undefined],
    ["“춥다”는 말을 [문가람|P] 씨는 말했다.", undefined],
    ["[문가람|P] 기자회견장", undefined],
    ["[문가람|P] 씨와 나하늘 기자", undefined],
    ["사진 속 [문가람|P] 씨", undefined],
    ["사진=다솜테크 제공 [문가람|P] 씨", undefined],
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
    ["가온(주)", "company"],
    ["가온 주식회사", "company"],
    ["유한회사 가온", "company"],
    ["Boram Inc.", "company"],
    ["Boram Co", "company"],
    ["가온 병원 행정팀", "hospital"],
    ["가온대 나래 의대", "school"],
    ["가온병원 행정팀", "hospital"],
    ["가온대 의대", "school"],
    ["국회 사무처", "legislature"],
    ["가온대 발전재단", "association"],
    ["경기 홍보팀", "government"],
    ["미국", "government"],
    ["미국 국무부", "government"],
    ["개인정보위", "government"],
    ["의료개혁특별위원회", "government"],
    ["국방위", "legislature"],
    ["가온시의회 운영위", "legislature"],
    ["국회 연금개혁특별위원회", "legislature"],
    ["예산결산특별위원회", "legislature"],
    ["LG생활건강", "company"],
    ["삼성SDS", "company"],
    ["현대고등학교", "school"],
    ["롯데 자이언츠", "team"],
    ["탄소중립위", "government"],
    ["세계탄소위원회", "international"],
    ["나래탄소위원회", "government"],
    ["나래소위원회", "legislature"],
    ["나래수호투쟁위원회", "association"],
    ["미국 에너지부", "government"],
    ["한빛부대", "government"],
    ["가온요양원", "hospital"],
    ["서산지원", "court"],
    ["전주지법 군산지원", "court"],
    ["나래 충남지원", undefined],
    ["한미 워킹그룹", "association"],
    // No body says whose team it is, and a town has none.
    ["홍보팀", undefined],
    ["혜화동 홍보팀", undefined],
    ["한강 문화제", undefined],
    ["방탄소년단", undefined],
  ])("%s: %s", (name, kind) => expect(clusterMarked(`[${name}|O]`).entities[0]!.kind).toBe(kind));
  test.each([
    ["[새빛|O:outlet]는 전했다.", "media"],
    ["[㈜새빛|O:outlet]는 전했다.", "media"],
    ["[새빛|O:outlet]는 전했다. [새빛|O]은", "media"],
    ["[새빛|O]는 전했다. [㈜새빛|O]", "company"],
    ["[가온 나래울|O](이하 [나래재단|O])은", "association"],
    ["[경기도|L]에서 열렸다. [경기도|O]는", "government"],
    ["[가온미술관|L]에서", "museum"],
    ["[경기도|L]에서 열렸다.", undefined],
    ["[가온협회|P] 씨", undefined],
    ["[나래연대|O] [문가람|P] [후보|T]와", "party"],
    ["[나래의길|O] [문가람|P] [의원|T]은", "party"],
    ["[나래연대|O] [문가람|P] [대표|T]는", "association"],
    ["[나래시의회|O] [문가람|P] [의원|T]은", "legislature"],
    ["야당 [나래성당|O]이", "party"],
    ["집권 [나래동맹|O]은", "party"],
    ["제1당인 ‘[나래연대|O]’은", "party"],
    ["식당 [나래연대|O]는", "association"],
    ["야당 [나래신문|O]은", "media"],
  ])("기관의 갈래: %s", (text, kind) => expect(clusterMarked(text).entities[0]!.kind).toBe(kind));
  test("부서는 그 기관의 일부다", () => {
    expect(entityOf("[파주시|O]는 [파주시 평화경제과|O]에 맡겼다.", "파주시 평화경제과").parentName).toBe("파주시");
    expect(entityOf("[파주시|O]는 [한강 문화제|O]", "한강 문화제").parentName).toBeUndefined();
  });
  test.each([
    ["[행정안전부|O]와 [행안부 재난관리실|O]", "행안부 재난관리실", "행정안전부"],
    ["[가온대|O]와 [가온대 의대|O]", "가온대 의대", "가온대"],
    ["[가온대|O]와 [가온대학교 화학부|O]", "가온대학교 화학부", "가온대"],
    ["[가온대학교|O]와 [가온대 화학부|O]", "가온대 화학부", "가온대학교"],
    ["[행정안전부|O] 산하 [가온연구원|O]", "가온연구원", "행정안전부"],
    ["[새빛전자|O] 자회사인 [다솜테크|O]", "다솜테크", "새빛전자"],
    ["[새빛전자|O]와 [새빛전자 DS부문|O]", "새빛전자 DS부문", "새빛전자"],
    ["[가온청|O]과 [가온청 활용국 유산과|O]", "가온청 활용국 유산과", "가온청"],
    ["[가온청|O], [가온청 활용국|O], [가온청 활용국 유산과|O]", "가온청 활용국 유산과", "가온청 활용국"],
    ["[가온대|O]와 [가온대 나래 의대|O]", "가온대 나래 의대", "가온대"],
    ["[행정안전부|O] 산하 [한국나래연구원|O]([나래연|O])", "한국나래연구원", "행정안전부"],
    ["[새빛그룹|O]의 계열사인 [다솜테크|O]", "다솜테크", "새빛그룹"],
    ["[가온대|O] 부설 [나래연구소|O]", "나래연구소", "가온대"],
    ["[국방부|O] 소속 기관인 [나래사령부|O]", "나래사령부", "국방부"],
    ["[나래연구원|O]이 열었다. [행정안전부|O] 산하 [나래연구원|O]은", "나래연구원", "행정안전부"],
    // Not these.
    ["[새빛전자|O]와 [다솜테크|O]", "다솜테크", undefined],
    ["[국방부|O] 산하가 아닌 [나래연구원|O]", "나래연구원", undefined],
    ["[국방부|O]도 [나라당|O]도 산하 [나래연구원|O]을", "나래연구원", undefined],
    ["[가람|P] 산하 [나래연구원|O]", "나래연구원", undefined],
    ["[한강|L]과 [한강 문화제|O]", "한강 문화제", undefined],
    ["[한강|L]과 [한강 국제무용제|O]", "한강 국제무용제", undefined],
    ["[서울고법|O]의 [서울고법 형사3부|O]", "서울고법 형사3부", undefined],
    ["[행정안전부|O] 산하 위원회와 [나래연구원|O]", "나래연구원", undefined],
    ["[한빛|W]을 읽었다. [한빛 홍보팀|O]은", "한빛 홍보팀", undefined],
    ["[나래대|O]와 [가온대 의대|O]", "가온대 의대", undefined],
  ])("상위 기관: %s", (text, name, parent) => expect(entityOf(text, name).parentName).toBe(parent));
  test("법인격은 이름의 열쇠에 들지 않는다", () => {
    expect(nameKey("㈜다솜테크")).toBe(nameKey("주식회사 다솜테크"));
    expect(nameKey("(사)가온회")).toBe(nameKey("가온회"));
    expect(nameKey("Dasom Co., Ltd.")).toBe("dasom");
  });
  test.each([
    ["[세계보건기구|O]([WHO|O])", "세계보건기구"],
    ["[WHO|O] 총장. [세계보건기구|O]는", "세계보건기구"],
    ["[가온도서전|E]([GBF|E])", "가온도서전"],
    ["[한국보건산업진흥원|O](이하 [진흥원|O])", "한국보건산업진흥원"],
    ["[행정안전부|O]와 [행안부|O]", "행정안전부"],
    // A name cut short is no acronym, and a person or place has none.
    ["[더불어민주당|O]과 [민주당|O]", undefined],
    ["[세계보건기구|O]와 [세계보건기구|O]", undefined],
    ["[새빛기술|O](옛 [한빛상사|O])", undefined],
    ["[WHO|O]와 [WHO|O]", undefined],
    ["[뉴욕|L]([NY|L])", undefined],
    ["[김한결|P]([Kim Hangyeol|P])", undefined],
  ])("약칭의 본말: %s", (text, expansion) => expect(clusterMarked(text).entities[0]!.expansion).toBe(expansion));
});

describe("이름과 갈래", () => {
  test.each([
    // The fullest form: a proper name before a common noun, Hangul before other letters, long before short, first before second.
    ["[BRC|O](이하 [위원회|O])는 밝혔다.", [["ORGANIZATION", "BRC", "위원회"]]],
    ["[Boram Innovation Center|O]([보람센터|O])", [["ORGANIZATION", "보람센터", "Boram Innovation Center"]]],
    ["[金한결|P]은 웃었다. [김한결|P]([金한결|P])은", [["PERSON", "김한결", "金한결"]]],
    ["[中國|L]과 [중국|L]", [["LOCATION", "중국", "中國"]]],
    ["[민주당|O]과 [더불어민주당|O]의 [민주당|O]", [["ORGANIZATION", "더불어민주당", "민주당"]]],
    ["[도널드 브라운|P]과 [도날드 브라운|P]", [["PERSON", "도널드 브라운", "도날드 브라운"]]],
    // The type of most mentions, of the first where as many are of another.
    ["[파주시|L]에서 열렸다. [파주시|O]는", [["LOCATION", "파주시"]]],
    ["[파주시|O]는 말했다. [파주시|L]에서", [["ORGANIZATION", "파주시"]]],
    ["[파주시|L]에서 열렸다. [파주시|O]는. [파주시|O]는", [["ORGANIZATION", "파주시"]]],
    // An institution is no place, though it is where something is held.
    ["[가온미술관|L]에서 열렸다.", [["ORGANIZATION", "가온미술관"]]],
    ["[코엑스|L]에서 열렸다.", [["LOCATION", "코엑스"]]],
    ["[가온여고|W]라는 드라마", [["WORK", "가온여고"]]],
    ["[국립극장장|T]", []],
    // Latin letters that the tagger is not sure of.
    ["[Emily Johnson|O?]은 웃었다.", [["PERSON", "Emily Johnson"]]],
    ["[Emily Johnson|O]은 웃었다.", [["ORGANIZATION", "Emily Johnson"]]],
    ["[Emily Johnson|O?]은 웃었다. [Emily Johnson|O]은", [["ORGANIZATION", "Emily Johnson"]]],
    ["[BRM|L?]에서 열렸다.", [["LOCATION", "BRM"]]],
    ["[에밀리|O?]는 웃었다.", [["ORGANIZATION", "에밀리"]]],
    // A word that is no body, unless the text says what it stands for.
    ["[MOU|O]를 [다솜테크|O]와 맺었다.", [["ORGANIZATION", "다솜테크"]]],
    ["[인공지능연구소|O]([AI|O])는", [["ORGANIZATION", "인공지능연구소", "AI"]]],
    ["[AI|W]라는 영화", [["WORK", "AI"]]],
  ])("%s", (text, expected) => {
    const { entities } = clusterMarked(text);
    expect(entities.map(({ type, name, aliases }) => [type, name, ...aliases])).toEqual(expected);
    expect(entities.map(({ id }) => id)).toEqual(expected.map((_, i) => `e${i + 1}`));
  });
  test("말하지 않은 것은 적지 않는다", () => {
    const salience = expect.any(Number);
    expect(clusterMarked("[문가람|P]이 [코엑스|L]에서 웃었다.").entities).toStrictEqual([
      {
        id: "e1",
        type: "PERSON",
        name: "문가람",
        aliases: [],
        mentions: ["m1"],
        links: [{ mention: "m1", rule: "first-mention" }],
        salience,
      },
      {
        id: "e2",
        type: "LOCATION",
        name: "코엑스",
        aliases: [],
        mentions: ["m2"],
        links: [{ mention: "m2", rule: "first-mention" }],
        salience,
      },
    ]);
  });
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

describe("비중", () => {
  const salienceOf = (text: string) =>
    Object.fromEntries(clusterMarked(text).entities.map(({ name, salience }) => [name, salience]));
  const text =
    "[다솜테크|O], [파주|L]에 공장##\n[다솜테크|O]는 [파주시|O]와 협약했다. [문가람|P] [다솜테크|O] [대표|T]는 [정부|O]에 감사했다. [파주시|L]는 [경기도|L]에 있다.";
  test("제목과 첫머리에 난 것이 으뜸이다", () => {
    const { entities } = clusterMarked(text);
    const order = [...entities].sort((a, b) => b.salience - a.salience).map((entity) => entity.name);
    expect(order[0]).toBe("다솜테크");
    expect(order.at(-1)).not.toBe("파주시");
    expect(Math.max(...entities.map((entity) => entity.salience))).toBe(1);
    for (const { salience } of entities) expect(Math.round(salience * 1000) / 1000).toBe(salience);
  });
  test("이름이 없으면 비중도 없다", () => expect(salienceOf("비가 왔다.")).toEqual({}));
  test.each([
    // More often, earlier, in the headline, in the first paragraph, rarer.
    ["[나래전자|O]와 [가람전자|O]는 [가람전자|O]의", "가람전자", "나래전자"],
    ["[가람전자|O]는 오늘 낮에 [나래전자|O]와", "가람전자", "나래전자"],
    ["공장을 짓는 [가람전자|O]##\n[나래전자|O]도 짓는다.", "가람전자", "나래전자"],
    ["[가람전자|O], 공장 짓는다##\n[나래전자|O]도 짓는다.", "가람전자", "나래전자"],
    ["[나래전자|O], 공장 짓는다##\n비가 왔다. [가람전자|O]도 짓는다.", "나래전자", "가람전자"],
    ["[국토교통부|O]와 [가람전자|O]는", "가람전자", "국토교통부"],
    ["[국토교통부|O]와 [국토부|O], [가람전자|O]와 [가람|O]은", "가람전자", "국토교통부"],
    ["[새빛일보|O:outlet] [문가람|P:reporter] 기자##\n[가람전자|O]는 짓는다.", "가람전자", "새빛일보"],
    ["[새빛일보|O:outlet] [문가람|P:reporter] 기자##\n[가람전자|O]는 짓는다.", "가람전자", "문가람"],
  ])("%s: %s", (marked, more, less) => {
    const salience = salienceOf(marked);
    expect(salience[more]).toBe(1);
    expect(salience[less]).toBeGreaterThan(0);
    expect(salience[less]).toBeLessThan(1);
  });
  test("매체와 기자는 글의 것이 아니다", () => {
    const byline = "([서울|L]=[새빛일보|O:outlet]) [문가람|P:reporter] 기자 = [다솜테크|O]는 공장을 짓는다.";
    expect(salienceOf(byline)["새빛일보"]).toBeLessThan(0.1);
    expect(salienceOf(byline)["문가람"]).toBeLessThan(0.1);
    // Where the story is about the paper itself, it is.
    expect(salienceOf(`${byline} [새빛일보|O]도 짓는다.`)["새빛일보"]).toBeGreaterThan(0.9);
  });
  test("끝에 한 번 난 이름은 처음에 한 번 난 이름의 반보다 크다", () => {
    const last = salienceOf(`[가람전자|O]는 ${"짓는다. ".repeat(400)}[나래전자|O]`)["나래전자"];
    expect(last).toBeGreaterThan(0.7);
    expect(last).toBeLessThan(0.9);
  });
  test("첫 문단에 난 이름이 둘째 문단에 난 이름보다 크다", () => {
    const { 가람전자: first, 나래전자: second } = salienceOf(`${"짓는다. ".repeat(40)}[가람전자|O]\n[나래전자|O]`);
    expect(first).toBe(1);
    expect(second).toBeLessThan(0.85);
    expect(salienceOf(`${"짓는다. ".repeat(40)}\n[가람전자|O], [나래전자|O]`)["나래전자"]).toBeGreaterThan(0.95);
  });
  test("열 번 난 이름이 두 번 난 이름의 다섯 배는 아니다", () => {
    const twice = salienceOf(`${"[가람전자|O] ".repeat(10)}${"[나래전자|O] ".repeat(2)}`)["나래전자"];
    expect(twice).toBeGreaterThan(0.3);
    expect(twice).toBeLessThan(0.8);
  });
});

describe("관계", () => {
  test.each([
    ["[문가람|P] [다솜테크|O] [대표|T]는", ["문가람 title-of 다솜테크: 대표", "문가람 affiliated-with 다솜테크"]],
    ["[문가람|P] [가수|T]는", ["문가람 title-of : 가수"]],
    ["[문가람|P]([나라당|O])", ["문가람 affiliated-with 나라당"]],
    ["[세계보건기구|O]([WHO|O])", ["세계보건기구 abbreviates : WHO"]],
    ["[국제연합|O]([UN|O]), [유엔|O]은", ["국제연합 abbreviates : UN", "국제연합 abbreviates : 유엔"]],
    ["[파주시|O]의 [파주시 평화경제과|O]", ["파주시 평화경제과 part-of 파주시"]],
    // Where a body is.
    ["[고양시|L] [가온암센터|O]", ["가온암센터 located-in 고양시"]],
    ["[고양시|L]의 [가온암센터|O]", ["가온암센터 located-in 고양시"]],
    ["[고양시|L] 소재 [가온암센터|O]", ["가온암센터 located-in 고양시"]],
    ["[고양시|L]에 위치한 유명한 [가온암센터|O]", ["가온암센터 located-in 고양시"]],
    ["[가온암센터|O]가 열었다. [고양시|L] [가온암센터|O]", ["가온암센터 located-in 고양시"]],
    ["[가온대병원|O]([강원|L] [춘천시|L])", ["가온대병원 located-in 춘천시", "춘천시 located-in 강원"]],
    ["[가온대병원|O](원장 [문가람|P], [춘천시|L])", ["가온대병원 located-in 춘천시"]],
    ["[가온대병원|O]은 [가온대병원|O]([춘천시|L])", ["가온대병원 located-in 춘천시"]],
    ["[서울|L]의 눈. [서울중앙지법|O]은", ["서울중앙지법 located-in 서울"]],
    ["[미국|L]의 눈. [미국프로야구협회|O]는", ["미국프로야구협회 located-in 미국"]],
    // A place in the next larger one that is named.
    ["[경기도|L]의 [수원시|L]와 [팔달구|L]", ["수원시 located-in 경기도", "팔달구 located-in 수원시"]],
    ["[경기도|L]의 [팔달구|L]", ["팔달구 located-in 경기도"]],
    ["[미국|L]의 [뉴욕|L]", ["뉴욕 located-in 미국"]],
    ["[경기도|O]는 [파주시|L]의", ["파주시 located-in 경기도"]],
    ["[전남|L]은 [전남도청|O] 앞. [여수시|L]", ["여수시 located-in 전남"]],
    ["[전남도청|O] 앞. [전남|L]의 [여수시|L]", ["여수시 located-in 전남"]],
    // Not these.
    ["[파주시|L]와 [고양시|L]", []],
    ["[파주|L]와 [새빛출판사|O]", []],
    ["[파주|L]에서 온 [새빛출판사|O]", []],
    ["[문가람|P] [가온암센터|O]", []],
    ["[고양시|L] [방탄소년단|O]", []],
    ["[가온대병원|O](원장 [문가람|P])은 [춘천시|L]", []],
    ["[가온대병원|O]([춘천시|L] 쪽 건물)", []],
    ["[가온대병원|O]([문가람|P])", []],
    ["[가온대병원|O] ([춘천시|L])", []],
    ["[가온|O]과 [가온병원|O]", []],
    ["[더불어민주당|O]과 [민주당|O]", []],
    ["[새빛기술|O](옛 [한빛상사|O], [SBT|O])", ["새빛기술 abbreviates : SBT"]],
    ["[대전|L]과 [대전당|O]", []],
    ["[경기도|L]에서 [더불어민주당|O]은", []],
  ])("%s", (text, expected) => {
    const { entities, relations } = clusterMarked(text);
    const name = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name ?? "";
    const said = relations.map(({ type, from, to, value }) => [
      name(from),
      type,
      value === undefined ? name(to) : `${name(to)}: ${value}`,
    ]);
    expect(said.map((words) => words.join(" "))).toEqual(expected);
  });
  test("what is no part of a relation is no field of it", () => {
    expect(clusterMarked("[문가람|P] [가수|T]는").relations).toStrictEqual([
      { type: "title-of", from: "e1", value: "가수" },
    ]);
  });
});

test.each([
  ["[파주|L]에 본사를 둔 [새빛출판사|O]", "새빛출판사", "파주"],
  ["[파주|L]에 있는 [새빛출판사|O]", "새빛출판사", "파주"],
])("기관이 있는 곳: %s", (text, from, to) => {
  const { entities, relations } = clusterMarked(text);
  const name = (id: string | undefined) => entities.find((entity) => entity.id === id)?.name;
  expect(name(relations.find((one) => one.type === "located-in" && name(one.from) === from)?.to)).toBe(to);
});

test("10,000 mentions take no quadratic time", async () => {
  const clustering = (length: number) => {
    const text = Array.from(
      { length },
      (_, n) => `[가온${n}연구원|O] [김${String.fromCodePoint(0xac00 + n)}솔|P] [의원|T] [김|P] [의원|T] [파주시|L]`,
    ).join(" ");
    return () => expect(clusterMarked(text).entities.length).toBeGreaterThan(1.6 * length);
  };
  await expectWithin(clustering(625), clustering(2500), (short) => 9 * short + 500);
});
