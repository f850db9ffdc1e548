import type { Entity, Relation } from "../../core/types.js";
import type { Scene } from "../scene.js";
import { aliasesOf, castOf } from "./draft.js";
import { describeOrganisations, describeParties } from "./organisations.js";
import { describePeople } from "./people.js";
import { describePlaces } from "./places.js";
import { relationsOf } from "./relations.js";
import { salienceOf } from "./salience.js";

/** Entities from the sets that the rules made, with what the text says of each. */
export function describeEntities(scene: Scene): { entities: Entity[]; relations: Relation[] } {
  const cast = castOf(scene);
  describePlaces(scene, cast);
  describeOrganisations(scene, cast);
  // After the bodies, which people are affiliated with.
  describePeople(scene, cast);
  describeParties(cast);
  const salience = salienceOf(scene, cast);
  const entities = cast.drafts.map((draft): Entity => {
    const { titles, affiliation, age, roles, expansion, kind, parent, place } = draft;
    return {
      id: draft.id,
      type: draft.type,
      name: draft.name,
      aliases: aliasesOf(draft, scene.mentions),
      mentions: draft.cluster.map((m) => scene.mentions[m]!.id),
      links: draft.cluster.map((m) => ({ mention: scene.mentions[m]!.id, rule: scene.joins.reason(m) })),
      ...(titles && { titles }),
      ...(affiliation !== undefined && { affiliation }),
      ...(age !== undefined && { age }),
      ...(roles && { roles }),
      ...(expansion !== undefined && { expansion }),
      ...(kind !== undefined && { kind }),
      ...(parent !== undefined && { parent }),
      ...(place && { place }),
      salience: salience.get(draft)!,
    };
  });
  return { entities, relations: relationsOf(scene, cast) };
}
