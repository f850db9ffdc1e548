/**
 * Refiner: gives a point of the calendar its value.
 *
 * Values  ISO 8601 / TIMEX3: 2024-03-27, 2024-03, 2024-W13, 2024-Q1, 2024-H1, 2024-SP, 1990/1999. What no date fixes is X: XXXX-03-27.
 * Errors  a day its month lacks is reported as "timex/no-such-day"; the point then has no value.
 */
import {
  addDays,
  addMonths,
  type CivilDate,
  daysInMonth,
  formatDate,
  fromDayNumber,
  isValidDate,
  toDayNumber,
  weekday as weekdayOf,
} from "../../core/civil-date.js";
import type { TimexPart } from "../../core/types.js";
import { holidayBreak, holidayDate } from "../calendar/holiday-date.js";
import { lunarToSolar } from "../calendar/lunar.js";
import { COUNTED_DAYS } from "../numerals.table.js";
import type { Point, Slot } from "../expression.js";
import type { Origin } from "../piece.js";
import type { Context, Earlier, Resolved } from "./context.js";

export const pad = (number: number, width = 2): string => String(number).padStart(width, "0");
export const yearText = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4));
const monthText = (year: number, month: number): string => `${yearText(year)}-${pad(month)}`;
const lastDay = (year: number, month: number): CivilDate => ({ year, month, day: daysInMonth(year, month) });
const compare = (a: CivilDate, b: CivilDate): number => toDayNumber(a) - toDayNumber(b);

/** What a point takes over from the one before it in a list or a range. */
export interface Inherited {
  readonly year?: number;
  readonly month?: number;
  readonly id: string;
  /** The earlier bound: what is resolved may not lie before it. */
  readonly after?: CivilDate;
}

const JOINED = /^(?:에|의|까지|부터)?\s?(?:과|와|및|,|·|→|\/|∼|~|이나|또는|부터)\s?$/;
/** 사흘 뒤인 (17일) */
const MOVED = /(?:(?<days>\d{1,2})일|(?<word>하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름)) ?(?<way>뒤|후|만|전)인 $/;
const DAYS_OF: ReadonlyMap<string, number> = new Map(COUNTED_DAYS.map(([word, , value]) => [word, value]));
const FAR = 8;
/** Days from publication within which a month or a day without a year is taken for one of the year of publication. */
const LONGEST_WAIT = 250;
const MONTH = 30;
const MONTHS_AROUND = [0, -1, 1, -2, 2, -3, 3];

function slotParts(point: Point): TimexPart[] {
  const parts: TimexPart[] = [];
  if (point.era) parts.push("era");
  if (point.years) parts.push(point.years[1] - point.years[0] < 99 ? "decade" : "century");
  if (point.year) parts.push("year");
  if (point.half || point.term !== undefined) parts.push("half");
  if (point.quarter) parts.push("quarter");
  if (point.season) parts.push("season");
  if (point.month) parts.push("month");
  if (point.week || point.weekOf !== undefined) parts.push("week");
  if (point.day || point.holiday || point.dayOf !== undefined || point.weekend) parts.push("day");
  if (point.weekday !== undefined) parts.push("weekday");
  return parts;
}

const fixed = (slot: Slot | undefined): number | undefined => (slot && "at" in slot ? slot.at : undefined);

/** Resolves a point, or returns null where it names no day or cannot be read. */
export function resolvePoint(point: Point, context: Context, inherited?: Inherited): Resolved | null {
  return new PointResolver(point, context, inherited).resolve();
}

class PointResolver {
  private anchor = "none";
  private readonly implied: TimexPart[] = [];

  constructor(
    private readonly point: Point,
    private readonly context: Context,
    private readonly inherited: Inherited | undefined,
  ) {}

  private get reference(): CivilDate | null {
    return this.context.reference;
  }

  private result(
    level: Resolved["level"],
    value: string,
    from: CivilDate | null,
    to: CivilDate | null,
    mod?: Resolved["mod"],
  ): Resolved {
    const known = from !== null && to !== null && from.year >= 1;
    return {
      level,
      value,
      from: known ? from : null,
      to: known ? to : null,
      explicit: slotParts(this.point),
      implied: this.implied,
      anchor: this.anchor,
      ...(mod && { mod }),
    };
  }

