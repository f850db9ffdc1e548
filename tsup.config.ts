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

const library: Options = {
  entry: {
    index: "src/index.ts",
    export: "src/export/index.ts",
    stream: "src/stream/index.ts",
    notebook: "src/notebook/index.ts",
  },
  platform: "neutral",
  target: "es2022",
  // Everything is bundled, so that the package has no dependencies; Node's modules are imported on demand only.
  noExternal: [/^(?!node:)/],
  external: [/^node:/],
  removeNodeProtocol: false,
  esbuildPlugins: [withoutFileSystem],
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
  { ...library, format: "esm", entry: { ...library.entry, cli: "src/cli/bin.ts" }, dts: { entry: library.entry } },
  // Its types are copies of the ESM build's: scripts/copy-types.mjs.
  { ...library, format: "cjs", dts: false },
] as Options[]);
