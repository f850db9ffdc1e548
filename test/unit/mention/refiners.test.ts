import { expect, test } from "vitest";
import { joinAdjoining } from "../../../src/mention/refiners/adjoining.js";
import { pairBrackets } from "../../../src/mention/refiners/brackets.js";
import { typeByWords } from "../../../src/mention/refiners/by-its-words.js";
import { joinDepartments } from "../../../src/mention/refiners/departments.js";
import { dropGeneric } from "../../../src/mention/refiners/drop-generic.js";
import { splitFusedTitles } from "../../../src/mention/refiners/fused-titles.js";
import { addHanjaHeads } from "../../../src/mention/refiners/hanja-heads.js";
import { cutInflected } from "../../../src/mention/refiners/inflected.js";
import { retypeKinds } from "../../../src/mention/refiners/kinds.js";
import { wholeLatinPhrases } from "../../../src/mention/refiners/latin-phrase.js";
import { agreeInLists } from "../../../src/mention/refiners/lists.js";
import { addNamesBeforeSsi } from "../../../src/mention/refiners/name-before-ssi.js";
import { oneSense } from "../../../src/mention/refiners/one-sense.js";
import { splitPossessives } from "../../../src/mention/refiners/possessive.js";
import { checkSurnamesAlone } from "../../../src/mention/refiners/surname-alone.js";
import { addTitlesAfterNames } from "../../../src/mention/refiners/titles-after-names.js";
import { trimEdges } from "../../../src/mention/refiners/trim-edges.js";
import { addUnions } from "../../../src/mention/refiners/unions.js";
import { wholeQuotations } from "../../../src/mention/refiners/whole-quotations.js";
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
  ["{P:ㅇ문가람} 과장", "ㅇ{P:문가람} 과장"],
  ["{P:ㅇ 문가람} 과장과 {O:▴나래부}", "ㅇ {P:문가람} 과장과 ▴{O:나래부}"],
  same("{P:문ㅇㅇ} 씨"),
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

test.each([
  // 같은 이름을 괄호에서 다시 말한다.
  ["‘{E:나래 토론회(포럼})’를", "‘{E:나래 토론회(포럼)}’를"],
  ["{A:수출묶음(패키지}) 사업", "{A:수출묶음(패키지)} 사업"],
  ["{W:나래 교육(세미나} 과정)을", "{W:나래 교육}(세미나 과정)을"],
  ["{W:나래 교육(보통}) {P:과}", "{W:나래 교육(보통)} {P:과}"],
  // 다른 이름의 괄호다.
  ["{O:나래대학교(총장} 문가람)", "{O:나래대학교}(총장 문가람)"],
  ["{A:나래활동법(이하 나활법})」", "{A:나래활동법}(이하 나활법)」"],
  ["{E:나래포럼(ATF})은", "{E:나래포럼}(ATF)은"],
  ["{P:렁나래(梁振英})는", "{P:렁나래}(梁振英)는"],
  ["{W:나래의 꿈(나래}", "{W:나래의 꿈}(나래"],
  ["'({A:예비)사회적기업 지원}'을", "'{A:(예비)사회적기업 지원}'을"],
  ["나래전자 모바일경험({O:MX)사업부}는", "나래전자 {O:모바일경험(MX)사업부}는"],
  ["{L:나래}({L:宮城)현}에서", "{L:나래(宮城)현}에서"],
  ["나래({L:宮城)현}에서", "나래({L:宮城})현에서"],
  ["({O:나래대) 교수}는", "({O:나래대}) 교수는"],
  ["{O:에이치제이}({O:HJ)비지니스센터}는", "{O:에이치제이(HJ)비지니스센터}는"],
  ["{O:나래대}({P:문가람) 씨}", "{O:나래대}({P:문가람}) 씨"],
  same("{A:나래협정(FTA)}과 {O:나래소프트(주)}"),
  same("{O:나래대}({P:문가람})는"),
])("괄호는 두 쪽이 함께 든다: %s", (given, expected) => expect(refined(pairBrackets, given)).toBe(unscored(expected)));

