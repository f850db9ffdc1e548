/**
 * Rules: one place under several names, and the government that acts in a place's name.
 *   경북, 경북도, 경상북도 · 美, 미국, 미국 정부 · 파주, 파주시 · 파주시 (the place) and 파주시 (the government)
 */
import { manyNamed, placeStem, unitsNamed } from "../gazetteer.js";
import { nameKey } from "../name-key.js";
import type { Form, Scene } from "../scene.js";

const isName = (form: Form) => form.type === "LOCATION" || form.type === "ORGANIZATION";

/** The same name as a place and as a government. Runs after the short forms, so that 울산 for 울산 현대 is taken by then. */
export function joinMetonyms(scene: Scene): void {
  for (const forms of scene.byKey.values()) {
    const place = forms.find((form) => form.type === "LOCATION");
    const body = forms.find((form) => form.type === "ORGANIZATION");
    if (!place || !body || isTaken(scene, body, place)) continue;
    scene.joins.join(later(place, body).mentions[0]!, earlier(place, body).mentions[0]!, "metonymy");
  }
}

const earlier = (a: Form, b: Form) => (a.mentions[0]! < b.mentions[0]! ? a : b);
const later = (a: Form, b: Form) => (earlier(a, b) === a ? b : a);

/** True when the body is already another thing's short name: a team. */
function isTaken(scene: Scene, body: Form, place: Form): boolean {
  return scene.joins
    .members(body.mentions[0]!)
    .some(
      (m) =>
        scene.formOf[m]!.type === "ORGANIZATION" &&
        scene.formOf[m] !== body &&
        !/[시군구도부청]$/u.test(scene.formOf[m]!.key) &&
        (scene.formOf[m]!.key.startsWith(place.key) || scene.formOf[m]!.text.endsWith(` ${place.text}`)),
    );
}

const OF_GOVERNMENT = /(?:[시군구도과국실부팀청처원단소회서]|위원회|본부|센터|사무소)$/u;

/** Towns that a team is named for: 울산 where 울산 현대 plays; the body 울산 may be the team. */
function teamTowns(scene: Scene): ReadonlySet<string> {
  const towns = new Set<string>();
  for (const form of scene.forms) {
    const words = form.text.split(" ");
    if (form.type === "ORGANIZATION" && words.length === 2 && !OF_GOVERNMENT.test(words[1]!)) {
      towns.add(nameKey(words[0]!));
    }
  }
  return towns;
}

/** Countries and 시도, whose names are many. */
export function joinManyNamed(scene: Scene): void {
  const first = new Map<string, Form>();
  const teams = teamTowns(scene);
  for (const form of scene.forms) {
    if (!isName(form)) continue;
    const identity = manyNamed(form.key);
    if (identity === undefined || (form.type === "ORGANIZATION" && teams.has(form.key))) continue;
    const known = first.get(identity);
    if (!known) first.set(identity, form);
    else scene.joins.join(form.mentions[0]!, known.mentions[0]!, "other-name-of-place");
  }
}

/** What a bare stem most likely stands for, best first: 고창 is 고창군 rather than 고창읍. */
const LEVELS = [/(?:특별시|광역시|특별자치시|특례시|시|군)$/u, /구$/u, /[읍면]$/u, /[주성현섬동리]$|마을$/u];

/** 파주 for 파주시, 장호원 for 장호원읍. */
export function joinStems(scene: Scene): void {
  const byStem = new Map<string, Form[]>();
  const teams = teamTowns(scene);
  for (const form of scene.forms) {
    if (!isName(form)) continue;
    const stem = placeStem(form.key);
    // 제주시 is not 제주(도), 러시아군 not 러시아; 부산시 has joined 부산.
    if (stem === form.key || manyNamed(stem) !== undefined) continue;
    const list = byStem.get(stem);
    if (list) list.push(form);
    else byStem.set(stem, [form]);
  }
  for (const [stem, forms] of byStem) {
    const same = scene.byKey.get(stem) ?? [];
    const bare =
      same.find((form) => form.type === "LOCATION") ??
      same.find((form) => form.type === "ORGANIZATION" && !teams.has(stem));
    const level = LEVELS.find((pattern) => forms.some((form) => pattern.test(form.key)));
    const best = forms.filter((form) => level?.test(form.key) ?? false);
    // 수원시 and 수원특례시 are one; 고성군 the place and 고성군 the government are a metonymy.
    for (const form of best)
      if (form.key !== best[0]!.key) scene.joins.join(form.mentions[0]!, best[0]!.mentions[0]!, "place-stem");
    // 영덕 is the county, also where only its 영덕읍 is named.
    if ((level === LEVELS[2] || level === LEVELS[3]) && unitsNamed(stem).some((unit) => unit.level === "sigungu"))
      continue;
    if (bare && best[0]) scene.joins.join(bare.mentions[0]!, best[0].mentions[0]!, "place-stem");
  }
}
