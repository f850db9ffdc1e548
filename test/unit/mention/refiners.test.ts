import { expect, test } from "vitest";
import { joinDepartments } from "../../../src/mention/refiners/departments.js";
import { dropGeneric } from "../../../src/mention/refiners/drop-generic.js";
import { splitFusedTitles } from "../../../src/mention/refiners/fused-titles.js";
import { addHanjaHeads } from "../../../src/mention/refiners/hanja-heads.js";
import { wholeLatinPhrases } from "../../../src/mention/refiners/latin-phrase.js";
import { addNamesBeforeSsi } from "../../../src/mention/refiners/name-before-ssi.js";
import { oneSense } from "../../../src/mention/refiners/one-sense.js";
import { splitPossessives } from "../../../src/mention/refiners/possessive.js";
import { checkSurnamesAlone } from "../../../src/mention/refiners/surname-alone.js";
import { trimEdges } from "../../../src/mention/refiners/trim-edges.js";
import { refined, unscored } from "./marked.js";

const same = (text: string): [string, string] => [text, text];

test.each([
  ["{E:‘서울빛축제’}가", "‘{E:서울빛축제}’가"],
  ["{W:《바람의 노래》}를", "《{W:바람의 노래}》를"],
  ["{O:국립암센터(}NCC)는", "{O:국립암센터}(NCC)는"],
  ["({O:NCC)}는", "({O:NCC})는"],
  ["{P:김가람,} {P: 이나래}", "{P:김가람}, {P:이나래}".replace(", {P:", ",  {P:")],
  ["{O:(나래소프트)}", "({O:나래소프트})"],
  ["{O:“}", "“"],
  same("{O:(사)한국나래협회}는"),
  same("{E:’24년 나래축제} ({D:’23.1분기})"),
  same("{O:나래소프트(주)}는"),
  same("{E:제3회 바다의 날(해양수산부)}"),
  same("{O:서울·경기연구원}"),
])("인용 부호와 괄호를 벗긴다: %s", (given, expected) => expect(refined(trimEdges, given)).toBe(unscored(expected)));

test.each([
  ["{O:조달청장}은", "{O:조달청}장은"],
  ["{O:서울중앙지방법원장}", "{O:서울중앙지방법원}장"],
  same("{O:한나래가구공장}"),
  same("{T:조달청장}"),
  same("{O:조달청}장"),
])("직함이 붙은 기관 이름에서 장을 뗀다: %s", (given, expected) =>
  expect(refined(splitFusedTitles, given)).toBe(unscored(expected)),
);

test.each([["{O:당국}은 {L:한미}", "당국은 한미"], same("{O:금융당국}은 {O:정부}와 {L:남북로}")])(
  "보통 명사는 언급이 아니다: %s",
  (given, expected) => expect(refined(dropGeneric, given)).toBe(unscored(expected)),
);

test.each([
  ["{L:한빛강}에서 {P:한빛강}과 {L:한빛강}을", "{L:한빛강}에서 {L:한빛강}과 {L:한빛강}을"],
  ["{P:안유담}은 {O:안유담}이 {P:안유담}을", "{P:안유담}은 {P:안유담}이 {P:안유담}을"],
  ["{P:나래}는 {L:나래}와 {O:나래}에서 {O:나래}가", "{L:나래}는 {L:나래}와 {O:나래}에서 {O:나래}가"],
  same("{L:파주}에서 {O:파주}는"),
  same("{P:나래}는 {L:나래}를"),
  same("{P:한} 의원은 {L:한}·미 {L:한}·일"),
  same("{P:안유담}은 {W:안유담}과 {W:안유담}을"),
])("한 글에서 한 이름은 사람이거나 아니거나 하나다: %s", (given, expected) =>
  expect(refined(oneSense, given)).toBe(unscored(expected)),
);

