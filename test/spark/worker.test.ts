import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runAt } from "../package/tarball.js";

const { PYTHON = "python3" } = process.env;
const EXAMPLE = fileURLToPath(new URL("../../examples/spark/", import.meta.url));
const STUB = fileURLToPath(new URL("../support/serve-stub.mjs", import.meta.url));
const present = spawnSync(PYTHON, ["-c", "import pandas"], { stdio: "ignore" }).status === 0;

/** What `Gisa.ask` answers to each text, with a process that does what the text says; the id of the process instead of the document. */
async function asked(texts: readonly string[], command: readonly string[] = [process.execPath, STUB], timeout = 20) {
  const program = `
import json, sys
from gisa_worker import Gisa
gisa = Gisa(json.loads(sys.argv[1]), timeout_s=${timeout}, attempts=3)
answers = [gisa.ask({"text": text}) for text in json.loads(sys.argv[2])]
print(json.dumps([answer["doc"]["language"] if answer["ok"] else answer["error"]["code"] for answer in answers]))
`;
  const run = await runAt(EXAMPLE, PYTHON, ["-c", program, JSON.stringify(command), JSON.stringify(texts)]);
  return run.code === 0 ? (JSON.parse(run.stdout) as string[]) : run.stderr;
}

describe.skipIf(!present)("examples/spark/gisa_worker.py", () => {
  test("one process, as long as it lives; another in its place when it has died", async () => {
    const [first, second, last, next] = await asked(["가", "나", "die next", "다"]);
    expect(second).toBe(first);
    expect(last).toBe(first);
    expect(next).toMatch(/^\d+$/);
    expect(next).not.toBe(first);
  });
  test.each(["die", "die in the middle"])("a record that kills it three times is set apart: %s", async (text) => {
    expect(await asked(["가", text, "나"])).toEqual([
      expect.stringMatching(/^\d+$/),
      "worker/died",
      expect.stringMatching(/^\d+$/),
    ]);
  });
  test("so is one that takes too long", async () => {
    expect(await asked(["hang", "나"], undefined, 3)).toEqual(["worker/died", expect.stringMatching(/^\d+$/)]);
  });
  test("an error is passed on", async () => expect(await asked(["bad date"])).toEqual(["option/published-at"]));
  test("a command that does not work is no record's fault", async () => {
    expect(await asked(["가"], ["/no/such/program"])).toContain("FileNotFoundError");
    expect(await asked(["가"], [process.execPath, "-e", "process.exit(2)"])).toContain("gisa does not start");
  });
});
