import type { Article, Entity, Mention, Relation, Sentence } from "../core/types.js";
import { describeEntities } from "./describe/describe-entities.js";
import { joinGlosses } from "./rules/bracket-gloss.js";
import { joinGenericBodies } from "./rules/generic-body.js";
import { joinPersonNames } from "./rules/person-names.js";
import { joinManyNamed, joinMetonyms, joinStems } from "./rules/place-names.js";
import { joinSameNames } from "./rules/same-name.js";
import { joinShortForms } from "./rules/short-forms.js";
import { joinSpellingVariants } from "./rules/spelling-variants.js";
import { joinSurnames } from "./rules/surname.js";
import { type Scene, setScene } from "./scene.js";

/** In order: what the text says outright first, what is guessed from names last. */
const RULES: readonly ((scene: Scene) => void)[] = [
  joinSameNames,
  joinGlosses,
  joinPersonNames,
  joinSurnames,
  joinManyNamed,
  // Before the short forms: 고흥 is 고흥군, whatever else it would abbreviate.
  joinStems,
  joinShortForms,
  // After the short forms: 울산 for 울산 현대 is not the city.
  joinMetonyms,
  joinSpellingVariants,
  // Last: 공단 is the body that the other rules made of all its names.
  joinGenericBodies,
];

/**
 * Joins the mentions of one real thing into one entity, and says what the text tells of it.
 *
 * Shapes  in: mentions in text order. out: entities with ids e1, e2 … in order of first mention; relations between them.
 * Units   everything is by mention id; `restoreOffsets` writes the entity id into each mention.
 * Errors  none: a mention that nothing joins is an entity of its own.
 */
export function clusterEntities(
  text: string,
  article: Article,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): { entities: Entity[]; relations: Relation[] } {
  const scene = setScene(text, article, sentences, mentions);
  for (const rule of RULES) rule(scene);
  return describeEntities(scene);
}
