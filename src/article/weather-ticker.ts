/**
 * Weather tickers: "흐림속초 0.1℃", "구름많음 서울 12.3℃ 맑음 부산 15℃", with or without "기상청 제공".
 *
 * Units  offsets are into the line given.
 */
import type { Span } from "../core/types.js";
import { WEATHER_CITIES, WEATHER_CONDITIONS } from "./page-words.table.js";

const CONDITIONS = new Set(WEATHER_CONDITIONS);
const CITIES = new Set(WEATHER_CITIES);

/** One reading: an optional sky, an optional place, degrees. */
const READING =
  /([가-힣/]{0,12})\s{0,3}([가-힣]{0,6})\s{0,3}[-−–]?\d{1,2}(?:\.\d{1,2})?\s{0,2}(?:℃|°C|°c|˚C|°|도)(?![가-힣])/g;
const REST =
  /기상청|제공|오늘의|날씨|현재|최저|최고|미세먼지|초미세먼지|좋음|보통|나쁨|\d{4}[.-]\s?\d{1,2}[.-]\s?\d{1,2}\.?|\([월화수목금토일]\)|\d{1,2}:\d{2}|[\s|/·,.:]/g;

/** Whether the line is nothing but readings. */
export function isTicker(line: string): boolean {
  if (line.length > 2000 || !/[℃°˚]|\d도/.test(line)) return false;
  const readings = readingsOf(line);
  if (readings.length === 0) return false;
  let rest = "";
  let at = 0;
  for (const { start, end } of readings) {
    rest += line.slice(at, start);
    at = end;
  }
  return (rest + line.slice(at)).replace(REST, "") === "";
}

/** Runs of two readings or more, side by side, inside a longer line. */
export function tickerRuns(line: string): Span[] {
  if (!/[℃°˚]/.test(line)) return [];
  const runs: { start: number; end: number; count: number }[] = [];
  for (const { start, end } of readingsOf(line)) {
    const last = runs.at(-1);
    if (last && start - last.end <= 3 && line.slice(last.end, start).trim() === "") {
      last.end = end;
      last.count++;
    } else runs.push({ start, end, count: 1 });
  }
  return runs.filter(({ count }) => count >= 2).map(({ start, end }) => ({ start, end }));
}

function readingsOf(line: string): Span[] {
  const readings: Span[] = [];
  for (const match of line.matchAll(READING)) {
    const [whole, first = "", second = ""] = match;
    const end = match.index + whole.length;
    // The word before a reading is no part of it: 한빛일보 흐림속초 0.1℃.
    if (first !== "" && isReading(first, second)) readings.push({ start: match.index, end });
    else if (second !== "" && isReading(second, ""))
      readings.push({ start: match.index + whole.indexOf(second, first.length), end });
  }
  return readings;
}

/** 흐림속초, 흐림 속초, 속초, 흐림: a sky, a place, or both. */
function isReading(first: string, second: string): boolean {
  if (second === "") {
    if (CITIES.has(first) || CONDITIONS.has(first)) return true;
    for (let cut = 1; cut < first.length; cut++)
      if (CONDITIONS.has(first.slice(0, cut)) && CITIES.has(first.slice(cut))) return true;
    return false;
  }
  return (CONDITIONS.has(first) && CITIES.has(second)) || (CITIES.has(first) && CONDITIONS.has(second));
}
