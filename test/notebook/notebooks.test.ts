import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const firstThatRuns = (candidates: readonly (string | undefined)[], args: readonly string[]) =>
  candidates.find((candidate) => candidate !== undefined && spawnSync(candidate, args).status === 0);

/** `npm run test:notebooks` makes .venv; GISA_PYTHON and GISA_DENO name others. */
const PYTHON = firstThatRuns(
  [process.env["GISA_PYTHON"], path(".venv/bin/python"), "python3"],
  ["-c", "import nbclient, ipykernel, pandas, matplotlib"],
);
const DENO = firstThatRuns(
  [process.env["GISA_DENO"], path(".venv/deno/node_modules/.bin/deno"), "deno"],
  ["--version"],
);

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

describe.skipIf(PYTHON === undefined)("notebooks, executed by Jupyter", () => {
  let home: string;
  beforeAll(() => {
    if (!existsSync(path("dist/notebook.js"))) throw new Error("there is no dist/: run npm run build first");
    home = mkdtempSync(join(tmpdir(), "gisa-jupyter-"));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (command: string, args: readonly string[]) => {
    // A home of its own: Deno writes its kernel there, and Jupyter looks there for it.
    const { JUPYTER_DATA_DIR: _, XDG_DATA_HOME: __, ...others } = process.env;
    const env = { ...others, HOME: home, NO_COLOR: "1" };
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
    return stdout;
  };
  const execute = (name: string): Output[][] => {
    const cells = JSON.parse(
      run(PYTHON as string, [path("test/notebook/execute.py"), path(`examples/notebooks/${name}`)]),
    ).cells as { cell_type: string; outputs: Output[] }[];
    return cells.filter(({ cell_type }) => cell_type === "code").map(({ outputs }) => outputs);
  };
  const textOf = (data: Output["data"], type: string) => [data?.[type] ?? ""].flat().join("");

  test.skipIf(DENO === undefined)("Deno: a document shows itself", () => {
    run(DENO as string, ["jupyter", "--install"]);
    const [, shown, listed] = execute("deno.ipynb");
    const bundle = shown?.find(({ data }) => data !== undefined)?.data;
    const html = textOf(bundle, "text/html");
    expect(html).toMatch(/<div class="gisa" lang="ko">/);
    expect(html).toMatch(/<mark class="PERSON" id="gisa-[a-z0-9]+-m\d+">박도윤</);
    expect(textOf(bundle, "text/plain")).toContain("2024-03-27/2024-04-03");
    expect(bundle?.["application/json"]).toHaveProperty("meta.lexicon");
    expect(textOf(listed?.[0]?.data, "text/plain")).toContain("2024-03-27..2024-04-03 planned 체결한다고");
  });

  test("Python: command, pandas, a plot of events over time", () => {
    const [count, entities, events, plot] = execute("pandas.ipynb");
    expect(textOf(count?.[0]?.data, "text/plain")).toBe("4");
    expect(textOf(entities?.[0]?.data, "text/plain")).toContain("박도윤");
    expect(textOf(events?.[0]?.data, "text/plain")).toContain("2024-04-10");
    const image = plot?.find(({ data }) => data?.["image/png"] !== undefined)?.data?.["image/png"];
    const png = Buffer.from(String(image), "base64");
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    // A picture with bars and words in it, not an empty frame.
    expect(png.length).toBeGreaterThan(10_000);
    expect(plot?.filter(({ output_type }) => output_type === "stream")).toEqual([]);
  });
});
