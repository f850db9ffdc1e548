import { describe, expect, test } from "vitest";
import {
  toBrat,
  toConll,
  toCsv,
  toDoccano,
  toJson,
  toJsonl,
  toKuromojiTokens,
  toLabelStudio,
  toSpacy,
  toTimeML,
  toWebAnnotation,
} from "../../../src/export/index.js";
import { sampleDoc } from "../../support/sample-doc.js";

const doc = sampleDoc();
const codePoints = Array.from(doc.text);
const cut = (start: number, end: number) => codePoints.slice(start, end).join("");

describe("toJson, toJsonl", () => {
  test("the document survives", () => {
    expect(JSON.parse(toJson(doc))).toEqual(doc);
    expect(JSON.parse(toJsonl(doc))).toEqual(doc);
  });
  test("JSONL is one line", () => expect(toJsonl(doc)).not.toContain("\n"));
});

describe("toConll", () => {
  const tagged = (conll: string) => conll.split("\n").filter((row) => row !== "" && !row.endsWith("\tO"));

  test("어절 단위", () => {
    expect(tagged(toConll(doc))).toEqual([
      "한빛시,\tB-ORGANIZATION",
      "라플란드\tB-ORGANIZATION",
      "시와\tI-ORGANIZATION",
      "박도윤\tB-PERSON",
      "한빛시장은\tB-TITLE",
      "오는\tB-DATE",
      "28일부터\tI-DATE",
      "30일까지\tI-DATE",
      "핀란드를\tB-LOCATION",
      "박\tB-PERSON",
    ]);
  });
  test("글자 단위는 조사를 뺀다", () => {
    expect(tagged(toConll(doc, { unit: "character", types: ["ORGANIZATION"] }))).toEqual([
      "한\tB-ORGANIZATION",
      "빛\tI-ORGANIZATION",
      "시\tI-ORGANIZATION",
      "라\tB-ORGANIZATION",
      "플\tI-ORGANIZATION",
      "란\tI-ORGANIZATION",
      "드\tI-ORGANIZATION",
      "시\tI-ORGANIZATION",
    ]);
  });
  test("형태소 단위는 품사와 원형을 붙인다", () => {
    const rows = toConll(doc, { unit: "morpheme" }).split("\n");
    expect(rows).toContain("박도윤\tNNP\t박도윤\tB-PERSON");
    expect(rows).toContain("한다\tXSV+EF\t하다\tO");
  });
  test("a blank line parts sentences, a surrogate pair is one character", () => {
    const sentences = toConll(doc, { unit: "character" }).split("\n\n");
    expect(sentences).toHaveLength(doc.sentences.length);
    expect(sentences[0]?.startsWith("🚨\tO\n한\t")).toBe(true);
  });
});

describe("toBrat", () => {
  const { text, ann } = toBrat(doc);
  const rows = ann.trimEnd().split("\n");

  test("text-bound offsets are code points", () => {
    expect(text).toBe(doc.text);
    const bound = rows.filter((row) => row.startsWith("T"));
    expect(bound).toHaveLength(doc.mentions.length + doc.events.length);
    for (const row of bound) {
      const [, place = "", surface] = row.split("\t");
      const [, start, end] = place.split(" ");
      expect(cut(Number(start), Number(end))).toBe(surface);
    }
  });
  test("an event has its arguments and its status", () => {
    expect(rows.filter((row) => /^[EA]\d/.test(row))).toEqual([
      "E1\tEvent_sign:T8 Time:T5 Participant:T3 Participant2:T1 Place:T6",
      "A1\tStatus E1 planned",
    ]);
  });
  test("relations and equal mentions", () => {
    expect(rows).toContain("R1\taffiliated-with Arg1:T3 Arg2:T1");
    expect(rows).toContain("*\tEquiv T3 T7");
  });
  test("a span over a line end is in two pieces", () => {
    const broken = sampleDoc();
    const [first, ...rest] = broken.mentions;
    const over = {
      ...(first as (typeof broken.mentions)[number]),
      start: 30,
      end: 40,
      text: broken.text.slice(30, 40),
    };
    const newline = broken.text.indexOf("\n");
    const spanning = {
      ...over,
      start: newline - 2,
      end: newline + 3,
      text: broken.text.slice(newline - 2, newline + 3),
    };
    const { ann } = toBrat({ ...broken, mentions: [spanning, ...rest] });
    expect(ann.split("\n")[0]).toBe(
      `T1\tORGANIZATION ${newline - 3} ${newline - 1};${newline} ${newline + 2}\t체결 [가`,
    );
  });
});

describe("toWebAnnotation", () => {
  const page = toWebAnnotation(doc, { source: "https://example.org/a1" }) as {
    items: { id: string; target: { source: string; selector: Record<string, unknown>[] } }[];
  };

  test("both selectors find the same text", () => {
    expect(page.items).toHaveLength(doc.mentions.length + doc.events.length + doc.quotes.length);
    for (const { target } of page.items) {
      const [position, quote] = target.selector as [{ start: number; end: number }, Record<string, string>];
      expect(cut(position.start, position.end)).toBe(quote["exact"]);
      expect(doc.text).toContain(`${quote["prefix"]}${quote["exact"]}${quote["suffix"]}`);
    }
  });
  test("identifiers are unique", () => {
    expect(new Set(page.items.map(({ id }) => id)).size).toBe(page.items.length);
  });
});

