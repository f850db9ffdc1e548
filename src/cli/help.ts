import { MENTION_TYPES } from "../core/types.js";
import { DOC_LAYERS } from "../export/index.js";
import { FORMATS } from "./formats.js";
import { INPUT_FORMATS } from "./records.js";

const GENERAL = `gisa reads Korean news text and prints what it names: people, places, organisations, events, times with ISO values.

Usage
  gisa annotate [FILE…]      annotations on standard output
  gisa view FILE             one HTML page: highlighted text, timeline, entities
  gisa serve --stdio         answers JSON lines for as long as they come; --http answers requests
  gisa eval GOLD.jsonl…      scores against articles with the answers
  gisa dict add WORD…        adds words to a user dictionary
  gisa help annotate         every option, with examples
  gisa --version

Try
  gisa annotate article.txt --published 2024-03-25
  gisa view article.txt --published 2024-03-25 > article.html
  cat articles.jsonl | gisa annotate --format jsonl > annotated.jsonl

Exit codes
  0  all went well
  1  some inputs could not be read or annotated, or the output could not be written; standard error names each, the others are done
  2  the command line is wrong, or gisa's own files are damaged; nothing was done
`;

const ANALYZER = `  -d, --dictionary FILE   own words: a line is surface TAB tag TAB class (e.g. 가람바이오 TAB NNP TAB 기관)
      --rules FILE        own mentions, JSON: [{"words":["가람누리호"],"type":"OTHER"},{"pattern":"제\\d+호 법안","type":"LAW"}]
      --threshold T=N     least score, 0 to 1, of mentions of a type, such as PERSON=0.8; for each type once
`;

const COMMON = `  -p, --published DATE    day of publication, 2024-03-25: what "오는 28일" and "어제" are read against.
                          A JSON article's own date field comes first. Without either, the text's date lines are read.
  -t, --types LIST        only these, parted by commas: ${MENTION_TYPES.slice(0, 5).join(", ")},
                          ${MENTION_TYPES.slice(5).join(", ")}
${ANALYZER}  -i, --input FORMAT      ${INPUT_FORMATS.join(", ")}, where the file's name does not tell
      --text-field NAME   field of a JSON article, or column of a table, that holds its text (text)
      --date-field NAME   field that holds its date (publishedAt)
      --id-field NAME     field that holds its id (id)
      --no-header         a table's first row is an article too; its columns are called 1, 2, 3 …
      --whole-page        take menus, copyright lines and the like for article text too
      --force             analyse text that is not Korean too
      --labels en|ko      language of headings (en)
  -h, --help
`;

const ANNOTATE = `gisa annotate [FILE…]

Reads articles from files, or from standard input where there is none (or for the name "-"). A .txt file is one article, a .jsonl file
holds one a line, a .json file one object or an array, a .csv or .tsv file one a row; a .html file is a page, whose article is taken out.
Each may be packed with gzip or zstd. Prints annotations in the order of the input.

Examples
  gisa annotate article.txt --published 2024-03-25
      A summary to read: entities by type with titles and aliases, times, a timeline, quotes.

  gisa annotate *.txt --format csv --types PERSON,ORGANIZATION > names.csv
      A table of the people and organisations in many files.

  cat articles.jsonl | gisa annotate --format jsonl --layers entities,timexes,events > out.jsonl
      A line in, a line out: {"id":7,"text":"…","publishedAt":"2024-03-25"} becomes {"id":7,"text":"…","publishedAt":"…","doc":{…}}.
      Your own fields stay. A bad line is named on standard error and passed over. Memory does not grow with the input.

  gisa annotate articles.csv.gz --text-field body --workers 4 --format jsonl --output out.jsonl.gz
      A large table on four processors. out.jsonl.gz is there when all is done; until then it is out.jsonl.gz.part.
      The same line with --resume goes on where a run was stopped.

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
  -o, --output FILE       written beside as FILE.part and renamed at the end; .gz and .zst are packed
      --compress NAME     gzip, zstd or none, where the output's name does not tell
      --resume            with --output and jsonl: keeps what an earlier run wrote and skips those ids
  -w, --workers N         threads that analyse, sharing one lexicon (1)
${COMMON}      --color, --no-color colours whether or not standard output is a terminal; NO_COLOR is heeded
      --progress          progress in lines of a log, every ten seconds, where there is no terminal
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

const SERVE = `gisa serve --stdio
gisa serve --http

Loads once and answers for as long as it is asked. With --stdio a JSON object a line comes in, and a line goes out for each, in order:
  {"id":7,"text":"…","publishedAt":"2024-03-25"}   {"ok":true,"id":7,"doc":{…}}
  {"id":8}                                         {"ok":false,"id":8,"error":{"code":"option/type","message":"…"}}
A record may also have force, wholePage, types and layers. With --http the same objects are the bodies of POST /annotate;
GET /health says that the server is there. It stops when it is sent SIGTERM, after it has answered what it was asked.

Examples
  gisa serve --stdio < records.jsonl > answers.jsonl
  gisa serve --http --port 8080 &
  curl --json '{"text":"…","layers":["entities","events"]}' http://127.0.0.1:8080/annotate

Options
${ANALYZER}      --max-bytes N       longest record (16777216; with --http 1048576)
  with --http alone:
      --host HOST         address to listen at (127.0.0.1: this machine alone). There is no password and no encryption
      --port N            port (8080); 0 takes any that is free
      --timeout SECONDS   time for a request, from its headers to its answer (30)
      --workers N         processes that analyse, about 200 MB each (1)
      --waiting N         requests that may wait for one of them (64); more are told to come again
  -h, --help
`;

const EVAL = `gisa eval GOLD.jsonl…

Analyses articles whose annotations are known, and prints how much of them was found: mentions, entities, times, events.
A line: {"id":"a1","text":"…","publishedAt":"2024-03-25","mentions":[{"start":0,"end":3,"type":"PERSON"}],"timexes":[…],"events":[…]}.

Examples
  gisa eval press-dev.jsonl --errors 40
  gisa eval gold.jsonl --json | jq .mentions.exact.f

Options
  -t, --types LIST        types of mentions and entities that count (PERSON, LOCATION, ORGANIZATION)
      --errors N          print the first N errors of each file
      --json              one line of JSON a file
${ANALYZER}  -h, --help
`;

const DICT = `gisa dict add --dictionary FILE WORD…

Adds words to a user dictionary, which is made where it does not exist, and prints how each is read now and was before.
A word that is wrong is named on standard error and passed over; one that the file holds is not added again.

Examples
  gisa dict add --dictionary words.tsv --class 기관 가람바이오 새솔전자
  gisa dict add --dictionary words.tsv - < more-words.tsv
      Lines of surface TAB tag TAB class TAB cost.

Options
  -d, --dictionary FILE   the file, for gisa annotate --dictionary
      --tag TAG           Sejong tag of the words (NNP)
      --class NAME        인명, 지명, 기관 …
      --cost=N            the lower, the stronger (--cost=-500); without it just low enough
  -h, --help
`;

const PAGES: Readonly<Record<string, string>> = {
  annotate: ANNOTATE,
  view: VIEW,
  eval: EVAL,
  dict: DICT,
  serve: SERVE,
};

export function helpOf(command: string | undefined): string {
  return Object.hasOwn(PAGES, command ?? "") ? (PAGES[command as string] as string) : GENERAL;
}
