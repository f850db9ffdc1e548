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

/** Words between a place and the body that is there. */
const SEATED = /^(?: |의 |에 (?:있는|위치한|소재한|자리한|본사를 둔|본부를 둔)(?: [가-힣]{1,6})? |(?: |에 )?소재 )$/u;

/** The place before a body's name, in brackets after it, or at its beginning: 고양시 국립암센터, 가온대병원(강원 춘천시), 서울중앙지법. */
function seatOf(scene: Scene, cast: Cast, draft: Draft): Draft | undefined {
  const { mentions, text } = scene;
  for (const m of draft.cluster) {
    const before = mentions[m - 1];
    if (before?.type === "LOCATION" && SEATED.test(text.slice(before.end, mentions[m]!.start))) return cast.of[m - 1];
    const inside = /^\(([^()]{1,30})\)/u.exec(text.slice(mentions[m]!.end, mentions[m]!.end + 32));
    if (!inside) continue;
    const close = mentions[m]!.end + inside[0].length - 1;
    for (let at = m + 1; at < mentions.length && mentions[at]!.end <= close; at++)
      if (mentions[at]!.type === "LOCATION" && mentions[at]!.end === close && cast.of[at] !== draft) return cast.of[at];
  }
  const key = nameKey(draft.name);
  for (let length = Math.min(6, key.length - 2); length >= 2; length--) {
    const place = cast.byKey.get(key.slice(0, length));
    if (place?.place) return place;
  }
  return undefined;
}

/** 파주시 lies in 경기도, where the article names both. */
function placesInPlaces(cast: Cast): Relation[] {
  const byPath = new Map<string, Draft>();
  for (const draft of cast.drafts) {
    const path = draft.place?.path.join("/");
    // A town hall is in its town, not the town.
    if (path !== undefined && !draft.key.endsWith("청") && !byPath.has(path)) byPath.set(path, draft);
  }
  return cast.drafts.flatMap((draft): Relation[] => {
    const path = draft.place?.path ?? [];
    for (let length = path.length - 1; length > 0; length--) {
      const outer = byPath.get(path.slice(0, length).join("/"));
      if (outer) return [{ type: "located-in", from: draft.id, to: outer.id }];
    }
    return [];
  });
}