test.each([
  ["‘안전관리 {E:강화를 위한 대책회의}’를", "‘{E:안전관리 강화를 위한 대책회의}’를"],
  ["「2023년 감축목표 {W:이행점검 결과}」", "「{W:2023년 감축목표 이행점검 결과}」"],
  ["《{D:겨울} 산, 마지막 {W:심마니}》", "《{W:겨울 산, 마지막 심마니}》"],
  ["{D:‘10월} 해양 {W:안전예보}’를", "‘{W:10월 해양 안전예보}’를"],
  ["'나래 {E:한마당}'에", "'{E:나래 한마당}'에"],
  ["('나래 {E:한마당}')에", "('{E:나래 한마당}')에"],
  same("‘{O:나래방송} {E:연예대상}’에서"),
  same("“나래가 좋다며 {E:올림픽}”"),
  same("‘가자. 나래로 {E:올림픽}’"),
  same("‘{E:올림픽} 유치’ ‘{E:나래제}’"),
  same("나래 {E:올림픽}과 ’24년"),
  same("'24 나래 it's {W:나래}'"),
  same("‘누가 {P:나래}’와"),
  same("‘나래’ {E:올림픽}’"),
])("따옴표 안은 통째로 이름이다: %s", (given, expected) =>
  expect(refined(wholeQuotations, given)).toBe(unscored(expected)),
);

test.each([
  ["{L:새말} {L:나들목}까지 {L:안국동} {L:사거리}", "{L:새말 나들목}까지 {L:안국동 사거리}"],
  ["{Q:21대} {E:총선}과 {Q:제8회} {E:지방선거}", "{E:21대 총선}과 {E:제8회 지방선거}"],
  ["{D:6월} {E:항쟁}으로", "{E:6월 항쟁}으로"],
  same("{D:4월} {E:총선}과 {D:2012년 6월} {E:항쟁}"),
  same("{L:나래}의 {L:나들목}, {L:나래}, {L:사거리}"),
  same("{O:나래} {L:사거리}와 {L:나래} {L:가온산}"),
  same("{Q:3대} {E:나래제}와 {Q:3명} {E:총선}"),
])("잇닿은 둘이 한 이름이다: %s", (given, expected) => expect(refined(joinAdjoining, given)).toBe(unscored(expected)));

test.each([
  ["인천 {L:미추홀/NNP_구와/NNG} 부천", "인천 {L:미추홀구}와 부천"],
  ["{O:나래/NNP_시는/NNG} 밝혔다", "{O:나래시}는 밝혔다"],
  ["나래당 {T:간사_인/VCP} {P:문가람}", "나래당 {T:간사}인 {P:문가람}"],
  ["{P:조 바이든 미} {T:대통령}", "{P:조 바이든} {L:미} {T:대통령}"],
  ["나래대로 {O:481 국립나래과학관} 천체관", "나래대로 481 {O:국립나래과학관} 천체관"],
  same("나래는 {L:63 빌딩}과 {O:119 안전센터}"),
  same("{L:중부내륙고속도로}와"),
  same("{L:나래구와}에서"),
  same("{L:새/XPN_구의/NNG} 길"),
  ["{T:총비서인/NNG} {P:문가람}", "{T:총비서}인 {P:문가람}"],
  same("{T:대변인/NNG} {P:문가람}과 {T:직장인/NNG} {P:나하늘}"),
  same("{T:대변인/NNG}은"),
  same("{T:변호_인/XSN}은"),
  ["{P:마티 코르호넨 라헨}시장은", "{P:마티 코르호넨} {L:라헨}시장은"],
  same("{P:마티 코르호넨} 시장과 {P:코르호넨 라헨}시장, {P:문가람}시장"),
  same("{P:조 바이든 미} 씨"),
  same("{P:문가람 일}"),
])("이름에는 토씨가 없다: %s", (given, expected) => expect(refined(cutInflected, given)).toBe(unscored(expected)));

