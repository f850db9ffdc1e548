import { beforeAll, describe, expect, test } from "vitest";
import found from "./found.json" with { type: "json" };
import { TAGGERS, type TaggerName } from "./inputs.js";
import { analyze, PROPERTIES, streamFaults } from "./properties.js";
import { loadTurns } from "./turns.js";

/** Inputs that the fuzzer found, shrunk and rewritten; every property, with every tagger. */
let turns: Awaited<ReturnType<typeof loadTurns>>;
beforeAll(async () => {
  turns = await loadTurns();
});

describe.each(TAGGERS)("%s", (tagger: TaggerName) => {
  test.each(found.map((input, i) => ({ ...input, i })))("$i: $why", async ({ text, options }) => {
    const analyzer = turns.take(tagger);
    const input = { text, options };
    const doc = analyze(analyzer, input);
    expect(PROPERTIES.flatMap((property) => property.faults(input, doc, analyzer))).toEqual([]);
    expect(await streamFaults([input, input], [doc, doc], analyzer)).toEqual([]);
  });
});

test("the properties tell a document that is wrong", () => {
  const input = { text: "한빛시는 오는 28일 회의를 연다.", options: { force: true, publishedAt: "2024-03-25" } };
  const analyzer = turns.take("nouns");
  const doc = analyze(analyzer, input);
  const faultsOf = (changed: object) =>
    PROPERTIES.filter(({ faults }) => faults(input, { ...doc, ...changed }, analyzer).length > 0).map(
      ({ name }) => name,
    );
  expect(faultsOf({})).toEqual([]);
  const [first, ...others] = doc.tokens;
  for (const changed of [
    { tokens: [{ ...first, start: 1 }, ...others] },
    { tokens: [...others, first] },
    { sentences: [] },
    { timexes: [] },
    { language: undefined },
    { mentions: doc.mentions.map((mention) => ({ ...mention, score: 2 })) },
    { entities: doc.entities.map((entity) => ({ ...entity, mentions: ["m99"] })) },
  ])
    expect(faultsOf(changed)).not.toEqual([]);
});
