import { describe, expect, test } from "vitest";
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
    const main = /<main>(.*)<\/main>/s.exec(html)?.[1] ?? "";
    const plain = main.replace(/<p class="facts">.*?<\/p>/s, "").replace(/<[^>]*>/g, "");
    const unescaped = plain
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    expect(unescaped.trim()).toBe(doc.text);
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
    const { text, back, faint, link } = PAGE[theme];
    for (const ink of [text, faint, link]) expect(contrast(ink, back)).toBeGreaterThan(4.5);
  });
});
