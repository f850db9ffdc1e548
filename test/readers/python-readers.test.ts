import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import jsonld from "jsonld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Doc, Span } from "../../src/core/types.js";
import {
  type CsvTable,
  toBrat,
  toConll,
  toCsv,
  toDoccano,
  toJsonl,
  toLabelStudio,
  toSpacy,
  toTimeML,
  toWebAnnotation,
} from "../../src/export/index.js";
import { testAnalyzer } from "../support/analyzer.js";
import { sampleDoc } from "../support/sample-doc.js";

const READ = fileURLToPath(new URL("read.py", import.meta.url));
/** Files that no registry has: `timeml_1.2.1.dtd`, `TimeML_1.2.1.xsd`, `tml.xsd`, `anno.jsonld`. docs/design-notes.md says whose they are. */
const OFFICIAL = process.env["GISA_OFFICIAL"] ?? fileURLToPath(new URL("../../.readers/official", import.meta.url));
const OWN = fileURLToPath(new URL("../../.readers/venv/bin/python", import.meta.url));
/** `npm run test:readers` makes the environment; GISA_PYTHON names another. */
const PYTHON = process.env["GISA_PYTHON"] ?? (existsSync(OWN) ? OWN : "python3");

/** What each format's reader imports. */
const NEEDS = {
  spacy: "spacy",
  conll: "conllu, seqeval",
  brat: "bratly",
  label_studio: "label_studio_sdk",
  doccano: "backend, pyexcel, chardet, pydantic, seqeval",
  timeml: "lxml",
  timeml_official: "lxml",
  csv: "pandas",
  jsonl: "pandas",
};
const PROBE = `import importlib.util as u, sys\nfor line in sys.argv[1:]: print(all(u.find_spec(n) for n in line.split(", ")))`;
const present =
  spawnSync(PYTHON, ["-c", PROBE, ...Object.values(NEEDS)], { encoding: "utf8" }).stdout?.split("\n") ?? [];
const lacks = (format: keyof typeof NEEDS) => present[Object.keys(NEEDS).indexOf(format)] !== "True";

/** One Python for all: starting one costs more than reading. */
let python: ChildProcess;
let answers: AsyncIterator<string>;

// biome-ignore lint/suspicious/noExplicitAny: what a reader read is another shape for each
async function read(format: keyof typeof NEEDS, text: string): Promise<any> {
  python.stdin?.write(`${JSON.stringify([format, text])}\n`);
  const { value, done } = await answers.next();
  if (done) throw new Error(`the reader of ${format} has ended`);
  const { read, error } = JSON.parse(value);
  if (error !== undefined) throw new Error(`${format}: ${error}`);
  return read;
}

const TEXT = `🚨 ${readFileSync(new URL("../../examples/article.txt", import.meta.url), "utf8")}`;
const named = ({ mentions }: Doc) => mentions.map(({ text, type }) => [text, type]);
/** Two documents: one by hand, with markup and quotes in it, and an article, both with an emoji before every span. */
let docs: Doc[];
beforeAll(async () => {
  python = spawn(PYTHON, ["-W", "ignore", READ], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, GISA_OFFICIAL: OFFICIAL },
  });
  answers = createInterface({ input: python.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  docs = [sampleDoc(), (await testAnalyzer()).analyze(TEXT, { publishedAt: "2024-03-25" })];
  for (const { mentions } of docs) expect(mentions.length).toBeGreaterThan(5);
});

afterAll(() => {
  python?.stdin?.end();
});

describe.skipIf(lacks("spacy"))("spaCy: Doc.from_json, through a DocBin", () => {
  test("names at code points, tags and lemmas", async () => {
    for (const doc of docs) {
      const { same, ents } = await read("spacy", JSON.stringify(toSpacy(doc)));
      expect(same).toBe(true);
      expect(ents).toEqual(named(doc));
    }
    expect((await read("spacy", JSON.stringify(toSpacy(sampleDoc())))).tags).toEqual([
      ["한빛", "NNP", "PROPN", "한빛"],
      ["박도윤", "NNP", "PROPN", "박도윤"],
    ]);
  });
  test("a document without tokens, and one with a next-line character", async () => {
    const odd = sampleDoc();
    const next = { ...odd, text: odd.text.replace("\n", "\u0085"), tokens: odd.tokens.slice(2) };
    for (const doc of [{ ...odd, tokens: [] }, next])
      expect((await read("spacy", JSON.stringify(toSpacy(doc)))).ents).toEqual(named(doc));
  });
});

