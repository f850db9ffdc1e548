// Stryker's test runner for `npm run mutate`. Vitest's own takes half a second and more for a mutant; there are thousands. This one bundles the tests of
// a folder with the code once, and for every mutant runs the bundle anew, in one process: the modules are fresh each time, so that a mutant in a constant
// is seen like any other and none leaves traces for the next. Of the tests those run that reach the mutant, those first that killed others last.
// Stryker makes the mutants, chooses the tests, counts the hits that stop a loop, and restarts the process where a mutant takes too long.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { Script } from "node:vm";
import { build } from "esbuild";
import { globSync } from "tinyglobby";

const TESTS = {
  core: ["test/unit/core/**/*.test.ts", "test/unit/export/offsets.test.ts"],
  timex: ["test/unit/timex/**/*.test.ts", "test/spec/timex/**/*.test.ts"],
  entity: ["test/unit/entity/**/*.test.ts", "test/spec/entity/**/*.test.ts"],
};
const SETUP = "test/support/skip-timed.ts";

const stryker = (globalThis.__stryker__ ??= {});
const skipped = Symbol("skipped");

/** What the tests import as "vitest": it keeps the tests of the file that is being loaded. */
function collector() {
  const files = [];
  let current;
  const open = (name, parent) => ({ name, parent, before: [], after: [], beforeEach: [], afterEach: [] });
  const each = (define) => (rows) => (name, run) => {
    for (const [index, row] of rows.entries()) {
      const values = Array.isArray(row) ? row : [row];
      // A name may hold fields of the row ($name) that nobody reads here: the number tells the tests apart.
      define(`${format(name, ...values)} [${index}]`, () => run(...values));
    }
  };
  const block = (name, body) => {
    const outer = current;
    current = open(name, outer);
    body();
    current = outer;
  };
  const one = (name, run) => files.at(-1).tests.push({ name, run, suite: current });
  const test = Object.assign(one, { each: each(one), skipIf: (condition) => (condition ? () => {} : test) });
  const hook = (kind) => (run) => current[kind].push(run);
  return {
    files,
    load(name, parent, load) {
      current = open(name, parent);
      files.push({ name, tests: [] });
      load();
      return current;
    },
    api: {
      test,
      it: test,
      describe: Object.assign(block, { each: each(block) }),
      beforeAll: hook("before"),
      afterAll: hook("after"),
      beforeEach: hook("beforeEach"),
      afterEach: hook("afterEach"),
    },
  };
}

const suitesOf = (suite) => (suite === undefined ? [] : [...suitesOf(suite.parent), suite]);

async function runTest({ name, run, suite }) {
  const suites = suitesOf(suite);
  const context = {
    task: { name, suite },
    skip() {
      throw skipped;
    },
  };
  for (const { beforeEach } of suites) for (const hook of beforeEach) await hook(context);
  try {
    await run();
  } finally {
    for (const { afterEach } of suites.reverse()) for (const hook of afterEach) await hook(context);
  }
}

class Runner {
  /** The tests that killed a mutant, the latest last. */
  killers = new Set();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // `expect` asks for it.
    globalThis.__vitest_worker__ = { environment: { name: "node" }, config: {} };
    const vitest = await import("vitest");
    const files = globSync(TESTS[process.env.MUTATE]).sort();
    const { outputFiles } = await build({
      stdin: {
        contents: [SETUP, ...files].map((file) => `load(${JSON.stringify(file)}, () => require("./${file}"));`).join("\n"),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      packages: "external",
      plugins: [{ name: "place", setup: ({ onLoad }) => onLoad({ filter: /\.m?[jt]s$/ }, keepPlace) }],
    });
    const [{ text }] = outputFiles;
    const script = new Script(`(load, require) => {${text}}`);
    const require = createRequire(join(process.cwd(), "package.json"));
    const packages = new Map();
    for (const [, name] of text.matchAll(/require\("([^".][^"]*)"\)/g))
      if (name !== "vitest") packages.set(name, await import(name).then(() => require(name)).catch(() => import(name)));
    this.load = () => {
      const { files: loaded, load, api } = collector();
      packages.set("vitest", { expect: vitest.expect, vi: vitest.vi, ...api });
      let setup;
      script.runInThisContext()(
        (name, run) => {
          const suite = load(name, setup, run);
          setup ??= suite;
        },
        (name) => packages.get(name),
      );
      return loaded.flatMap(({ name, tests }) =>
        tests.map((test, index) => ({ id: `${files.indexOf(name)}.${index}`, file: name, ...test })),
      );
    };
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    const results = [];
    await this.run(this.load(), (test, error, timeSpentMs) => {
      const name = [...suitesOf(test.suite).slice(1), test].map((part) => part.name).join(" > ");
      const result = { id: test.id, name, fileName: test.file, timeSpentMs };
      if (error === undefined) results.push({ ...result, status: 0 });
      else if (error === skipped) results.push({ ...result, status: 2 });
      else results.push({ ...result, status: 1, failureMessage: `${error?.stack ?? error}` });
      return true;
    });
    return { status: "complete", tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const outcome = await this.outcome(testFilter && new Set(testFilter));
    return stryker.hitCount > hitLimit ? { status: "timeout", reason: "hit limit" } : outcome;
  }

  async outcome(wanted) {
    let tests;
    try {
      tests = this.load().filter(({ id }) => wanted?.has(id) ?? true);
    } catch (error) {
      return { status: "killed", killedBy: [], failureMessage: `does not load: ${error}`, nrOfTests: 0 };
    }
    const byId = new Map(tests.map((test) => [test.id, test]));
    const first = [...this.killers].reverse().flatMap((id) => byId.get(id) ?? []);
    let nrOfTests = 0;
    let killed;
    await this.run(new Set([...first, ...tests]), ({ id }, error) => {
      nrOfTests++;
      if (error === undefined || error === skipped) return true;
      this.killers.delete(id);
      this.killers.add(id);
      killed = { status: "killed", killedBy: [id], failureMessage: `${error?.message ?? error}`, nrOfTests };
      return false;
    });
    return killed ?? { status: "survived", nrOfTests };
  }

  /** Runs the tests until `told`, which hears of each, says false. */
  async run(tests, told) {
    const begun = new Set();
    for (const test of tests) {
      const start = performance.now();
      let error;
      try {
        for (const suite of suitesOf(test.suite)) {
          if (begun.has(suite)) continue;
          begun.add(suite);
          for (const hook of suite.before) await hook();
        }
        stryker.currentTestId = test.id;
        await runTest(test);
      } catch (thrown) {
        error = thrown ?? new Error("nothing was thrown");
      }
      stryker.currentTestId = undefined;
      if (!told(test, error, performance.now() - start)) break;
    }
    for (const suite of [...begun].reverse()) for (const hook of suite.after) await hook();
  }
}

/** A bundled module still finds the files that lie beside it. */
function keepPlace({ path }) {
  const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
  return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
}

export const strykerPlugins = [{ kind: "TestRunner", name: "fresh", injectableClass: Runner }];
