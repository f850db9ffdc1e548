import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GisaError } from "../../../src/core/errors.js";
import { bareDoc, runCli } from "../../support/run-cli.js";
import { SAMPLE_TEXT, sampleDoc } from "../../support/sample-doc.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gisa-cli-"));
  await writeFile(join(folder, "a.txt"), SAMPLE_TEXT);
  await writeFile(join(folder, "b.txt"), "둘째 기사");
  await writeFile(join(folder, "list.json"), JSON.stringify([{ id: 1, text: "가" }, { text: 5 }]));
});
afterAll(() => rm(folder, { recursive: true }));

const analyze = (text: string) => (text === SAMPLE_TEXT ? sampleDoc() : bareDoc(text));
const parsed = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("JSON lines", () => {
  test("keeps order and the caller's fields, names a bad line and goes on", async () => {
    const stdin = [
      '{"id":"가","text":"하나","source":{"x":1}}',
      "not json",
      "",
      '{"id":2}',
      "[1]",
      '{"id":3,"text":"셋"}',
    ].join("\n");
    const run = await runCli(["annotate", "-", "--format", "jsonl"], { stdin, analyze });
    expect(run.code).toBe(1);
    expect(parsed(run.stdout).map(({ doc, ...fields }) => [fields, doc.text])).toEqual([
      [{ id: "가", text: "하나", source: { x: 1 } }, "하나"],
      [{ id: 3, text: "셋" }, "셋"],
    ]);
    expect(run.stderr.trimEnd().split("\n")).toEqual([
      "gisa: stdin:2: this line is not JSON",
      'gisa: stdin:4: the field "text" is not a text; --text-field names another',
      "gisa: stdin:5: this is not a JSON object",
    ]);
  });

  test("standard input is read where no file is named", async () => {
    const run = await runCli(["annotate", "-f", "jsonl"], { stdin: '{"text":"하나"}\r\n', analyze });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(parsed(run.stdout)).toHaveLength(1);
  });

  test("an article's own date comes before --published", async () => {
    const seen: unknown[] = [];
    const stdin = '{"text":"가","date":"2020-01-02"}\n{"text":"나","date":null}\n{"text":"다"}';
    await runCli(["annotate", "--format", "jsonl", "--published", "2024-03-25", "--date-field", "date"], {
      stdin,
      analyze: (text, options) => {
        seen.push(options?.publishedAt);
        return bareDoc(text);
      },
    });
    expect(seen).toEqual(["2020-01-02", "2024-03-25", "2024-03-25"]);
  });

  test("an article that cannot be analysed is named; the others are done", async () => {
    const run = await runCli(["annotate", "--format", "jsonl"], {
      stdin: '{"text":"가"}\n{"text":"나"}\n{"text":"다"}',
      analyze: (text) => {
        if (text === "나") throw new GisaError("option/published-at", "publishedAt must be a day.");
        return bareDoc(text);
      },
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toBe("gisa: stdin:2: publishedAt must be a day.\n");
    expect(parsed(run.stdout).map(({ text }) => text)).toEqual(["가", "다"]);
  });

  test("layers leave the rest out", async () => {
    const run = await runCli(["annotate", "--format", "jsonl", "--layers", "events,entities"], {
      stdin: '{"text":"가"}',
      analyze,
    });
    expect(JSON.parse(run.stdout)).toEqual({ text: "가", doc: { entities: [], events: [] } });
  });

  test("characters are whole whatever the size of the chunks", async () => {
    const bytes = Buffer.from('\ufeff{"text":"한빛시 🚨"}\n{"text":"둘"}\n');
    const stdin = Readable.from(Array.from(bytes, (byte) => Buffer.from([byte])));
    const run = await runCli(["annotate", "--format", "jsonl"], { stdin, analyze });
    expect(parsed(run.stdout).map(({ text }) => text)).toEqual(["한빛시 🚨", "둘"]);
  });
});

describe("files", () => {
  test("one text gives one document", async () => {
    const run = await runCli(["annotate", join(folder, "a.txt"), "--format", "json"], { analyze });
    expect(JSON.parse(run.stdout)).toEqual(sampleDoc());
  });
  test("several give an array, with the name of each", async () => {
    const run = await runCli(["annotate", join(folder, "a.txt"), join(folder, "b.txt"), "--format", "json"], {
      analyze,
    });
    expect(JSON.parse(run.stdout).map(({ file }: { file: string }) => file)).toEqual(["a.txt", "b.txt"]);
  });
  test("a JSON array, a bad element", async () => {
    const run = await runCli(["annotate", join(folder, "list.json"), "--format", "json"], { analyze });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("list.json[1]: ");
    expect(JSON.parse(run.stdout)).toHaveLength(1);
  });
  test("a missing file and a folder are named; the others are done", async () => {
    const run = await runCli(["annotate", join(folder, "no.txt"), folder, join(folder, "b.txt"), "--format", "jsonl"], {
      analyze,
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/no\.txt: there is no such file\n.*: this is a folder; name the files in it\n/);
    expect(parsed(run.stdout)).toHaveLength(1);
  });
});

describe("formats", () => {
  test("pretty is the default and heeds NO_COLOR", async () => {
    const file = join(folder, "a.txt");
    expect((await runCli(["annotate", file], { analyze })).stdout).toContain(
      "TIMELINE\n  2024-03-28 – 2024-03-30  체결한다",
    );
    expect((await runCli(["annotate", file], { analyze, tty: true })).stdout).toContain("\u001b[");
    expect((await runCli(["annotate", file], { analyze, tty: true, env: { NO_COLOR: "1" } })).stdout).not.toContain(
      "\u001b[",
    );
  });
  test("conll", async () => {
    const run = await runCli(["annotate", join(folder, "a.txt"), "--format", "conll", "--unit", "character"], {
      analyze,
    });
    expect(run.stdout).toMatch(/^# newdoc id = a\.txt\n🚨\tO\n한\tB-ORGANIZATION\n/);
  });
  test("types", async () => {
    const run = await runCli(["annotate", join(folder, "a.txt"), "--format", "json", "--types", "person"], { analyze });
    const doc = JSON.parse(run.stdout);
    expect(doc.mentions.map(({ type }: { type: string }) => type)).toEqual(["PERSON", "PERSON"]);
    expect(doc.entities).toHaveLength(1);
    expect(doc.entities[0].affiliation).toBeUndefined();
    expect(doc.relations).toEqual([]);
  });
  test("csv has one header", async () => {
    const run = await runCli(["annotate", join(folder, "a.txt"), join(folder, "a.txt"), "--format", "csv"], {
      analyze,
    });
    const rows = run.stdout.trimEnd().split("\r\n");
    expect(rows).toHaveLength(1 + 2 * sampleDoc().entities.length);
    expect(rows[0]).toMatch(/^document,id,type,name/);
  });
  test.each(["spacy", "doccano", "label-studio"])("%s is JSON lines", async (format) => {
    const run = await runCli(["annotate", join(folder, "a.txt"), "--format", format], { analyze });
    expect(parsed(run.stdout)).toHaveLength(1);
  });
});

describe("the reader of the output", () => {
  test("sets the pace", async () => {
    let written = 0;
    let ahead = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        written++;
        setTimeout(done, 1);
      },
    });
    const stdin = Readable.from(
      (function* () {
        for (let i = 0; i < 50; i++) {
          ahead = Math.max(ahead, i - written);
          yield Buffer.from('{"text":"가"}\n');
        }
      })(),
      { highWaterMark: 1 },
    );
    await runCli(["annotate", "--format", "jsonl"], { stdin, stdout: slow });
    expect(written).toBe(50);
    expect(ahead).toBeLessThan(5);
  });

  test("may go away: gisa stops, without a complaint", async () => {
    let writes = 0;
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        writes++;
        done(writes > 2 ? Object.assign(new Error("write EPIPE"), { code: "EPIPE" }) : null);
      },
    });
    let analysed = 0;
    const run = await runCli(["annotate", "--format", "jsonl"], {
      stdin: '{"text":"가"}\n'.repeat(1000),
      stdout: broken,
      analyze: (text) => {
        analysed++;
        return bareDoc(text);
      },
    });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(analysed).toBeLessThan(20);
  });

  test("a full disk is said", async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("no space left on device"), { code: "ENOSPC" })),
    });
    const run = await runCli(["annotate", "--format", "jsonl"], { stdin: '{"text":"가"}\n'.repeat(9), stdout: full });
    expect(run).toMatchObject({ code: 1, stderr: "gisa: the output cannot be written: no space left on device\n" });
  });
});

describe("progress", () => {
  const many = '{"text":"가나다"}\n'.repeat(100);
  test("on a terminal, and only there", async () => {
    const { Capture } = await import("../../support/run-cli.js");
    const run = await runCli(["annotate", "--format", "jsonl"], { stdin: many, tty: true, stdout: new Capture(false) });
    expect(run.stderr).toMatch(/articles {2}[\d,]+ characters\/s/);
    expect(run.stderr.endsWith("\r\u001b[K")).toBe(true);
    expect((await runCli(["annotate", "--format", "jsonl"], { stdin: many })).stderr).toBe("");
    const quiet = await runCli(["annotate", "--format", "jsonl", "--quiet"], {
      stdin: many,
      tty: true,
      stdout: new Capture(false),
    });
    expect(quiet.stderr).toBe("");
  });
});
