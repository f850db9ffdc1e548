import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodePage, readPage } from "../../../src/cli/page.js";
import { runCli } from "../../support/run-cli.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gisa-inputs-"));
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const jsonl = async (args: readonly string[], stdin?: string | Readable) => {
  const run = await runCli(["annotate", "--format", "jsonl", ...args], stdin === undefined ? {} : { stdin });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  return { ...run, articles: lines.map((line) => JSON.parse(line)) };
};
const LINES = '{"id":1,"text":"하나"}\n{"id":2,"text":"둘"}\n';
/** `{"text":"하나","id":1}` and `{"text":"둘","id":2}`, by the zstd command. */
const ZSTD = Buffer.from("KLUv/QRYPQEA8HsidGV4dCI6Iu2VmOuCmCIsImlkIjoxfQrrkTJ9CgIAOQmOizkGVgY65g==", "base64");

describe("tables", () => {
  test("a column is the text, the others come back with the result", async () => {
    const path = await file(
      "a.csv",
      '\ufeffid,제목,본문,날짜\r\n7,"가, ""나""","첫 줄\r\n둘째 줄",2024-03-25\r\n8,다,라,\r\n',
    );
    const { articles, code } = await jsonl([path, "--text-field", "본문", "--date-field", "날짜"]);
    expect(code).toBe(0);
    expect(articles.map(({ doc, ...fields }) => [doc.text, fields])).toEqual([
      ["첫 줄\r\n둘째 줄", { id: "7", 제목: '가, "나"', 본문: "첫 줄\r\n둘째 줄", 날짜: "2024-03-25" }],
      ["라", { id: "8", 제목: "다", 본문: "라", 날짜: "" }],
    ]);
  });
  test("TSV knows no quotes", async () => {
    const { articles } = await jsonl([await file("a.tsv", 'id\ttext\n1\t그는 "간다\n2\t온다" 했다\n')]);
    expect(articles.map(({ text }) => text)).toEqual(['그는 "간다', '온다" 했다']);
  });
  test("without a header the columns are numbers", async () => {
    const { articles } = await jsonl(
      ["-i", "csv", "--no-header", "--text-field", "2", "--id-field", "1"],
      "7,가\n8,나\n",
    );
    expect(articles.map(({ doc, ...fields }) => fields)).toEqual([
      { 1: "7", 2: "가" },
      { 1: "8", 2: "나" },
    ]);
  });
  test("a column that is not there is named with its line", async () => {
    const run = await jsonl([await file("b.csv", "id,본문\n1,가\n")]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/b\.csv:2: the field "text" is not a text; --text-field names another/);
  });
  test("an unclosed quote ends the table with a fault, after the good rows", async () => {
    const run = await jsonl([await file("c.csv", 'id,text\n1,가\n2,"나\n3,다\n')]);
    expect(run.code).toBe(1);
    expect(run.articles.map(({ id }) => id)).toEqual(["1"]);
    expect(run.stderr).toMatch(/c\.csv:\d+: this is not a table from here on/);
  });
  test("a column called __proto__ is a column", async () => {
    const { articles } = await jsonl(["-i", "csv"], "__proto__,text\nx,가\n");
    expect(Object.keys(articles[0])).toEqual(["__proto__", "text", "doc"]);
  });
});

describe("packed inputs", () => {
  test.each([
    ["a.jsonl.gz", gzipSync(LINES)],
    ["b.jsonl.gz", Buffer.concat([gzipSync(LINES.slice(0, 22)), gzipSync(LINES.slice(22))])],
    ["c.jsonl.zst", ZSTD],
    ["d.jsonl.zst", Buffer.concat([ZSTD.subarray(0), ZSTD]).subarray(0, ZSTD.length)],
    ["the name may lie.jsonl", gzipSync(LINES)],
  ])("%s", async (name, bytes) => {
    const { articles, code } = await jsonl([await file(name, bytes)]);
    expect(code).toBe(0);
    expect(articles.map(({ text }) => text)).toEqual(["하나", "둘"]);
  });
  test("standard input, byte by byte", async () => {
    const bytes = gzipSync(LINES);
    const { articles } = await jsonl(["-"], Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))));
    expect(articles).toHaveLength(2);
  });
  test.each([
    ["cut off", gzipSync(LINES).subarray(0, -9)],
    ["damaged", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])],
  ])("what is %s is named", async (_, bytes) => {
    const run = await jsonl([await file("bad.jsonl.gz", bytes)]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/bad\.jsonl\.gz: it does not unpack/);
  });
});

describe("pages", () => {
  const paragraph = (n: number) =>
    `<p>한빛시는 오는 ${n}일 가람바이오와 협약을 체결한다고 밝혔다. 시민들의 관심을 받는 이 협약은, 지난해부터 준비되었다.</p>`;
  const page = (
    charset: string,
  ) => `<!doctype html><html><head><meta charset="${charset}"><title>한빛시, 협약 체결</title>
<meta property="article:published_time" content="2024-03-24T20:00:00Z"></head><body><nav><a href="/">홈</a> <a href="/login">로그인</a></nav>
<article><h1>한빛시, 협약 체결</h1>${[1, 2, 3, 4, 5, 6, 7, 8].map(paragraph).join("")}</article><footer>무단 전재 금지</footer></body></html>`;

  test("the article without the rest, a paragraph a line, and its day in Seoul", async () => {
    const found = await readPage(page("utf-8"));
    expect(found?.publishedAt).toBe("2024-03-25");
    const lines = found?.text.split("\n") ?? [];
    expect(lines[0]).toBe("한빛시, 협약 체결");
    expect(lines.filter((line) => line.startsWith("한빛시는 오는"))).toHaveLength(8);
    expect(found?.text).not.toMatch(/로그인|무단 전재/);
  });
  test("a file is one article", async () => {
    const { articles, code } = await jsonl([await file("a.html", page("utf-8"))]);
    expect(code).toBe(0);
    expect(articles.map(({ file: name, doc }) => [name, doc.text.includes("한빛시는 오는 8일")])).toEqual([
      ["a.html", true],
    ]);
  });
  test("EUC-KR by its declaration; an unknown encoding is read as UTF-8", () => {
    const hangul = Buffer.from([0xb0, 0xa1]);
    expect(decodePage(Buffer.concat([Buffer.from('<meta charset="euc-kr">'), hangul]))).toMatch(/가$/);
    expect(decodePage(Buffer.from('<meta charset="x-none">가'))).toMatch(/가$/);
    expect(decodePage(Buffer.from("\ufeff<meta charset=euc-kr>가"))).toMatch(/가$/);
  });
  test("a page without an article is named", async () => {
    const run = await jsonl([await file("empty.html", "<html><body></body></html>")]);
    expect(run).toMatchObject({ code: 1 });
    expect(run.stderr).toMatch(/empty\.html: this page holds no article/);
  });
});
