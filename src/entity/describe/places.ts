/**
 * Links places to countries and administrative units. A name that several places share (광주, 중구, 고성, 신사동) is the one that
 * the article's other places, its outlet and the words beside it speak for; with nothing to go by, the best known.
 */
import type { Place } from "../../core/types.js";
import { inForce, type Level, UNDATED, type Unit, unitOn, unitsNamed, withAncestors } from "../gazetteer.js";
import { nameKey } from "../name-key.js";
import type { Scene } from "../scene.js";
import type { Cast, Draft } from "./draft.js";

/** What speaks for a reading, and how loudly. */
const WEIGHT = {
  /** 경기도 광주시: the unit right before the name. */
  parent: 40,
  /** A body whose name begins with the place: 광주광역시교육청, 강원도청. */
  body: 1,
  /** A place with one reading, in the same 시군구, 시도, country. */
  sameDistrict: 4,
  sameProvince: 3,
  neighbour: 1,
  /** A place that may be the 시도 that this one is in. */
  maybe: 1,
  sameCountry: 1,
  /** The outlet is of that region: 경기일보. */
  outlet: 0.5,
} as const;

/** Better known first, where nothing else speaks. */
const FAME: Readonly<Record<Level, number>> = { country: 3, sido: 3, sigungu: 1.5, city: 1.2, region: 1, emd: -5 };
/** Of places that share a name: the one that news means by it, by its code, or its name where it has none. */
const KNOWN_FIRST: ReadonlyMap<string, number> = new Map([
  ["11140", 0.4], // 서울 중구
  ["11500", 0.4], // 서울 강서구
  ["28260", 0.1], // 인천 서구
  ["51820", 0.2], // 강원 고성군
  ["1168010700", 0.4], // 서울 강남구 신사동
  ["동해", 15], // the sea, not 강원 동해시
  ["서해", 15], // the sea, not 인천 서해구
]);

/** Parts of the world that are also the name of a 동. */
const ABROAD: ReadonlySet<string> = new Set(["중동"]);

/** 전남광주통합특별시, of 광주광역시 and 전라남도. */
const MERGED: { readonly code: string; readonly parts: readonly (string | undefined)[]; readonly since: string } = {
  code: "12",
  parts: ["29", "46"],
  since: "2026-07-01",
};
/** What a unit that was not in force on the article's day loses: an explicit parent still wins. */
const NOT_IN_FORCE = 2;

/** 시도 that were one, wholly or in part, and whose news is each other's: 광주 and 전남. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ["11", "28", "41"],
  ["26", "31", "48"],
  ["27", "47"],
  ["29", "46", "12", "52"],
  ["30", "44", "36"],
  ["43", "36"],
];

/** What speaks for other provinces, at least, where a lone 동 is none of this article's. */
const ELSEWHERE = 2;

/** How much speaks for each country, 시도 and 시군구, by ISO code or administrative code. */
type Evidence = Map<string, number>;

export function describePlaces(scene: Scene, cast: Cast): void {
  const linkable = cast.drafts.filter(
    (draft) => isPlaceLike(draft) && (!ABROAD.has(draft.key) || parentsBeside(scene, draft).length > 0),
  );
  const readings = new Map(linkable.map((draft) => [draft, readingsOf(draft)]));
  const evidence = collectEvidence(scene, cast, readings);
  const date = dateOf(scene, readings);
  for (const [draft, units] of readings) {
    const unit = choose(scene, draft, units, evidence, date);
    if (unit) draft.place = placeOf(unitOn(unit, date));
  }
}

/** The day that the units are read as of: the article's, or that of a province which the article names and which came later. */
function dateOf({ article }: Scene, readings: ReadonlyMap<Draft, readonly Unit[]>): string {
  const date = article.publishedAt?.value;
  if (date !== undefined) return date;
  const merged = [...readings.values()].some((units) => units.some((unit) => unit.code === MERGED.code));
  return merged ? MERGED.since : UNDATED;
}

const isPlaceLike = (draft: Draft) =>
  draft.type === "LOCATION" ||
  (draft.type === "ORGANIZATION" &&
    draft.forms.some((form) => /(?:[시군구도]|청|정부)$/u.test(form.key) || form.type === "LOCATION"));

/** Units that every informative form of the place can name: 고성 and 강원 고성군 are both read. */
function readingsOf(draft: Draft): readonly Unit[] {
  const lists = draft.forms.map((form) => unitsOfForm(form.text)).filter((units) => units.length > 0);
  return (lists[0] ?? []).filter((unit) => lists.every((list) => list.includes(unit)));
}

/** Readings of a written name; of 부산 중구 those of 중구 in 부산. */
function unitsOfForm(text: string): readonly Unit[] {
  const units = unitsNamed(nameKey(text));
  if (units.length > 0) return units;
  const [last = "", before = ""] = text.split(" ").reverse();
  const outer = unitsNamed(nameKey(before));
  return unitsNamed(nameKey(last)).filter((unit) => liesIn(unit, outer));
}

/** 광주광역시 동구 lies in 광주광역시, and in 전남광주통합특별시. */
function liesIn(unit: Unit, outer: readonly Unit[]): boolean {
  const merged = outer.some(({ code }) => code === MERGED.code);
  return withAncestors(unit).some(
    (up) => up !== unit && (outer.includes(up) || (merged && MERGED.parts.includes(up.code))),
  );
}

/** One name said five times is worth two said once. */
const weightOf = ({ cluster }: Draft) => 1 + Math.min(1, (cluster.length - 1) / 4);

