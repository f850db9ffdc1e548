/**
 * npm run fuzz:readers [-- SECONDS]: coverage-guided fuzzing of the readers, so many seconds each. Needs the native part of @jazzer.js/core (glibc 2.38 or later).
 * A failing input is left in .fuzz/ as crash-…
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { build } from "esbuild";

const seconds = Number(process.argv[2] ?? 60);
const folder = ".fuzz";
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: ["test/fuzz/readers.ts"],
  bundle: true,
  platform: "node",
  format: "cjs",
  outfile: `${folder}/readers.cjs`,
  logLevel: "warning",
});
const targets = ["fuzzLexicon", "fuzzModel", "fuzzUserDictionary", "fuzzArguments", "fuzzRecords"];
const failed = targets.filter((target) => {
  mkdirSync(`${folder}/${target}`, { recursive: true });
  const jazzer = "node_modules/@jazzer.js/core/dist/cli.js";
  const options = ["-f", target, "-i", ".fuzz/readers", "--timeout", "20000"];
  const fuzzer = [
    `-max_total_time=${seconds}`,
    "-max_len=4096",
    "-seed=1",
    "-print_final_stats=1",
    "-verbosity=0",
    `-artifact_prefix=${folder}/`,
  ];
  const args = [
    ...process.execArgv,
    jazzer,
    `${folder}/readers.cjs`,
    `${folder}/${target}`,
    ...options,
    "--",
    ...fuzzer,
  ];
  process.stdout.write(`\n== ${target}\n`);
  const loader = process.env.GISA_LOADER?.split(" ") ?? [];
  const [command, ...before] = [...loader, process.execPath];
  return spawnSync(command, [...before, ...args], { stdio: "inherit" }).status !== 0;
});
process.stdout.write(
  `\n${targets.length - failed.length} of ${targets.length} readers held${failed.length > 0 ? `; not: ${failed.join(", ")}` : ""}\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
