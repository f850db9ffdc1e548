/**
 * What the text says of a person: titles, what the title is of, age, part in the article.
 *   김경일 파주시장 → 파주시장, of 파주시 · 홍길동(52) 더불어민주당 의원 · 고(故) 김철수 씨 · (서울=새누리일보) 홍길동 기자
 */
import { nameKey } from "../name-key.js";
import { unitsNamed } from "../gazetteer.js";
import { ageAfter, type NearbyTitle, titleAfter, titleBefore } from "../rules/person-context.js";
import { type Scene, sentenceAt } from "../scene.js";
import type { Cast, Draft } from "./draft.js";

/** A title that a mayor, governor or head of state has: the place itself is what it is of. */
const OF_A_PLACE =
  /(?:시장|군수|구청장|지사|도지사|읍장|면장|동장|의원|대통령|총리|국왕|장관|대사|교육감|시의원|군의원|구의원)$/u;

export function describePeople(scene: Scene, cast: Cast): void {
  const outlet = scene.mentions.findIndex((mention) => mention.role === "outlet");
  for (const draft of cast.drafts) {
    if (draft.type !== "PERSON") continue;
    const titles = new Set<string>();
    const roles = new Set<string>();
    for (const m of draft.cluster) {
      for (const title of [titleAfter(scene, m), titleBefore(scene, m)]) {
        if (!title) continue;
        titles.add(title.text.trim());
        const affiliation = draft.affiliation ?? affiliationOf(scene, cast, m, title)?.id;
        if (affiliation !== undefined) draft.affiliation = affiliation;
      }
      const age = draft.age ?? ageAfter(scene, m);
      if (age !== undefined) draft.age = age;
      if (draft.affiliation === undefined) {
        const party = inBrackets(scene, cast, m);
        if (party) draft.affiliation = party.id;
      }
      for (const role of rolesAt(scene, m)) roles.add(role);
    }
    const employer = outlet < 0 ? undefined : cast.of[outlet];
    if (roles.has("reporter") && draft.affiliation === undefined && employer) draft.affiliation = employer.id;
    if (titles.size > 0) draft.titles = [...titles];
    if (roles.size > 0) draft.roles = [...roles];
  }
}

function affiliationOf(scene: Scene, cast: Cast, person: number, title: NearbyTitle): Draft | undefined {
  if (title.of !== undefined) return bodyOf(cast, title.of, title);
  // 파주시장 as one title: the place is what the title leaves without 장.
  const written = nameKey(title.head);
  for (const name of [written.replace(/장$/u, ""), written.replace(/(?:시장|군수|구청장|도지사|지사|청장|장)$/u, "")]) {
    if (name.length < 2 || name === written) continue;
    const draft = cast.byKey.get(name);
    if (draft) return draft;
    const unit = unitsNamed(name)[0];
    const stem = unit && cast.byKey.get(unit.name.replace(/[시군구]$/u, ""));
    if (stem) return stem;
  }
  // 더불어민주당 이재명 대표: the body stands before the name.
  const before = person - 1;
  const body = scene.mentions[before];
  const gap = body && scene.text.slice(body.end, scene.mentions[person]!.start);
  if (body?.type === "ORGANIZATION" && (gap === " " || gap === "의 ")) return cast.of[before];
  if (body?.type === "LOCATION" && gap === " " && OF_A_PLACE.test(title.head)) return cast.of[before];
  return undefined;
}

/** The mention between name and title, where a title of that kind can be of it. */
function bodyOf(cast: Cast, index: number, title: NearbyTitle): Draft | undefined {
  const draft = cast.of[index];
  if (!draft) return undefined;
  return draft.forms.some((form) => form.type === "ORGANIZATION") || OF_A_PLACE.test(title.head) ? draft : undefined;
}

/** 홍길동(더불어민주당) 의원. */
function inBrackets(scene: Scene, cast: Cast, person: number): Draft | undefined {
  const { text, mentions } = scene;
  const body = mentions[person + 1];
  if (body?.type !== "ORGANIZATION") return undefined;
  const before = text.slice(mentions[person]!.end, body.start);
  return /^\((?:\d{1,3}[,·] ?)?$/u.test(before) && /^[),·]/u.test(text.slice(body.end, body.end + 1))
    ? cast.of[person + 1]
    : undefined;
}

const DEAD_BEFORE = /(?:고\(故\)|故|\b고|숨진|사망한|별세한|작고한) ?$/u;
const DEAD_AFTER = /^[^.\n“"]{0,30}(?:숨졌|사망했|별세했|숨을 거|숨진 채|세상을 떠|유명을 달리)/u;
const ACCUSED = /(?:용의자|피의자|피고인|가해자) ?$/u;
const SPEAKS = /^[^.\n]{0,24}?(?:은|는|이|가|도) (?:[^.\n“]{0,60})[“"][^”"\n]{1,400}[”"](?:이?라[고며]|고|면서)/u;

/** What the words around one mention say that the person does in the article. */
function rolesAt(scene: Scene, index: number): string[] {
  const { text, mentions } = scene;
  const { start, end, role } = mentions[index]!;
  const roles: string[] = [];
  if (role === "reporter") roles.push("reporter");
  const before = text.slice(Math.max(0, start - 8), start);
  const sentence = sentenceAt(scene, start);
  const after = text.slice(end, Math.min(sentence?.end ?? end + 200, end + 500));
  if (DEAD_BEFORE.test(before) || DEAD_AFTER.test(after)) roles.push("deceased");
  if (ACCUSED.test(before)) roles.push("accused");
  if (SPEAKS.test(after)) roles.push("quoted");
  return roles;
}
