import type { Mention, MentionType, Place } from "../../core/types.js";
import { isInstitution } from "../body-kind.js";
import { isHangul, isLatin, nameKey } from "../name-key.js";
import { isNoBody, typeOfLatin } from "../latin-name.js";
import { isGenericBody } from "../rules/generic-body.js";
import type { Form, Scene } from "../scene.js";

/** An entity while it is being described. */
export interface Draft {
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  readonly key: string;
  /** Indices into `Scene.mentions`, in text order. */
  readonly cluster: readonly number[];
  readonly forms: readonly Form[];
  titles?: readonly string[];
  affiliation?: string | undefined;
  age?: number | undefined;
  roles?: readonly string[];
  expansion?: string;
  kind?: string;
  parent?: string;
  place?: Place;
}

export interface Cast {
  readonly drafts: readonly Draft[];
  /** Draft of each mention of the scene. */
  readonly of: readonly (Draft | undefined)[];
  /** First draft with a form of this key that is a place or a body. */
  readonly byKey: ReadonlyMap<string, Draft>;
}

/** Below this a tagger does not know. */
const UNSURE = 0.6;

/** Entities in order of first mention, named and typed, nothing else said of them yet. */
export function castOf(scene: Scene): Cast {
  const clusters = new Map<number, number[]>();
  scene.mentions.forEach((_, i) => {
    const root = scene.joins.find(i);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(i);
    else clusters.set(root, [i]);
  });
  const of: Draft[] = [];
  const byKey = new Map<string, Draft>();
  // MOU, CEO, AI: tagged as bodies now and then, and none unless the text says what they stand for.
  const things = [...clusters.values()].filter((cluster) => !cluster.every((m) => isWordAlone(scene, m)));
  const drafts = things.map((cluster, i): Draft => {
    const forms = [...new Set(cluster.map((m) => scene.formOf[m]!))];
    const name = fullestForm(forms).text;
    const key = nameKey(name);
    const type = typeOf(scene, cluster);
    const institution = type === "LOCATION" && isInstitution(key);
    const draft: Draft = { id: `e${i + 1}`, type: institution ? "ORGANIZATION" : type, name, key, cluster, forms };
    for (const m of cluster) of[m] = draft;
    for (const form of forms) {
      const isName = form.type === "LOCATION" || form.type === "ORGANIZATION";
      if (isName && !isGenericBody(form) && !byKey.has(form.key)) byKey.set(form.key, draft);
    }
    return draft;
  });
  return { drafts, of, byKey };
}

const isWordAlone = (scene: Scene, m: number) =>
  scene.mentions[m]!.type === "ORGANIZATION" && isNoBody(scene.mentions[m]!.text);

/** The fullest form: a proper name before a generic word, Hangul before Latin, long before short. */
function fullestForm(forms: readonly Form[]): Form {
  const rank = (form: Form) =>
    (isGenericBody(form) ? 0 : 1000) +
    (isLatin(form.text) ? 0 : 100) +
    (/[가-힣]/u.test(form.text) ? 50 : 0) +
    Math.min(49, form.text.replace(/\([^()]*\)/u, "").length) -
    // 미야기현 before 미야기(宮城)현.
    (form.text.includes("(") ? 0.1 : 0) +
    // 김한결 before 金한결.
    (isHangul(form.text.slice(0, 1)) ? 0.5 : 0);
  return forms.reduce((best, form) => (rank(form) > rank(best) ? form : best));
}

/** The type of most mentions; of the first, where as many are of another. */
function typeOf(scene: Scene, cluster: readonly number[]): MentionType {
  // Of Latin letters alone, and the tagger not sure: what the words themselves say.
  if (cluster.every((m) => isLatin(scene.mentions[m]!.text) && scene.mentions[m]!.score < UNSURE)) {
    const said = typeOfLatin(scene.mentions[cluster[0]!]!.text);
    if (said !== undefined) return said;
  }
  const counts = new Map<MentionType, number>();
  for (const i of cluster) counts.set(scene.mentions[i]!.type, (counts.get(scene.mentions[i]!.type) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Forms as written, the name itself left out. */
export const aliasesOf = (draft: Draft, mentions: readonly Mention[]): string[] => [
  ...new Set(draft.cluster.map((m) => mentions[m]!.text).filter((text) => text !== draft.name)),
];