  private byDocument(part?: TimexPart): void {
    this.anchor = "document";
    if (part && !this.implied.includes(part)) this.implied.push(part);
  }

  private byEarlier(earlier: { readonly id: string }, part?: TimexPart): void {
    this.anchor = earlier.id;
    if (part && !this.implied.includes(part)) this.implied.push(part);
  }

  /** The expression just before, where a particle or a comma joins this one to it: 지난해 2월과 11월. */
  private joined(): Earlier | null {
    const { point, text, start, sentence } = this.context;
    if (!point || point.sentence !== sentence || start - point.end > FAR) return null;
    return JOINED.test(text.slice(point.end, start)) ? point : null;
  }

  /** The year that a year slot means. */
  private year(): number | null {
    const { year } = this.point;
    if (!year) return null;
    if ("at" in year) return year.at;
    if (year.from === "focus") {
      const base = this.context.point?.resolved.from;
      if (base && this.context.point) {
        this.byEarlier(this.context.point, "year");
        return base.year + year.by;
      }
    }
    if (!this.reference) return null;
    this.byDocument("year");
    // 새해 in January is the year that has begun.
    const begun = year.from === "turn" && this.reference.month <= 2 ? 1 : 0;
    return this.reference.year + year.by - begun;
  }

  resolve(): Resolved | null {
    const { point } = this;
    if (point.samePeriod) return this.samePeriod();
    if (point.dayOf !== undefined)
      return point.month || point.year || point.holiday ? this.dayOfPeriod(point.dayOf) : this.dayOfRange(point.dayOf);
    if (point.years) return this.years(point.years);
    if (point.holiday) return this.holiday();
    if (point.day && "by" in point.day) return this.movedDay(point.day);
    if (point.week) return this.movedWeek(point.week);
    if (point.weekend) return this.weekend();
    if (point.day || point.month) return this.monthOrDay();
    if (point.weekday !== undefined) return this.bareWeekday(point.weekday);
    return this.yearOrPart();
  }

  private years([first, last]: readonly [number, number]): Resolved {
    const decade = last - first === 9;
    const { phase } = this.point;
    const [from, to] =
      !decade || !phase
        ? [first, last]
        : phase === "early"
          ? [first, first + 3]
          : phase === "middle"
            ? [first + 4, first + 6]
            : [first + 5, last];
    const mod = phase === "early" ? "START" : phase === "middle" ? "MID" : phase ? "END" : undefined;
    return this.result(
      "years",
      `${yearText(from)}/${yearText(to)}`,
      { year: from, month: 1, day: 1 },
      { year: to, month: 12, day: 31 },
      mod,
    );
  }

  private dayOfRange(nth: number): Resolved | null {
    const range = this.context.range;
    const { from, to } = range?.resolved ?? {};
    if (!range || !from || !to) {
      const day = this.context.day;
      if (!day?.resolved.from || nth !== 1) return null;
      this.byEarlier(day, "day");
      return this.result("day", formatDate(day.resolved.from), day.resolved.from, day.resolved.from);
    }
    this.byEarlier(range, "day");
    const date = nth < 0 ? to : addDays(from, nth - 1);
    return this.result("day", formatDate(date), date, date);
  }

  /** 5월 마지막 날, 새해 첫날, 추석 연휴 첫날 */
  private dayOfPeriod(nth: number): Resolved | null {
    const { dayOf: _dayOf, ...period } = this.point;
    const whole = resolvePoint(period, this.context, this.inherited);
    if (!whole) return null;
    this.anchor = whole.anchor;
    this.implied.push(...whole.implied);
    const { from, to } = whole;
    if (!from || !to) return this.result("day", "XXXX-XX-XX", null, null);
    const date = nth < 0 ? to : addDays(from, nth - 1);
    return this.result("day", formatDate(date), date, date);
  }

  private samePeriod(): Resolved | null {
    const earlier = this.context.period ?? this.context.range;
    const { from, to } = earlier?.resolved ?? {};
    if (!earlier || !from || !to) return null;
    const year = this.year() ?? from.year;
    const shift = year - from.year;
    const moved = (date: CivilDate): CivilDate => addMonths(date, shift * 12);
    this.byEarlier(earlier, "month");
    const end = moved(to);
    const last = to.day === daysInMonth(to.year, to.month) ? lastDay(end.year, end.month) : end;
    const value = earlier.resolved.value.replace(/(?<![\d-])\d{4}/g, (digits) => yearText(Number(digits) + shift));
    return this.result(earlier.resolved.level, value, moved(from), last);
  }

