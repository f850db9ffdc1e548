import { describe, expect, test } from "vitest";
import { clusterMarked } from "./marked.js";

/** Titles and affiliation of the one person of that name. */
function said(text: string, name: string) {
  const { entities } = clusterMarked(text);
  const person = entities.find((entity) => entity.type === "PERSON" && entity.name === name);
  expect(person, `${name} in ${entities.map((entity) => entity.name).join(", ")}`).toBeDefined();
  return [person!.titles, entities.find(({ id }) => id === person!.affiliation)?.name];
}

describe("괄호가 말하는 직함과 소속", () => {
  test.each([
    // After the name.
    ["아들 [문가람|P]([가온대|O] [교수|T]) 씨", "문가람", ["교수"], "가온대"],
    ["[문가람|P]([가온일보|O] 문화부장)·[문나래|P] 씨", "문가람", ["문화부장"], "가온일보"],
    ["딸 [문가람|P](초등교사) 씨", "문가람", ["초등교사"], undefined],
    ["[문가람|P]([한빛은행|O] 새내지점장) 씨", "문가람", ["새내지점장"], "한빛은행"],
    ["[문가람|P]([한빛지방법원|O]장)·[문나래|P] 씨", "문가람", ["한빛지방법원장"], "한빛지방법원"],
    ["[문가람|P](52·[한빛당|O] 최고위원) [의원|T]", "문가람", ["의원", "최고위원"], "한빛당"],
    ["[문가람|P] [가온협회장|T]([한빛그룹|O] [이사장|T])이", "문가람", ["가온협회장", "이사장"], "한빛그룹"],
    ["[문가람|P]([가온시|L] [시장|T])", "문가람", ["시장"], "가온시"],
    ["[문가람|P] ([한빛대|O] [박사과정|T])", "문가람", ["박사과정"], "한빛대"],
    // Around the name.
    ["[한빛공사|O]([사장|T] [문가람|P])는", "문가람", ["사장"], "한빛공사"],
    ["[한빛부|O]([장관|T] [문가람|P], 이하 [한부|O])는", "문가람", ["장관"], "한빛부"],
    ["[가온시|O]([시장|T] [문가람|P])는", "문가람", ["시장"], "가온시"],
    ["[한빛연구원|O]([HIR|O]·[원장|T] [문가람|P])은", "문가람", ["원장"], "한빛연구원"],
    ["[한빛부|O]([문가람|P] [장관|T])는", "문가람", ["장관"], "한빛부"],
    ["[한빛교육부|O]([부총리|T] 겸 [한빛교육부|O] [장관|T] [문가람|P])는", "문가람", ["장관"], "한빛교육부"],
    ["[가온지법|O](주심 [문가람|P] [대법관|T])는", "문가람", ["대법관"], "가온지법"],
    ["(강사 [문가람|P] [박사|T], [한빛대|O])", "문가람", ["박사"], "한빛대"],
    ["([강사|T] [문가람|P], [한빛천문대|O])", "문가람", ["강사"], "한빛천문대"],
    // Between the body and the name, and between the body and the title.
    ["[한빛부|O]([장관|T] [나하늘|P]) [문가람|P] [차관|T]은", "문가람", ["차관"], "한빛부"],
    ["[한빛식품부|O](이하 [한식부|O]) [문가람|P] [국장|T]은", "문가람", ["국장"], "한빛식품부"],
    ["[문가람|P] [환경보호청|O]([EPA|O]) [청장|T]이", "문가람", ["청장"], "환경보호청"],
    [
      "[한빛전자|O] [최고재무책임자|T]([CFO|T]) [문가람|P] [부사장|T]은",
      "문가람",
      ["부사장", "최고재무책임자(CFO)"],
      "한빛전자",
    ],
    ["[가온대|O]의 [정치학자|T] [문가람|P]은", "문가람", ["정치학자"], "가온대"],
    ["[가온대|O] [나하늘|P]·[문가람|P] [교수|T]", "문가람", ["교수"], "가온대"],
    // Not these.
    ["[문가람|P]([한빛당|O])", "문가람", undefined, "한빛당"],
    ["[문가람|P](35·[가온시|L]) 씨", "문가람", undefined, undefined],
    ["구파도([문가람|P]) [역|T]", "문가람", undefined, undefined],
    ["[문가람|P]([나하늘|P] [대표|T])", "문가람", undefined, undefined],
    ["[가온동|L]([한빛시|O] [문가람|P] [시장|T])", "문가람", ["시장"], "한빛시"],
    ["[한빛당|O](대표가 뽑은 [문가람|P] [의원|T])", "문가람", ["의원"], undefined],
    ["[가온시|L]([대표|T] [문가람|P])", "문가람", ["대표"], undefined],
    ["[한빛당|O](2명), [문가람|P] [의원|T]", "문가람", ["의원"], undefined],
    ["[가온시|L]의 [시인|T] [문가람|P]", "문가람", ["시인"], undefined],
    ["([사진|T] [문가람|P], 서울)", "문가람", ["사진"], undefined],
    ["자유계약[선수|T] (FA) [문가람|P]은", "문가람", undefined, undefined],
    ["[문가람|P](왼쪽) [대표|T]", "문가람", ["대표"], undefined],
    ["[문가람|P](17일 별세)", "문가람", undefined, undefined],
  ] as const)("%s", (text, name, titles, affiliation) => expect(said(text, name)).toEqual([titles, affiliation]));
});
