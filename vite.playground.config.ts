import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const DATA = path("dictionaries/built");
const DATA_FILES = ["lexicon.bin.gz", "model.bin.gz"];

/** natural's TfIdf requires `fs` for a method that is never called here. */
function withoutFileSystem(): Plugin {
  const empty = "\0empty-fs";
  return {
    name: "without-file-system",
    enforce: "pre",
    resolveId: (id) => (id === "fs" ? empty : null),
    load: (id) => (id === empty ? "export default {}" : null),
  };
}

/** Tells the service worker which files make the page, and names its cache by their content. */
function offline(): Plugin {
  return {
    name: "offline",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const hash = createHash("sha256");
        const shell = Object.keys(bundle).filter((name) => name !== "service-worker.js");
        for (const name of shell.sort()) {
          const file = bundle[name];
          hash.update(name).update(file?.type === "chunk" ? file.code : (file?.source ?? ""));
        }
        for (const name of DATA_FILES) hash.update(readFileSync(`${DATA}/${name}`));
        const worker = bundle["service-worker.js"];
        if (worker?.type !== "chunk") throw new Error("the service worker is missing");
        worker.code = worker.code
          .replace('"__SHELL__"', JSON.stringify(shell))
          .replace('"__DATA__"', JSON.stringify(DATA_FILES))
          .replace("__VERSION__", hash.digest("hex").slice(0, 12));
      },
    },
  };
}

/** `npm run playground:build` writes a folder for any static host, at any path. */
export default defineConfig({
  root: path("src/playground"),
  base: "./",
  publicDir: DATA,
  plugins: [withoutFileSystem(), offline()],
  worker: { format: "es", plugins: () => [withoutFileSystem()] },
  build: {
    outDir: path("dist-playground"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { index: path("src/playground/index.html"), "service-worker": path("src/playground/service-worker.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
