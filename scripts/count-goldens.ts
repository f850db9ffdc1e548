// npx tsx scripts/count-goldens.ts [NAMES]   NAMES: a pattern of file names, 10-sport or ^(2[5-9]|[34])
//
// Precision and recall of what test/golden/*.golden shows, by the remarks that its reader left (test/golden/golden.test.ts says what they look like).
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = "test/golden/";
const GROUPS: Readonly<Record<string, string>> = {
  PERSON: "person",
  LOCATION: "place",
  ORGANIZATION: "organisation",
  EVENT: "event, work, law",
  WORK: "event, work, law",
  LAW: "event, work, law",
  TITLE: "title",
  QUANTITY: "quantity",
  DATE: "time without a timex",
  TIME: "time without a timex",
  OTHER: "other",
};
const mentionGroup = (type: string): string => `mention: ${GROUPS[type] ?? type}`;

/** Which layer a line belongs to; none: it is a heading. */
function layerOf(line: string, part: string): string | undefined {
  if (line === "" || /^[§=] /.test(line)) return undefined;
  if (part === "= entities") return "entity";
  if (part === "")
    return /^(?:language|published) /.test(line) ? "article: date, language" : "article: parts, diagnostics";
  if (line.startsWith("  “ ")) return "quote";
  if (line.startsWith("  ! ")) return "event";
  if (/^ {2}(?:DATE|TIME|DURATION|SET) \S/.test(line)) return "timex";
  return mentionGroup(/^ {2}([A-Z]+) /.exec(line)?.[1] ?? "?");
}

const tallies = new Map<string, { found: number; wrong: number; missed: number }>();
const tallyOf = (layer: string) => {
  const tally = tallies.get(layer) ?? { found: 0, wrong: 0, missed: 0 };
  tallies.set(layer, tally);
  return tally;
};

/** What a line says beside its main claim: `  who`, `  at` of an event, the fields of an entity, the cue of a quote. */
const DETAILS: Readonly<Record<string, { readonly name: string; readonly of: RegExp }>> = {
  entity: { name: "entity: fields", of: / {2}(?:titles|of|age|roles|expansion|kind|part of|place) /g },
  event: { name: "event: participants and places", of: / {2}at |(?<= {2}who .*), | {2}who /g },
  quote: { name: "quote: cues", of: / {2}cue /g },
};

const [, , named = ""] = process.argv;
for (const name of readdirSync(FOLDER).filter((name) => name.endsWith(".golden") && new RegExp(named).test(name))) {
  let part = "";
  let layer: string | undefined;
  for (const line of readFileSync(FOLDER + name, "utf8").split("\n")) {
    const detail = /^# (?<what>wrong|missing) (?:role|field): /.exec(line)?.groups?.["what"];
    const wrong = /^# wrong: (?<right>(?<type>\S+).*)$/.exec(line)?.groups;
    const missing = /^# missing (?<layer>[a-z]+): (?<type>\S+)/.exec(line)?.groups;
    if (detail) {
      const tally = tallyOf(DETAILS[layer ?? ""]?.name ?? `${name}: ${line}`);
      if (detail === "wrong") tally.wrong++;
      if (detail === "missing" || !/: (?:who|at|roles|no|kind$|place \()/.test(line)) tally.missed++;
    } else if (wrong) {
      if (layer === undefined) throw new Error(`${name}: nothing above is wrong: ${line}`);
      tallyOf(layer).wrong++;
      if (wrong["right"] !== "none")
        tallyOf(layer.startsWith("mention") && wrong["type"]! in GROUPS ? mentionGroup(wrong["type"]!) : layer)
          .missed++;
    } else if (missing) {
      const { layer: missed = "", type = "" } = missing;
      tallyOf(missed === "mention" ? mentionGroup(type) : missed === "article" ? "article: parts, diagnostics" : missed)
        .missed++;
    } else if (line.startsWith("# ")) {
      if (!line.startsWith("# note: ")) throw new Error(`${name}: ${line}`);
    } else {
      if (/^[§=] /.test(line)) part = line;
      layer = layerOf(line, part);
      if (layer !== undefined) tallyOf(layer).found++;
      const details = DETAILS[layer ?? ""];
      if (details) tallyOf(details.name).found += line.match(details.of)?.length ?? 0;
    }
  }
}

const all = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
const percent = (part: number, whole: number): string => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
console.log(
  "| layer | lines | right | wrong | missed | precision | recall |\n| --- | --- | --- | --- | --- | --- | --- |",
);
for (const [layer, { found, wrong, missed }] of all) {
  const right = found - wrong;
  console.log(
    `| ${layer} | ${found} | ${right} | ${wrong} | ${missed} | ${percent(right, found)} | ${percent(right, right + missed)} |`,
  );
}