test.each([
  ["김 씨는 박모 씨와", "{P:김} 씨는 {P:박모} 씨와"],
  ["A씨가 B씨를", "{P:A}씨가 {P:B}씨를"],
  ["김모(35·여)씨와 D(19)씨", "{P:김모}(35·여)씨와 {P:D}(19)씨"],
  ["B양(17)은 A군과", "{P:B}양(17)은 {P:A}군과"],
  same("A군단과 B양식"),
  ["{P:김가람} 씨는 이 씨에게", "{P:김가람} 씨는 {P:이} 씨에게"],
  same("{P:김}씨가"),
  same("그 씨앗은 날씨가 김씨앗"),
  same("꽃 씨를 CNA씨"),
])("씨 앞의 성을 찾는다: %s", (given, expected) => expect(refined(addNamesBeforeSsi, given)).toBe(unscored(expected)));

test.each([
  ["{P:박}수를 치며 {P:홍}보대사로", "박수를 치며 홍보대사로"],
  ["{P:박}테리아와 {P:팽}팽한", "박테리아와 팽팽한"],
  ["{P:김} {P:모} 씨", "{P:김} 모 씨"],
  ["{P:견} {P:전} {T:소장}은", "{P:견} 전 {T:소장}은"],
  same("{T:소장} {P:전} {T:교수}는"),
  same("{P:김} {T:시장}은 {P:김}씨와 {P:이}모씨"),
  same("{P:박}의원과 {P:김}은 {P:최}측"),
  same("{P:박수}를"),
])("성만 쓴 이름은 낱말의 머리가 아니다: %s", (given, expected) =>
  expect(refined(checkSurnamesAlone, given)).toBe(unscored(expected)),
);

test.each([
  ["{P:라헨시의 마티 코르호넨} {T:시장}", "{L:라헨시}의 {P:마티 코르호넨} {T:시장}"],
  ["{O:가온당}은 {P:가온당의 문가람}을", "{O:가온당}은 {O:가온당}의 {P:문가람}을"],
  same("{P:제국의 아이들}은"),
  same("{O:나눔의 집}은 {P:문가람}"),
  ["{P:나래시의} {P:마티 라인}", "{L:나래시}의 {P:마티 라인}"],
  same("{P:고의}는 {P:마티 라인}"),
  same("{P:고의} {P:마티 라인}"),
])("소유격 앞은 이름이 아니다: %s", (given, expected) =>
  expect(refined(splitPossessives, given)).toBe(unscored(expected)),
);

test.each([
  ["(Boram {O:Innovation Center}, {O:BIC})", "({O:Boram Innovation Center}, {O:BIC})"],
  ["({O:Boram Innovation} {O:Center})", "({O:Boram Innovation Center})"],
  same("({O:BIC})와 {O:Boram}"),
  same("Boram {O:Innovation Center}는"),
])("괄호 속 로마자 이름은 통째로: %s", (given, expected) =>
  expect(refined(wholeLatinPhrases, given)).toBe(unscored(expected)),
);

test.each([
  ["尹대통령, 美 국빈 방문", "{P:尹}대통령, {L:美} 국빈 방문"],
  ["李 前대통령 “日과 대화”…北 침묵", "{P:李} 前대통령 “{L:日}과 대화”…{L:北} 침묵"],
  ["{P:中} 왕 “韓·日·中 회의”", "{L:中} 왕 “{L:韓}·{L:日}·{L:中} 회의”"],
  ["{T:尹대통령}은", "{P:尹}{T:대통령}은"],
  same("회의 中 3日 미(美) 내外"),
  same("{O:美 국무부}는 美國에서"),
])("제목의 한자 머리: %s", (given, expected) => expect(refined(addHanjaHeads, given)).toBe(unscored(expected)));

test.each([
  ["{O:가온시} 녹지과/NNG 직원", "{O:가온시 녹지과} 직원"],
  ["{O:가온시} {O:평화경제과/NNG}는", "{O:가온시 평화경제과}는"],
  ["{O:국회} 국방위원회/NNG는", "{O:국회 국방위원회}는"],
  same("{O:가온시} 주민_과/JC"),
  same("{O:가온시} 조사 결과/NNG"),
  same("{O:가온시} 시민위원회/NNG"),
  same("{L:가온} 녹지과/NNG"),
])("부서는 그 기관의 이름에 든다: %s", (given, expected) =>
  expect(refined(joinDepartments, given)).toBe(unscored(expected.replace(/_|\/[A-Z]+/gu, ""))),
);
