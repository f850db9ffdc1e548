/** A fault of one line, and the tests that must fail for it. */
export interface SeededFault {
  /** The test file that catches it. */
  readonly test: string;
  readonly file: string;
  /** Stands in the file once … */
  readonly find: string;
  /** … and is replaced by this. */
  readonly put: string;
  /** Part of the names of the tests that are run; all of the file's unless told. */
  readonly named?: string;
  /** The tests read `dist/`: it is built with the fault. */
  readonly built?: true;
}

type Options = Pick<SeededFault, "named" | "built">;
type Row = readonly [test: string, file: string, find: string, put: string, options?: Options];

/** One for each test file, by the test file's name. */
const ROWS: readonly Row[] = [
  ["browser/hostile", "src/export/markup.ts", `"<": "&lt;"`, `"<": "<"`],
  ["browser/html", "src/export/html.ts", `<html lang="\${view.language}">`, "<html>"],
  [
    "browser/labels",
    "src/model/kernel-fallback.ts",
    "if (mode === 2) x = f(x + F32[at]!);",
    "if (mode === 2) x = f(x - F32[at]!);",
    { built: true },
  ],
  ["browser/playground", "src/playground/tabs.ts", ".hidden = !isChosen;", ".hidden = isChosen;"],
  ["docs/code-blocks", "README.md", "const analyzer = await loadAnalyzer();\nconst text", "const text"],
  ["faults/table", "src/core/civil-date.ts", "year % 400 === 0", "year % 400 == 0"],
  [
    "fuzz/found",
    "src/timex/resolve/resolve.ts",
    "from.year >= 1 && to.year <= 9999 && toKey",
    "from.year >= 1 && toKey",
  ],
  ["layers", "src/core/search.ts", "/** Index", `import "../lexicon/lexicon.js";\n/** Index`],
  [
    "notebook/notebooks",
    "src/notebook/index.ts",
    `Symbol.for("Jupyter.display")`,
    `Symbol.for("Jupyter.shown")`,
    { built: true },
  ],
  [
    "package/bullmq",
    "examples/bullmq/worker.mjs",
    "if (error instanceof GisaError) throw",
    "if (error === null) throw",
  ],
  ["package/package", "package.json", `"NOTICE",`, ""],
  ["package/platforms", "package.json", `"default": "./dist/stream.js"`, `"default": "./dist/streams.js"`],
  [
    "package/sizes",
    "src/export/index.ts",
    `export { toBrat }`,
    `export { loadLexicon } from "../lexicon/load-lexicon.js";\nexport { toBrat }`,
    { built: true },
  ],
  ["property/bad-input", "src/core/language.ts", `if (text.trim() === "") report`, `if (text === "") report`],
  ["property/pipeline", "src/core/source.ts", "tokens: layers.tokens.map(full),", ""],
  [
    "property/stages",
    "src/core/source.ts",
    "if (this.open && this.originalEnd[last] === originalAt)",
    "if (this.open && originalAt > 0)",
  ],
  ["readers/python-readers", "src/export/csv.ts", `safe.replaceAll('"', '""')`, "safe"],
  [
    "readers/transformers",
    "src/transformers/align-pieces.ts",
    "if (!uncertain && text.startsWith(form, at)) return at;",
    "if (!uncertain) return at + 1;",
  ],
  [
    "safety/damaged-files",
    "src/lexicon/container.ts",
    `if (checksum(bytes) !== view.getUint32(16, true)) throw damaged("its checksum is wrong");`,
    "",
  ],
  ["safety/hostile-values", "src/core/options.ts", "if (!Object.hasOwn(rules, key))", "if (!(key in rules))"],
  [
    "safety/linear-time",
    "src/token/tokenize.ts",
    "const surface = text.slice(start, end);",
    `const surface = text.normalize("NFC").slice(start, end);`,
    { named: "prose" },
  ],
  [
    "safety/regex",
    "src/article/boilerplate.ts",
    `const ENDS_AS_PROSE = /[다요][.!?]`,
    `const ENDS_AS_PROSE = /[다요]*[.!?]`,
    { named: "src/article/boilerplate.ts" },
  ],
  [
    "spark/cluster",
    "examples/spark/gisa_worker.py",
    `"text": row["text"], "publishedAt": row["publishedAt"]`,
    `"text": row["text"]`,
  ],
  ["spark/worker", "examples/spark/gisa_worker.py", "for _ in range(self.attempts):", "for _ in range(1):"],
  [
    "spec/entity/clusters",
    "src/entity/rules/same-name.ts",
    `scene.joins.join(mention, form.mentions[0]!, "same-name");`,
    "continue;",
  ],
  ["spec/entity/places", "src/entity/gazetteer.ts", `change.since <= date && change.successors`, `change.successors`],
  ["spec/quote/speakers", "src/quote/find-quotes.ts", "speaker = previous.speaker;", "speaker = undefined;"],
  ["spec/timex/coverage", "test/spec/timex/coverage.json", `"refutes": "5·18"`, `"refutes": "5·19"`],
  ["spec/timex/run", "src/timex/resolve/clock-hour.ts", "return hour === 12 ? 0 : hour;", "return hour;"],
  [
    "unit/article/boilerplate",
    "src/article/boilerplate.ts",
    "words.length >= 4 && sections >= 3",
    "words.length >= 5 && sections >= 3",
  ],
  ["unit/article/byline", "src/article/byline.ts", `const NAME = "[가-힣]{2,4}"`, `const NAME = "[가-힣]{3,4}"`],
  [
    "unit/article/pages",
    "src/article/find-article.ts",
    "found.every((mark) => mark) ?",
    "found.some((mark) => mark) ?",
  ],
  ["unit/article/published-at", "src/article/published-at.ts", "const ENOUGH = 2;", "const ENOUGH = 3;"],
  ["unit/cli/annotate", "src/cli/formats.ts", `between: ",",`, `between: "",`],
  ["unit/cli/arguments", "src/cli/help.ts", "const GENERAL = `gisa reads", "const GENERAL = `gisa reads, with one line of help that is far too wide for a terminal of 140 columns,"],
  ["unit/cli/dict", "src/cli/dict.ts", `old.endsWith("\\n") ? "" : "\\n"`, `old.endsWith("\\n") ? "" : ""`],
  ["unit/cli/inputs", "src/cli/page.ts", "const SEOUL_MS = 9 *", "const SEOUL_MS = 0 *"],
  ["unit/cli/output-file", "src/cli/output-file.ts", "await rename(part, path);", "await copyFile(part, path);"],
  ["unit/core/civil-date", "src/core/civil-date.ts", "year % 100 !== 0 || ", ""],
  ["unit/core/closed-lists", "src/core/errors.ts", `"resource/version",`, ""],
  ["unit/core/language", "src/core/language.ts", "const KOREAN_WORDS_SHORT = 0.12;", "const KOREAN_WORDS_SHORT = 0.3;"],
  [
    "unit/core/source",
    "src/core/source.ts",
    "return cluster.length > plain.length ? plain : cluster;",
    "return plain;",
  ],
  ["unit/entity/clustering", "src/entity/rules/same-name.ts", "if (age === undefined) {", "if (true) {"],
  ["unit/entity/description", "src/entity/describe/people.ts", "if (age !== undefined) draft.age = age;", ""],
  ["unit/entity/join-timexes", "src/mention/join-timexes.ts", "const SURE = 0.7;", "const SURE = 0.95;"],
  ["unit/eval/evaluate", "src/eval/tally.ts", "Math.round((1000 * part) / whole) / 10", "Math.floor((1000 * part) / whole) / 10"],
  ["unit/event/find-events", "src/event/status.ts", `if (group.from > published) return "planned";`, ""],
  ["unit/export/annotations", "src/export/annotations.ts", `layer: "dateline" as const`, `layer: "caption" as const`],
  ["unit/export/formats", "src/export/csv.ts", `+\\-@＝＋－＠]`, `+\\-＝＋－＠]`],
  ["unit/export/html", "src/export/markup.ts", `"&": "&amp;"`, `"&": "&"`],
  ["unit/export/ics", "src/export/ics.ts", "const LINE_OCTETS = 75;", "const LINE_OCTETS = 76;"],
  ["unit/export/offsets", "src/core/offsets.ts", "codePoint < 0x800)", "codePoint < 0x1000)"],
  ["unit/export/readers", "src/export/web-annotation.ts", `"TextPositionSelector"`, `"TextPlaceSelector"`],
  ["unit/export/text", "src/export/text.ts", `PERSON: "35"`, `PERSON: "3"`],
  ["unit/export/timeline", "src/export/timeline.ts", ` && type !== "SET"`, ""],
  ["unit/index/limits", "src/core/source.ts", "if (line > limit / 2) return line;", ""],
  ["unit/index/load-analyzer", "src/core/civil-date.ts", "return isValidDate(date) ? date : null;", "return date;"],
  ["unit/index/rules", "src/mention/user-rules.ts", `flags.delete("y");`, ""],
  ["unit/lexicon/mecab-parity", "src/lexicon/lattice.ts", "if ((types & next) === 0) break;", ""],
  [
    "unit/lexicon/read-lexicon",
    "src/lexicon/container.ts",
    "if (version !== FORMAT_VERSION)",
    "if (version < FORMAT_VERSION)",
  ],
  [
    "unit/lexicon/share-lexicon",
    "src/lexicon/share-lexicon.ts",
    "new SharedArrayBuffer(bytes.length)",
    "new ArrayBuffer(bytes.length)",
  ],
  [
    "unit/lexicon/supplement",
    "src/lexicon/read-lexicon.ts",
    "(options.supplement ?? true) ?",
    "(options.supplement ?? false) ?",
  ],
  ["unit/lexicon/user-dictionary", "src/lexicon/user-dictionary.ts", "line: index + 1, reason", "line: index, reason"],
  ["unit/mention/find-mentions", "src/mention/sound-drafts.ts", "Number.isNaN", "Number.isFinite"],
  ["unit/mention/parity", "src/model/kernel-fallback.ts", "let x = f(f(f(sums[j]!)", "let x = f(f(f(sums[j]! + 1)"],
  ["unit/mention/refiners", "src/mention/refiners/trim-edges.ts", "return depth < 0;", "return depth <= 0;"],
  [
    "unit/mention/tagger",
    "src/mention/tagger.ts",
    "while (from < to && WHITE_SPACE.test(text[start + from]!)) from++;",
    "",
  ],
  ["unit/model/container", "src/model/crc32.ts", "const POLYNOMIAL = 0xedb88320;", "const POLYNOMIAL = 0xedb88321;"],
  ["unit/model/network", "src/model/kernel-fallback.ts", "const EPSILON = f(1e-5);", "const EPSILON = f(1e-2);"],
  ["unit/notebook/display", "src/notebook/index.ts", `"text/plain": toText(doc, options)`, `"text/plain": toJson(doc)`],
  ["unit/quote/find-quotes", "src/quote/find-quotes.ts", `if (quotation.mark === "single") return null;`, ""],
  ["unit/sentence/split-sentences", "src/sentence/sentence-ends.ts", `"co corp dr etc`, `"co corp etc`],
  ["unit/serve/answer", "src/serve/answer.ts", "return { ok: true, ...named, doc", "return { ok: true, doc"],
  [
    "unit/serve/command",
    "src/serve/stdio.ts",
    "else if (!isBlank(line)) yield toLine(answer(line, analyzer));",
    "else if (isBlank(line)) yield toLine(answer(line, analyzer));",
  ],
  ["unit/serve/http", "src/serve/http.ts", `if (request.method !== "POST") return wrongMethod("POST");`, ""],
  ["unit/serve/openapi", "src/serve/http.ts", "JSON.stringify({ ok: true, meta: doc.meta })", "JSON.stringify({ ok: true })"],
  ["unit/serve/stdio", "src/serve/byte-lines.ts", "if (length <= maxBytes) open.push(part);", "open.push(part);"],
  ["unit/stream/analyze-stream", "src/stream/in-order.ts", "open.length < concurrency", "open.length <= concurrency"],
  ["unit/stream/workers", "src/stream/workers.ts", "code: error.code, details", "details"],
  ["unit/timex/calendar", "src/timex/calendar/solar-term.ts", "9 / 24 - 60", "0 / 24 - 60"],
  ["unit/timex/find-timexes", "src/timex/refiners/drop-named.ts", "const SURE = 0.6;", "const SURE = 0.2;"],
  ["unit/timex/local-time", "src/timex/calendar/zone.ts", "(summer ? 60 : 0)", "(summer ? 0 : 60)"],
  ["unit/timex/parse-time", "src/timex/parse-time.ts", "last.start - first.end <= 1", "last.start - first.end < 1"],
  ["unit/timex/rules", "src/timex/rules/clock.ts", `hour.length === 1 && !ranged`, `hour.length === 3 && !ranged`],
  ["unit/token/tokenize", "src/lexicon/kinds.ts", "surface.length - drop)) + suffix", "surface.length - drop))"],
  ["unit/transformers/align-pieces", "src/transformers/align-pieces.ts", ".toLowerCase()", ""],
  ["unit/transformers/decode-labels", "src/transformers/decode-labels.ts", "!/[BSU]/.test(position)", "!/[SU]/.test(position)"],
  [
    "unit/transformers/with-transformers",
    "src/transformers/index.ts",
    "Object.hasOwn(labels, tag) ? labels[tag] : ",
    "",
  ],
];

export const SEEDED_FAULTS: readonly SeededFault[] = ROWS.map(([test, file, find, put, options]) => ({
  test: `test/${test}.test.ts`,
  file,
  find,
  put,
  ...options,
}));
