/** Clock times that the text gives in the time of another place: 28일 오후 5시 30분(현지시간), 14일(현지시간) 오후 3시. */
import type { CivilDate } from "../../core/civil-date.js";
import { offsetAt, placeIn } from "../calendar/zone.js";
import type { Context } from "./context.js";
import { pad } from "./iso-text.js";

const AFTER = /^(?:께|쯤|경| 무렵)?\s?\([^()]{0,8}현지\s?시[간각]/;
const BEFORE = /현지\s?시[간각](?:으로| 기준)?\)?,?\s?$/;
const HENCEFORTH = /이하 현지\s?시[간각]/;

/** Characters looked at for the place: of the sentence on both sides, of the text before it, and of the head of the text, where the dateline is. */
const REACH = 400;
const HEAD = 120;

/** Minutes ahead of UTC of the clock that a time is given in; null where it is Seoul's, or the place or its clock is not known. */
export function localOffset(context: Context, date: CivilDate, minute: number): number | null {
  const { text, start, end, sentenceStart, sentenceEnd } = context;
  const after = AFTER.exec(text.slice(end, end + 24))?.[0];
  const before = BEFORE.exec(text.slice(Math.max(0, start - 24), start))
    ? text.slice(Math.max(0, start - 24), start)
    : "";
  context.localFromHere ||= HENCEFORTH.test(after ?? before);
  if (after === undefined && before === "" && !context.localFromHere) return null;
  if (/한국 ?시간[^()]{0,12}$/.test(text.slice(Math.max(0, start - 20), start))) return null;
  const place =
    placeIn(text.slice(Math.max(sentenceStart, start - REACH), start), "last") ??
    placeIn(text.slice(end, Math.min(sentenceEnd, end + REACH)), "first") ??
    placeIn(text.slice(Math.max(0, sentenceStart - REACH), sentenceStart), "last") ??
    placeIn(text.slice(0, HEAD), "first");
  return place === null ? null : offsetAt(place, date, minute);
}

/** -300 is -05:00. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