test.each([
  ["{L:가온/NNP:지명}과 {O:나래/NNP:지명}, {L:다솜/NNP:지명} 대표단", "{L:가온}과 {L:나래}, {L:다솜} 대표단"],
  ["{O:가온/NNP:지명}·{O:나래/NNP:지명}·{L:다솜/NNP:지명}", "{L:가온}·{L:나래}·{L:다솜}"],
  ["{L:가온/NNP:지명}, {O:나래/NNP:지명}, {O:다솜/NNP:지명}", "{L:가온}, {L:나래}, {L:다솜}"],
  ["다솜의 {O:가온/NNP:지명} 침공과 {O:나래/NNP:지명} 북부에서", "다솜의 {L:가온} 침공과 {L:나래} 북부에서"],
  same("{O:나래/NNP:지명} 방문단과 {O:나래전자} 방문을, {O:가온/NNP:지명} 정부"),
  same("{O:가온/NNP:지명}과 {O:나래/NNP:지명}는"),
  same("‘{O:가온/NNP:지명}, {L:나래/NNP:지명} 점검’"),
  same("{O:다솜부}, {O:가온/NNP:지명}, {L:나래/NNP:지명}"),
  same("{L:나래/NNP:지명}, {O:가온/NNP:지명}, {O:다솜부}"),
  same("{L:가온/NNP:지명}에서 {O:나래/NNP:지명}는"),
  same("{L:가온/NNP:지명}, {O:나래전자/NNP}, {L:다솜/NNP:지명}"),
  same("{L:가온_역/NNG}과 {O:나래/NNP:지명}"),
  same("{P:가온/NNP:지명}과 {O:나래/NNP:지명}"),
])("한 줄에 늘어선 곳은 다 곳이다: %s", (given, expected) =>
  expect(refined(agreeInLists, given)).toBe(unscored(expected)),
);

test.each([
  ["{W:택시/NNG}와 {W:시내/NNG_버스/NNG}", "{X:택시}와 {X:시내버스}"],
  ["{W:군용기/NNG}가 {W:핵/NNG_무기/NNG}를", "{X:군용기}가 {X:핵무기}를"],
  same("{W:세월_호/NNG}와 {W:누리호/NNG}"),
  same("{W:나래/NNP_버스/NNG}는"),
  same("‘{W:버스/NNG}’를"),
  same("{W:K-9 자주포/NNG}"),
  same("{E:자전거/NNG} {W:자전거 도둑/NNG}"),
])("탈것과 무기의 갈래는 작품이 아니다: %s", (given, expected) =>
  expect(refined(retypeKinds, given)).toBe(unscored(expected)),
);

test.each([
  ["{O:나래국 헌법}에", "{A:나래국 헌법}에"],
  ["{E:4·1만세기념탑}에서", "{E:4·1만세기념탑}에서"],
  ["{E:만세기념탑}에서 {E:나래체육관}", "{L:만세기념탑}에서 {L:나래체육관}"],
  ["{E:남해안방송} 토론회", "{O:남해안방송} 토론회"],
  ["특별전 ‘{W:강을 그리다}’를", "특별전 ‘{E:강을 그리다}’를"],
  ["‘{W:등대 일기}’ 전시를 열", "‘{E:등대 일기}’ 전시를 열"],
  ["'{W:나래의 날}' 행사에서", "'{E:나래의 날}' 행사에서"],
  ["{O:나래과학관}({T:관장} {O:온누리})은", "{O:나래과학관}({T:관장} {P:온누리})은"],
  same("{O:서울고법}과 {O:나래지법}"),
  same("{E:제3회 나래방송}과 {E:생방송}"),
  same("영화 ‘{W:강을 그리다}’를"),
  same("‘{W:강을 그리다}’ 전시관에"),
  same("소설 ‘{W:특별전}’과"),
  same("({T:관장} {O:온누리재단})"),
  same("{T:관장} {O:온누리}, "),
  same("({T:관장} {O:온누리}와)"),
])("제 낱말이 말하는 갈래: %s", (given, expected) => expect(refined(typeByWords, given)).toBe(unscored(expected)));

test.each([
  ["{O:나래 노동조합}은 갔다. 노조는 갔다. 이에 노조 가", "{O:나래 노동조합}은 갔다. {O:노조}는 갔다. 이에 노조 가"],
  ["{O:나래노조}와 노조의 뜻, {O:노조}가 간다", "{O:나래노조}와 {O:노조}의 뜻, {O:노조}가 간다"],
  same("노조는 갔다. {O:나래 노동조합}은"),
  same("{O:나래 노동조합}은 노조원과 노조 설립, 무노조의 길, 건설 노조는 "),
  same("{O:나래협회}에서 노조는 갔다"),
])("앞에 나온 노조: %s", (given, expected) => expect(refined(addUnions, given)).toBe(unscored(expected)));

