import { type ExecFileSyncOptions, execFileSync, spawnSync } from "node:child_process";
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

const run = (command: string, args: readonly string[], options: ExecFileSyncOptions) =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], ...options }) as string;

/** Packs what `npm run build` made, and installs it without a network. */
export function installTarball(): Installed {
  if (!existsSync(join(ROOT, "dist/index.js"))) throw new Error("there is no dist/: run npm run build first");
  const folder = mkdtempSync(join(tmpdir(), "gisa-package-"));
  const [packed] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT }),
  ) as [{ filename: string; size: number; files: { path: string }[] }];
  const tarball = join(folder, packed.filename);
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "name": "user", "private": true }');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: project });
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

/** Runs a program in the user's project. */
export function runIn(
  { project }: Installed,
  command: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    encoding: "utf8",
    input: options.input ?? "",
    env: { ...process.env, NO_COLOR: "1", ...options.env },
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}
