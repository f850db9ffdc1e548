// Stryker's test runner for `npm run mutate`. Vitest's own takes half a second and more for a mutant; there are thousands. This one bundles the tests of
// a folder with the code once and runs them in one process: of the tests those that reach the mutant, those first that killed others last, until one fails.
// A mutant that acts while modules are loaded gets fresh ones. The others share theirs, and what they leave there deceives nobody: a test that killed one
// must pass with it off, and one that survived must have been reached as often as the code is; else it is tried again in fresh modules.
// Stryker makes the mutants, chooses the tests, counts the hits that stop a loop, and starts the process anew where a mutant takes too long.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { Script } from "node:vm";
import { build } from "esbuild";

/** Where the tests of a folder of `src` are: files, or folders of them. */
const TESTS = {
  core: ["test/unit/core", "test/unit/export/offsets.test.ts"],
  timex: ["test/unit/timex", "test/spec/timex"],
  entity: ["test/unit/entity", "test/spec/entity"],
};
const SETUP = "test/support/skip-timed.ts";
/** Counts who reaches which mutant: asked for in the dry run alone, and more than half of the time. */
const COUNTING = /\bstryCov_\w+\((?:"\d+"(?:, )?)+\)/g;
/** What a test may wait for, of the little that any of them waits for. */
const PATIENCE_MS = 10_000;

globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;
const SKIPPED = Symbol("skipped");

/** A set of fresh modules: what the tests import as "vitest", and the tests of a file. */
function collector() {
  const open = (named, parent) => ({ named, parent, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] });
  let suite = open(() => "");
  let tests = [];
  const each = (define) => (rows) => (name, run) => {
    for (const [index, row] of rows.entries()) {
      const values = Array.isArray(row) ? row : [row];
      // The number tells rows apart where the name does not; `$field` stays as it is. Written out only for the tests that run.
      define(
        () => `${format(name, ...values)} [${index}]`,
        () => run(...values),
      );
    }
  };
  const namer = (name) => (typeof name === "function" ? name : () => name);
  const one = (name, run) => tests.push({ named: namer(name), run, suite });
  const block = (name, body) => {
    const outer = suite;
    suite = open(namer(name), outer);
    body();
    suite = outer;
  };
  const test = Object.assign(one, { each: each(one), skipIf: (condition) => (condition ? () => {} : test) });
  const describe = Object.assign(block, { each: each(block) });
  const hook = (kind) => (run) => suite[kind].push(run);
  const hooks = ["beforeAll", "afterAll", "beforeEach", "afterEach"].map((kind) => [kind, hook(kind)]);
  return {
    api: { test, it: test, describe, ...Object.fromEntries(hooks) },
    testsOf(load, file) {
      if (file === SETUP) load();
      else block(file, load);
      const found = tests;
      tests = [];
      return found;
    },
  };
}

const suitesOf = (suite) => (suite === undefined ? [] : [...suitesOf(suite.parent), suite]);

/** A promise that is never kept fails its test. */
async function inTime(result) {
  if (typeof result?.then !== "function") return;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("waits for too long")), PATIENCE_MS);
  });
  await Promise.race([result, late]).finally(() => clearTimeout(timer));
}

async function runTest({ named, run, suite }) {
  const suites = suitesOf(suite);
  const task = { name: named(), suite: { name: suite.named() } };
  const skip = () => {
    throw SKIPPED;
  };
  for (const { beforeEach } of suites) for (const hook of beforeEach) await hook({ task, skip });
  try {
    await inTime(run());
  } finally {
    for (const { afterEach } of suites.reverse()) for (const hook of afterEach) await hook({ task, skip });
  }
}

