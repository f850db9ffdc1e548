/**
 * Speed of the tagger alone: loading, kernel, features, decoding. `node bench/model.bench.mjs [TEXT-FILE [FOLDER-OF-BUILT-FILES]]`
 * Best of several rounds, one thread; run it on a quiet machine. Rates are by processor time, so that waiting for a processor does not count.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gisa-bench-"));
const outfile = join(folder, "model.mjs");
const parts = {
  loadResource: "core/resources",
  loadLexicon: "lexicon/load-lexicon",
  tokenize: "token/tokenize",
  readContainer: "model/container",
  createNetwork: "model/network",
  createTagger: "mention/tagger",
  findMentions: "mention/find-mentions",
};
const contents = Object.entries(parts)
  .map(([name, file]) => `export { ${name} } from "./src/${file}.js";`)
  .join("\n");
await build({
  stdin: { contents, resolveDir: root },
  bundle: true,
  format: "esm",
  platform: "node",
  outfile,
  logLevel: "error",
});
const gisa = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });

const baseUrl = process.argv[3] ?? join(root, "dictionaries/built");
const rounds = 8;
const timed = async (work) => {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
};
/** Least processor time of one round, in milliseconds. */
const best = (work, times = rounds) => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
};

const [unpackMs, bytes] = await timed(() => gisa.loadResource("model.bin.gz", { baseUrl }));
const [containerMs, file] = await timed(() => gisa.readContainer(bytes, "model.bin.gz"));
const [networkMs, network] = await timed(() => gisa.createNetwork(file, "model.bin.gz"));
const [taggerMs, tagger] = await timed(() => gisa.createTagger(network));
console.log(
  `load   ${(unpackMs + containerMs + networkMs + taggerMs).toFixed(0)} ms: unpack ${unpackMs.toFixed(0)}, check ${containerMs.toFixed(0)}, network ${networkMs.toFixed(0)}, vocabulary ${taggerMs.toFixed(0)} (${bytes.length} bytes unpacked)`,
);

const lexicon = await gisa.loadLexicon({ baseUrl });
const given = readFileSync(process.argv[2] ?? new URL("../test/spec/model/texts.txt", import.meta.url), "utf8");
const text = given.repeat(Math.ceil(40_000 / given.length)).slice(0, 40_000);
const sentences = [...text.matchAll(/[^\n]+/g)].map((line) => ({
  start: line.index,
  end: line.index + line[0].length,
  part: "body",
}));
const table = gisa.tokenize(text, sentences, lexicon);
const tokens = table.slice();
const perSecond = (ms, length = text.length) => `${Math.round(length / ms)} thousand characters/s`;

const macs = macsOf(file, tokens.length / text.length);
const t = 256;
const c = Math.round((t * text.length) / tokens.length);
network.input.owners.fill(0);
const runMs = best(() => network.run(t, c), 40);
console.log(
  `text   ${text.length} characters, ${(text.length / tokens.length).toFixed(2)} a token, ${Math.round(macs / 1000)} thousand multiplications a character`,
);
console.log(`kernel ${((macs * c) / runMs / 1e6).toFixed(1)} GMAC/s (${network.kind}), ${perSecond(runMs, c)}`);
const decodeMs = best(() => network.decode(0, c), 40);
console.log(`decode ${perSecond(decodeMs, c)}`);
const tagMs = best(() => tagger.tag(text, sentences, tokens));
console.log(`tagger ${perSecond(tagMs)}: features, network, decoding, scores, fine classes`);
const findMs = best(() => gisa.findMentions(text, {}, sentences, table, tagger));
console.log(`stage  ${perSecond(findMs)}: with refiners`);
console.log(
  `tokens ${perSecond(best(() => gisa.tokenize(text, sentences, lexicon).slice(), 5))}: the tokenizer, for comparison`,
);
const plain = gisa.createTagger(await gisa.createNetwork(file, "model.bin.gz", "typescript"));
const few = sentences.filter(({ end }) => end <= 1500);
const fewTokens = tokens.filter(({ end }) => end <= 1500);
const plainMs = best(() => plain.tag(text, few, fewTokens), 2);
console.log(`plain  ${(1500 / plainMs).toFixed(1)} thousand characters/s: the tagger without WebAssembly`);
console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident, lexicon included`);

/** Multiplications a character, token layers shared among a token's characters. */
function macsOf({ tensors }, tokensPerCharacter) {
  let sum = 0;
  for (const [name, { shape }] of tensors) {
    if (!name.endsWith(".W") || name.startsWith("fine")) continue;
    const size = shape[0] * shape[1];
    sum += name.startsWith("token.") || name.startsWith("up.") ? size * tokensPerCharacter : size;
  }
  return sum;
}