  private holiday(): Resolved | null {
    const { holiday, off, lead } = this.point;
    if (!holiday) return null;
    const stated = this.year();
    let year = stated;
    if (year === null && this.reference) {
      const reference = this.reference;
      this.byDocument("year");
      const years = [reference.year - 1, reference.year, reference.year + 1];
      const dates = years.map((candidate) => ({ candidate, date: holidayDate(holiday, candidate) }));
      const possible = dates.filter(
        ({ date }) =>
          date !== null &&
          (lead === "last" ? compare(date, reference) <= 0 : lead === "next" ? compare(date, reference) >= 0 : true),
      );
      const joined = this.context.point;
      const told =
        joined && !lead && joined.sentence === this.context.sentence && joined.yearStated
          ? joined.resolved.to?.year
          : undefined;
      const historic = told !== undefined && told < reference.year - 1 ? told : undefined;
      const distance = (date: CivilDate | null): number => Math.abs(compare(date ?? reference, reference));
      const nearest = possible.sort((a, b) => distance(a.date) - distance(b.date))[0];
      const over =
        nearest?.date &&
        compare(nearest.date, reference) < -MONTH &&
        lead === undefined &&
        this.context.tense() === "future";
      // 음력 9월 9일은 중양절이다: the name of the day just said.
      const said = this.context.day?.sentence === this.context.sentence ? this.context.day.resolved.to : null;
      const named = possible.find(({ date }) => date && said && compare(date, said) === 0);
      year = historic ?? named?.candidate ?? (nearest ? nearest.candidate + (over ? 1 : 0) : null);
    }
    if (year === null) {
      const [, rule, month, day] = holiday;
      const open = rule === "solar" && !off ? `XXXX-${pad(month)}-${pad(day)}` : "XXXX-XX-XX";
      return this.result("day", open, null, null);
    }
    const days = off ? holidayBreak(holiday, year) : null;
    if (days) return this.result("days", `${formatDate(days.from)}/${formatDate(days.to)}`, days.from, days.to);
    const date = holidayDate(holiday, year);
    return date
      ? this.result("day", formatDate(date), date, date)
      : this.result("day", `${yearText(year)}-XX-XX`, null, null);
  }

  private movedDay(slot: { readonly by: number; readonly from: Origin }): Resolved | null {
    const earlier = slot.from === "document" ? this.statedToday(slot.by) : this.antecedent(slot.from);
    const base = earlier?.resolved.to ?? this.reference;
    if (!base) return this.result("day", "XXXX-XX-XX", null, null);
    if (earlier) this.byEarlier(earlier);
    else this.byDocument();
    this.implied.push("year", "month", "day");
    const date = addDays(base, slot.by);
    return this.result("day", formatDate(date), date, date);
  }

  /** 오늘 in a text that is dated a day off: the day that it tells of, where it never speaks of the day of publication. */
  private statedToday(by: number): Earlier | null {
    const { near, reference } = this.context;
    if (!reference || by < 0 || by > 1) return null;
    const published = toDayNumber(reference);
    if (near.has(published)) return null;
    const days = [...near].filter(([day]) => Math.abs(day - published) === 1);
    return days.length === 1 && near.size === 1 ? (days[0]?.[1].earlier ?? null) : null;
  }

  /** The day that 이날, 전날 and 이튿날 look back at, or null where that is the publication date. */
  private antecedent(from: Origin): Earlier | null {
    const { day, near, reference } = this.context;
    if (from === "document") return null;
    if (from === "focus" || !reference || near.size === 0) return day;
    const published = toDayNumber(reference);
    const today = near.get(published)?.earlier;
    if (from === "story" && day && today && day.end === today.end && day.sentence >= this.context.sentence - 1)
      return today;
    if (from === "story")
      return [...near.values()].reduce((best, next) => (next.count > best.count ? next : best)).earlier;
    const before = [...near].filter(([number]) => number <= published).map(([, { earlier }]) => earlier);
    return before.reduce<Earlier | null>((last, next) => (last && last.end > next.end ? last : next), null);
  }

