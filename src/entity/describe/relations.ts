/** Relations between the entities of one article, as typed objects. */
import type { Relation } from "../../core/types.js";
import { isLatin, nameKey } from "../name-key.js";
import type { Scene } from "../scene.js";
import type { Cast, Draft } from "./draft.js";

export function relationsOf(scene: Scene, cast: Cast): Relation[] {
  const relations: Relation[] = [];
  for (const draft of cast.drafts) {
    for (const title of draft.titles ?? []) {
      relations.push({
        type: "title-of",
        from: draft.id,
        value: title,
        ...(draft.affiliation && { to: draft.affiliation }),
      });
    }
    if (draft.affiliation) relations.push({ type: "affiliated-with", from: draft.id, to: draft.affiliation });
    if (draft.parent) relations.push({ type: "part-of", from: draft.id, to: draft.parent });
    if (draft.expansion) relations.push(...abbreviations(draft));
    const seat = draft.kind !== undefined && draft.place === undefined ? seatOf(scene, cast, draft) : undefined;
    if (seat && seat.id !== draft.parent) relations.push({ type: "located-in", from: draft.id, to: seat.id });
  }
  relations.push(...placesInPlaces(cast));
  return relations;
}

/** WHO abbreviates 세계보건기구. */
const abbreviations = (draft: Draft): Relation[] =>
  draft.forms
    .filter((form) => form.text !== draft.name && (isLatin(form.text) || form.text.length < draft.name.length))
    .map((form) => ({ type: "abbreviates", from: draft.id, value: form.text }));

/** The place before a body's name, or at its beginning: 고양시 국립암센터, 서울중앙지법. */
function seatOf(scene: Scene, cast: Cast, draft: Draft): Draft | undefined {
  for (const m of draft.cluster) {
    const before = scene.mentions[m - 1];
    if (before?.type === "LOCATION" && scene.text.slice(before.end, scene.mentions[m]!.start) === " ")
      return cast.of[m - 1];
  }
  const key = nameKey(draft.name);
  for (let length = Math.min(6, key.length - 2); length >= 2; length--) {
    const place = cast.byKey.get(key.slice(0, length));
    if (place?.place && place !== draft) return place;
  }
  return undefined;
}

/** 파주시 lies in 경기도, where the article names both. */
function placesInPlaces(cast: Cast): Relation[] {
  const byPath = new Map<string, Draft>();
  for (const draft of cast.drafts) {
    if (draft.place && !byPath.has(draft.place.path.join("/"))) byPath.set(draft.place.path.join("/"), draft);
  }
  return cast.drafts.flatMap((draft): Relation[] => {
    const path = draft.place?.path ?? [];
    for (let length = path.length - 1; length > 0; length--) {
      const outer = byPath.get(path.slice(0, length).join("/"));
      if (outer && outer !== draft) return [{ type: "located-in", from: draft.id, to: outer.id }];
    }
    return [];
  });
}
