/**
 * npm run reproduce: builds the package and the lexicon twice and compares every byte, then the lexicon with the one that is committed and with the manifest.
 * The model is not built here: it comes out of a training run, and the manifest holds its hash.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const sha256 = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
const say = (line) => process.stdout.write(`${line}\n`);

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}\n${stderr}`);
  return stdout;
}

function hashes(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [join(folder, name), sha256(join(folder, name))]),
  );
}

function built() {
  run("npm", ["run", "dict:build"]);
  run("npm", ["run", "build"]);
  const folder = mkdtempSync(join(tmpdir(), "gisa-reproduce-"));
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]));
  const tarball = sha256(join(folder, filename));
  rmSync(folder, { recursive: true });
  return new Map([...hashes("dist"), ...hashes("dictionaries/built"), ["npm tarball", tarball]]);
}

const committed = hashes("dictionaries/built");
const [first, second] = [built(), built()];
const faults = [];
for (const name of new Set([...first.keys(), ...second.keys()]))
  if (first.get(name) !== second.get(name)) faults.push(`${name} differs between two builds`);
for (const [name, hash] of committed) if (first.get(name) !== hash) faults.push(`${name} is not what it was before`);
const { files } = JSON.parse(readFileSync("dictionaries/manifest.json", "utf8"));
for (const { file, sha256: stated } of files)
  if (stated !== undefined && sha256(join("dictionaries", file)) !== stated)
    faults.push(`${file} is not what the manifest says`);
for (const name of [
  "dist/index.js",
  "dist/index.cjs",
  "dist/cli.js",
  "dictionaries/built/lexicon.bin.gz",
  "npm tarball",
])
  say(`${first.get(name)}  ${name}`);
for (const fault of faults) say(`FAIL ${fault}`);
say(faults.length === 0 ? `${first.size} files, twice the same` : `${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
