import { expect, test } from "vitest";
import { dropGeneric } from "../../../src/mention/refiners/drop-generic.js";
import { splitFusedTitles } from "../../../src/mention/refiners/fused-titles.js";
import { addNamesBeforeSsi } from "../../../src/mention/refiners/name-before-ssi.js";
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
  ["김 씨는 박모 씨와", "{P:김} 씨는 {P:박모} 씨와"],
  ["A씨가 B씨를", "{P:A}씨가 {P:B}씨를"],
  ["{P:김가람} 씨는 이 씨에게", "{P:김가람} 씨는 {P:이} 씨에게"],
  same("{P:김}씨가"),
  same("그 씨앗은 날씨가 김씨앗"),
  same("꽃 씨를 CNA씨"),
])("씨 앞의 성을 찾는다: %s", (given, expected) => expect(refined(addNamesBeforeSsi, given)).toBe(unscored(expected)));
