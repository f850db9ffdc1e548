import type { Doc, EventDate, MentionType, TextSpan } from "../../src/core/types.js";

export const SAMPLE_TEXT = `🚨 한빛시, 라플란드 시와 "교류 협약" 체결
[가람일보=이서준 기자]
박도윤 한빛시장은 오는 28일부터 30일까지 핀란드를 찾아 양해각서(MOU)를 체결한다.
박 시장은 "두 도시의 <첫> 걸음 & 약속"이라고 말했다.
=무단 전재 금지=`;

/** A whole `Doc` made by hand, with an emoji before every span: what a pipeline would give, without one. */
export function sampleDoc(text: string = SAMPLE_TEXT): Doc {
  const at = (surface: string, from = 0): TextSpan => {
    const start = text.indexOf(surface, from);
    if (start < 0) throw new Error(`the sample has no ${surface}`);
    return { start, end: start + surface.length, text: surface };
  };
  const lines = text.split("\n").map((line) => at(line));
  const [headline, byline, first, second, copyright] = lines as [TextSpan, TextSpan, TextSpan, TextSpan, TextSpan];
  const mention = (id: string, type: MentionType, span: TextSpan, more: object = {}) => ({
    id,
    ...span,
    type,
    fine: `${type.slice(0, 2)}_OTHERS`,
    score: 0.9,
    ...more,
  });
  const event: EventDate = {
    id: "v1",
    trigger: at("체결한다", first.start),
    kind: "sign",
    timex: "t1",
    date: { from: "2024-03-28", to: "2024-03-30" },
    status: "planned",
    participants: ["e3", "e1"],
    place: "e4",
  };
  return {
    text,
    language: "kor",
    article: {
      headline,
      subheadlines: [],
      bylines: [{ ...byline, outlet: at("가람일보"), reporters: [at("이서준")] }],
      captions: [],
      body: [{ start: first.start, end: second.end }],
      boilerplate: [{ start: copyright.start, end: copyright.end }],
      publishedAt: { value: "2024-03-25", source: "given" },
    },
    sentences: [
      { start: headline.start, end: headline.end, part: "headline" },
      { start: first.start, end: first.end, part: "body" },
      { start: second.start, end: second.end, part: "body" },
    ],
    tokens: [
      { ...at("한빛"), pos: "NNP", lemma: "한빛" },
      { ...at("시", 4), pos: "NNG", lemma: "시" },
      { ...at("박도윤"), pos: "NNP", lemma: "박도윤", semantic: "인명" },
      { ...at("한빛시장", first.start), pos: "NNG", lemma: "한빛시장" },
      { ...at("은", first.start), pos: "JX", lemma: "은" },
      { ...at("체결", first.start), pos: "NNG", lemma: "체결", semantic: "행위" },
      { ...at("한다", first.start), pos: "XSV+EF", lemma: "하다" },
    ],
    mentions: [
      mention("m1", "ORGANIZATION", at("한빛시"), { entity: "e1" }),
      mention("m2", "ORGANIZATION", at("라플란드 시"), { entity: "e2" }),
      mention("m3", "PERSON", at("박도윤"), { entity: "e3" }),
      mention("m4", "TITLE", at("시장", first.start)),
      mention("m5", "DATE", at("오는 28일부터 30일까지"), { timex: "t1" }),
      mention("m6", "LOCATION", at("핀란드"), { entity: "e4" }),
      mention("m7", "PERSON", { ...at("박 시장"), end: at("박 시장").start + 1, text: "박" }, { entity: "e3" }),
    ],
    entities: [
      { id: "e1", type: "ORGANIZATION", name: "한빛시", aliases: [], mentions: ["m1"], links: [], salience: 1 },
      { id: "e2", type: "ORGANIZATION", name: "라플란드 시", aliases: [], mentions: ["m2"], links: [], salience: 0.4 },
      {
        id: "e3",
        type: "PERSON",
        name: "박도윤",
        aliases: ["박"],
        mentions: ["m3", "m7"],
        links: [],
        titles: ["한빛시장"],
        affiliation: "e1",
        salience: 0.8,
      },
      {
        id: "e4",
        type: "LOCATION",
        name: "핀란드",
        aliases: [],
        mentions: ["m6"],
        links: [],
        place: { country: "FI", path: ["핀란드"], lat: 64, lon: 26 },
        salience: 0.2,
      },
    ],
    relations: [{ type: "affiliated-with", from: "e3", to: "e1" }],
    timexes: [
      {
        id: "t1",
        ...at("오는 28일부터 30일까지"),
        type: "DATE",
        value: "2024-03-28/2024-03-30",
        from: "2024-03-28",
        to: "2024-03-30",
        explicit: ["day"],
        implied: ["year", "month"],
        anchor: "document",
        rule: "range",
      },
    ],
    events: [event],
    quotes: [{ id: "q1", ...at('"두 도시의 <첫> 걸음 & 약속"'), kind: "direct", speaker: "e3", cue: at("말했다") }],
    diagnostics: [],
    meta: { gisa: "0.0.0", lexicon: "sample", model: "sample" },
  };
}
