#!/usr/bin/env node
/**
 * Runs the commands that README.md names in `<!-- output of: … -->` and puts what they print into the block that follows.
 * `npm run readme` runs them all; `npm run readme -- eval` those that have the word in them.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../README.md", import.meta.url));
const wanted = process.argv.slice(2);
const updated = readFileSync(file, "utf8").replace(
  /(<!-- output of: (.*?) -->\n```text\n)[\s\S]*?(```)/g,
  (block, head, command, tail) => {
    if (wanted.length > 0 && !wanted.some((word) => command.includes(word))) return block;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
      cwd: fileURLToPath(new URL("../", import.meta.url)),
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
    console.log(`$ ${command}\n${stdout}`);
    const lines = stdout.trimEnd().split("\n");
    // A speed is the machine's; "Speed and size" tells of it.
    const kept = lines.filter((line) => !line.startsWith("characters/s")).map((line) => line.trimEnd());
    return `${head}${kept.join("\n")}\n${tail}`;
  },
);
writeFileSync(file, updated);
