import jsonld from "jsonld";
import kuromoji from "kuromoji";
import { describe, expect, test } from "vitest";
import { convertSpan, offsetsOf, toKuromojiTokens, toWebAnnotation } from "../../../src/export/index.js";
import { sampleDoc } from "../../support/sample-doc.js";

const doc = sampleDoc();

/** Terms of the Web Annotation vocabulary that a page of ours may use: what http://www.w3.org/ns/anno.jsonld says of them. */
const ANNO = "http://www.w3.org/ns/anno.jsonld";
const id = (iri: string) => ({ "@id": iri, "@type": "@id" });
const vocab = (iri: string) => ({ "@id": iri, "@type": "@vocab" });
const CONTEXT = {
  "@context": {
    oa: "http://www.w3.org/ns/oa#",
    as: "http://www.w3.org/ns/activitystreams#",
    dcterms: "http://purl.org/dc/terms/",
    dc: "http://purl.org/dc/elements/1.1/",
    foaf: "http://xmlns.com/foaf/0.1/",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    id: id("@id"),
    type: { "@id": "@type", "@type": "@id" },
    Annotation: "oa:Annotation",
    AnnotationPage: "as:OrderedCollectionPage",
    Software: "as:Application",
    TextualBody: "oa:TextualBody",
    TextPositionSelector: "oa:TextPositionSelector",
    TextQuoteSelector: "oa:TextQuoteSelector",
    tagging: "oa:tagging",
    identifying: "oa:identifying",
    describing: "oa:describing",
    body: id("oa:hasBody"),
    target: id("oa:hasTarget"),
    source: id("oa:hasSource"),
    selector: id("oa:hasSelector"),
    motivation: vocab("oa:motivatedBy"),
    purpose: vocab("oa:hasPurpose"),
    start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
    end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    value: "rdf:value",
    format: "dc:format",
    created: { "@id": "dcterms:created", "@type": "xsd:dateTime" },
    generator: id("as:generator"),
    name: "foaf:name",
    items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
  },
};

describe("Web Annotation: jsonld", () => {
  const OA = "http://www.w3.org/ns/oa#";
  // In safe mode jsonld throws at a term or an IRI that would be lost.
  const options = {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== ANNO) throw new Error(`no ${url} here`);
      return { contextUrl: undefined, documentUrl: url, document: CONTEXT };
    },
  };
  const page = toWebAnnotation(doc, { source: "https://example.org/a1", created: "2024-03-25T00:00:00Z" });

  test("expands without a loss, and each annotation has its selectors", async () => {
    const [expanded] = await jsonld.expand(page, options);
    const items = expanded["http://www.w3.org/ns/activitystreams#items"][0]["@list"];
    expect(items).toHaveLength(doc.mentions.length + doc.events.length + doc.quotes.length);
    const codePoints = offsetsOf(doc.text, "codePoint");
    doc.mentions.forEach((mention, i) => {
      const [target] = items[i][`${OA}hasTarget`];
      const [position, quote] = target[`${OA}hasSelector`];
      expect(position["@type"]).toEqual([`${OA}TextPositionSelector`]);
      expect({ start: position[`${OA}start`][0]["@value"], end: position[`${OA}end`][0]["@value"] }).toEqual(
        convertSpan(codePoints, mention),
      );
      expect(quote[`${OA}exact`][0]["@value"]).toBe(mention.text);
      expect(target[`${OA}hasSource`]).toEqual([{ "@id": "https://example.org/a1" }]);
    });
  });
  test("becomes RDF", async () => {
    const quads = (await jsonld.toRDF(page, { ...options, format: "application/n-quads" })) as string;
    expect(quads.match(/<http:\/\/www\.w3\.org\/ns\/oa#exact> /g)).toHaveLength(
      doc.mentions.length + doc.events.length + doc.quotes.length,
    );
  });
  test("an unknown term would be seen", async () => {
    await expect(jsonld.expand({ ...page, unheard: 1 }, options)).rejects.toThrow();
  });
});

describe("kuromoji-shaped tokens: kuromoji.js", () => {
  test("the fields and kinds of its own tokens", async () => {
    const tokenizer = await new Promise<{ tokenize(text: string): object[] }>((resolve, reject) =>
      kuromoji
        .builder({ dicPath: "node_modules/kuromoji/dict" })
        .build((error: Error | null, built: { tokenize(text: string): object[] }) =>
          error ? reject(error) : resolve(built),
        ),
    );
    const theirs = tokenizer.tokenize("東京へ行った。");
    const kinds = (token: object) =>
      Object.fromEntries(Object.entries(token).map(([key, value]) => [key, typeof value]));
    for (const token of toKuromojiTokens(doc)) expect(kinds(token)).toEqual(kinds(theirs[0] as object));
    expect((theirs[0] as { word_position: number }).word_position).toBe(1);
  });
});
