import type { Article, Entity, Mention, Relation, Sentence, Token } from "../core/types.js";

/** Joins the mentions of one real thing into one entity. */
export function clusterEntities(
  _text: string,
  _article: Article,
  _sentences: readonly Sentence[],
  _tokens: readonly Token[],
  mentions: readonly Mention[],
): { entities: Entity[]; relations: Relation[] } {
  const byName = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!["PERSON", "LOCATION", "ORGANIZATION", "EVENT", "WORK", "LAW"].includes(mention.type)) continue;
    const same = byName.get(mention.text);
    if (same) same.push(mention);
    else byName.set(mention.text, [mention]);
  }
  const entities = [...byName].map(([name, same], i) => ({
    id: `e${i + 1}`,
    type: same[0]!.type,
    name,
    aliases: [],
    mentions: same.map((mention) => mention.id),
    links: same.map((mention) => ({ mention: mention.id, rule: "same-name" })),
    salience: 0,
  }));
  return { entities, relations: [] };
}
