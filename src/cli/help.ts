import { MENTION_TYPES } from "../core/types.js";
import { DOC_LAYERS } from "../export/index.js";
import { FORMATS } from "./formats.js";

const GENERAL = `gisa reads Korean news text and prints what it names: people, places, organisations, events, times with ISO values.

Usage
  gisa annotate [FILE…]      annotations on standard output
  gisa view FILE             one HTML page: highlighted text, timeline, entities
  gisa help annotate         every option, with examples
  gisa --version

Try
  gisa annotate article.txt --published 2024-03-25
  gisa view article.txt --published 2024-03-25 > article.html
  cat articles.jsonl | gisa annotate --format jsonl > annotated.jsonl

Exit codes
  0  all went well
  1  some inputs could not be read; standard error names each, the others are done
  2  the command line is wrong, or gisa's own files are damaged; nothing was done
`;

const COMMON = `  -p, --published DATE    day of publication, 2024-03-25: what "오는 28일" and "어제" are read against.
                          A JSON article's own date field comes first. Without either, the text's date lines are read.
  -t, --types LIST        only these, parted by commas: ${MENTION_TYPES.slice(0, 5).join(", ")},
                          ${MENTION_TYPES.slice(5).join(", ")}
  -d, --dictionary FILE   own words: a line is surface TAB tag TAB class (e.g. 가람바이오 TAB NNP TAB 기관)
  -i, --input FORMAT      text, json or jsonl, where the file's name does not tell
      --text-field NAME   field of a JSON article that holds its text (text)
      --date-field NAME   field that holds its date (publishedAt)
      --whole-page        take menus, copyright lines and the like for article text too
      --force             analyse text that is not Korean too
      --labels en|ko      language of headings (en)
  -h, --help
`;

const ANNOTATE = `gisa annotate [FILE…]

Reads articles from files, or from standard input where there is none (or for the name "-"). A .txt file is one article, a .jsonl file
holds one a line, a .json file one object or an array. Prints annotations in the order of the input.

Examples
  gisa annotate article.txt --published 2024-03-25
      A summary to read: entities by type with titles and aliases, times, a timeline, quotes.

  gisa annotate *.txt --format csv --types PERSON,ORGANIZATION > names.csv
      A table of the people and organisations in many files.

  cat articles.jsonl | gisa annotate --format jsonl --layers entities,timexes,events > out.jsonl
      A line in, a line out: {"id":7,"text":"…","publishedAt":"2024-03-25"} becomes {"id":7,"text":"…","publishedAt":"…","doc":{…}}.
      Your own fields stay. A bad line is named on standard error and passed over. Memory does not grow with the input.

  gisa annotate press.jsonl --date-field date --format conll --unit character > press.conll
      Training data: a character and its BIO tag a row.

  curl -s https://example.org/a.txt | gisa annotate - --format json | jq '.events[].date'

Options
  -f, --format NAME
${Object.entries(FORMATS)
  .map(([name, { says }]) => `        ${name.padEnd(14)}  ${says}`)
  .join("\n")}
      --unit NAME         row of conll: eojeol, morpheme or character (eojeol)
      --layers LIST       parts of the document that json and jsonl hold (all):
                          ${DOC_LAYERS.slice(0, 7).join(", ")},
                          ${DOC_LAYERS.slice(7).join(", ")}
${COMMON}      --color, --no-color colours whether or not standard output is a terminal; NO_COLOR is heeded
  -q, --quiet             no progress line
`;

const VIEW = `gisa view [FILE]

Writes one self-contained HTML page to standard output. It needs no script and loads nothing.

Examples
  gisa view article.txt --published 2024-03-25 > article.html
  gisa view article.txt --labels ko --types PERSON,ORGANIZATION,LOCATION > article.html

Options
      --title TEXT        title of the page (the headline)
${COMMON}`;

export function helpOf(command: string | undefined): string {
  if (command === "annotate") return ANNOTATE;
  return command === "view" ? VIEW : GENERAL;
}
