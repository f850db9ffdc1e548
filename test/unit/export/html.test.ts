import { describe, expect, test } from "vitest";
import type { Doc } from "../../../src/core/types.js";
import { toHtml } from "../../../src/export/index.js";
import { PAGE, PALETTE } from "../../../src/export/palette.table.js";
import { sampleDoc } from "../../support/sample-doc.js";

describe("toHtml", () => {
  const doc = sampleDoc();
  const html = toHtml(doc);

  test("needs no script and loads nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import|\son\w+=/);
  });
  test("text is escaped", () => {
    expect(html).toContain("&lt;첫&gt; 걸음 &amp; 약속");
    const hostile = "</style><script>alert(1)</script>";
    const text = sampleDoc().text.replace("라플란드 시", hostile);
    const swapped = {
      ...sampleDoc(),
      text,
      entities: doc.entities.map((entity) => ({ ...entity, name: hostile, titles: [hostile] })),
    };
    expect(toHtml(swapped, { title: hostile })).not.toContain("<script>");
  });
  test("every link of the page has its target", () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
    expect(ids.size).toBe([...html.matchAll(/ id="/g)].length);
  });
  test("the text is all there, in order", () => {
    const article = /<article class="text" lang="ko">(.*?)<\/article>/s.exec(html)?.[1] ?? "";
    const plain = article.replace(/<[^>]*>/g, "");
    const unescaped = plain
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    expect(unescaped.trim()).toBe(doc.text);
  });
  test("every mention of a card is linked to its place in the text", () => {
    for (const { id, mentions } of doc.entities) {
      const card = new RegExp(`<article class="card" id="${id}">.*?</article>`, "s").exec(html)?.[0] ?? "";
      const links = [...card.matchAll(/<a href="#(m\d+)"/g)].map(([, target]) => target);
      expect(links).toEqual(mentions);
    }
  });
  test("a mention inside a trigger, and a trigger inside a mention, keep their places", () => {
    const [event] = doc.events as [Doc["events"][0]];
    const start = doc.text.indexOf("양해각서");
    const around = { start, end: event.trigger.end, text: doc.text.slice(start, event.trigger.end) };
    const [first] = doc.mentions as [Doc["mentions"][0]];
    const law = { ...first, id: "m8", type: "LAW" as const, start, end: start + 4, text: "양해각서" };
    const inside = { ...event, id: "v2", trigger: { start: start + 2, end: start + 4, text: "각서" } };
    const page = toHtml({
      ...doc,
      mentions: [...doc.mentions, law],
      events: [{ ...event, trigger: around }, inside],
    });
    expect(page).toContain('<mark class="LAW" id="m8">양해각서</mark>');
    expect(page).toContain('<mark class="TRIGGER" id="trigger-v1">(MOU)를 체결한다</mark>');
    expect(page).toMatch(/<li id="v2"><b><a href="#m8"/);
  });
  test("a date's mark leads to its value", () => {
    expect(html).toMatch(/<a href="#t1"[^>]*><mark class="DATE" id="m5">/);
    expect(html).toMatch(
      /<li id="t1"><a href="#m5" lang="ko">오는 28일부터 30일까지<\/a> <code>2024-03-28\/2024-03-30</,
    );
  });
  test("the timeline says where the day of publication lies", () => {
    const rows = /<section class="timeline".*?<\/section>/s.exec(html)?.[0].match(/<time[^>]*>[^<]*/g);
    expect(rows?.map((row) => row.replace(/.*>/, ""))).toEqual(["2024-03-25", "2024-03-28", "2024-03-30"]);
  });
  test("every place is listed, those of no gazetteer too", () => {
    const [first] = doc.entities as [Doc["entities"][0]];
    const unknown = { ...first, id: "e9", type: "LOCATION" as const, name: "한빛댐" };
    const list = /<section class="places".*?<\/section>/s.exec(
      toHtml({ ...doc, entities: [...doc.entities, unknown] }),
    )?.[0];
    expect(list?.replace(/<[^>]*>/g, "")).toContain("핀란드 핀란드 · FI · 64.00°N 26.00°E");
    expect(list?.replace(/<[^>]*>/g, "")).toContain("한빛댐 not in the list of places");
  });
  test("a fragment is one element, and its ids can be told from another's", () => {
    const fragment = toHtml(doc, { fragment: true, idPrefix: "a-" });
    expect(fragment).toMatch(/^<div class="gisa" lang="en">.*<\/div>\n$/s);
    expect(fragment).not.toMatch(/<(?:html|body|main|h1)\b/);
    const ids = [...fragment.matchAll(/ (?:id="|href="#)([^"]+)"/g)].map(([, id]) => id as string);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !id.startsWith("a-"))).toEqual([]);
    // Nothing of its style reaches outside.
    const rules = (/<style>(.*)<\/style>/s.exec(fragment)?.[1] ?? "").replace(/@[^{]*\{/g, "").split("}");
    const selectors = rules.map((rule) => rule.split("{")[0] as string).filter(Boolean);
    expect(selectors.filter((selector) => !selector.includes(".gisa"))).toEqual([]);
  });
  test("types filter what is shown, labels their language", () => {
    const people = toHtml(doc, { types: ["PERSON"], labels: "ko" });
    expect(people).toContain(">인물<");
    expect(people).not.toContain('class="LOCATION"');
  });
  test("an empty document gives a page", () => {
    const { headline: _, ...article } = doc.article;
    const empty = { ...doc, text: "", article: { ...article, bylines: [], body: [], boilerplate: [] } };
    const none = {
      sentences: [],
      tokens: [],
      mentions: [],
      entities: [],
      relations: [],
      timexes: [],
      events: [],
      quotes: [],
    };
    expect(toHtml({ ...empty, ...none })).toContain("<title>gisa</title>");
  });
});

describe("contrast (WCAG AA)", () => {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };

  test.each(["light", "dark"] as const)("%s", (theme) => {
    for (const inks of Object.values(PALETTE))
      expect(contrast(inks[theme].text, inks[theme].back)).toBeGreaterThan(4.5);
    const { text, back, surface, faint, link } = PAGE[theme];
    for (const under of [back, surface])
      for (const ink of [text, faint, link]) expect(contrast(ink, under)).toBeGreaterThan(4.5);
    expect(PALETTE.TRIGGER[theme].back).toBe(surface);
  });
});