test.each([
  ["{P:옥재호} 후보는", "{P:옥재호} {T:후보}는"],
  ["{P:옥} 후보 43.1%, {P:성} 후보자의", "{P:옥} {T:후보} 43.1%, {P:성} {T:후보자}의"],
  ["{P:옥재호}(52) 예비후보와", "{P:옥재호}(52) {T:예비후보}와"],
  ["{P:옥재호}후보, {P:문가람} 전 당선인", "{P:옥재호}{T:후보}, {P:문가람} 전 {T:당선인}"],
  ["{P:문가람} 명인 또한 {P:나하늘} 당선자로", "{P:문가람} {T:명인} 또한 {P:나하늘} {T:당선자}로"],
  ["{P:문가람} 후보였다", "{P:문가람} {T:후보}였다"],
  same("{P:문가람} 후보군과 {P:나하늘} 후보지를"),
  same("{P:문가람} {T:후보}는"),
  same("{P:문가람} {T:후보자 시절}"),
  same("{O:나래당} 후보는"),
  same("{P:문가람}은 후보다"),
  same("{P:문가람}(후보) 씨"),
])("이름 뒤의 직함: %s", (given, expected) => expect(refined(addTitlesAfterNames, given)).toBe(unscored(expected)));

test.each([
  ["{O:당국}은 {L:한미}", "당국은 한미"],
  same("{O:금융당국}은 {O:정부}와 {L:남북로}"),
  ["{A:징역} 9년과 {A:집행유예}, {X:앞}으로", "징역 9년과 집행유예, 앞으로"],
  same("{A:벌금법}과 {A:헌법}, {X:앞발}"),
  ["{E:제2026-37호}와 {L:30호실}, {O:3층}", "제2026-37호와 30호실, 3층"],
  same("{L:7호선}과 {W:나로호}, {Q:3동}"),
])("보통 명사는 언급이 아니다: %s", (given, expected) => expect(refined(dropGeneric, given)).toBe(unscored(expected)));

test.each([
  ["{L:한빛강}에서 {P:한빛강}과 {L:한빛강}을", "{L:한빛강}에서 {L:한빛강}과 {L:한빛강}을"],
  ["{P:안유담}은 {O:안유담}이 {P:안유담}을", "{P:안유담}은 {P:안유담}이 {P:안유담}을"],
  ["{P:나래}는 {L:나래}와 {O:나래}에서 {O:나래}가", "{L:나래}는 {L:나래}와 {O:나래}에서 {O:나래}가"],
  ["{P:카이사 라엘란드}는 {O:라엘란드} {T:대표}의", "{P:카이사 라엘란드}는 {P:라엘란드} {T:대표}의"],
  same("{P:카이사 라엘란드}는 {L:라엘란드}에서"),
  same("{P:라엘}은 {O:라엘란드} {T:대표}의"),
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
  ["조카인 이 {P:모} 씨(33)가", "조카인 {P:이} 모 씨(33)가"],
  ["조카인 이 모 씨(33)가", "조카인 {P:이} 모 씨(33)가"],
  ["{P:이} {P:모} 씨가", "{P:이} 모 씨가"],
  same("네 {P:모}가"),
  same("그 씨앗은 날씨가 김씨앗"),
  same("꽃 씨를 CNA씨"),
])("씨 앞의 성을 찾는다: %s", (given, expected) => expect(refined(addNamesBeforeSsi, given)).toBe(unscored(expected)));

test.each([
  ["{P:박}수를 치며 {P:홍}보대사로", "박수를 치며 홍보대사로"],
  ["{P:박}테리아와 {P:팽}팽한", "박테리아와 팽팽한"],
  ["{P:김} {P:모} 씨", "{P:김} 모 씨"],
  ["무명 {P:석} 자와 {P:석} 달", "무명 석 자와 석 달"],
  same("{P:석} 자문위원과 {P:석} 대표"),
  ["{P:위}의 사진과 {P:위} 의원", "위의 사진과 {P:위} 의원"],
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
