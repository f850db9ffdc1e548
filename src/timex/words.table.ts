import type { Origin, PieceBody } from "./piece.js";

/**
 * Words that are pieces of time expressions. A space may be left out where `_` stands (다음_주: 다음 주, 다음주).
 *
 * `after`: what may follow. "josa": nothing, or a particle; "any": anything; "none": no Hangul.
 */
export type WordRow = readonly [surface: string, body: PieceBody, after?: "josa" | "any" | "none"];

const shift = (part: "year" | "half" | "quarter" | "month" | "week" | "day", by: number, from: Origin = "document"): PieceBody => ({
  kind: "shift", part, by, from,
});
const season = (code: "SP" | "SU" | "FA" | "WI"): PieceBody => ({ kind: "season", season: code });
const daypart = (part: "morning" | "afternoon" | "dawn" | "day" | "evening" | "night"): PieceBody => ({ kind: "daypart", daypart: part });
const set = (length: string, open = false): PieceBody => ({ kind: "set", length, open });
const refer = (value: string): PieceBody => ({ kind: "reference", value });
const about = (word: string): PieceBody => ({ kind: "about", word });

export const WORDS: readonly WordRow[] = [
  // Years
  ["올해", shift("year", 0)], ["올_한_해", shift("year", 0)], ["올", shift("year", 0), "none"], ["금년", shift("year", 0)], ["금년도", shift("year", 0)], ["올 해", shift("year", 0)],
  ["지난해", shift("year", -1)], ["지난_한_해", shift("year", -1)], ["작년", shift("year", -1)], ["작년도", shift("year", -1)], ["지난 해", shift("year", -1)], ["昨年", shift("year", -1)], ["今年", shift("year", 0)], ["來年", shift("year", 1)],
  ["재작년", shift("year", -2)], ["지지난해", shift("year", -2)], ["그러께", shift("year", -2)],
  ["내년", shift("year", 1)], ["내년도", shift("year", 1)], ["명년", shift("year", 1)], ["새해", shift("year", 1, "turn")], ["신년", shift("year", 1, "turn")], ["내후년", shift("year", 2)],
  ["전년", shift("year", -1, "focus")], ["전년도", shift("year", -1, "focus")], ["전해", shift("year", -1, "focus")], ["前年", shift("year", -1, "focus")],
  ["그해", shift("year", 0, "focus")], ["그_해", shift("year", 0, "focus")], ["같은_해", shift("year", 0, "focus")], ["동년", shift("year", 0, "focus")],
  ["이듬해", shift("year", 1, "focus")], ["다음_해", shift("year", 1, "focus")], ["익년", shift("year", 1, "focus")],
  // Halves and quarters
  ["상반기", { kind: "half", half: 1 }, "any"], ["하반기", { kind: "half", half: 2 }, "any"], ["전반기", { kind: "half", half: 1 }], ["후반기", { kind: "half", half: 2 }],
  ["上半期", { kind: "half", half: 1 }], ["下半期", { kind: "half", half: 2 }], ["이번_분기", shift("quarter", 0)], ["지난_분기", shift("quarter", -1)], ["직전_분기", shift("quarter", -1, "focus")], ["전_분기", shift("quarter", -1, "focus")], ["전분기", shift("quarter", -1, "focus")], ["다음_분기", shift("quarter", 1)],
  // Months
  ["이달", shift("month", 0)], ["이 달", shift("month", 0)], ["이번_달", shift("month", 0)], ["금월", shift("month", 0)], ["당월", shift("month", 0)], ["지난달", shift("month", -1)], ["지난 달", shift("month", -1)], ["지지난달", shift("month", -2)], ["전달", shift("month", -1, "focus"), "none"], ["전월", shift("month", -1, "focus"), "none"],
  ["다음_달", shift("month", 1)], ["내달", shift("month", 1)], ["새달", shift("month", 1)], ["다다음_달", shift("month", 2)], ["같은_달", shift("month", 0, "focus")], ["그달", shift("month", 0, "focus")], ["이듬달", shift("month", 1, "focus")], ["익월", shift("month", 1, "focus")],
  // Weeks
  ["이번_주", shift("week", 0)], ["금주", shift("week", 0), "none"], ["지난주", shift("week", -1)], ["지난 주", shift("week", -1)], ["지지난주", shift("week", -2)], ["지지난 주", shift("week", -2)], ["다음_주", shift("week", 1)], ["내주", shift("week", 1), "none"], ["차주", shift("week", 1), "none"],
  ["다다음_주", shift("week", 2)], ["담주", shift("week", 1)], ["전주", shift("week", -1), "none"], ["전_주", shift("week", -1), "none"], ["같은_주", shift("week", 0, "focus")], ["그_주", shift("week", 0, "focus")], ["직전_주", shift("week", -1, "focus")],
  // Days
  ["오늘", shift("day", 0)], ["금일", shift("day", 0)], ["어제", shift("day", -1)], ["어저께", shift("day", -1)], ["작일", shift("day", -1)], ["그제", shift("day", -2)], ["그저께", shift("day", -2)], ["엊그제", shift("day", -2)], ["그끄저께", shift("day", -3)],
  ["내일", shift("day", 1)], ["명일", shift("day", 1)], ["모레", shift("day", 2)], ["내일모레", shift("day", 2)], ["낼모레", shift("day", 2)], ["그끄제", shift("day", -3)], ["그글피", shift("day", 4)], ["글피", shift("day", 3)], ["어젯밤", shift("day", -1)], ["어제저녁", shift("day", -1)], ["간밤", shift("day", -1)], ["지난밤", shift("day", -1)], ["오늘_밤", shift("day", 0)], ["내일_밤", shift("day", 1)],
  ["이날", shift("day", 0, "story")], ["이_날", shift("day", 0, "story")], ["그날", shift("day", 0, "focus")], ["그_날", shift("day", 0, "focus")], ["같은_날", shift("day", 0, "story")], ["당일", shift("day", 0, "focus")], ["동일자", shift("day", 0, "focus")],
  ["전날", shift("day", -1, "eve")], ["하루_전날", shift("day", -1, "focus")], ["전일", shift("day", -1, "eve")], ["이튿날", shift("day", 1, "focus")], ["다음_날", shift("day", 1, "focus")], ["익일", shift("day", 1, "focus")], ["그_다음_날", shift("day", 1, "focus")], ["그_전날", shift("day", -1, "focus")],
  ["첫날", { kind: "day-of", nth: 1 }], ["첫째_날", { kind: "day-of", nth: 1 }], ["둘째_날", { kind: "day-of", nth: 2 }], ["셋째_날", { kind: "day-of", nth: 3 }], ["넷째_날", { kind: "day-of", nth: 4 }], ["마지막_날", { kind: "day-of", nth: -1 }],
  ["전_거래일", shift("day", -1, "market")], ["직전_거래일", shift("day", -1, "market")], ["다음_거래일", shift("day", 1, "market")],
  // Directions
  ["지난", { kind: "lead", way: "last" }, "any"], ["앞선", { kind: "lead", way: "last" }, "any"], ["오는", { kind: "lead", way: "next" }, "any"], ["다가오는", { kind: "lead", way: "next" }, "any"], ["이번", { kind: "lead", way: "this" }, "any"], ["다음", { kind: "lead", way: "next" }, "any"],
  // Ends of periods. 말 and 초 are too short to be looked for; the composer reads them after a year, a month or a decade.
  ["연말", { kind: "phase", phase: "late" }], ["연초", { kind: "phase", phase: "early" }], ["연내", { kind: "phase", phase: "within" }], ["월말", { kind: "phase", phase: "late", of: "month" }], ["월초", { kind: "phase", phase: "early", of: "month" }],
  ["年末", { kind: "phase", phase: "late" }], ["年初", { kind: "phase", phase: "early" }],
  // Seasons: only beside something that fixes their year.
  ["봄", season("SP")], ["봄철", season("SP")], ["여름", season("SU")], ["여름철", season("SU")], ["하절기", season("SU")], ["가을", season("FA")], ["가을철", season("FA")], ["겨울", season("WI")], ["겨울철", season("WI")], ["동절기", season("WI")], ["초여름", season("SU")], ["늦가을", season("FA")], ["한겨울", season("WI")], ["한여름", season("SU")], ["초겨울", season("WI")], ["늦여름", season("SU")], ["초봄", season("SP")], ["초가을", season("FA")],
  // Weekdays
  ["월요일", { kind: "weekday", days: [1], bracket: false }], ["화요일", { kind: "weekday", days: [2], bracket: false }], ["수요일", { kind: "weekday", days: [3], bracket: false }], ["목요일", { kind: "weekday", days: [4], bracket: false }], ["금요일", { kind: "weekday", days: [5], bracket: false }], ["토요일", { kind: "weekday", days: [6], bracket: false }], ["일요일", { kind: "weekday", days: [7], bracket: false }],
  ["주말", { kind: "weekend" }], ["다음_주말", { kind: "weekend", by: 1 }], ["다다음_주말", { kind: "weekend", by: 2 }],
  ["주_초반", { kind: "phase", phase: "early", of: "week" }], ["주초", { kind: "phase", phase: "early", of: "week" }], ["주_중반", { kind: "phase", phase: "middle", of: "week" }], ["주_후반", { kind: "phase", phase: "late", of: "week" }],
  // Weeks of a month
  ["첫_주", { kind: "week-of", nth: 1 }], ["첫째_주", { kind: "week-of", nth: 1 }], ["둘째_주", { kind: "week-of", nth: 2 }], ["셋째_주", { kind: "week-of", nth: 3 }], ["넷째_주", { kind: "week-of", nth: 4 }], ["다섯째_주", { kind: "week-of", nth: 5 }], ["마지막_주", { kind: "week-of", nth: -1 }],
  ["첫째", { kind: "week-of", nth: 1 }, "any"], ["둘째", { kind: "week-of", nth: 2 }, "any"], ["셋째", { kind: "week-of", nth: 3 }, "any"], ["넷째", { kind: "week-of", nth: 4 }, "any"],
  // Times of day
  ["오전", daypart("morning"), "any"], ["오후", daypart("afternoon"), "any"], ["새벽", daypart("dawn"), "any"], ["아침", daypart("morning"), "any"], ["낮", daypart("day"), "any"], ["저녁", daypart("evening"), "any"], ["밤", daypart("night"), "any"], ["한낮", daypart("day"), "any"], ["한밤", daypart("night"), "any"], ["심야", daypart("night"), "any"], ["午前", daypart("morning"), "any"], ["午後", daypart("afternoon"), "any"],
  ["자정", { kind: "moment", hour: 0 }], ["정오", { kind: "moment", hour: 12 }],
  // The same period of another year
  ["같은_기간", { kind: "same-period", by: 0 }], ["동기", { kind: "same-period", by: 0 }], ["동월", { kind: "same-period", by: 0 }], ["동기간", { kind: "same-period", by: 0 }], ["같은_시기", { kind: "same-period", by: 0 }], ["전년_동기", { kind: "same-period", by: -1 }], ["전년_동월", { kind: "same-period", by: -1 }], ["이_기간", { kind: "same-period", by: 0 }], ["같은_분기", { kind: "same-period", by: 0 }],
  // Sets
  ["매일", set("P1D")], ["날마다", set("P1D")], ["매주", set("P1W")], ["주마다", set("P1W")], ["격주", set("P2W")], ["매월", set("P1M")], ["매달", set("P1M")], ["달마다", set("P1M")], ["다달이", set("P1M")], ["격월", set("P2M")], ["매년", set("P1Y")], ["해마다", set("P1Y")], ["매해", set("P1Y")], ["격년", set("P2Y")], ["매_분기", set("P3M")], ["분기마다", set("P3M")], ["분기별", set("P3M")], ["반기마다", set("P6M")], ["반기별", set("P6M")],
  ["매시간", set("PT1H")], ["시간마다", set("PT1H")], ["매시", set("PT1H")], ["주말마다", set("P1W")], ["평일", set("P1D")], ["매_학기", set("P6M")], ["격일", set("P2D")], ["매회계연도", set("P1Y")], ["연례", set("P1Y"), "none"], ["매", set("", true), "none"], ["每年", set("P1Y")], ["每週", set("P1W")],
  ["마다", { kind: "every" }, "any"],
  // References
  ["현재", refer("PRESENT_REF"), "josa"], ["최근", refer("PAST_REF")], ["향후", refer("FUTURE_REF")],
  // Before durations
  ["약", about("약"), "any"], ["최장", about("최장"), "none"], ["앞으로", about("앞으로"), "none"], ["과거", about("과거"), "none"],
  ["음력", { kind: "lunar", leap: false }, "none"], ["음력으로", { kind: "lunar", leap: false }, "josa"], ["음력으로는", { kind: "lunar", leap: false }, "none"], ["음력 윤", { kind: "lunar", leap: true }, "any"], ["그로부터", { kind: "since" }],
];
