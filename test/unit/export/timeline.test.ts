import { describe, expect, test } from "vitest";
import type { Doc, Timex } from "../../../src/core/types.js";
import { timeline } from "../../../src/export/timeline.js";
import { sampleDoc } from "../../support/sample-doc.js";

const timex = (id: string, from: string | null, to: string | null, type: Timex["type"] = "DATE"): Timex => ({
  ...(sampleDoc().timexes[0] as Timex),
  id,
  type,
  from,
  to,
});

describe("timeline", () => {
  test("an event and the expression of its days are one entry", () => {
    expect(timeline(sampleDoc())).toEqual([
      { from: "2024-03-28", to: "2024-03-30", events: sampleDoc().events, timexes: ["t1"] },
    ]);
  });

  test("earlier first, shorter first; clock times count for their day", () => {
    const doc: Doc = {
      ...sampleDoc(),
      events: [],
      timexes: [
        timex("t1", "2024-04-01", "2024-04-30"),
        timex("t2", "2024-04-01", "2024-04-01"),
        timex("t3", "2023-12-31T23:00", "2023-12-31T23:00", "TIME"),
        timex("t4", "2024-04-01T14:30", "2024-04-01T14:30", "TIME"),
      ],
    };
    expect(timeline(doc).map(({ from, to, timexes }) => [from, to, timexes])).toEqual([
      ["2023-12-31", "2023-12-31", ["t3"]],
      ["2024-04-01", "2024-04-01", ["t2", "t4"]],
      ["2024-04-01", "2024-04-30", ["t1"]],
    ]);
  });

  test.each([
    ["a duration", timex("t9", null, null, "DURATION")],
    ["a set", timex("t9", "2024-01-01", "2024-12-31", "SET")],
    ["a date left open", timex("t9", null, null)],
  ])("%s is on no day", (_, only) => expect(timeline({ ...sampleDoc(), events: [], timexes: [only] })).toEqual([]));

  test("does not change the document", () => {
    const doc = sampleDoc();
    timeline(doc);
    expect(doc).toEqual(sampleDoc());
  });
});
