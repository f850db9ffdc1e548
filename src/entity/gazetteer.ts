/**
 * The places of `place.table.ts` by name: countries, cities of the world, and every 시도, 시군구 and 읍면동.
 *
 * Source: dictionaries/place, docs/entities.md#tables.
 */
import { nameKey } from "./name-key.js";
import { CITIES, COUNTRIES, REGIONS, REORGANISED, SIDO, SIDO_ALIASES, SIGUNGU, TOWNS } from "./place.table.js";

export type Level = "country" | "sido" | "sigungu" | "emd" | "city" | "region";

export interface Unit {
  readonly level: Level;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Korean administrative code: 2, 5 or 10 digits. */
  readonly code?: string;
  readonly name: string;
  /** The unit that it lies in. */
  readonly within?: Unit;
  readonly lat?: number;
  readonly lon?: number;
}

/** Hangul alone is its own key. */
const PLAIN = /^[가-힣]+$/u;

interface Gazetteer {
  readonly byName: ReadonlyMap<string, readonly Unit[]>;
  readonly byCode: ReadonlyMap<string, Unit>;
  readonly countries: ReadonlyMap<string, Unit>;
  readonly reorganised: ReadonlyMap<string, Reorganisation>;
}

interface Reorganisation {
  /** Codes of what took the unit's place. */
  readonly successors: readonly string[];
  /** Civil date. */
  readonly since: string;
}

type Row = readonly [string, string, string, string, string?];
/** The fields of each line of a generated table, of which a line has at least those that are read below. */
const rows = (table: string, separator = " ") =>
  table.split("\n").map((line) => line.split(separator) as unknown as Row);
const degrees = (lat: string, lon: string) => ({ lat: Number(lat), lon: Number(lon) });

/** A name without the word for its level: 파주시 → 파주, 정관읍 → 정관. One syllable is no name: 중구 stays. */
export function placeStem(key: string): string {
  const stem = key.replace(/(?:특별자치[시도]|특별시|광역시|특례시|시|군|구|읍|면|주|성|현|섬|마을|동|리)$/u, "");
  return stem.length >= 2 ? stem : key;
}

function readGazetteer(): Gazetteer {
  const byName = new Map<string, Unit[]>();
  const byCode = new Map<string, Unit>();
  const countries = new Map<string, Unit>();
  const add = (name: string, unit: Unit) => {
    const key = PLAIN.test(name) ? name : nameKey(name);
    const same = byName.get(key);
    if (!same) byName.set(key, [unit]);
    else if (!same.includes(unit)) same.push(unit);
  };

  for (const [country, lat, lon, names] of rows(COUNTRIES, "\t")) {
    const [name = "", ...others] = names.split("|");
    const unit: Unit = { level: "country", country, name, ...degrees(lat, lon) };
    countries.set(country, unit);
    for (const other of [name, ...others]) add(other, unit);
  }
  const korea = countries.get("KR")!;
  for (const [code, name, lat, lon] of rows(SIDO)) {
    const unit: Unit = { level: "sido", country: "KR", code, name, within: korea, ...degrees(lat, lon) };
    byCode.set(code, unit);
    add(name, unit);
  }
  for (const [code, name] of rows(SIDO_ALIASES)) add(name, byCode.get(code)!);
  for (const [code, lat, lon, city, district] of rows(SIGUNGU)) {
    const province = byCode.get(code.slice(0, 2))!;
    const within = district === undefined ? province : (byCode.get(`${code.slice(0, 4)}0`) ?? province);
    const name = district ?? city;
    const unit: Unit = { level: "sigungu", country: "KR", code, name, within, ...degrees(lat, lon) };
    byCode.set(code, unit);
    add(name, unit);
    if (district !== undefined) add(city + district, unit);
    add(placeStem(name), unit);
    if (name.endsWith("시")) add(`${placeStem(name)}특례시`, unit);
  }
  for (const [district, ...towns] of rows(TOWNS, "|")) {
    const within = byCode.get(district) ?? byCode.get(district.slice(0, 2))!;
    for (const [name, code, lat, lon] of rows(towns.join("\n"))) {
      // In thousandths of a degree from the centre of the district; a few are on no map.
      const at = lat ? { lat: offset(within.lat!, lat), lon: offset(within.lon!, lon) } : {};
      const unit: Unit = { level: "emd", country: "KR", code: `${district}${code}00`, name, within, ...at };
      add(name, unit);
      // 부산 is the city, never 장흥군 부산면.
      const stem = /[읍면]$/u.test(name) ? placeStem(name) : name;
      if (!byName.get(stem)?.some(({ level }) => level === "sido")) add(stem, unit);
      // 명동1가, 명동2가: the 명동 of their district.
      const whole = /^(.+동)\d가$/u.exec(name)?.[1];
      if (whole !== undefined && !byName.get(whole)?.some((other) => other.within === within))
        add(whole, { level: "emd", country: "KR", name: whole, within, ...at });
    }
  }
  for (const [country, lat, lon, name] of rows(CITIES)) {
    const nation = countries.get(country);
    add(name, { level: "city", country, name, ...(nation && { within: nation }), ...degrees(lat, lon) });
  }
  for (const [country, name] of rows(REGIONS))
    add(name, { level: "region", country, name, within: countries.get(country)! });
  const reorganised = new Map<string, Reorganisation>();
  for (const [code, successors, since] of rows(REORGANISED))
    reorganised.set(code, { successors: successors.split("|"), since });
  return { byName, byCode, countries, reorganised };
}

