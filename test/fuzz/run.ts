import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { anyInput, type Draw } from "./inputs.js";
import { analyze, type Input, PROPERTIES, streamFaults } from "./properties.js";
import { loadTurns } from "./turns.js";

/**
 * npm run fuzz -- [--inputs 1000000] [--minutes N] [--seed N] [--longest 400000] [--found file]
 *
 * Checks every property on so many inputs. A failing input is shrunk, printed, and written to `--found` as a line of JSON; the run goes on.
 * Leaves with 1 where any was found. The same seed draws the same inputs.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000000" },
    minutes: { type: "string", default: "1e9" },
    seed: { type: "string", default: "1" },
    longest: { type: "string", default: "400000" },
    found: { type: "string" },
  },
});
const [inputs, minutes, seed, longest] = [values.inputs, values.minutes, values.seed, values.longest].map(Number) as [
  number,
  number,
  number,
  number,
];
const BATCH = 250;

const turns = await loadTurns();
const input = anyInput(longest);
const checked = new Map<string, number>();
const found: string[] = [];
const start = performance.now();
const count = (name: string) => checked.set(name, (checked.get(name) ?? 0) + 1);
const say = (line: string) => process.stdout.write(`${line}\n`);
let drawn = 0;
let units = 0;
let slowest = { ms: 0, of: "" };

/** All that is wrong with one input. */
function faultsOf(draw: Draw): string[] {
  const analyzer = turns.take(draw.tagger);
  const before = performance.now();
  const doc = analyze(analyzer, draw);
  const ms = performance.now() - before;
  if (ms > slowest.ms) slowest = { ms, of: `${draw.text.length} units, ${JSON.stringify(draw.text.slice(0, 20))}…` };
  return PROPERTIES.filter(({ every }) => draw.turn % every === 0).flatMap((property) => {
    count(property.name);
    return property.faults(draw, doc, analyzer).map((fault) => `${property.name}: ${fault}`);
  });
}

function keep(draw: Draw, fault: string): void {
  found.push(fault);
  say(`\nFOUND ${fault}\n  ${JSON.stringify(draw).slice(0, 2_000)}`);
  if (values.found) appendFileSync(values.found, `${JSON.stringify({ fault: fault.slice(0, 300), ...draw })}\n`);
}

for (let batch = 0; drawn < inputs && performance.now() - start < minutes * 60_000; batch++) {
  const streamed: Input[] = [];
  const property = fc.property(input, (draw) => {
    if (streamed.length < 16 && draw.text.length < 2_000) streamed.push(draw);
    const faults = faultsOf(draw);
    if (faults.length > 0) throw new Error(faults.slice(0, 3).join("\n"));
    units += draw.text.length;
  });
  const numRuns = Math.min(BATCH, inputs - drawn);
  const details = fc.check(property, { seed: seed + batch, numRuns, interruptAfterTimeLimit: 300_000 });
  drawn += Math.min(details.numRuns, numRuns);
  if (details.failed) {
    const { counterexample, errorInstance } = details as fc.RunDetailsFailureProperty<[Draw]>;
    keep(counterexample[0], String(errorInstance instanceof Error ? errorInstance.stack : errorInstance));
  } else {
    const analyzer = turns.take("nouns");
    for (const fault of await streamFaults(
      streamed,
      streamed.map((one) => analyze(analyzer, one)),
      analyzer,
    ))
      keep(streamed[0] as Draw, fault);
    checked.set("a stream is the single calls", (checked.get("a stream is the single calls") ?? 0) + streamed.length);
  }
  if (batch % 20 === 19) {
    const seconds = (performance.now() - start) / 1000;
    const memory = process.memoryUsage().rss / 2 ** 20;
    say(
      `${drawn} inputs, ${units} units, ${seconds.toFixed(0)} s, ${memory.toFixed(0)} MB, slowest ${slowest.ms.toFixed(0)} ms (${slowest.of}), ${found.length} found`,
    );
  }
}

const seconds = (performance.now() - start) / 1000;
say(`\n${drawn} inputs of ${units} UTF-16 units, seed ${seed}, ${seconds.toFixed(0)} s, ${found.length} failing`);
for (const [name, times] of checked) say(`  ${String(times).padStart(9)}  ${name}`);
process.exitCode = found.length > 0 ? 1 : 0;