  private movedWeek(slot: Slot): Resolved | null {
    if (!("by" in slot)) return null;
    const focus = slot.from === "focus" ? this.context.day : null;
    const base = focus?.resolved.from ?? this.reference;
    const { weekday, weekend } = this.point;
    if (!base) return this.result("week", weekday === undefined ? "XXXX-WXX" : `XXXX-WXX-${weekday}`, null, null);
    if (focus) this.byEarlier(focus, "week");
    else this.byDocument("week");
    const monday = addDays(base, 1 - weekdayOf(base) + 7 * slot.by);
    return this.inWeek(monday, weekday, weekend === true);
  }

  private inWeek(monday: CivilDate, weekday: number | undefined, weekend: boolean): Resolved {
    if (weekday !== undefined) {
      const date = addDays(monday, weekday - 1);
      return this.result("day", formatDate(date), date, date);
    }
    const sunday = addDays(monday, 6);
    if (weekend) {
      const saturday = addDays(monday, 5);
      return this.result("days", `${formatDate(saturday)}/${formatDate(sunday)}`, saturday, sunday);
    }
    return this.result("week", isoWeek(monday), monday, sunday, modOf(this.point.phase));
  }

  private weekend(): Resolved {
    if (!this.reference) return this.result("days", "XXXX-WXX-WE", null, null);
    this.byDocument("week");
    const monday = addDays(this.reference, 1 - weekdayOf(this.reference));
    const past =
      this.point.lead === "last" ||
      (this.point.lead === undefined && this.context.tense() === "past" && weekdayOf(this.reference) < 6);
    return this.inWeek(addDays(monday, past ? -7 : 0), undefined, true);
  }

  private bareWeekday(weekday: number): Resolved {
    if (!this.reference) return this.result("day", `XXXX-WXX-${weekday}`, null, null);
    this.byDocument("week");
    const reference = this.reference;
    const ahead = (weekday - weekdayOf(reference) + 7) % 7;
    const { lead } = this.point;
    const after = this.inherited?.after;
    if (after) {
      // 토요일부터 일요일까지: the next one.
      const date = addDays(after, (weekday - weekdayOf(after) + 7) % 7);
      return this.result("day", formatDate(date), date, date);
    }
    const past = lead === "last" || (lead === undefined && this.context.tense() === "past");
    const days = past
      ? ahead === 0 && lead === undefined
        ? 0
        : ahead - 7
      : ahead === 0 && lead === "next"
        ? 7
        : ahead;
    const date = addDays(reference, lead === "this" ? weekday - weekdayOf(reference) : days);
    return this.result("day", formatDate(date), date, date);
  }

  private yearOrPart(): Resolved | null {
    const { point } = this;
    const stated = this.year() ?? this.inheritedYear();
    if (point.quarter && "by" in point.quarter) return this.movedQuarter(point.quarter.by, point.quarter.from);
    if (point.half && "by" in point.half) return this.movedHalf(point.half.by);
    const half = fixed(point.half) ?? point.term;
    const quarter = fixed(point.quarter);
    if (quarter !== undefined)
      return this.months(
        "quarter",
        stated ?? this.partYear(quarter * 3 - 2, quarter * 3),
        `Q${quarter}`,
        quarter * 3 - 2,
        3,
      );
    if (half !== undefined)
      return this.months("half", stated ?? this.partYear(half * 6 - 5, half * 6), `H${half}`, half * 6 - 5, 6);
    if (point.season) return this.season(stated);
    let year = stated;
    if (year === null && point.phase && this.reference) {
      this.byDocument("year");
      const past =
        point.lead === "last" ||
        (point.phase === "late" && this.reference.month <= 2 && this.context.tense() === "past");
      year = this.reference.year - (past ? 1 : 0);
    }
    if (year === null) return point.year || point.phase ? this.result("year", "XXXX", null, null) : null;
    if (point.phase === "late" || point.phase === "last10")
      return this.result("month", monthText(year, 12), { year, month: 12, day: 1 }, lastDay(year, 12), "END");
    const mod =
      point.phase === "early" || point.phase === "first10" ? "START" : point.phase === "middle" ? "MID" : undefined;
    return this.result("year", yearText(year), { year, month: 1, day: 1 }, lastDay(year, 12), mod);
  }

