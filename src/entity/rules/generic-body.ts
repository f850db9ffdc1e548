/**
 * Rule: a common noun that stands for one body of the article joins the nearest body of that kind named before it.
 *   기장군은 … 군은 · 익산경찰서는 … 경찰은 · 한국물재생관리공단 … 공단
 * Where nothing fits, mentions of the same noun are one entity: 경찰 in an article that names no station.
 */
import { GENERIC_BODIES } from "../organisation.table.js";
import { unitsNamed } from "../gazetteer.js";
import { type Form, nearest, type Scene } from "../scene.js";

const ENDINGS: ReadonlyMap<string, RegExp> = new Map(
  GENERIC_BODIES.split("\n").map((line) => {
    const [word = "", endings = ""] = line.split("\t");
    return [word, new RegExp(`(?:${endings})$`, "u")];
  }),
);

export const isGenericBody = (form: Form): boolean => form.type !== "PERSON" && ENDINGS.has(form.key);

/** 시, 군, 구, 도: a government named by its level. */
const LEVEL = /^(?:시|군|구|도|시청|군청|구청|도청)$/u;

export function joinGenericBodies(scene: Scene): void {
  const { joins, forms } = scene;
  for (const form of forms) {
    if (!isGenericBody(form)) continue;
    const ending = ENDINGS.get(form.key)!;
    const level = LEVEL.test(form.key) ? form.key[0]! : undefined;
    const fitting = forms.filter(
      (other) => other.type !== "PERSON" && !isGenericBody(other) && stands(form, other, ending, level),
    );
    const candidates = fitting.flatMap((other) => other.mentions).sort((a, b) => a - b);
    for (const mention of form.mentions) {
      // A definition, (이하 위원회), has said what it stands for.
      if (joins.members(mention).length > 1) continue;
      const found = nearestBody(scene, candidates, mention);
      if (found === undefined) joins.join(mention, form.mentions[0]!, "same-name");
      else joins.join(mention, found, "generic-body");
    }
  }
}

/** The nearest before; after it only for a headline, which names what the text then names in full. */
function nearestBody(scene: Scene, candidates: readonly number[], mention: number): number | undefined {
  const found = nearest(candidates, mention);
  if (found === undefined || found < mention) return found;
  const { headline } = scene.article;
  return headline && scene.mentions[mention]!.start < headline.end ? found : undefined;
}

function stands(generic: Form, other: Form, ending: RegExp, level: string | undefined): boolean {
  if (level !== undefined) {
    if (other.type !== "LOCATION" && other.type !== "ORGANIZATION") return false;
    if (!ending.test(other.key)) return stemIsLevel(other, level);
    if (unitsNamed(other.key).some((unit) => unit.level !== "country")) return true;
    return level !== "도" && other.type === "LOCATION" && other.key.length >= 3;
  }
  if ((generic.type === "EVENT") !== (other.type === "EVENT")) return false;
  return other.type !== "LOCATION" && other.key.length > generic.key.length && ending.test(other.key);
}

/** 산청 is a 군 though it is not written 산청군. */
function stemIsLevel(other: Form, level: string): boolean {
  const units = unitsNamed(other.key);
  return (
    units.every((unit) => unit.country === "KR" && (unit.name.endsWith(level) || unit.level === "emd")) &&
    units.some((unit) => unit.level !== "emd")
  );
}
