#!/usr/bin/env node
/** Makes the `.d.cts` files of the CommonJS build from the `.d.ts` files of the ESM build: they differ in the names of the files they import. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
for (const name of readdirSync(dist).filter((file) => file.endsWith(".d.ts"))) {
  const types = readFileSync(dist + name, "utf8").replace(/(from ["']\.[^"']*)\.js(["'])/g, "$1.cjs$2");
  writeFileSync(dist + name.replace(/\.d\.ts$/, ".d.cts"), types);
}