  private inheritedYear(): number | null {
    if (this.inherited?.year !== undefined) {
      this.byEarlier(this.inherited, "year");
      return this.inherited.year;
    }
    const joined = this.joined();
    if (joined?.yearStated && joined.resolved.from && !this.point.lead) {
      this.byEarlier(joined, "year");
      return joined.resolved.from.year;
    }
    return null;
  }

  /** The year of a half or a quarter that stands alone: this one, or the last where the clause is past and the part is still to come. */
  private partYear(firstMonth: number, lastMonth: number): number | null {
    const reference = this.reference;
    if (!reference) return null;
    const earlier = this.context.point;
    if (
      earlier &&
      earlier.sentence === this.context.sentence &&
      earlier.yearStated &&
      earlier.resolved.from &&
      earlier.resolved.level !== "day" &&
      !this.point.lead
    ) {
      this.byEarlier(earlier, "year");
      return earlier.resolved.from.year;
    }
    this.byDocument("year");
    const { lead } = this.point;
    if (lead === "last") return reference.year - (lastMonth >= reference.month ? 1 : 0);
    if (lead === "next") return reference.year + (firstMonth < reference.month ? 1 : 0);
    return reference.year - (firstMonth > reference.month && this.context.tense() === "past" ? 1 : 0);
  }

  private months(
    level: "quarter" | "half",
    year: number | null,
    code: string,
    firstMonth: number,
    count: number,
  ): Resolved {
    if (year === null) return this.result(level, `XXXX-${code}`, null, null);
    return this.result(
      level,
      `${yearText(year)}-${code}`,
      { year, month: firstMonth, day: 1 },
      lastDay(year, firstMonth + count - 1),
    );
  }

  private movedQuarter(by: number, from: Origin): Resolved {
    const earlier = from === "focus" && this.context.period?.resolved.level === "quarter" ? this.context.period : null;
    const base = earlier?.resolved.from ?? this.reference;
    if (!base) return this.result("quarter", "XXXX-QX", null, null);
    if (earlier) this.byEarlier(earlier, "quarter");
    else this.byDocument("quarter");
    const start = addMonths({ year: base.year, month: Math.floor((base.month - 1) / 3) * 3 + 1, day: 1 }, by * 3);
    return this.months("quarter", start.year, `Q${(start.month + 2) / 3}`, start.month, 3);
  }

  private movedHalf(by: number): Resolved {
    const earlier = this.context.period?.resolved.level === "half" ? this.context.period : null;
    const base = earlier?.resolved.from ?? this.reference;
    if (!base) return this.result("half", "XXXX-HX", null, null);
    if (earlier) this.byEarlier(earlier, "half");
    else this.byDocument("half");
    const start = addMonths({ year: base.year, month: base.month > 6 ? 7 : 1, day: 1 }, by * 6);
    return this.months("half", start.year, `H${start.month > 6 ? 2 : 1}`, start.month, 6);
  }

  private season(stated: number | null): Resolved {
    const season = this.point.season ?? "SP";
    const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[season];
    let year = stated;
    const reference = this.reference;
    if (
      reference &&
      year !== null &&
      season === "WI" &&
      this.point.year &&
      "by" in this.point.year &&
      this.point.year.by === 0 &&
      reference.month <= 2
    )
      year--;
    if (year === null && reference) {
      this.byDocument("year");
      const { lead } = this.point;
      const over = addMonths({ year: reference.year, month: start, day: 1 }, 3);
      if (lead === "last") year = compare(over, reference) <= 0 ? reference.year : reference.year - 1;
      else if (lead === "next") year = start > reference.month ? reference.year : reference.year + 1;
      else year = season === "WI" && reference.month <= 2 ? reference.year - 1 : reference.year;
    }
    if (year === null) return this.result("season", `XXXX-${season}`, null, null);
    const end = addDays(addMonths({ year, month: start, day: 1 }, 3), -1);
    return this.result("season", `${yearText(year)}-${season}`, { year, month: start, day: 1 }, end);
  }