describe.skipIf(lacks("conll"))("CoNLL: conllu reads the rows, seqeval the tags", () => {
  test("글자 단위", async () => {
    for (const doc of docs) {
      const { sentences, entities } = await read("conll", toConll(doc, { unit: "character" }));
      expect(sentences).toBe(doc.sentences.filter(({ start, end }) => doc.text.slice(start, end).trim() !== "").length);
      const inside = ({ start, end }: Span) => doc.sentences.some((s) => s.start <= start && end <= s.end);
      const expected = doc.mentions.filter(inside).map(({ text, type }) => [text.replace(/\s/g, ""), type]);
      expect(entities.flat()).toEqual(expected);
    }
  });
  test("어절 단위와 형태소 단위", async () => {
    for (const doc of docs) {
      const eojeols = await read("conll", toConll(doc));
      expect(eojeols.entities.flat().length).toBeGreaterThan(doc.mentions.length / 2);
      expect((await read("conll", toConll(doc, { unit: "morpheme" }))).rows).toBeGreaterThan(0);
    }
    expect((await read("conll", toConll(sampleDoc()))).entities[1][0]).toEqual(["박도윤", "PERSON"]);
  });
});

describe.skipIf(lacks("brat"))("brat standoff: bratly", () => {
  test("every line is read, and every span is its text", async () => {
    for (const doc of docs) {
      const { unread, entities, events, relations, attributes, notes } = await read(
        "brat",
        JSON.stringify(toBrat(doc)),
      );
      expect(unread).toBe(0);
      expect(entities.slice(0, doc.mentions.length).map(([type, text]: string[]) => [text, type])).toEqual(named(doc));
      for (const [, text, slice] of entities) expect(slice).toBe(text);
      expect(events).toHaveLength(doc.events.length);
      expect(attributes).toBe(doc.events.length);
      expect(relations.length).toBeLessThanOrEqual(doc.relations.length);
      for (const { name } of doc.entities) expect(notes).toContain(name);
    }
  });
});

describe.skipIf(lacks("label_studio"))("Label Studio: the checks of its SDK", () => {
  test("task and prediction", async () => {
    for (const doc of docs) {
      const { task, faults, regions } = await read("label_studio", JSON.stringify(toLabelStudio(doc)));
      expect({ task, faults }).toEqual({ task: true, faults: [] });
      expect(regions).toEqual(named(doc));
    }
  });
});

describe.skipIf(lacks("doccano"))("doccano: its own importer, without its database", () => {
  test("a line, and its spans", async () => {
    const { errors, rows, labels } = await read(
      "doccano",
      docs.map((doc) => `${JSON.stringify(toDoccano(doc))}\n`).join(""),
    );
    expect({ errors, rows }).toEqual({ errors: [], rows: docs.length });
    expect(labels).toEqual(docs.flatMap(named));
  });
});

describe.skipIf(lacks("timeml"))("TimeML: a validating XML parser", () => {
  test("valid; ids refer to what is there; the text comes back", async () => {
    for (const doc of docs) {
      const { valid, faults, text, dct, timexes, events, links } = await read("timeml", toTimeML(doc));
      expect({ valid, faults }).toEqual({ valid: true, faults: [] });
      expect(text).toBe(doc.text);
      expect(dct).toBe("2024-03-25");
      expect(timexes.map(([id, , surface]: string[]) => [id, surface])).toEqual(doc.timexes.map((t) => [t.id, t.text]));
      expect(events).toEqual(doc.events.map(({ trigger }) => trigger.text));
      expect(links).toEqual(doc.events.map(({ timex }, i) => [`ei${i + 1}`, timex]));
    }
  });
});

