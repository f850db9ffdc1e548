/** Native numerals as they stand before a unit of time: 한 달, 석 달, 스무 날. */
export const NATIVE_NUMERALS: readonly (readonly [word: string, value: number])[] = [
  ["한", 1], ["두", 2], ["세", 3], ["석", 3], ["네", 4], ["넉", 4], ["다섯", 5], ["여섯", 6], ["일곱", 7],
  ["여덟", 8], ["아홉", 9], ["열", 10], ["열한", 11], ["열두", 12], ["열세", 13], ["열석", 13], ["열네", 14], ["열넉", 14], ["열다섯", 15], ["열여섯", 16],
  ["열일곱", 17], ["열여덟", 18], ["열아홉", 19], ["스무", 20], ["스물한", 21], ["스물두", 22], ["스물세", 23], ["스물네", 24], ["스물다섯", 25], ["서른", 30], ["마흔", 40],
  ["마흔두", 42], ["쉰", 50], ["예순", 60], ["일흔", 70], ["여든", 80], ["아흔", 90], ["한두", 2], ["두세", 3], ["서너", 4], ["너댓", 5], ["대여섯", 6],
];

/** Units that follow native numerals. */
export const NATIVE_UNITS: readonly (readonly [word: string, unit: "year" | "quarters" | "months" | "weeks" | "hour" | "hours"])[] = [
  ["분기", "quarters"], ["개 분기", "quarters"], ["달", "months"], ["시간", "hours"], ["해", "year"], ["시", "hour"], ["주일", "weeks"], ["주", "weeks"],
];

/** Days, months and years that are counted in one word. */
export const COUNTED_DAYS: readonly (readonly [word: string, unit: "day" | "weeks" | "months" | "hours" | "year", value: number])[] = [
  ["하루", "day", 1], ["이틀", "day", 2], ["양일", "day", 2], ["삼일간", "day", 3], ["사흘", "day", 3], ["나흘", "day", 4], ["닷새", "day", 5], ["엿새", "day", 6], ["이레", "day", 7],
  ["여드레", "day", 8], ["아흐레", "day", 9], ["열흘", "day", 10], ["보름", "day", 15], ["스무날", "day", 20], ["사나흘", "day", 4], ["일주일", "weeks", 1],
  ["반나절", "hours", 6], ["반년", "months", 6], ["일 년", "year", 1], ["일년", "year", 1], ["십 년", "year", 10], ["이십 년", "year", 20], ["삼십 년", "year", 30], ["반세기", "year", 50], ["백 년", "year", 100], ["백년", "year", 100], ["천 년", "year", 1000], ["천년", "year", 1000],
];

/** Months in words. 일월 and 이월 are left out: they are names and carry-overs too. */
export const MONTH_WORDS: readonly (readonly [word: string, month: number])[] = [
  ["삼월", 3], ["사월", 4], ["오월", 5], ["유월", 6], ["칠월", 7], ["팔월", 8], ["구월", 9], ["시월", 10], ["십일월", 11], ["십이월", 12], ["동짓달", 11], ["섣달", 12],
];

/** Hanja digits; 十 and 百 are handled by the reader. */
export const HANJA_DIGITS = "〇一二三四五六七八九";

/** Units written after digits. A longer one stands before the one it begins with. */
export const DIGIT_UNITS: readonly (readonly [word: string, unit: import("./piece.js").Unit])[] = [
  ["세기", "century"], ["학년도", "year"], ["회계연도", "year"], ["개년", "year"], ["년대", "decade"], ["年代", "decade"], ["년", "year"], ["年", "year"], ["반기", "half"], ["개 분기", "quarters"], ["개분기", "quarters"], ["분기", "quarter"], ["/4분기", "quarter"], ["학기", "term"], ["개월", "months"],
  ["달", "months"], ["월", "month"], ["月", "month"], ["주일", "weeks"], ["주", "weeks"], ["시간", "hours"], ["일", "day"], ["日", "day"],
  ["시", "hour"], ["時", "hour"], ["분", "minute"], ["分", "minute"], ["초", "second"],
];
