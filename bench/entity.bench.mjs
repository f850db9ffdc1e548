/**
 * How long clustering takes against the number of mentions: 10,000 in one text in under a second, and no quadratic growth.
 *
 *   node bench/entity.bench.mjs
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "gisa-entity-"));
const outfile = join(folder, "cluster.mjs");
await build({
  entryPoints: [resolve("src/entity/cluster-entities.ts")],
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  logLevel: "error",
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});
const { clusterEntities } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });

const syllables = [
  ..."가나다라마바사아자차카타파하강경고광구금기김남대동명무문민박백보부산서석선성송수신안양영오용우원유윤은이인장전정제조주중지진창천철청최태평포한해현호홍화황",
];
/** A number as a name of three or four syllables, the same each time. */
const nameOf = (n) =>
  [n * 7 + 3, n * 13 + 5, Math.floor(n / 9) + 11, Math.floor(n / 97) + 2]
    .map((k) => syllables[k % syllables.length])
    .join("");

const KINDS = {
  "distinct people": (n) => [["PERSON", nameOf(n).slice(0, 3)]],
  "distinct bodies": (n) => [["ORGANIZATION", `${nameOf(n)}연구원`]],
  "one name": () => [["ORGANIZATION", "한국연구원"]],
  mixed: (n) =>
    [
      [
        ["PERSON", nameOf(n % 400).slice(0, 3)],
        ["TITLE", "의원"],
      ],
      [
        ["PERSON", nameOf(n % 400).slice(0, 1)],
        ["TITLE", "의원"],
      ],
      [["ORGANIZATION", `${nameOf(n % 900)}진흥원`]],
      [["LOCATION", ["파주시", "파주", "중구", "광주", "고성군"][n % 5]]],
      [["ORGANIZATION", ["시", "경찰", "공단", "위원회"][n % 4]]],
    ][n % 5],
};

function textOf(kind, count) {
  const mentions = [];
  let text = "";
  for (let n = 0; mentions.length < count; n++) {
    for (const [type, name] of KINDS[kind](n)) {
      mentions.push({
        id: `m${mentions.length + 1}`,
        start: text.length,
        end: text.length + name.length,
        text: name,
        type,
        fine: "",
        score: 1,
      });
      text += `${name} `;
    }
    text += "나왔다. ";
  }
  const article = {
    subheadlines: [],
    bylines: [],
    captions: [],
    body: [{ start: 0, end: text.length }],
    boilerplate: [],
  };
  return { text, mentions, article, sentences: [{ start: 0, end: text.length, part: "body" }] };
}

const sizes = (process.env.SIZES ?? "1000,10000,40000").split(",").map(Number);
let slow = 0;
for (const kind of Object.keys(KINDS).filter((kind) => (process.env.KIND ?? kind) === kind)) {
  const times = sizes.map((count) => {
    const { text, mentions, article, sentences } = textOf(kind, count);
    clusterEntities(text, article, sentences, mentions);
    // Processor time, not the clock: other work on the machine does not count.
    const started = process.cpuUsage();
    clusterEntities(text, article, sentences, mentions);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  if (times.some((time, i) => sizes[i] === 10_000 && time > 1000)) slow += 1;
  console.log(kind.padEnd(16), sizes.map((size, i) => `${size}: ${times[i].toFixed(0)} ms`).join("   "));
}
process.exitCode = slow > 0 ? 1 : 0;
