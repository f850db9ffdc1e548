import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toHtml } from "../../src/export/index.js";
import { sampleDoc } from "../support/sample-doc.js";
import { testAnalyzer } from "../support/analyzer.js";
import { axeFindings } from "./axe.js";
import { CHROMIUM, launch } from "./chromium.js";

const ARTICLE = readFileSync(new URL("../../examples/article.txt", import.meta.url), "utf8");

describe.skipIf(CHROMIUM === undefined)("toHtml in Chromium", () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await launch();
    html = toHtml((await testAnalyzer()).analyze(ARTICLE, { publishedAt: "2024-03-25" }), { labels: "ko" });
  });
  afterAll(() => browser?.close());

  async function open(content: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    // Whatever the page would load fails the test.
    await page.route("**/*", (route) => {
      throw new Error(`the page loads ${route.request().url()}`);
    });
    await page.setContent(content);
    return page;
  }

  const pages: [name: string, content: () => string, options: Parameters<Browser["newPage"]>[0]][] = [
    ["an article, light", () => html, { colorScheme: "light" }],
    ["an article, dark", () => html, { colorScheme: "dark" }],
    ["an article, on a telephone", () => html, { viewport: { width: 360, height: 740 } }],
    ["more contrast", () => html, { contrast: "more" }],
    ["English labels", () => toHtml(sampleDoc()), {}],
    ["people alone", () => toHtml(sampleDoc(), { types: ["PERSON"] }), {}],
    ["without a headline", () => toHtml(withoutHeadline(), { labels: "ko" }), {}],
    [
      "two fragments in a page",
      () => {
        const parts = ["a-", "b-"].map((idPrefix) => toHtml(sampleDoc(), { fragment: true, idPrefix }));
        return `<!doctype html><html lang="en"><title>page</title><main><h1>page</h1>${parts.join("")}</main></html>`;
      },
      {},
    ],
  ];
  test.each(pages)("axe finds nothing: %s", async (name, content, options) => {
    const page = await open(content(), options);
    // Two documents side by side have landmarks of one name each.
    expect(await axeFindings(page, name.startsWith("two") ? ["landmark-unique"] : [])).toEqual([]);
    await page.close();
  });

  test("nothing is cut off at the side of a telephone", async () => {
    const page = await open(html, { viewport: { width: 320, height: 740 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.close();
  });

  test("without script: Tab reaches every link, Enter goes to a card and back to the text", async () => {
    const page = await open(html);
    const links = (await page.evaluate("document.querySelectorAll('a[href], summary').length")) as number;
    const reached = new Set<string>();
    for (let i = 0; i < links; i++) {
      await page.keyboard.press("Tab");
      reached.add(
        (await page.evaluate("[...document.querySelectorAll('a, summary')].indexOf(document.activeElement)")) as string,
      );
    }
    expect(reached.size).toBe(links);
    expect(links).toBeGreaterThan(80);

    await page.locator(".text a:has(mark.PERSON)").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(":target").getAttribute("class")).toBe("card");
    await page.locator(":target li a").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("mark:target").textContent()).toBe("박도윤");
    await page.close();
  });

  test("print: a span's type stands beside it in words, on a white page", async () => {
    const page = await open(html);
    const beside = "getComputedStyle(document.querySelector('.text mark.PERSON'), '::after').content";
    expect(await page.evaluate(beside)).toBe("none");
    await page.locator(".show-types summary").click();
    expect(await page.evaluate(beside)).toBe('"인물"');
    await page.locator(".show-types summary").click();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate(beside)).toBe('"인물"');
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).color")).toBe("rgb(28, 27, 31)");
    await page.close();
  });
});

function withoutHeadline() {
  const doc = sampleDoc();
  const { headline: _, ...article } = doc.article;
  return { ...doc, article };
}