describe("toSpacy", () => {
  const spacy = toSpacy(doc);

  test("tokens cover all but single spaces, in order", () => {
    let at = 0;
    for (const { start, end, id } of spacy.tokens) {
      expect(["", " "]).toContain(cut(at, start));
      expect(end).toBeGreaterThan(start);
      expect(spacy.tokens[id]?.start).toBe(start);
      at = end;
    }
    expect(at).toBe(codePoints.length);
  });
  test("every span lies on token edges", () => {
    const starts = new Set(spacy.tokens.map(({ start }) => start));
    const ends = new Set(spacy.tokens.map(({ end }) => end));
    for (const { start, end } of [...spacy.ents, ...spacy.sents, ...Object.values(spacy.spans).flat()]) {
      expect(starts.has(start) && ends.has(end)).toBe(true);
    }
  });
  test("names and tags", () => {
    expect(spacy.ents.map(({ start, end }) => cut(start, end))).toEqual(doc.mentions.map(({ text }) => text));
    expect(spacy.tokens.find(({ lemma }) => lemma === "박도윤")).toMatchObject({ tag: "NNP", pos: "PROPN" });
  });
});

describe("toLabelStudio, toDoccano", () => {
  test("offsets are code points", () => {
    const [prediction] = toLabelStudio(doc)["predictions"] as {
      result: { value: { start: number; end: number; text: string } }[];
    }[];
    for (const { value } of prediction?.result ?? []) expect(cut(value.start, value.end)).toBe(value.text);
    expect(toDoccano(doc).label.map(([start, end]) => cut(start, end))).toEqual(doc.mentions.map(({ text }) => text));
  });
});

describe("toTimeML", () => {
  const xml = toTimeML(doc);

  test("a range has a begin and an end point", () => {
    expect(xml).toContain('<TIMEX3 tid="t1" type="DURATION" value="P3D" beginPoint="t2" endPoint="t3"');
    expect(xml).toContain('<TIMEX3 tid="t3" type="DATE" value="2024-03-30"');
  });
  test("an event is in its time", () => {
    expect(xml).toContain('<EVENT eid="e1" class="OCCURRENCE">체결한다</EVENT>');
    expect(xml).toContain('eventInstanceID="ei1" relatedToTime="t1" relType="IS_INCLUDED"');
  });
  test("markup in the text is escaped, and what XML has no character for goes", () => {
    expect(xml).toContain("&lt;첫&gt; 걸음 &amp; 약속");
    const { text: _, ...layers } = sampleDoc();
    const odd = toTimeML({ ...layers, text: "\u0000\ud800", timexes: [], events: [] });
    expect(odd).toContain("<TEXT>\ufffd\ufffd</TEXT>");
  });
  test("the text comes back when the tags are taken off", () => {
    const text = /<TEXT>(.*)<\/TEXT>/s.exec(xml)?.[1]?.replace(/<[^>]*>/g, "");
    expect(
      text
        ?.replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&"),
    ).toBe(doc.text);
  });
});

describe("toKuromojiTokens", () => {
  test("has kuromoji's fields", () => {
    expect(toKuromojiTokens(doc)[2]).toEqual({
      word_id: 2,
      word_type: "KNOWN",
      word_position: doc.text.indexOf("박도윤") + 1,
      surface_form: "박도윤",
      pos: "NNP",
      pos_detail_1: "인명",
      pos_detail_2: "*",
      pos_detail_3: "*",
      conjugated_type: "*",
      conjugated_form: "*",
      basic_form: "박도윤",
      reading: "박도윤",
      pronunciation: "박도윤",
    });
  });
});

describe("toCsv", () => {
  test("entities", () => {
    const [header, ...rows] = toCsv(doc).trimEnd().split("\r\n");
    expect(header).toBe("id,type,name,aliases,titles,mentions,salience,country,code,path,lat,lon");
    expect(rows[2]).toBe("e3,PERSON,박도윤,박,한빛시장,2,0.8,,,,,");
  });
  test.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+82 2", "'+82 2"],
    ["-1", "'-1"],
    ["@SUM", "'@SUM"],
    ["＝1", "'＝1"],
    ["a,b", '"a,b"'],
    ['그는 "말"', '"그는 ""말"""'],
    ["두\n줄", '"두\n줄"'],
    ["한빛시", "한빛시"],
    ["A=B", "A=B"],
  ])("cell %j", (name, cell) => {
    const entity = { ...(doc.entities[0] as (typeof doc.entities)[number]), name };
    expect(toCsv({ ...doc, entities: [entity] }, { header: false })).toBe(`e1,ORGANIZATION,${cell},,,1,1,,,,,\r\n`);
  });
  test.each(["mentions", "timexes", "events", "quotes"] as const)("%s have a row each", (table) => {
    expect(toCsv(doc, { table, separator: "\t" }).trimEnd().split("\r\n")).toHaveLength(doc[table].length + 1);
  });
});
