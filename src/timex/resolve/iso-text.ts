/** How the calendar is written: values after ISO 8601 (2024-03, 2024-W13) with X for what no text fixes, modifiers after TIMEX3. */
import { addDays, type CivilDate, toDayNumber } from "../../core/civil-date.js";
import type { Phase } from "../piece.js";
import type { Resolved } from "./context.js";

export const OPEN_DAY = "XXXX-XX-XX";

export const pad = (number: number, width = 2): string => String(number).padStart(width, "0");
export const yearText = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4));
export const monthText = (year: number, month: number): string => `${yearText(year)}-${pad(month)}`;
export const dayText = ({ year, month, day }: CivilDate): string => `${monthText(year, month)}-${pad(day)}`;

/** 2024-W13: the ISO week that begins on a Monday. */
export function weekText(monday: CivilDate): string {
  const thursday = addDays(monday, 3);
  const week = Math.floor((toDayNumber(thursday) - toDayNumber({ year: thursday.year, month: 1, day: 1 })) / 7) + 1;
  return `${yearText(thursday.year)}-W${pad(week)}`;
}

/** 초, 중순, 말 of a month or a week. */
export function phaseMod(phase: Phase | undefined): Resolved["mod"] | undefined {
  if (phase === "early" || phase === "first10") return "START";
  if (phase === "middle" || phase === "second10") return "MID";
  return phase === "late" || phase === "latter" || phase === "last10" ? "END" : undefined;
}