  private monthOrDay(): Resolved | null {
    const { point } = this;
    const month = this.month();
    const day = fixed(point.day);
    if (month === null) {
      if (day !== undefined) return this.bareDay(day);
      return this.result("month", "XXXX-XX", null, null);
    }
    if (day === undefined) return this.inMonth(month.year, month.month);
    if (point.lunar && month.year !== null) {
      const solar = lunarToSolar(month.year, month.month, day, point.lunar === "leap");
      if (solar) return this.result("day", formatDate(solar), solar, solar);
    }
    if (month.year === null) {
      if (day > (month.month === 2 ? 29 : daysInMonth(2001, month.month))) return this.noSuchDay();
      return this.result("day", `XXXX-${pad(month.month)}-${pad(day)}`, null, null);
    }
    const date = { year: month.year, month: month.month, day };
    if (!isValidDate(date)) return this.noSuchDay();
    return this.result("day", formatDate(date), date, date);
  }

  private noSuchDay(): null {
    const { start, end, report } = this.context;
    report({ code: "timex/no-such-day", severity: "warning", stage: "timex", start, end });
    return null;
  }

  /** The month of a month or a day of it; its year null where nothing fixes it. Null where no month is said or taken over. */
  private month(): { year: number | null; month: number } | null {
    const { month } = this.point;
    if (month && "by" in month) {
      const focus =
        month.from === "focus"
          ? this.context.point?.resolved.level === "year"
            ? this.context.day
            : this.context.point
          : null;
      const base = focus?.resolved.from ?? this.reference;
      if (!base) return null;
      if (focus) this.byEarlier(focus, "month");
      else this.byDocument("month");
      this.implied.push("year");
      const year = this.year();
      const moved = addMonths({ ...base, day: 1 }, month.by);
      return { year: year ?? moved.year, month: moved.month };
    }
    if (month) {
      const year = this.year() ?? this.monthYear(month.at);
      return { year, month: month.at };
    }
    if (this.inherited?.month !== undefined && this.inherited.year !== undefined) {
      this.byEarlier(this.inherited, "month");
      this.implied.push("year");
      return this.notBefore(this.inherited, { year: this.inherited.year, month: this.inherited.month });
    }
    const joined = this.joined();
    if (
      joined?.resolved.from &&
      (joined.resolved.level === "day" || joined.resolved.level === "days") &&
      !this.point.lead &&
      !this.point.bracketed
    ) {
      const to = joined.resolved.to ?? joined.resolved.from;
      const day = fixed(this.point.day) ?? 0;
      if (day > to.day && day <= daysInMonth(to.year, to.month)) {
        this.byEarlier(joined, "month");
        this.implied.push("year");
        return { year: to.year, month: to.month };
      }
    }
    return null;
  }

  /** Moves a month on until the day in it is not before the bound that it follows. */
  private notBefore(
    { after }: Inherited,
    { year, month }: { year: number; month: number },
  ): { year: number; month: number } {
    const day = fixed(this.point.day);
    if (!after || day === undefined) return { year, month };
    const next = addMonths({ year, month, day: 1 }, 1);
    return compare({ year, month, day }, after) < 0 ? { year: next.year, month: next.month } : { year, month };
  }

