import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Doc } from "../../src/core/types.js";
import { type HtmlOptions, toHtml } from "../../src/export/index.js";
import { type Analyzer, loadAnalyzer } from "../../src/index.js";
import { sampleDoc } from "../support/sample-doc.js";
import { CHROMIUM, launch } from "./chromium.js";

/** Each would set `window.broken`, or put an element of its own into the page, if it were taken for markup anywhere. */
const PAYLOADS = [
  "<script>window.broken=1</script>",
  "</title><script>window.broken=1</script>",
  "</style><script>window.broken=1</script>",
  "</textarea></noscript></template><script>window.broken=1</script>",
  "<img src=x onerror=window.broken=1>",
  "<svg/onload=window.broken=1>",
  "<svg><animate onbegin=window.broken=1 attributeName=x dur=1s>",
  "<iframe srcdoc='<script>parent.broken=1</script>'>",
  '"><script>window.broken=1</script>',
  "'><script>window.broken=1</script>",
  '" onmouseover="window.broken=1" autofocus onfocus="window.broken=1',
  "' onfocus='window.broken=1' autofocus tabindex=0 x='",
  "javascript:window.broken=1",
  "<a href=javascript:window.broken=1>가</a>",
  "<!--><script>window.broken=1</script>-->",
  "<![CDATA[<script>window.broken=1</script>]]>",
  "&lt;script&gt;window.broken=1&lt;/script&gt;",
  "&#60;script&#62;window.broken=1",
  "\u0000<scr\u0000ipt>window.broken=1</script>",
  "<\u200bscript>window.broken=1</script>",
  "＜script＞window.broken=1＜/script＞",
  "<base href='https://evil.example/'><link rel=stylesheet href=x><meta http-equiv=refresh content='0;url=x'>",
  "{{window.broken=1}}<%window.broken=1%>#{window.broken=1}",
  "<math><mtext><table><mglyph><style><img src onerror=window.broken=1>",
];

/** A document that holds the payload in every text that a document has. */
function everywhere(payload: string): Doc {
  const put = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((inner) => put(inner, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, put(inner, name)]));
    if (typeof value !== "string" || CLOSED.has(key)) return value;
    return `${value}${payload}`;
  };
  return put(sampleDoc(), "") as Doc;
}
/** Fields of closed lists: another value there is no document. */
const CLOSED = new Set(["type", "kind", "status", "part", "severity", "code", "stage", "source", "pos"]);

describe.skipIf(CHROMIUM === undefined)("a hostile text in the page of toHtml, in Chromium", () => {
  let browser: Browser;
  let analyzer: Analyzer;
  beforeAll(async () => {
    browser = await launch();
    analyzer = await loadAnalyzer({ tagger: { name: "none", tag: () => [] } });
  });
  afterAll(() => browser?.close());

  async function faultsOf(html: string): Promise<string[]> {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("dialog", (dialog) => {
      faults.push("a dialog");
      void dialog.dismiss();
    });
    await page.route("**/*", (route) => {
      faults.push(`it loads ${route.request().url()}`);
      return route.abort();
    });
    await page.setContent(html);
    await page.mouse.move(30, 60);
    for (let i = 0; i < 6; i++) await page.keyboard.press("Tab");
    faults.push(
      ...(await page.evaluate<string[]>(`(() => {
        const faults = [];
        if (window.broken !== undefined) faults.push("a script ran");
        for (const e of document.querySelectorAll("script, iframe, img, svg, math, base, link, object, embed, form, input, template, noscript, textarea"))
          faults.push("an element " + e.tagName);
        if (document.querySelectorAll("title, style, meta[http-equiv]").length > 2) faults.push("a second title, style or meta");
        for (const e of document.querySelectorAll("*")) for (const a of e.attributes) {
          if (/^on/i.test(a.name)) faults.push("an attribute " + a.name);
          if (a.name === "href" && !a.value.startsWith("#")) faults.push("a link to " + a.value);
          if (!["lang", "charset", "name", "content", "class", "id", "title", "href", "datetime", "tabindex", "role", "open", "colspan", "scope", "style", "dir", "hidden"].includes(a.name) && !a.name.startsWith("aria-")) faults.push("an attribute " + a.name);
        }
        return faults;
      })()`)),
    );
    await page.close();
    return faults;
  }

  test("the check itself tells a page that is broken", async () => {
    const broken = toHtml(sampleDoc()).replace("</main>", "<img src=x onerror=window.broken=1></main>");
    expect((await faultsOf(broken)).length).toBeGreaterThan(1);
    expect(await faultsOf(toHtml(sampleDoc()))).toEqual([]);
  });

  test.each(PAYLOADS)("in the text, read by the analyzer: %j", async (payload) => {
    const text = `한빛시, ${payload} 협약 체결\n[가람일보=${payload} 기자]\n\n박도윤 ${payload} 시장은 오는 28일 “${payload}”라고 말했다.\n${payload}`;
    const at = text.indexOf(payload, 30);
    const mentions = [{ start: at, end: at + payload.length, type: "PERSON" as const, fine: payload }];
    const doc = analyzer.analyzeMentions(text, mentions, { publishedAt: "2024-03-25", force: true });
    for (const labels of ["en", "ko"] as const)
      expect(await faultsOf(toHtml(doc, { labels, title: payload }))).toEqual([]);
  });

  test.each(PAYLOADS)("in every name, id and value of a document: %j", async (payload) => {
    expect(await faultsOf(toHtml(everywhere(payload), { title: payload }))).toEqual([]);
  });

  test.each(PAYLOADS)("in the options: %j", async (payload) => {
    const options = { title: payload, labels: payload, idPrefix: payload } as HtmlOptions;
    expect(await faultsOf(toHtml(sampleDoc(), options))).toEqual([]);
  });
});