const offset = (from: number, by: string) => Math.round(from * 1000 + parseInt(by, 36)) / 1000;
const gazetteer = readGazetteer();
const none: readonly Unit[] = [];

/** Units of this name, the body that governs them included: 미국 정부, 파주시청, 전북도청. */
export function unitsNamed(key: string): readonly Unit[] {
  const { byName } = gazetteer;
  const exact = byName.get(key);
  if (exact) return exact;
  const governed = /^(.{2,})(?:정부|당국)$/u.exec(key)?.[1] ?? /^(.+[시군구도])청$/u.exec(key)?.[1];
  const bare = governed ?? (/[주성현섬]$/u.test(key) ? placeStem(key) : undefined);
  return byName.get(bare ?? "") ?? none;
}

/** The unit and all that it lies in, from itself up. */
export function withAncestors(unit: Unit): Unit[] {
  const chain = [unit];
  for (let up = unit.within; up; up = up.within) chain.push(up);
  return chain;
}

/** The day that an article without a date is read as of: before 전남광주통합특별시, 제물포구 and the others of 2026-07-01. */
export const UNDATED = "2026-06-30";

/** First day of a unit that took another's place. */
const founded: ReadonlyMap<string, string> = new Map(
  [...gazetteer.reorganised.values()].flatMap(({ successors, since }) => successors.map((code) => [code, since])),
);

/** False for a unit that was no more on a day, or was not yet. One that only got another code (순천시) goes on. */
export function inForce({ code = "" }: Unit, date: string): boolean {
  const { byCode, reorganised } = gazetteer;
  const change = reorganised.get(code);
  const gone =
    change !== undefined && change.since <= date && change.successors.some((successor) => byCode.has(successor));
  return !gone && (founded.get(code) ?? "") <= date;
}

/**
 * The unit as it stood on a day: 전라남도 순천시 is 전남광주통합특별시 순천시 from 2026-07-01.
 * A 읍면동 that changed hands keeps its name and has no code, since its new one is in no table of ours.
 */
export function unitOn(unit: Unit, date: string): Unit {
  const change = gazetteer.reorganised.get(unit.code ?? "");
  const [successor] = change !== undefined && change.since <= date ? change.successors : [];
  if (unit.level === "sigungu") {
    // 인천 동구 went into 제물포구: what a text calls 동구 is the old one still.
    if (successor === undefined || gazetteer.byCode.has(successor)) return unit;
    const within = gazetteer.byCode.get(successor.slice(0, 2));
    return { ...unit, code: successor, ...(within && { within }) };
  }
  if (unit.level !== "emd") return unit;
  const within = gazetteer.byCode.get(successor ?? "") ?? unitOn(unit.within!, date);
  if (within === unit.within) return unit;
  const { code: _, ...rest } = unit;
  return { ...rest, within };
}

/** Every 시도 and 시군구 that was in force on a day. */
export const administrativeUnits = (date: string): readonly Unit[] =>
  [...gazetteer.byCode.values()].filter((unit) => inForce(unit, date)).map((unit) => unitOn(unit, date));

/**
 * Identity of what has many names: "KR-47" for 경북, 경북도, 경상북도; "US" for 미국, 美, 미국 정부.
 * Undefined for what goes by one name, and for a name that two share.
 */
export function manyNamed(key: string): string | undefined {
  // A town hall is a body of its own: 전남도청 beside 전남도.
  if (key.endsWith("청")) return undefined;
  for (const unit of unitsNamed(key)) {
    if (unit.level === "country") return unit.country;
    if (unit.level === "sido") return `KR-${unit.code}`;
  }
  return undefined;
}
