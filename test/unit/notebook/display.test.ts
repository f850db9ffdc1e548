import { afterEach, describe, expect, test, vi } from "vitest";
import { display } from "../../../src/notebook/index.js";
import { sampleDoc } from "../../support/sample-doc.js";

const JUPYTER = Symbol.for("Jupyter.display");
const bundleOf = (shown: object) => (shown as Record<symbol, () => Record<string, unknown>>)[JUPYTER]?.() ?? {};

describe("display", () => {
  const doc = sampleDoc();

  test("gives a notebook HTML, text and JSON", () => {
    const bundle = bundleOf(display(doc));
    expect(Object.keys(bundle)).toEqual(["text/html", "text/plain", "application/json"]);
    expect(bundle["text/html"]).toMatch(/^<div class="gisa"/);
    expect(bundle["text/plain"]).toContain("박도윤  한빛시장");
    expect(bundle["application/json"]).toEqual(doc);
  });
  test("labels and types reach every view", () => {
    const bundle = bundleOf(display(doc, { labels: "ko", types: ["PERSON"] }));
    expect(bundle["text/html"]).toContain(">인물<");
    expect(bundle["text/html"]).not.toContain('<mark class="LOCATION"');
    expect(bundle["text/plain"]).toContain("인물");
  });
  test("two articles of a notebook do not share ids; one shown twice does not change", () => {
    const first = bundleOf(display(doc))["text/html"] as string;
    const other = bundleOf(display({ ...doc, text: `${doc.text} ` }))["text/html"] as string;
    const ids = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids(first).filter((id) => ids(other).includes(id))).toEqual([]);
    expect(bundleOf(display(doc))["text/html"]).toBe(first);
    expect(bundleOf(display(doc, { id: "mine-" }))["text/html"]).toContain('id="mine-m1"');
  });

  describe("Observable", () => {
    afterEach(() => vi.unstubAllGlobals());
    test("an element shows the document and has it as its value", () => {
      vi.stubGlobal("document", { createElement: (name: string) => ({ name, innerHTML: "" }) });
      const element = display(doc).element();
      expect(element.value).toBe(doc);
      expect(element.innerHTML).toMatch(/^<div class="gisa"/);
    });
    test("outside a page there is no element", () => {
      expect(() => display(doc).element()).toThrow(ReferenceError);
    });
  });
});
