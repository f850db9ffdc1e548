// Stryker's test runner for `npm run mutate`. Vitest's own takes half a second and more for a mutant; there are thousands. This one bundles the tests of
// a folder with the code once and runs them in one process: of the tests those that reach the mutant, those first that killed others of the same file, until one fails.
// A mutant that acts while modules are loaded gets fresh ones. The others share theirs, and what they leave there deceives nobody: a test that killed one
// must pass with it off, and one that survived must have been reached as often as the code is; else it is tried again in fresh modules.
// Stryker makes the mutants, chooses the tests, and starts the process anew where one takes too long.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { Script } from "node:vm";
import { build, stop } from "esbuild";

/** The tests of a folder of `src`. */
const TESTS = {
  core: /^unit\/(?:core\/|export\/offsets\.)/,
  timex: /^(?:unit|spec)\/timex\//,
  entity: /^(?:unit|spec)\/entity\//,
};
const SETUP = "test/support/skip-timed.ts";
/** Stryker's count of who reaches which mutant: needed in the dry run alone, and more than half of the time. */
const COUNTING = /\bstryCov_\w+\((?:"\d+"(?:, )?)+\)/g;
/** Where the code asks whether a mutant is active. A test that asks more often than this does not end: a busy machine is no endless loop. */
const ASKING = /\bfunction isActive\w*\(\w+\) \{/g;
const FUEL = 100_000_000;
/** What a test may wait for, of the little that any of them waits for. */
const PATIENCE_MS = 10_000;
const SKIPPED = Symbol("skipped");

globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

const filesOf = (folder) =>
  readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".test.ts") && TESTS[folder].test(name))
    .map((name) => `test/${name}`)
    .sort();

/** A bundled module still finds the files that lie beside it. */
function keepPlace({ path }) {
  const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
  return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
}

/** What tests import of "vitest", as far as they do: they are kept, suite by suite. */
function collector() {
  let suite;
  let tests = [];
  const namer = (name) => (typeof name === "function" ? name : () => name);
  const describe = (name, body) => {
    const outer = suite;
    suite = { named: namer(name), outer, beforeAll: [], beforeEach: [], afterAll: [] };
    body();
    suite = outer ?? suite;
  };
  const test = (name, run) => tests.push({ named: namer(name), run, suite });
  test.skipIf = (condition) => (condition ? () => {} : test);
  for (const define of [describe, test])
    define.each = (rows) => (name, run) => {
      for (const [index, row] of rows.entries()) {
        const values = Array.isArray(row) ? row : [row];
        // Written out only for the tests that run. The number tells rows apart where the name does not; `$field` stays as it is.
        const named = () => `${format(name, ...values)} [${index}]`;
        define(named, () => run(...values));
      }
    };
  const hooks = ["beforeAll", "beforeEach", "afterAll"].map((kind) => [kind, (run) => suite[kind].push(run)]);
  return {
    api: { describe, test, ...Object.fromEntries(hooks) },
    /** The first file is the outer suite of all. */
    testsOf(file, load) {
      tests = [];
      describe(file, load);
      return tests;
    },
  };
}

const suitesOf = (suite) => (suite === undefined ? [] : [...suitesOf(suite.outer), suite]);

async function begin({ suite }, begun) {
  for (const one of suitesOf(suite).filter((one) => !begun.has(one))) {
    begun.add(one);
    for (const hook of one.beforeAll) await hook();
  }
}

async function runTest({ named, run, suite }) {
  const task = { name: named(), suite: { name: suite.named() } };
  const skip = () => {
    throw SKIPPED;
  };
  for (const { beforeEach } of suitesOf(suite)) for (const hook of beforeEach) await hook({ task, skip });
  const result = run();
  if (typeof result?.then !== "function") return;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("waits for too long")), PATIENCE_MS);
  });
  await Promise.race([result, late]).finally(() => clearTimeout(timer));
}

class Runner {
  files = filesOf(process.env.MUTATE);
  /** The tests that killed mutants of a file, the latest last. */
  killers = new Map();
  /** Modules in use, none of them loaded while a mutant of another call was active. */
  modules;

  capabilities = () => ({ reloadEnvironment: true });

