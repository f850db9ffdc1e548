/**
 * Rule: days with a name: 설, 추석 연휴, 광복절, 3·1절, 어버이날, 동지, 초복. A name that is a common word too (설, 하지, 소설, 대한) needs a cue.
 * 5·18, 6·25, 12·3 and 3·1운동 name events and are left alone.
 */
import type { Holiday } from "../calendar/holiday-date.js";
import { HOLIDAYS } from "../calendar/holidays.table.js";
import { isDigit, isHangul, isLatin, wordEndsAt } from "../characters.js";
import type { Rule } from "./rule.js";

const BY_FIRST = new Map<string, Holiday[]>();
for (const holiday of [...HOLIDAYS].sort((a, b) => b[0].length - a[0].length)) {
  const first = holiday[0].charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), holiday]);
}

/** Names that are other words as well: a day only with one of these after it, or 절기 before it. */
const COMMON_WORDS = new Set([
  "하지",
  "소설",
  "대설",
  "대한",
  "우수",
  "백로",
  "소서",
  "대서",
  "입하",
  "청명",
  "상강",
  "소만",
  "처서",
  "백중",
  "칠석",
  "한식",
  "단오",
]);
const DAY_CUE =
  /^(?: 절기|\((?:\d{1,2}[월일.]|(?:大寒|寒食|雨水|[淸清]明|立夏|小[滿满]|夏至|小暑|大暑|處暑|百中|白露|七夕|霜降|小雪|大雪|端午)\))|[’'”"]?인 \d|날|[을를] (?:하루|이틀|사흘|나흘|닷새|엿새|열흘|보름|일주일|\d{1,2}일|앞두|앞둔|맞|지나|넘긴|넘겨)|[가이] 지나|[가이]자 |까지 )/;
const SEOL_CUE =
  /^(?: ?(?:연휴|명절|당일|차례|선물|대목|성수품|귀성|세뱃|이후|이전|전후|전(?:까지|에| )|앞두|앞둔|무렵|밑)|을 (?:앞두|앞둔|맞|쇠|전후|하루|이틀|사흘|나흘|닷새|열흘|보름|일주일)|에(?:는|도|만)? |(?:과|이나|·) ?추석|까지|보다|부터|이 지나|은 \d|인 \d)/;
/** 내일 ‘대한’ 전국 꽁꽁, 오늘 우수…낮부터 포근: named after a day, and the weather after it. */
const DAY_BEFORE = /(?:오늘은?|내일은?|모레는?|어제는?|\d일은?) ?[‘'“"]?$/;
const WEATHER_AFTER =
  /^(?:[’'”"]|…|\.\.|,).{0,24}?(?:추위|추워|춥|한파|강추위|꽁꽁|영하|쌀쌀|기온|포근|더위|무더|폭염|찜통|소나기|눈비|비 소식|첫눈|함박눈|대설|강풍|황사|미세먼지|맑|흐[리려림]|구름|날씨|[비눈] (?:온다|내|오))/;

/** 추석 연휴, 설 명절, 설 명절 연휴, 단오날. */
const FEAST = /^ ?(?:(?:명절 ?)?연휴|명절)|^날/;

export const namedDay: Rule = {
  id: "named-day",
  starts: [...BY_FIRST.keys()].join(""),
  read(text, at) {
    const before = text.charCodeAt(at - 1);
    if (isHangul(before) || isLatin(before) || isDigit(before) || text.charAt(at - 1) === ".") return null;
    for (const holiday of BY_FIRST.get(text.charAt(at)) ?? []) {
      const [name] = holiday;
      if (!text.startsWith(name, at)) continue;
      const bare = at + name.length;
      const rest = text.slice(bare, bare + 8);
      if (name === "설") {
        if (
          !SEOL_CUE.test(rest) &&
          !/(?:다가오는|지난해|올해|작년|내년|이번|지난|월|년) $/.test(text.slice(Math.max(0, at - 5), at))
        )
          return null;
      } else if (COMMON_WORDS.has(name)) {
        const said = DAY_CUE.test(rest) || /절기(?:상|인)? [‘'“"]?$/.test(text.slice(Math.max(0, at - 6), at));
        const told = () =>
          DAY_BEFORE.test(text.slice(Math.max(0, at - 5), at)) && WEATHER_AFTER.test(text.slice(bare, bare + 32));
        if (!said && !told()) return null;
      }
      const tail = FEAST.exec(rest)?.[0] ?? "";
      const off = tail.endsWith("연휴");
      const end = bare + tail.length;
      // 추석부터 is the day, 추석부 none.
      if ((!off && !wordEndsAt(text, end)) || /^부(?!터)/.test(rest)) return null;
      return [{ kind: "holiday", holiday, off, start: at, end, rule: "named-day" }];
    }
    return null;
  },
};