  /** The year of a month that says none. */
  private monthYear(month: number): number | null {
    const { point, reference, inherited } = this;
    const day = fixed(point.day);
    if (inherited?.year !== undefined) {
      this.byEarlier(inherited, "year");
      const { after } = inherited;
      const before =
        after !== undefined &&
        compare({ year: inherited.year, month, day: day ?? daysInMonth(inherited.year, month) }, after) < 0;
      return inherited.year + (before ? 1 : 0);
    }
    const joined = this.joined();
    if (joined?.yearStated && joined.resolved.from && !point.lead) {
      this.byEarlier(joined, "year");
      return joined.resolved.from.year;
    }
    if (!reference) return null;
    const { lead } = point;
    if (!lead && !point.bracketed) {
      const told = this.toldYear(month);
      if (told !== null) return told;
    }
    this.byDocument("year");
    const years = [reference.year, reference.year - 1, reference.year + 1];
    const dateIn = (year: number): CivilDate => ({ year, month, day: day ?? 15 });
    const here: CivilDate = day === undefined ? { ...reference, day: 15 } : reference;
    if (lead === "last") {
      const slack = day === undefined ? 0 : 3;
      return years.find((year) => compare(dateIn(year), here) <= slack && year <= reference.year) ?? reference.year - 1;
    }
    if (lead === "next")
      return years.find((year) => compare(dateIn(year), here) >= 0 && year >= reference.year) ?? reference.year + 1;
    const distanceIn = (year: number): number => compare(dateIn(year), here);
    const nearest = [...years].sort((a, b) => Math.abs(distanceIn(a)) - Math.abs(distanceIn(b)))[0] ?? reference.year;
    // A weekday in brackets settles the year, unless the date is so near that the weekday is more likely wrong.
    if (point.weekday !== undefined && day !== undefined && Math.abs(distanceIn(nearest)) > 45) {
      const matching = [...years, reference.year - 2, reference.year + 2].find(
        (year) => isValidDate(dateIn(year)) && weekdayOf(dateIn(year)) === point.weekday,
      );
      if (matching !== undefined) return matching;
    }
    // News names another year when it means one, so the year of publication has the better claim until the date is most of a year away.
    const distance = distanceIn(reference.year);
    if (Math.abs(distance) <= LONGEST_WAIT) return reference.year;
    return distance > 0 && this.context.tense() === "future" ? reference.year : nearest;
  }

  /** The year that the sentence has been telling of: 지난해 6월 …, 10월 …; 내년 축제는 5월 19일부터; 1920년 5월 … 6월 6일 …했다. */
  private toldYear(month: number): number | null {
    const { reference, context } = this;
    const earlier = context.point;
    const base = earlier?.resolved.to;
    const { from } = earlier?.resolved ?? {};
    if (!reference || !earlier || !base || from?.year !== base.year) return null;
    const { level } = earlier.resolved;
    const same = earlier.sentence === context.sentence;
    // 올해 교육은 3월부터 12월까지; ’22년 발생(10.10.)
    const labelled =
      same &&
      earlier.yearStated &&
      level === "year" &&
      (base.year === reference.year
        ? context.start - earlier.end < 60
        : context.text.charAt(context.start - 1) === "(" && context.start - earlier.end < 25);
    if (labelled) {
      this.byEarlier(earlier, "year");
      return base.year;
    }
    if (base.year === reference.year) return null;
    const ahead = same && earlier.yearStated && level === "year" && base.year === reference.year + 1;
    const back =
      base.year < reference.year &&
      (level === "month" || level === "day") &&
      (same ? earlier.yearStated || base.year < reference.year - 2 : base.year < reference.year - 2);
    if (!ahead && !(back && earlier.sentence >= context.sentence - 1 && context.tense() === "past")) return null;
    this.byEarlier(earlier, "year");
    return base.year + (back && month < base.month && base.year + 1 <= reference.year ? 1 : 0);
  }

  private inMonth(year: number | null, month: number): Resolved {
    const { weekOf, weekday, phase } = this.point;
    if (year === null) return this.result("month", `XXXX-${pad(month)}`, null, null, modOf(phase));
    if (weekOf !== undefined) {
      const monday = weekOfMonth(year, month, weekOf);
      return this.inWeek(monday, weekday, false);
    }
    return this.result("month", monthText(year, month), { year, month, day: 1 }, lastDay(year, month), modOf(phase));
  }

