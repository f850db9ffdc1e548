/** Rule: the words of `words.table.ts`: 올해, 지난달, 이튿날, 오전, 매주, 현재, … */
import { isHangul, wordEndsAt } from "../characters.js";
import type { Piece, PieceBody } from "../piece.js";
import { WORDS } from "../words.table.js";
import type { Rule } from "./rule.js";

interface Word {
  readonly surface: string;
  readonly body: PieceBody;
  readonly after: "josa" | "any" | "none";
}

// The longest word that fits is the one meant: 지난해 before 지난.
const ALL: readonly Word[] = WORDS.flatMap(([surface, body, after = "josa"]): Word[] => {
  const spellings = surface.includes("_") ? [surface.replaceAll("_", " "), surface.replaceAll("_", "")] : [surface];
  return spellings.map((spelling) => ({ surface: spelling, body, after }));
}).sort((a, b) => b.surface.length - a.surface.length);

/** Words by their first two characters, and those of one character, which also stand at the end of the other lists. */
const BY_HEAD = new Map<string, Word[]>();
for (const word of ALL) {
  const head = word.surface.slice(0, 2);
  BY_HEAD.set(head, [...(BY_HEAD.get(head) ?? []), word]);
}
for (const [head, words] of BY_HEAD) if (head.length > 1) words.push(...(BY_HEAD.get(head.charAt(0)) ?? []));

/** 첫째 아이 */
const NO_WEEK = /^(?! ?(?:주|[월화수목금토일]요일))/;

/** Words that go on in a way that the particle test lets through. */
const OTHER_WORDS: readonly (readonly [word: string, next: RegExp])[] = [
  ["오늘", /^의 (?:집|운세|유머)/],
  ["오늘 밤", /^ ?\d/],
  ["내일 밤", /^ ?\d/],
  ["이달", /^의 (?!\d|첫|마지막|말|초)/],
  ["현재", /^(?:가치|로서)/],
  [
    "자정",
    /^ (?:작용|능력|노력|기능|결의|운동|장치|선언|의지|활동|생태계|문화|캠페인|대책|방안|역량|시스템|분위기|목소리|기회)/,
  ],
  ["전해", /^ ?(?:듣|들|받|왔|오|온|올|줬|주|준|줄|드|졌|진|지|질|내려|달라)/],
  ["주마다", /^가스/],
  ["마다", /^가스/],
  ["다음 달", /^인[을은이들의]/],
  ["직전 주", /^(?:가(?![가-힣])|가[가를는의]|인[가-힣]|자)/],
  ["다음 주", /^자[가를는의들]/],
  ["지난 주", /^자[가를는의들]/],
  ["주말", /^부부/],
  ["격주", /^마(?!다)/],
  ["올", /^(?! ?(?:\d|봄|여름|가을|겨울|상반기|하반기|초|말|시즌|한|들어|설|추석|연말|연초|광복|[가-힣]+절))/],
  ["금주", /^(?! ?중(?![가-힣])| (?:내|안|말|초)|[.,)]|에|의)/],
  ["그 주", /^(?! ?(?:[월화수목금토일]요일|주말|초반|중반|후반|안에|내내))/],
  ["그주", /^(?! ?(?:[월화수목금토일]요일|주말|초반|중반|후반|안에|내내))/],
  ["전주", /^(?! ?(?:대비|보다|比))/],
  ["전 주", /^(?! ?(?:대비|보다|\())/],
  ["내주", /^(?! (?:중|초|말|안|내|월|화|수|목|금|토|일)|쯤|께|부터|까지)/],
  ["차주", /^(?! (?:중|초|말|월|화|수|목|금)|부터|까지)/],
  ["전달", /^(?! ?(?:대비|보다|같은|\d|초|말|중순))/],
  ["동기", /^(?! ?(?:대비|보다|에|와|의 |\(|,|비))/],
  ["전일", /^(?! ?(?:대비|보다|종가|에|의|,|\())/],
  ["첫째", NO_WEEK],
  ["둘째", NO_WEEK],
  ["셋째", NO_WEEK],
  ["넷째", NO_WEEK],
  ["매일", /^경제/],
  ["내일", /^(?:의|을|로|이룸)/],
];
const OTHER_WORD_OF = new Map(OTHER_WORDS);

/** 올해상반기, 내년봄: what a year is glued to. */
const AFTER_YEAR = /^(?:[상하]반기|(?:봄|여름|가을|겨울)(?![가-힣]))/;

/** What 지난 is, and 지난해. */
const LAST: ReadonlySet<PieceBody["kind"]> = new Set(["lead", "shift"]);

/** Whether a word may begin at `at`: an eojeol does. Dayparts and 마다 also stand right after a date or a number. */
function mayBegin(text: string, at: number, body: PieceBody): boolean {
  // 상·하반기
  if (body.kind === "half" && "·ㆍ․?".includes(text.charAt(at - 1)) && text.charAt(at - 2) === "상") return false;
  if (!isHangul(text.charCodeAt(at - 1))) return true;
  if (body.kind === "every") return true;
  if (text.charAt(at) === "지") return /^지난해?\d/.test(text.slice(at, at + 4)) && LAST.has(body.kind);
  const before = text.charAt(at - 1);
  switch (body.kind) {
    case "weekday":
      return before === "째";
    case "daypart":
    case "moment":
    case "half":
    case "season":
    case "phase":
    case "reference":
    case "weekend":
      return "일날년해올난번가제 월".includes(before);
    default:
      return false;
  }
}

export const word: Rule = {
  id: "word",
  starts: ALL.map(({ surface }) => surface.charAt(0)).join(""),
  read(text, at): readonly Piece[] | null {
    const words = BY_HEAD.get(text.slice(at, at + 2)) ?? BY_HEAD.get(text.charAt(at));
    if (!words) return null;
    for (const { surface, body, after } of words) {
      if (!text.startsWith(surface, at) || !mayBegin(text, at, body)) continue;
      const end = at + surface.length;
      const rest = text.slice(end, end + 5);
      const other = OTHER_WORD_OF.get(surface);
      if (other?.test(rest)) continue;
      if (after === "josa" && !wordEndsAt(text, end) && !AFTER_YEAR.test(rest)) continue;
      if (after === "none" && !other && isHangul(text.charCodeAt(end))) continue;
      return [{ ...body, start: at, end, rule: "word" }];
    }
    return null;
  },
};
