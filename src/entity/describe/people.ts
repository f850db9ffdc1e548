/**
 * What the text says of a person: titles, what the title is of, age, part in the article.
 *   김경일 파주시장 → 파주시장, of 파주시 · 홍길동(52) 더불어민주당 의원 · 고(故) 김철수 씨 · (서울=새누리일보) 홍길동 기자
 */
import { unitsNamed } from "../gazetteer.js";
import { nameKey } from "../name-key.js";
import { bodyAround, bodyBehind } from "../rules/brackets.js";
import { ageOf } from "../rules/person-context.js";
import { bodyBefore, bracketedBody, type NearbyTitle, titlesBeside } from "../rules/titles-beside.js";
import type { Scene } from "../scene.js";
import type { Cast, Draft } from "./draft.js";
import { rolesAt } from "./roles.js";

/** A title that a mayor, governor or head of state has: the place itself is what it is of. */
const OF_A_PLACE =
  /(?:시장|군수|구청장|지사|도지사|읍장|면장|동장|의원|대통령|총리|국왕|장관|대사|주석|총통|교육감|시의원|군의원|구의원)$/u;

export function describePeople(scene: Scene, cast: Cast): void {
  const places = placesOf(cast);
  const outlet = scene.mentions.findIndex((mention) => mention.role === "outlet");
  for (const draft of cast.drafts) {
    if (draft.type !== "PERSON") continue;
    const titles: string[] = [];
    const roles = new Set<string>();
    for (const m of draft.cluster) {
      for (const title of titlesBeside(scene, m)) {
        titles.push(title.text);
        draft.affiliation ??= affiliationOf(scene, cast, places, m, title)?.id;
      }
      draft.age ??= ageOf(scene, m);
      draft.affiliation ??= cast.of[bracketedBody(scene, m) ?? -1]?.id;
      for (const role of rolesAt(scene, m)) roles.add(role);
    }
    if (roles.has("reporter")) draft.affiliation ??= cast.of[outlet]?.id;
    // 시장 says nothing beside 파주시장.
    const said = [...new Set(titles)];
    const fullest = said.filter((title) => !said.some((other) => other !== title && other.endsWith(title)));
    if (fullest.length > 0) draft.titles = fullest;
    if (roles.size > 0) draft.roles = [...roles];
  }
}

/** Draft of each administrative unit, by the unit's name. */
function placesOf({ drafts }: Cast): ReadonlyMap<string, Draft> {
  const places = new Map<string, Draft>();
  for (const draft of drafts) {
    const unit = draft.place?.path.at(-1) ?? "";
    if (!places.has(unit)) places.set(unit, draft);
  }
  return places;
}

function affiliationOf(
  scene: Scene,
  cast: Cast,
  places: ReadonlyMap<string, Draft>,
  person: number,
  title: NearbyTitle,
): Draft | undefined {
  if (title.of !== undefined) return bodyOf(cast, title.of, title);
  // 파주시장 as one title: the place is what the title leaves without 장.
  const written = nameKey(title.head);
  for (const name of [written.replace(/장$/u, ""), written.replace(/(?:시장|군수|구청장|도지사|지사|청장|장)$/u, "")]) {
    if (name.length < 2 || name === written) continue;
    // 가평군수 is of 가평군, 전북지사 of 전북도, by whatever name the text has for it.
    const draft =
      cast.byKey.get(name) ??
      unitsNamed(name)
        .map((unit) => places.get(unit.name))
        .find(Boolean);
    if (draft) return draft;
  }
  // 더불어민주당 이재명 대표: the body stands before the name, or brackets part them.
  const body = bodyBefore(scene, person) ?? bodyAround(scene, person) ?? bodyBehind(scene, person);
  if (body === undefined) return undefined;
  const isPlace = scene.mentions[body]!.type === "LOCATION";
  return isPlace && !OF_A_PLACE.test(title.head) ? undefined : cast.of[body];
}

/** The mention between name and title, where a title of that kind can be of it. */
function bodyOf(cast: Cast, index: number, title: NearbyTitle): Draft | undefined {
  const draft = cast.of[index];
  if (!draft) return undefined;
  return draft.forms.some((form) => form.type === "ORGANIZATION") || OF_A_PLACE.test(title.head) ? draft : undefined;
}
