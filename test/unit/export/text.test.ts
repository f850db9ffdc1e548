import { describe, expect, test } from "vitest";
import { toText } from "../../../src/export/index.js";
import { sampleDoc } from "../../support/sample-doc.js";

describe("toText", () => {
  const doc = sampleDoc();

  test("reads like this", () => {
    expect(toText(doc)).toBe(`🚨 한빛시, 라플란드 시와 "교류 협약" 체결
published 2024-03-25 (given)

PERSON
  박도윤  한빛시장  한빛시  = 박  ×2

PLACE
  핀란드  핀란드 · FI  ×1

ORGANISATION
  한빛시       ×1
  라플란드 시  ×1

DATE
  오는 28일부터 30일까지  2024-03-28/2024-03-30

TIMELINE
  2024-03-28 – 2024-03-30  체결한다 planned  박도윤, 한빛시  @ 핀란드

QUOTES
  박도윤: "두 도시의 <첫> 걸음 & 약속"
`);
  });
  test("no colour unless asked", () => {
    expect(toText(doc)).not.toContain("\u001b");
    expect(toText(doc, { color: true })).toContain("\u001b[35m박도윤\u001b[0m");
  });
  test("a text cannot steer the terminal", () => {
    const entities = doc.entities.map((entity) => ({ ...entity, name: "\u001b[2J\u202e이름\r\n" }));
    expect(toText({ ...doc, entities })).not.toMatch(/[\u001b\r\u202e]/);
  });
});
