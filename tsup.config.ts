import type { Options } from "tsup";
import { defineConfig } from "tsup";

/** natural's TfIdf requires `fs` at its top for a method that is never called here; browsers have none. */
const withoutFileSystem: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "without-file-system",
  setup(build) {
    build.onResolve({ filter: /^fs$/ }, () => ({ path: "fs", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {}" }));
  },
};

/** Packages that still say `stream` for `node:stream`. */
const nodePrefix: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "node-prefix",
  setup(build) {
    build.onResolve({ filter: /^(?:stream|util|buffer)$/ }, ({ path }) => ({ path: `node:${path}`, external: true }));
  },
};

const library: Options = {
  entry: {
    index: "src/index.ts",
    export: "src/export/index.ts",
    stream: "src/stream/index.ts",
    node: "src/stream/node.ts",
    transformers: "src/transformers/index.ts",
    notebook: "src/notebook/index.ts",
  },
  platform: "neutral",
  target: "es2022",
  // All but the optional peers is bundled, so that the package has no dependencies; Node's modules are imported on demand only.
  noExternal: [/^(?!node:|linkedom$|@mozilla\/readability$)/],
  external: [/^node:/, "linkedom", "@mozilla/readability"],
  removeNodeProtocol: false,
  esbuildPlugins: [withoutFileSystem, nodePrefix],
  esbuildOptions: (options) => {
    options.mainFields = ["module", "main"];
    options.conditions = ["import", "default"];
    options.charset = "utf8";
  },
  // Shares chunks between entry points, so that GisaError is one class.
  splitting: true,
  treeshake: false,
  shims: true,
};

export default defineConfig([
  {
    ...library,
    format: "esm",
    entry: {
      ...library.entry,
      cli: "src/cli/bin.ts",
      // Threads are started by file name; the second name is what tinypool looks for beside its own code.
      "pool-worker": "src/stream/pool-worker.ts",
      "annotate-worker": "src/cli/annotate-worker.ts",
      "entry/worker": "node_modules/tinypool/dist/entry/worker.js",
    },
    dts: { entry: library.entry },
  },
  // Its types are copies of the ESM build's: scripts/copy-types.mjs.
  { ...library, format: "cjs", dts: false },
] as Options[]);
