import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, type VulnerableDiagnostics } from "recheck";
import ts from "typescript";
import { recordConstructed, STARTS } from "./constructed.js";
import { countLiterals, readRegexes } from "./regex-sources.js";
import { processorTime } from "../support/processor-time.js";

/**
 * npm run regex: every regular expression that ships, judged by recheck (an automaton checker and a fuzzer of expressions).
 *
 * Sees the literals of the built package (those of bundled libraries too), those of the page, and what `src` builds at run time. Where recheck finds an attack or gives up,
 * the attack is run: repetition with an upper bound ({0,60}) counts as polynomial for recheck, but takes linear time. Leaves with 1 where an expression takes more.
 */
const TIMEOUT = 10_000;
/** Runs of bundled libraries that gisa never calls with a text: underscore's templates, in natural's tf-idf. Their verdicts are printed, and count for nothing. */
const LIBRARY = "bundled library";

interface Site {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
/** What the page alone has, `dist` lacks. */
const PAGE = "src/playground/";
const inventory = readRegexes();
const { places } = await recordConstructed(inventory.files.filter((file) => !STARTS.has(file)));
const own = new Map<string, Site>();
for (const site of inventory.literals) own.set(`/${site.source}/${site.flags}`, site);
const shipped = readdirSync("dist")
  .filter((name) => /\.c?js$/.test(name))
  .flatMap((name) => literalsOf(join("dist", name)));
const missed = inventory.literals
  .filter(({ file }) => !file.startsWith(PAGE))
  .map(({ source, flags }) => `/${source}/${flags}`)
  .filter((literal) => !shipped.some(({ text }) => text === literal));
const sites = new Map<string, Site>(own);
for (const { text, ...site } of shipped) if (!own.has(text)) sites.set(text, { ...site, where: LIBRARY });
places.forEach((patterns, i) => {
  for (const { source, flags } of patterns)
    sites.set(`/${source}/${flags}`, { where: `built at run time, place ${i + 1} of ${places.length}`, source, flags });
});

say(
  `${own.size} literals in ${inventory.files.length} files of src; ${shipped.length} in dist; ${places.length} places build more`,
);
say(`${sites.size} different expressions are judged`);
let failed = 0;
const fail = (line: string) => {
  failed++;
  say(`FAIL ${line}`);
};
if (missed.length > 0) fail(`literals of src that dist does not hold: ${missed.slice(0, 3).join(" ")}`);
if (places.length !== inventory.constructed.length || places.some((patterns) => patterns.length === 0))
  fail("a place that builds an expression was not reached");

const verdicts = new Map<string, number>();
for (const { where, source, flags } of sites.values()) {
  const verdict = await check(source, flags, { timeout: TIMEOUT });
  const shown = `${where} /${source.slice(0, 70)}${source.length > 70 ? "…" : ""}/${flags}`;
  const name = where === LIBRARY ? `${verdict.status}, in a ${LIBRARY}` : verdict.status;
  verdicts.set(name, (verdicts.get(name) ?? 0) + 1);
  if (verdict.status === "safe" || where === LIBRARY) continue;
  if (verdict.status === "unknown") {
    say(`  gave up after ${TIMEOUT / 1000} s; the sweep of test/safety/regex.test.ts alone vouches for it: ${shown}`);
    continue;
  }
  const [short, long] = [4_000, 32_000].map((length) => cpuTime(source, flags, attackOf(verdict, length))) as [
    number,
    number,
  ];
  const line = `${verdict.complexity.summary}: ${shown}: ${short.toFixed(1)} ms, eight times as long ${long.toFixed(1)} ms`;
  // Quadratic time would be 64 times as much.
  if (long > 20 && long > 20 * Math.max(short, 1)) fail(line);
  else say(`  linear by measurement, ${line}`);
}
say([...verdicts].map(([name, count]) => `${count} ${name}`).join("; "));
process.exitCode = failed > 0 ? 1 : 0;

function literalsOf(file: string): (Site & { readonly text: string })[] {
  const code = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const found: (Site & { text: string })[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const close = node.text.lastIndexOf("/");
      found.push({
        where: file,
        text: node.text,
        source: node.text.slice(1, close),
        flags: node.text.slice(close + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  if (found.length !== countLiterals(code)) throw new Error(`${file}: literals were lost`);
  return found;
}

/** recheck's attack with its pumped parts repeated until it is about `length` long. */
function attackOf({ attack }: VulnerableDiagnostics, length: number): string {
  const unit = attack.pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.ceil(length / Math.max(1, unit)));
  return attack.pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + attack.suffix;
}

/** Milliseconds of processor time for all matches of the text: the best of three. */
function cpuTime(source: string, flags: string, text: string): number {
  const pattern = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  const once = () => {
    for (const _ of text.matchAll(pattern));
  };
  return Math.min(processorTime(once), processorTime(once), processorTime(once));
}
