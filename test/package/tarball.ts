import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The packed package, installed in a project of its own. */
export interface Installed {
  readonly tarball: string;
  readonly project: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly files: readonly string[];
  readonly packageJson: Readonly<Record<string, unknown>>;
  remove(): void;
}

/** Packs what `npm run build` made, and installs it without a network. */
export async function installTarball(): Promise<Installed> {
  if (!existsSync(join(ROOT, "dist/index.js"))) throw new Error("there is no dist/: run npm run build first");
  const folder = mkdtempSync(join(tmpdir(), "gisa-package-"));
  const npm = async (args: readonly string[], cwd: string) => {
    const { code, stdout, stderr } = await runAt(cwd, "npm", args);
    if (code !== 0) throw new Error(`npm ${args.join(" ")} failed: ${stderr}`);
    return stdout;
  };
  const [packed] = JSON.parse(
    await npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], ROOT),
  ) as [{ filename: string; size: number; files: { path: string }[] }];
  const tarball = join(folder, packed.filename);
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "name": "user", "private": true }');
  await npm(["install", "--offline", "--no-audit", "--no-fund", tarball], project);
  const packageJson = JSON.parse(readFileSync(join(project, "node_modules/gisa/package.json"), "utf8"));
  return {
    tarball,
    project,
    size: packed.size,
    files: packed.files.map(({ path }) => path),
    packageJson,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program in the user's project. */
export function runIn(
  { project }: Installed,
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  return runAt(project, command, args, options);
}

/** Not `spawnSync`: a worker that is blocked for long loses its test runner. */
export function runAt(cwd: string, command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: "1", ...options.env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    // A program may leave before it has read its input.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}