  /** 이튿날인 17일, 사흘 뒤인 17일: the day that the words before it come to, if it is that day of its month. */
  private sameDay(earlier: Earlier, story: CivilDate, day: number): CivilDate | null {
    const { text, start, sentence } = this.context;
    const before = text.slice(Math.max(0, start - 12), start);
    if (earlier.sentence !== sentence) return null;
    const gap = start - earlier.end;
    if (gap <= 3 && /^(?:인 |\()$/.test(text.slice(earlier.end, start))) return story.day === day ? story : null;
    const moved = MOVED.exec(before)?.groups;
    const length = moved?.["days"] ? Number(moved["days"]) : DAYS_OF.get(moved?.["word"] ?? "");
    if (!moved || length === undefined) return null;
    const date = addDays(story, moved["way"] === "전" ? -length : length);
    return date.day === day ? date : null;
  }

  /** A day without a month: the nearest of the months around, unless a word, a weekday, the story or the tense says otherwise. */
  private bareDay(day: number): Resolved | null {
    const { reference, context, point } = this;
    if (!reference) return this.result("day", `XXXX-XX-${pad(day)}`, null, null);
    // Every month has its 28 days; a weekday may point further.
    const reach =
      point.weekday !== undefined ? MONTHS_AROUND : day > 28 ? MONTHS_AROUND.slice(0, 5) : MONTHS_AROUND.slice(0, 3);
    const months = reach.map((by) => addMonths({ ...reference, day: 1 }, by));
    const dates = months.map(({ year, month }) => ({ year, month, day })).filter(isValidDate);
    const settle = (date: CivilDate): Resolved => {
      if (this.anchor === "none") this.byDocument("month");
      if (!this.implied.includes("month")) this.implied.push("month");
      if (!this.implied.includes("year")) this.implied.push("year");
      return this.result("day", formatDate(date), date, date);
    };
    const byDistance = [...dates].sort((a, b) => Math.abs(compare(a, reference)) - Math.abs(compare(b, reference)));
    if (point.lead === "last") {
      const past = byDistance.find((date) => compare(date, reference) < 0);
      const same = byDistance.find((date) => compare(date, reference) === 0);
      const choice = same ?? past;
      return choice ? settle(choice) : null;
    }
    if (point.lead === "next") {
      const choice = byDistance.find((date) => compare(date, reference) >= 0);
      return choice ? settle(choice) : null;
    }
    if (point.weekday !== undefined) {
      const choice = byDistance.find((date) => weekdayOf(date) === point.weekday);
      if (choice) return settle(choice);
    }
    const nearest = byDistance[0];
    const earlier = context.day;
    const story = earlier?.resolved.to;
    const same = earlier && story ? this.sameDay(earlier, story, day) : null;
    if (earlier && same) {
      this.byEarlier(earlier, "month");
      return settle(same);
    }
    if (nearest && earlier && story && Math.abs(compare(nearest, reference)) > 3) {
      const here = { year: story.year, month: story.month, day };
      const far = Math.abs(compare(story, reference)) > 70;
      // 18일 1순위, 19일 2순위, 당첨자는 25일: one sentence counts its days on.
      const on = earlier.sentence === context.sentence && day > story.day && !far && context.start - earlier.end < 60;
      const told = far && earlier.sentence >= context.sentence - 1 && context.tense() === "past";
      if (isValidDate(here) && (on || told)) {
        this.byEarlier(earlier, "month");
        return settle(here);
      }
    }
    if (!nearest) return null;
    const distance = compare(nearest, reference);
    if (Math.abs(distance) > 6) {
      const tense = context.tense();
      const other =
        tense === "past" && distance > 0
          ? byDistance.find((date) => compare(date, reference) < 0)
          : tense === "future" && distance < 0
            ? byDistance.find((date) => compare(date, reference) > 0)
            : undefined;
      if (other && Math.abs(compare(other, reference)) < 28) return settle(other);
    }
    return settle(nearest);
  }
}

function modOf(phase: Point["phase"]): Resolved["mod"] | undefined {
  if (phase === "early" || phase === "first10") return "START";
  if (phase === "middle" || phase === "second10") return "MID";
  return phase === "late" || phase === "last10" ? "END" : undefined;
}

/** Monday of the nth week of a month: the first is the one that holds the month's first Thursday; -1 is the one that holds its last day. */
function weekOfMonth(year: number, month: number, nth: number): CivilDate {
  if (nth < 0) {
    const last = lastDay(year, month);
    return addDays(last, 1 - weekdayOf(last));
  }
  const first = { year, month, day: 1 };
  const thursday = addDays(first, (4 - weekdayOf(first) + 7) % 7);
  return addDays(thursday, -3 + 7 * (nth - 1));
}

/** 2024-W13: the ISO week that begins on a Monday. */
export function isoWeek(monday: CivilDate): string {
  const thursday = fromDayNumber(toDayNumber(monday) + 3);
  const week = Math.floor((toDayNumber(thursday) - toDayNumber({ year: thursday.year, month: 1, day: 1 })) / 7) + 1;
  return `${yearText(thursday.year)}-W${pad(week)}`;
}
