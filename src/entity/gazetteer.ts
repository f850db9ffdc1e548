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

const lines = (table: string) => table.split("\n");
const degrees = (lat?: string, lon?: string) => (lat && lon ? { lat: Number(lat), lon: Number(lon) } : {});

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

  for (const line of lines(COUNTRIES)) {
    const [country = "", lat, lon, names = ""] = line.split("\t");
    const [name = "", ...others] = names.split("|");
    const unit: Unit = { level: "country", country, name, ...degrees(lat, lon) };
    countries.set(country, unit);
    for (const other of [name, ...others]) add(other, unit);
  }
  const korea = countries.get("KR")!;
  for (const line of lines(SIDO)) {
    const [code = "", name = "", lat, lon] = line.split(" ");
    const unit: Unit = { level: "sido", country: "KR", code, name, within: korea, ...degrees(lat, lon) };
    byCode.set(code, unit);
    add(name, unit);
  }
  for (const line of lines(SIDO_ALIASES)) {
    const [code = "", name = ""] = line.split(" ");
    add(name, byCode.get(code)!);
  }
  for (const line of lines(SIGUNGU)) {
    const [code = "", lat, lon, city = "", district] = line.split(" ");
    const province = byCode.get(code.slice(0, 2))!;
    const within = district === undefined ? province : (byCode.get(`${code.slice(0, 4)}0`) ?? province);
    const name = district ?? city;
    const unit: Unit = { level: "sigungu", country: "KR", code, name, within, ...degrees(lat, lon) };
    byCode.set(code, unit);
    add(name, unit);
    if (district !== undefined) add(city + district, unit);
    // 용산 is 용산구; 중 is not 중구.
    if (!name.endsWith("구") || name.length > 2) add(placeStem(name), unit);
    if (name.endsWith("시")) add(`${placeStem(name)}특례시`, unit);
  }
  for (const line of lines(TOWNS)) {
    const [district = "", ...towns] = line.split("|");
    const within = byCode.get(district) ?? byCode.get(district.slice(0, 2))!;
    for (const town of towns) {
      const [name = "", code = "", lat, lon] = town.split(" ");
      const at =
        lat && lon && within.lat !== undefined && within.lon !== undefined
          ? { lat: round(within.lat + parseInt(lat, 36) / 1000), lon: round(within.lon + parseInt(lon, 36) / 1000) }
          : {};
      const unit: Unit = { level: "emd", country: "KR", code: `${district}${code}00`, name, within, ...at };
      add(name, unit);
      // 부산 is the city, never 장흥군 부산면.
      const stem = /[읍면]$/u.test(name) ? placeStem(name) : name;
      if (!byName.get(stem)?.some(({ level }) => level === "sido")) add(stem, unit);
    }
  }
  for (const line of lines(CITIES)) {
    const [country = "", lat, lon, name = ""] = line.split(" ");
    const nation = countries.get(country);
    add(name, { level: "city", country, name, ...(nation && { within: nation }), ...degrees(lat, lon) });
  }
  for (const line of lines(REGIONS)) {
    const [country = "", name = ""] = line.split(" ");
    add(name, { level: "region", country, name, within: countries.get(country)! });
  }
  const reorganised = new Map<string, Reorganisation>();
  for (const line of lines(REORGANISED)) {
    const [code = "", successors = "", since = ""] = line.split(" ");
    reorganised.set(code, { successors: successors.split("|"), since });
  }
  return { byName, byCode, countries, reorganised };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
const gazetteer = readGazetteer();
const none: readonly Unit[] = [];

/** Units of this name, the body that governs them included: 미국 정부, 파주시청, 전북도청. */
export function unitsNamed(key: string): readonly Unit[] {
  const { byName } = gazetteer;
  const exact = byName.get(key);
  if (exact) return exact;
  const governed = /^(.{2,})(?:정부|당국)$/u.exec(key)?.[1] ?? /^(.+[시군구도])청$/u.exec(key)?.[1];
  const bare = governed ?? (/[주성현섬]$/u.test(key) ? placeStem(key) : undefined);
  return (bare !== undefined && byName.get(bare)) || none;
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
  const change = unit.code === undefined ? undefined : gazetteer.reorganised.get(unit.code);
  const [successor, ...more] = change !== undefined && change.since <= date ? change.successors : [];
  if (unit.level === "sigungu") {
    // 인천 동구 went into 제물포구: what a text calls 동구 is the old one still.
    if (successor === undefined || more.length > 0 || gazetteer.byCode.has(successor)) return unit;
    const within = gazetteer.byCode.get(successor.slice(0, 2));
    return { ...unit, code: successor, ...(within && { within }) };
  }
  if (unit.level !== "emd" || unit.within === undefined) return unit;
  const within = (successor !== undefined && gazetteer.byCode.get(successor)) || unitOn(unit.within, date);
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
