import { expect, test } from "vitest";
import type { Article, MentionDraft, MentionType, Timex, TimexType } from "../../../src/core/types.js";
import { joinTimexes } from "../../../src/mention/join-timexes.js";
import { expectWithin } from "../../support/expect-within.js";

const article: Article = { subheadlines: [], bylines: [], captions: [], body: [], boilerplate: [] };

const at = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
  text: part,
});
const draft = (text: string, part: string, type: MentionType, score = 0.9): MentionDraft => ({
  ...at(text, part),
  type,
  fine: "",
  score,
});
const timex = (text: string, part: string, value: string, type: TimexType = "DATE"): Timex => ({
  ...at(text, part),
  id: "t1",
  type,
  value,
  from: null,
  to: null,
  explicit: [],
  implied: [],
  anchor: "none",
  rule: "given",
});

type Case = readonly [
  text: string,
  drafts: readonly [string, MentionType, number?][],
  timexes: readonly [string, string, TimexType?][],
  expected: readonly string[],
];
const cases: readonly Case[] = [
  ["지난 3일 비가 왔다", [["3일", "DATE"]], [["지난 3일", "2024-03-03"]], ["DATE 지난 3일 t1"]],
  ["오후 2시에 만났다", [["2시", "QUANTITY"]], [["오후 2시", "T14:00"]], ["TIME 오후 2시 t1"]],
  ["3년간 일했다", [["3년", "QUANTITY"]], [["3년간", "P3Y", "DURATION"]], ["DATE 3년간 t1"]],
  ["두 시간 걸렸다", [], [["두 시간", "PT2H", "DURATION"]], ["TIME 두 시간 t1"]],
  ["2024 파리 올림픽이 열렸다", [["2024 파리 올림픽", "EVENT"]], [["2024", "2024"]], ["EVENT 2024 파리 올림픽"]],
  ["12·3 비상계엄 이후", [["12·3 비상계엄", "EVENT"]], [["12·3", "2024-12-03"]], ["EVENT 12·3 비상계엄"]],
  ["제22대 총선이 끝났다", [["제22대 총선", "EVENT"]], [], ["EVENT 제22대 총선"]],
  ["어제 비가 왔다", [["어제", "DATE", 0.4]], [], ["DATE 어제"]],
  ["하루 3만 명이 왔다", [["3만 명", "QUANTITY"]], [["하루", "P1D", "DURATION"]], ["DATE 하루 t1", "QUANTITY 3만 명"]],
  ["광복절 기념", [["광복절", "EVENT"]], [["광복절", "2024-08-15"]], ["EVENT 광복절"]],
  ["광복절 기념", [["광복절", "EVENT", 0.6]], [["광복절", "2024-08-15"]], ["DATE 광복절 t1"]],
  ["오월에 갔다", [["오월", "LOCATION"]], [["오월", "2024-05"]], ["DATE 오월 t1"]],
  ["경술국치일 행사", [["국치일 행사", "EVENT"]], [["경술국치일", "2024-08-29"]], ["EVENT 국치일 행사"]],
  ["경술국치일 행사", [["국치일 행사", "EVENT", 0.6]], [["경술국치일", "2024-08-29"]], ["DATE 경술국치일 t1"]],
  ["올해 5월 축제", [["5월 축제", "EVENT", 0.6]], [["5월", "2024-05"]], ["EVENT 5월 축제"]],
  ["오월 시집", [["오월 시집", "WORK"]], [["오월", "2024-05"]], ["WORK 오월 시집"]],
];
test.each(cases)("%s", (text, drafts, timexes, expected) => {
  const mentions = joinTimexes(
    drafts.map(([part, type, score]) => draft(text, part, type, score)),
    timexes.map(([part, value, type]) => timex(text, part, value, type)),
    article,
  );
  expect(mentions.map((m) => [m.type, m.text, m.timex].filter(Boolean).join(" "))).toEqual(expected);
  expect(mentions.map((m) => m.id)).toEqual(mentions.map((_, i) => `m${i + 1}`));
  for (const m of mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
});

test("바이라인의 매체와 기자", () => {
  const text = "(서울=새빛일보) 문가람 기자 = 문가람 씨";
  const byline = {
    ...at(text, "(서울=새빛일보) 문가람 기자"),
    outlet: at(text, "새빛일보"),
    reporters: [at(text, "문가람")],
  };
  const mentions = joinTimexes([draft(text, "서울", "LOCATION"), draft(text, "문가람", "PERSON", 0.8)], [], {
    ...article,
    bylines: [byline],
  });
  expect(mentions.map((m) => [m.text, m.type, m.role, m.score])).toEqual([
    ["서울", "LOCATION", undefined, 0.9],
    ["새빛일보", "ORGANIZATION", "outlet", 0.95],
    ["문가람", "PERSON", "reporter", 0.8],
  ]);
});

test("데이트라인의 곳", () => {
  const text = "(서울·뉴욕=새빛일보) 문가람 기자 = 서울이";
  const mentions = joinTimexes([draft(text, "뉴욕", "ORGANIZATION", 0.8)], [], {
    ...article,
    dateline: at(text, "서울·뉴욕"),
  });
  expect(mentions.map((m) => [m.text, m.type, m.start])).toEqual([
    ["서울", "LOCATION", 1],
    ["뉴욕", "LOCATION", 4],
  ]);
});

test("10만 언급에도 시간이 길이에 비례한다", async () => {
  const joining = (length: number) => {
    const drafts = Array.from(
      { length },
      (_, n): MentionDraft => ({ start: n * 3, end: n * 3 + 2, text: "3일", type: "DATE", fine: "", score: 1 }),
    );
    return () => expect(joinTimexes(drafts, [], article)).toHaveLength(length);
  };
  await expectWithin(joining(25_000), joining(100_000), (short) => 9 * short + 200);
});
