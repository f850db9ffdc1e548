import { describe, expect, test } from "vitest";
import { chunkTokens } from "../../../src/core/chunks.js";
import { findTriggers } from "../../../src/event/triggers.js";
import { body } from "../../support/events-of.js";
import { layersOf } from "../../support/layers-of.js";

/** The verbs among the candidates of the last sentence. */
function verbsOf(sentence: string) {
  const { text, sentences, tokens } = layersOf(body(sentence));
  const { start } = sentences.at(-1) as { start: number };
  const words = tokens.slice().filter((token) => token.start >= start);
  const chunks = chunkTokens(words);
  const covered = chunks.map(() => false);
  return findTriggers(words, chunks, covered, () => null)
    .filter(({ form }) => form === "verb")
    .map(({ start, end, ...candidate }) => ({ text: text.slice(start, end), ...candidate }));
}

describe("합쇼체", () => {
  test.each([
    ["응급실은 아침 일찍 문을 엽니다.", "문을 엽니다", "열다"],
    ["병원은 진료 시간을 늘립니다.", "시간을 늘립니다", "늘리다"],
    ["두 회사는 새 노선도를 선보입니다.", "노선도를 선보입니다", "선보이다"],
    ["악단은 부산에서 첫 연주회를 치릅니다.", "연주회를 치릅니다", "치르다"],
    ["조합은 햇사과를 팝니다.", "햇사과를 팝니다", "팔다"],
    ["군은 버스 노선을 줄입니다.", "노선을 줄입니다", "줄이다"],
    ["본지는 다음과 같이 알립니다.", "알립니다", "알리다"],
    ["언제 문을 엽니까?", "문을 엽니까", "열다"],
    ["등대에는 봄에 왔습니다.", "왔습니다", "오다"],
    ["축제는 공원에서 열립니다.", "열립니다", "열리다"],
  ])("%s", (sentence, trigger, stem) =>
    expect(verbsOf(sentence).at(-1)).toMatchObject({ text: trigger, stem, ending: "final" }),
  );

  test.each([
    "그는 착한 사람입니다.",
    "이제 곧 봄입니다.",
    "내일이 마감입니다.",
    "여기가 그 섬입니다.",
    "지금이 그때입니다.",
  ])("입니다는 움직임이 아니다: %s", (sentence) =>
    expect(verbsOf(sentence).filter(({ ending }) => ending === "final")).toEqual([]),
  );
});

describe("홀로 선 지다", () => {
  test.each(["한국은 일본에 져 은메달에 머물렀다.", "가온은 나루에 져 4강에 못 올랐다."])("%s", (sentence) =>
    expect(verbsOf(sentence)).toContainEqual(expect.objectContaining({ text: "져", stem: "지다", kind: "lose" })),
  );
  test.each(["날이 갑자기 어두워져 돌아갔다.", "다리가 무너져 내렸다.", "값이 더 싸졌다."])(
    "돕는 말이다: %s",
    (sentence) => expect(verbsOf(sentence).map(({ stem }) => stem)).not.toContain("지다"),
  );
});

describe("하려는 일, 옮긴 말", () => {
  test.each([
    ["내년에 전시를 열 거라고 하더군요.", "전시를 열 거라고", "quotative", "future"],
    ["시는 공장을 열겠다고 했다.", "공장을 열겠다고", "quotative", "future"],
    ["그는 서울로 떠났다고 했다.", "떠났다고", "quotative", "past"],
    ["두 시는 사무소를 열기로 했다.", "사무소를 열기로 했다", "final", "future"],
    ["부처는 섬만 남길 계획이다.", "섬만 남길 계획이다", "final", "future"],
    ["군악대가 거리에서 행진하고 있다.", "행진하고 있다", "final", "present"],
  ])("%s", (sentence, trigger, ending, tense) =>
    expect(verbsOf(sentence)).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining(trigger.split(" ").at(-1) as string), ending, tense }),
    ),
  );
  test("거리는 것이 아니다", () =>
    expect(verbsOf("시민이 함께 걸을 거리가 생긴다.").map(({ text }) => text)).toContain("걸을"));
});

describe("갈래", () => {
  test.each([
    ["그는 법원에서 징역 4년을 선고받고 나왔다.", /선고받고/, "sentence"],
    ["법원은 형을 낮췄다.", /낮췄다/, "sentence"],
    ["기상청은 강원에 한파주의보를 내린다고 밝혔다.", /내린다고/, "announce"],
    ["밤새 눈이 온다고 한다.", /온다고/, "occur"],
    ["반군은 도시를 포위하고 있다.", /포위하고/, "attack"],
    ["두 도시는 사무소를 열었다.", /열었다/, "establish"],
    ["두 신문은 시민 1004명을 조사했다.", /조사했다/, "inspect"],
    ["부처는 다리를 현장 조사했다.", /조사했다/, "inspect"],
    ["대통령은 장관급 인사를 단행했다.", /단행했다/, "appoint"],
    ["뮤직비디오는 1억 뷰를 넘겼다.", /넘겼다/, "record"],
    ["신고는 167건에 그쳤다.", /그쳤다/, "record"],
    ["은행은 정책금리를 올렸다.", /올렸다/, "raise"],
    ["경찰은 용의자를 조사했다.", /조사했다/, "arrest"],
    ["밤새 오던 소나기가 그쳤다.", /그쳤다/, "end"],
    ["검찰은 사건을 법원에 넘겼다.", /넘겼다/, "submit"],
    ["정부는 안건을 국회에 넘겼다.", /넘겼다/, "submit"],
    ["관객은 3만 명을 넘겼다.", /넘겼다/, "record"],
    ["그는 큰 상을 받았다.", /받았다/, "award"],
    ["기차가 역에 멈추자 그는 내린다.", /내린다/, "arrive"],
    ["동생이 집에 온다고 한다.", /온다고/, "move"],
    ["시는 기름값을 낮췄다.", /낮췄다/, "raise"],
  ])("%s", (sentence, trigger, kind) =>
    expect(verbsOf(sentence).find(({ text }) => trigger.test(text))?.kind).toBe(kind),
  );
});
