import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { toSpacy } from "../../../src/export/index.js";
import { sampleDoc } from "../../support/sample-doc.js";

/** A Python that has spaCy: `pip install spacy`, or GISA_PYTHON=/path/to/python. */
const PYTHON = process.env["GISA_PYTHON"] ?? "python3";
const hasSpacy = spawnSync(PYTHON, ["-c", "import spacy"]).status === 0;

const READER = `
import json, sys
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
given = json.load(sys.stdin)
doc = Doc(Vocab()).from_json(given, validate=True)
doc = list(DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab))[0]
assert doc.text == given["text"]
print(json.dumps({
  "ents": [[e.text, e.label_] for e in doc.ents],
  "sents": [s.text for s in doc.sents if s.text.strip()][:1],
  "tags": [[t.text, t.tag_, t.pos_, t.lemma_] for t in doc if t.tag_ == "NNP"],
}))
`;

describe.skipIf(!hasSpacy)("real spaCy reads toSpacy", () => {
  const odd = sampleDoc();
  const docs = [
    odd,
    { ...odd, tokens: [] },
    { ...odd, text: odd.text.replace("\n", "\u0085"), tokens: odd.tokens.slice(2) },
  ];

  test.each(docs.map((doc, i) => [i, doc] as const))("document %i", (_, doc) => {
    const { status, stdout, stderr } = spawnSync(PYTHON, ["-c", READER], {
      input: JSON.stringify(toSpacy(doc)),
      encoding: "utf8",
      env: { ...process.env, PYTHONIOENCODING: "utf8" },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const read = JSON.parse(stdout);
    expect(read.ents).toEqual(doc.mentions.map(({ text, type }) => [text, type]));
    if (doc.tokens.length === odd.tokens.length)
      expect(read.tags).toEqual([
        ["한빛", "NNP", "PROPN", "한빛"],
        ["박도윤", "NNP", "PROPN", "박도윤"],
      ]);
  });
});
