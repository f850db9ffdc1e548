import { createRequire } from "node:module";
import { resolve } from "node:path";
import { build } from "esbuild";
import { ARTICLES } from "../property/texts.js";

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** They run when they are loaded, those of the playground in a browser alone; their expressions are swept as literals. */
export const STARTS: ReadonlySet<string> = new Set([
  "src/cli/bin.ts",
  ...["analysis", "main", "offline", "service-worker", "tabs", "worker"].map((name) => `src/playground/${name}.ts`),
]);

const RECORDER = "__recordedRegExp";

/**
 * The expressions that `src` builds at run time, by the place in the code that builds them: every module but those of `STARTS` is bundled with a RegExp that
 * takes notes, loaded, and set to read articles. A place that was never reached has an empty list.
 */
export async function recordConstructed(
  files: readonly string[],
): Promise<{ readonly code: string; readonly places: readonly (readonly Pattern[])[] }> {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file, i) => `export * as m${i} from ${JSON.stringify(`./${file}`)};`).join("\n"),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    packages: "external",
    treeShaking: false,
    logLevel: "silent",
    define: { RegExp: RECORDER, "import.meta.url": JSON.stringify(`file://${resolve("src/core/resources.ts")}`) },
  });
  const seen: Pattern[][] = [];
  const code = (outputFiles[0] as { text: string }).text.replaceAll(new RegExp(`${RECORDER}(?=\\()`, "g"), () => {
    seen.push([]);
    return `${RECORDER}[${seen.length - 1}]`;
  });
  const recorders = seen.map(
    (patterns) =>
      new Proxy(RegExp, {
        construct: (target, args: [string, string?]) => note(patterns, new target(...args)),
        apply: (target, _, args: [string, string?]) => note(patterns, new target(...args)),
      }),
  );
  // `value instanceof RegExp` keeps its meaning.
  Object.defineProperty(recorders, Symbol.hasInstance, { value: (value: unknown) => value instanceof RegExp });
  const module = { exports: {} as Record<string, Record<string, unknown>> };
  const load = new Function("module", "exports", "require", RECORDER, code);
  load(module, module.exports, createRequire(resolve("package.json")), recorders);
  const named = (name: string) => Object.values(module.exports).find((exported) => name in exported)?.[name];
  const findArticle = named("findArticle");
  if (typeof findArticle === "function") for (const text of ARTICLES) findArticle(text, {}, () => {});
  // A user's own expression is copied: whatever it is, it is the user's.
  for (const copies of [named("compileRules"), named("sendableRules")])
    if (typeof copies === "function") copies([{ pattern: /제\d{1,3}호/, type: "OTHER" }]);
  const readRules = named("readRules");
  if (typeof readRules === "function") readRules('[{ "pattern": "제[0-9]호", "type": "OTHER" }]', "rules.json");
  return { code, places: seen };
}

function note(patterns: Pattern[], made: RegExp): RegExp {
  if (!patterns.some(({ source, flags }) => source === made.source && flags === made.flags))
    patterns.push({ source: made.source, flags: made.flags });
  return made;
}
