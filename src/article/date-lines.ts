/**
 * Lines in which a page says when it was published: "입력 2024.03.25 10:11 | 수정 2024.03.25 11:20", "2024.04.28 (일)".
 *
 * Shapes  a line → PageDate[]. `label` tells what the page calls the date.
 * Units   civil dates; the clock time is dropped.
 */
import { type CivilDate, isValidDate } from "../core/civil-date.js";

export interface PageDate {
  readonly date: CivilDate;
  /** first: 입력, 등록, 승인; edited: 수정; release: 보도일시; bare: no label. */
  readonly label: "first" | "edited" | "release" | "bare";
}

const DATE_SOURCE = String.raw`((?:19|20)\d{2})\s?[.\-/년]\s?(\d{1,2})\s?[.\-/월]\s?(\d{1,2})(?!\d)\s?일?\.?`;
const LABELLED = new RegExp(
  String.raw`(기사입력|기사승인|기사작성|최초입력|최초등록|최종수정|최종업데이트|입력|등록|승인|작성|게시|게재|발행|송고|업데이트|수정|보도\s?일시|보도\s?시점|배포\s?일시|배포\s?일|Published|Updated)(?:일시|일자|날짜|시간|시각|일)?\s{0,3}[:：=]?\s{0,3}\(?${DATE_SOURCE}`,
  "g",
);
const ANY_DATE = new RegExp(DATE_SOURCE, "g");
const LABELS: readonly (readonly [RegExp, PageDate["label"]])[] = [
  [/^(?:최종|업데이트|수정|Updated)/, "edited"],
  [/^(?:보도|배포)/, "release"],
  [/./, "first"],
];
const OF_THE_DAY = /((?:19|20)\d{2})년\s?(\d{1,2})월\s?(\d{1,2})일자/;

/** A date line is short; a longer one is prose that mentions a date. */
const LONGEST_DATE_LINE = 160;

export function readDates(line: string): PageDate[] {
  if (line.length > LONGEST_DATE_LINE || !/\d{4}/.test(line)) return [];
  const dates: PageDate[] = [];
  for (const match of line.matchAll(LABELLED)) {
    const date = civil(match[2], match[3], match[4]);
    const label = LABELS.find(([pattern]) => pattern.test(match[1] as string))?.[1] ?? "first";
    if (date) dates.push({ date, label });
  }
  if (dates.length > 0) return dates;
  const ofTheDay = OF_THE_DAY.exec(line);
  const dayDate = ofTheDay && line.length <= 60 ? civil(ofTheDay[1], ofTheDay[2], ofTheDay[3]) : null;
  if (dayDate) return [{ date: dayDate, label: "first" }];
  if (!isBareDate(line)) return [];
  for (const match of line.matchAll(ANY_DATE)) {
    const date = civil(match[1], match[2], match[3]);
    if (date) dates.push({ date, label: LABEL_AFTER.test(line) ? "first" : "bare" });
  }
  return dates;
}

function civil(year: string | undefined, month: string | undefined, day: string | undefined): CivilDate | null {
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return isValidDate(date) ? date : null;
}

/** "2023/11/12 08:05 송고". */
const LABEL_AFTER = /\d\s{0,2}(?:송고|입력|등록|승인|작성|게재)$/;
const CLOCK = /(?:오전|오후|AM|PM)?\s?\d{1,2}\s?[:시]\s?\d{1,2}분?(?::\d{2})?\s?(?:AM|PM)?/g;
const WEEKDAY = /[([]?[월화수목금토일](?:요일)?[)\]]?/g;
const COUNTS = /(?:조회(?:수)?|댓글|추천|공감|읽음)\s?[:：]?\s?[\d,]{0,9}/g;

/** Whether the line is a date line: "strong" with a label, "weak" when it is a date and no more, which may be a table's. */
export function isDateLine(line: string): "strong" | "weak" | null {
  if (line.length > LONGEST_DATE_LINE || !/\d{4}/.test(line)) return null;
  const labels = [...line.matchAll(LABELLED)];
  if (labels.length > 0) {
    // 보도일시 is a press release's own table.
    if (labels.some((match) => /^(?:보도|배포)/.test(match[1] as string))) return null;
    const rest = line.replace(LABELLED, "").replace(CLOCK, "").replace(COUNTS, "").replace(WEEKDAY, "");
    return rest.replace(/[^\p{L}]/gu, "").length <= 2 ? "strong" : null;
  }
  if (!isBareDate(line)) return null;
  return LABEL_AFTER.test(line) ? "strong" : "weak";
}

function isBareDate(line: string): boolean {
  if (line.length > 60) return false;
  const rest = line.replace(LABEL_AFTER, "").replace(ANY_DATE, "\u0001");
  if (!rest.includes("\u0001")) return false;
  return (
    rest
      .replace(CLOCK, "")
      .replace(COUNTS, "")
      .replace(WEEKDAY, "")
      .replace(/[\u0001\s|/,.·:()[\]~-]/g, "") === ""
  );
}