  async init() {
    // `expect` asks for it.
    globalThis.__vitest_worker__ = { environment: { name: "node" }, config: {} };
    const { expect, vi } = await import("vitest");
    const loads = [SETUP, ...this.files].map((file) => `${JSON.stringify(file)}: () => require("./${file}")`);
    const { outputFiles } = await build({
      stdin: { contents: `loads = { ${loads.join(", ")} };`, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      packages: "external",
      supported: { "dynamic-import": false },
      plugins: [{ name: "place", setup: ({ onLoad }) => onLoad({ filter: /\.m?[jt]s$/ }, keepPlace) }],
    });
    await stop();
    const [{ text }] = outputFiles;
    const require = createRequire(join(process.cwd(), "package.json"));
    const packages = new Map();
    for (const [, name] of text.matchAll(/require\("([^".][^"]*)"\)/g))
      if (name !== "vitest") packages.set(name, await import(name).then(() => require(name)).catch(() => import(name)));
    const loaderOf = (code) => {
      const script = new Script(`(require) => {\nlet loads;\n${code}\nreturn loads;\n}`);
      return () => {
        const { api, testsOf } = collector();
        const loaded = new Map();
        const load = script.runInThisContext()((name) =>
          name === "vitest" ? { expect, vi, ...api } : packages.get(name),
        );
        testsOf(SETUP, load[SETUP]);
        const loadedOf = (file) => loaded.get(file) ?? loaded.set(file, testsOf(file, load[file])).get(file);
        return { testsOf: loadedOf, begun: new Set() };
      };
    };
    this.loadCounting = loaderOf(text);
    const burning = 'if (--__stryker__.fuel < 0) throw new Error("does not end");';
    this.load = loaderOf(text.replaceAll(COUNTING, "0").replaceAll(ASKING, `$& ${burning}`));
  }

  /** The tests by id, the number of the file and that of the test in it; all where none is named; those of `early` from its end, then the others. */
  *tests({ testsOf }, wanted, early = []) {
    const isWanted = (id) => wanted?.has(id) ?? true;
    const fileOf = (id) => Number(id.split(".")[0]);
    const first = new Set([...early].reverse().filter(isWanted));
    for (const id of first) {
      const test = testsOf(this.files[fileOf(id)])[id.split(".")[1]];
      if (test !== undefined) yield [id, test];
    }
    const files = wanted && new Set([...wanted].map(fileOf));
    for (const [number, file] of this.files.entries()) {
      if (files?.has(number) === false) continue;
      for (const [index, test] of testsOf(file).entries()) {
        const id = `${number}.${index}`;
        if (isWanted(id) && !first.has(id)) yield [id, test];
      }
    }
  }

  /** Runs tests until `told`, which hears of each, says false. */
  async run(wanted, early, told) {
    for (const [id, test] of this.tests(this.modules, wanted, early)) {
      const start = performance.now();
      let error;
      stryker.fuel = FUEL;
      try {
        await begin(test, this.modules.begun);
        stryker.currentTestId = id;
        await runTest(test);
      } catch (thrown) {
        if (thrown !== SKIPPED) error = thrown ?? new Error("nothing was thrown");
      }
      stryker.currentTestId = undefined;
      if (stryker.fuel < 0) error ??= new Error("does not end");
      if (!told(id, error, test, performance.now() - start)) break;
    }
  }

  /** Lets go of the modules in use. */
  async leave() {
    for (const { afterAll } of [...(this.modules?.begun ?? [])].reverse()) for (const hook of afterAll) await hook();
    this.modules = undefined;
  }

  async dryRun() {
    const tests = [];
    this.modules = this.loadCounting();
    await this.run(undefined, [], (id, error, { named }, timeSpentMs) => {
      const fileName = this.files[id.split(".")[0]];
      const failure = error === undefined ? { status: 0 } : { status: 1, failureMessage: `${error.stack ?? error}` };
      tests.push({ id, name: `${fileName} > ${named()}`, fileName, timeSpentMs, ...failure });
      return true;
    });
    await this.leave();
    return { status: "complete", tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id, fileName }, hitLimit, testFilter }) {
    const wanted = testFilter && new Set(testFilter);
    if (!this.killers.has(fileName)) this.killers.set(fileName, new Set());
    const early = this.killers.get(fileName);
    if (wanted) {
      stryker.activeMutant = undefined;
      this.modules ??= this.load();
      const outcome = await this.outcome(id, wanted, early);
      // The limit is a hundred times the hits of the dry run.
      if (outcome.status === "survived" && stryker.hitCount >= hitLimit / 100) return outcome;
      const killer = new Set(outcome.killedBy);
      if (outcome.status === "killed" && (await this.outcome(undefined, killer)).status === "survived") return outcome;
    }
    await this.leave();
    stryker.activeMutant = id;
    const outcome = await this.outcome(id, wanted, early);
    await this.leave();
    return outcome;
  }

  async outcome(mutant, wanted, early = new Set()) {
    let outcome;
    let nrOfTests = 0;
    Object.assign(stryker, { hitCount: 0, hitLimit: Number.POSITIVE_INFINITY, fuel: FUEL });
    try {
      this.modules ??= this.load();
      stryker.activeMutant = mutant;
      await this.run(wanted, early, (id, error) => {
        nrOfTests++;
        if (error === undefined) return true;
        early.delete(id);
        early.add(id);
        outcome = { status: "killed", killedBy: [id], failureMessage: `${error.message ?? error}`, nrOfTests };
        return false;
      });
    } catch (error) {
      outcome = { status: "killed", killedBy: [], failureMessage: `does not load: ${error}`, nrOfTests };
    }
    if (stryker.fuel < 0) return { status: "timeout", reason: "out of fuel" };
    return outcome ?? { status: "survived", nrOfTests };
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "one-process", injectableClass: Runner }];