function collectEvidence(scene: Scene, cast: Cast, readings: ReadonlyMap<Draft, readonly Unit[]>): Evidence {
  const evidence: Evidence = new Map();
  const add = (key: string, weight: number) => evidence.set(key, (evidence.get(key) ?? 0) + weight);
  /** For its country and all that it lies in: 팔달구 speaks for 수원시 and 경기도 too. */
  const speak = (unit: Unit, weight: number) => {
    add(unit.country, weight);
    for (const { code } of withAncestors(unit)) if (code !== undefined) add(code, weight);
  };
  for (const [draft, units] of readings) {
    const weight = weightOf(draft);
    const [unit] = units;
    // 광주 may be the one or the other, and speaks a little for both: 광주 북구 is in the one that has a 북구.
    if (units.length > 1) for (const one of units) if (one.level === "sido") add(`~${one.code}`, 1);
    if (unit && units.length === 1) speak(unit, weight);
    else if (unit && units.every((other) => provinceOf(other) === provinceOf(unit)))
      speak(provinceOf(unit) ?? unit, weight);
  }
  for (const draft of cast.drafts) {
    if (draft.type === "PERSON" || draft.forms.some((form) => unitsNamed(form.key).length > 0)) continue;
    const outlet = draft.cluster.some((m) => scene.mentions[m]!.role === "outlet");
    const unit = leadingPlace(draft.name);
    if (unit) speak(unit, outlet ? WEIGHT.outlet : WEIGHT.body);
  }
  return evidence;
}

/** The place that a body's name begins with, where it has one reading: 경남도의회, 전남대병원, 무안국제공항. */
function leadingPlace(name: string): Unit | undefined {
  const key = nameKey(name);
  for (let length = Math.min(7, key.length - 1); length >= 2; length--) {
    const units = unitsNamed(key.slice(0, length)).filter((unit) => unit.level !== "emd" && unit.level !== "region");
    if (units.length === 1) return units[0];
  }
  return undefined;
}

const provinceOf = (unit: Unit): Unit | undefined => withAncestors(unit).find((up) => up.level === "sido");

function choose(
  scene: Scene,
  draft: Draft,
  units: readonly Unit[],
  evidence: Evidence,
  date: string,
): Unit | undefined {
  const [only] = units;
  if (units.length <= 1) return only && isFarOff(scene, draft, only, evidence) ? undefined : only;
  const parents = parentsBeside(scene, draft);
  let best: Unit | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const unit of units) {
    const known = KNOWN_FIRST.get(unit.code ?? unit.name) ?? 0;
    let support = agreement(unit, evidence) + WEIGHT.maybe * (evidence.get(`~${provinceOf(unit)?.code}`) ?? 0);
    if (liesIn(unit, parents)) support += WEIGHT.parent;
    // Of the many 동 of a name none is meant rather than another, where nothing speaks for one.
    if (unit.level === "emd" && known === 0 && support <= (evidence.get("KR") ?? 0) * WEIGHT.sameCountry) continue;
    let score = FAME[unit.level] + known + support;
    if (unit.level === "sigungu" && !inForce(unit, date)) score -= NOT_IN_FORCE;
    if (score > highest) {
      highest = score;
      best = unit;
    }
  }
  return best;
}

/** One of the countless 동 and 리, where the article is about other provinces: the one that is meant has no row. */
function isFarOff(scene: Scene, draft: Draft, unit: Unit, evidence: Evidence): boolean {
  const own = provinceOf(unit)?.code;
  if (unit.level !== "emd" || own === undefined || !/[동리]$/u.test(unit.name)) return false;
  if (liesIn(unit, parentsBeside(scene, draft))) return false;
  const near = new Set([own, ...NEIGHBOURS.filter((codes) => codes.includes(own)).flat()]);
  let [here, elsewhere] = [-weightOf(draft), 0];
  for (const [code, weight] of evidence)
    if (/^\d\d$/u.test(code)) {
      if (near.has(code)) here += weight;
      else elsewhere += weight;
    }
  return here <= 0 && elsewhere >= ELSEWHERE;
}

function agreement(unit: Unit, evidence: Evidence): number {
  const of = (code: string) => evidence.get(code) ?? 0;
  if (unit.country !== "KR") return of(unit.country) * WEIGHT.sameProvince;
  let sum = of("KR") * WEIGHT.sameCountry;
  for (const { level, code = "" } of withAncestors(unit)) {
    if (level === "sigungu") sum += of(code) * WEIGHT.sameDistrict;
    if (level !== "sido") continue;
    sum += of(code) * WEIGHT.sameProvince;
    for (const group of NEIGHBOURS.filter((codes) => codes.includes(code)))
      for (const other of group) if (other !== code) sum += of(other) * WEIGHT.neighbour;
  }
  return sum;
}

/** Readings of the place that stands right before a mention, and of one in brackets after it: 경기도 광주시, 고성(경남). */
function parentsBeside({ mentions, text }: Scene, draft: Draft): readonly Unit[] {
  return draft.cluster.flatMap((m) => {
    const { start, end } = mentions[m]!;
    const word = /[가-힣]{2,10}(?= $)/u.exec(text.slice(Math.max(0, start - 11), start))?.[0] ?? "";
    const inside = /^\(([가-힣]{2,10})\)/u.exec(text.slice(end, end + 12))?.[1] ?? "";
    return [...unitsNamed(word), ...unitsNamed(inside)];
  });
}

export function placeOf(unit: Unit): Place {
  const path = withAncestors(unit)
    .filter((up) => up.level !== "country" || unit.country !== "KR" || up === unit)
    .map((up) => up.name)
    .reverse();
  return {
    country: unit.country,
    ...(unit.code !== undefined && { code: unit.code }),
    path,
    ...(unit.lat !== undefined && unit.lon !== undefined && { lat: unit.lat, lon: unit.lon }),
  };
}
