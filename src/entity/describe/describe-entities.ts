/** Entities from the sets that the rules made. */
import type { Entity, MentionType, Relation, Token } from "../../core/types.js";
import { isHangul, isLatin } from "../name-key.js";
import { isGenericBody } from "../rules/generic-body.js";
import type { Form, Scene } from "../scene.js";

/** Indices of the mentions of each entity, entities in order of first mention. */
export function clustersOf(scene: Scene): number[][] {
  const clusters = new Map<number, number[]>();
  scene.mentions.forEach((_, i) => {
    const root = scene.joins.find(i);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(i);
    else clusters.set(root, [i]);
  });
  return [...clusters.values()];
}

/** The fullest form: a proper name before a generic word, Hangul before Latin, long before short. */
export function fullestForm(forms: readonly Form[]): Form {
  const rank = (form: Form) =>
    (isGenericBody(form) ? 0 : 1000) + (isLatin(form.text) ? 0 : 100) + (isHangul(form.text.slice(0, 1)) ? 50 : 0) + Math.min(49, form.text.length);
  return forms.reduce((best, form) => (rank(form) > rank(best) ? form : best));
}

function typeOf(scene: Scene, cluster: readonly number[]): MentionType {
  const counts = new Map<MentionType, number>();
  for (const i of cluster) counts.set(scene.mentions[i]!.type, (counts.get(scene.mentions[i]!.type) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

export function describeEntities(
  scene: Scene,
  _tokens: readonly Token[],
): { entities: Entity[]; relations: Relation[] } {
  const entities = clustersOf(scene).map((cluster, i): Entity => {
    const forms = [...new Set(cluster.map((m) => scene.formOf[m]!))];
    const name = fullestForm(forms).text;
    return {
      id: `e${i + 1}`,
      type: typeOf(scene, cluster),
      name,
      aliases: [...new Set(forms.map((form) => form.text))].filter((text) => text !== name),
      mentions: cluster.map((m) => scene.mentions[m]!.id),
      links: cluster.map((m) => ({ mention: scene.mentions[m]!.id, rule: scene.joins.reason(m) })),
      salience: 0,
    };
  });
  return { entities, relations: [] };
}