describe.skipIf(lacks("timeml") || !existsSync(`${OFFICIAL}/tml.xsd`))("TimeML: the official DTD and schemas", () => {
  test("no fault", async () => {
    for (const doc of docs)
      expect(await read("timeml_official", toTimeML(doc))).toEqual({
        "timeml_1.2.1.dtd": [],
        "TimeML_1.2.1.xsd": [],
        "tml.xsd": [],
      });
  });
  test("a fault would be seen", async () => {
    const broken = toTimeML(sampleDoc()).replace('tid="t1"', 'tid="one"');
    for (const faults of Object.values(await read("timeml_official", broken))) expect(faults).not.toEqual([]);
  });
});

const MODEL = fileURLToPath(new URL("../../.readers/node_modules/@kba/anno-schema/data-model.json", import.meta.url));

describe.skipIf(!existsSync(MODEL))("Web Annotation: the data model as a JSON schema, @kba/anno-schema", () => {
  // Not the page: of its items that schema asks that the first be an IRI and the second an annotation.
  test("every annotation; one without a target is refused", () => {
    const { definitions } = JSON.parse(readFileSync(MODEL, "utf8"));
    const check = new Ajv({ strict: false, logger: false }).compile({ definitions, $ref: "#/definitions/Annotation" });
    for (const doc of docs) {
      const page = toWebAnnotation(doc, { source: "https://example.org/a1", created: "2024-03-25T00:00:00Z" });
      for (const item of page["items"] as object[]) {
        check(item);
        expect(check.errors ?? []).toEqual([]);
        expect(check({ ...item, target: undefined })).toBe(false);
      }
    }
  });
});

describe.skipIf(!existsSync(`${OFFICIAL}/anno.jsonld`))("Web Annotation: the official context", () => {
  test("every term of ours is one of its", async () => {
    const document = JSON.parse(readFileSync(`${OFFICIAL}/anno.jsonld`, "utf8"));
    const documentLoader = async (documentUrl: string) => {
      if (documentUrl !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`no ${documentUrl} here`);
      return { documentUrl, document };
    };
    const expand = (page: object) => jsonld.expand(page, { documentLoader, safe: true });
    for (const doc of docs) {
      const page = toWebAnnotation(doc, { source: "https://example.org/a1", created: "2024-03-25T00:00:00Z" });
      const [expanded] = (await expand(page)) as [Record<string, [{ "@list": unknown[] }]>];
      const [{ "@list": items }] = expanded["http://www.w3.org/ns/activitystreams#items"] as [{ "@list": unknown[] }];
      expect(items).toHaveLength(doc.mentions.length + doc.events.length + doc.quotes.length);
      await expect(expand({ ...page, unheardOf: 1 })).rejects.toThrow(/[Ss]afe mode/);
    }
  });
});

describe.skipIf(lacks("csv"))("CSV: pandas", () => {
  test.each<[CsvTable, string, (doc: Doc) => string[]]>([
    ["entities", "name", ({ entities }) => entities.map(({ name }) => name)],
    ["mentions", "text", ({ mentions }) => mentions.map(({ text }) => text)],
    ["timexes", "text", ({ timexes }) => timexes.map(({ text }) => text)],
    ["events", "trigger", ({ events }) => events.map(({ trigger }) => trigger.text)],
    ["quotes", "text", ({ quotes }) => quotes.map(({ text }) => text)],
  ])("%s", async (table, column, expected) => {
    for (const doc of docs) {
      const { columns, rows } = await read("csv", toCsv(doc, { table }));
      for (const row of rows) expect(row).toHaveLength(columns.length);
      expect(rows.map((row: string[]) => row[columns.indexOf(column)])).toEqual(expected(doc));
    }
  });
});

describe.skipIf(lacks("jsonl"))("JSONL: pandas", () => {
  test("offsets are UTF-16 code units there too", async () => {
    for (const doc of docs)
      expect(await read("jsonl", toJsonl(doc))).toEqual({ rows: 1, slices: true, mentions: doc.mentions.length });
  });
});