function filesOf(place) {
  if (place.endsWith(".ts")) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${place}/${name}`);
}

/** A bundled module still finds the files that lie beside it. */
function keepPlace({ path }) {
  const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
  return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
}

class Runner {
  files = TESTS[process.env.MUTATE].flatMap(filesOf).sort();
  /** The tests that killed a mutant, the latest last. */
  killers = new Set();
  /** Modules in use: no mutant that is left was active while they were loaded. */
  modules;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // `expect` asks for it.
    globalThis.__vitest_worker__ = { environment: { name: "node" }, config: {} };
    const { expect, vi } = await import("vitest");
    const loads = [SETUP, ...this.files].map((file) => `${JSON.stringify(file)}: () => require("./${file}")`);
    const { outputFiles } = await build({
      stdin: { contents: `take({ ${loads.join(", ")} });`, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      packages: "external",
      supported: { "dynamic-import": false },
      plugins: [{ name: "place", setup: ({ onLoad }) => onLoad({ filter: /\.m?[jt]s$/ }, keepPlace) }],
    });
    const [{ text }] = outputFiles;
    const scriptOf = (code) => new Script(`(take, require) => {${code}\n}`);
    const counting = scriptOf(text);
    const mutating = scriptOf(text.replaceAll(COUNTING, "0"));
    const require = createRequire(join(process.cwd(), "package.json"));
    const packages = new Map();
    for (const [, name] of text.matchAll(/require\("([^".][^"]*)"\)/g))
      if (name !== "vitest") packages.set(name, await import(name).then(() => require(name)).catch(() => import(name)));
    this.load = ({ isCounted }) => {
      const { api, testsOf } = collector();
      const imported = { expect, vi, ...api };
      const loaded = new Map();
      let loads;
      (isCounted ? counting : mutating).runInThisContext()(
        (given) => {
          loads = given;
        },
        (name) => (name === "vitest" ? imported : packages.get(name)),
      );
      testsOf(loads[SETUP], SETUP);
      return {
        begun: new Set(),
        testsOf(file) {
          if (!loaded.has(file)) loaded.set(file, testsOf(loads[file], file));
          return loaded.get(file);
        },
      };
    };
  }

  /** The tests by id, the number of the file and that of the test in it; all where none is named. */
  *tests({ testsOf }, wanted) {
    const isWanted = (id) => wanted?.has(id) ?? true;
    const at = (id) => id.split(".").map(Number);
    const first = [...this.killers].reverse().filter(isWanted);
    for (const id of first) {
      const [file, index] = at(id);
      const test = testsOf(this.files[file])[index];
      if (test !== undefined) yield [id, test];
    }
    const files = wanted && new Set([...wanted].map((id) => at(id)[0]));
    for (const [number, file] of this.files.entries()) {
      if (files?.has(number) === false) continue;
      for (const [index, test] of testsOf(file).entries()) {
        const id = `${number}.${index}`;
        if (isWanted(id) && !first.includes(id)) yield [id, test];
      }
    }
  }

  /** Runs tests until `told`, which hears of each, says false. */
  async run(modules, wanted, told) {
    for (const [id, test] of this.tests(modules, wanted)) {
      const start = performance.now();
      let error;
      try {
        for (const suite of suitesOf(test.suite)) {
          if (modules.begun.has(suite)) continue;
          modules.begun.add(suite);
          for (const hook of suite.beforeAll) await hook();
        }
        stryker.currentTestId = id;
        await runTest(test);
      } catch (thrown) {
        if (thrown !== SKIPPED) error = thrown ?? new Error("nothing was thrown");
      }
      stryker.currentTestId = undefined;
      if (!told(id, error, test, performance.now() - start)) break;
    }
  }

  /** Lets go of the modules in use. */
  async leave() {
    for (const suite of [...(this.modules?.begun ?? [])].reverse()) for (const hook of suite.afterAll) await hook();
    this.modules = undefined;
  }

  async dryRun() {
    const tests = [];
    this.modules = this.load({ isCounted: true });
    await this.run(this.modules, undefined, (id, error, { named, suite }, timeSpentMs) => {
      const name = [
        ...suitesOf(suite)
          .slice(1)
          .map((outer) => outer.named()),
        named(),
      ].join(" > ");
      const failure = error === undefined ? { status: 0 } : { status: 1, failureMessage: `${error.stack ?? error}` };
      tests.push({ id, name, fileName: this.files[id.split(".")[0]], timeSpentMs, ...failure });
      return true;
    });
    await this.leave();
    return { status: "complete", tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, hitLimit, testFilter }) {
    const wanted = testFilter && new Set(testFilter);
    // Stryker allows a hundred times the hits of all tests together: where they are millions that is half a minute.
    const hits = hitLimit / 100;
    Object.assign(stryker, { hitLimit: hits * 10, activeMutant: undefined });
    if (wanted) {
      this.modules ??= this.load({ isCounted: false });
      const outcome = await this.outcome(id, wanted);
      if (await this.isSure(outcome, hits)) return outcome;
    }
    await this.leave();
    stryker.activeMutant = id;
    const outcome = await this.outcome(id, wanted);
    await this.leave();
    return outcome;
  }

  /** In modules that others used before: no state that is left in them has killed or hidden the mutant. */
  async isSure({ status, killedBy }, hits) {
    if (status === "survived") return stryker.hitCount >= hits;
    stryker.activeMutant = undefined;
    let isSure = status === "killed";
    if (isSure)
      await this.run(this.modules, new Set(killedBy), (_, error) => {
        isSure = error === undefined;
        return isSure;
      });
    return isSure;
  }

  async outcome(id, wanted) {
    let outcome;
    let nrOfTests = 0;
    stryker.hitCount = 0;
    try {
      this.modules ??= this.load({ isCounted: false });
      stryker.activeMutant = id;
      await this.run(this.modules, wanted, (test, error) => {
        nrOfTests++;
        if (error === undefined) return true;
        this.killers.delete(test);
        this.killers.add(test);
        outcome = { status: "killed", killedBy: [test], failureMessage: `${error.message ?? error}`, nrOfTests };
        return false;
      });
    } catch (error) {
      outcome = { status: "killed", killedBy: [], failureMessage: `does not load: ${error}`, nrOfTests };
    }
    if (stryker.hitCount > stryker.hitLimit) return { status: "timeout", reason: `reached ${stryker.hitCount} times` };
    return outcome ?? { status: "survived", nrOfTests };
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "fresh", injectableClass: Runner }];
