/**
 * Rule: a surname alone is the person whose surname and title fit, nearest before it.
 *   김경일 파주시장 … 김 시장 · 홍모(41) 씨 … 홍 씨 · 윤석열 대통령 … 尹대통령
 * Two people of one surname: the title decides; a title that neither has joins neither.
 */
import { lastBelow, otherAt, type Scene, sentenceAt } from "../scene.js";
import { honorificAfter, isSurnameAlone, surnameOf, surnamesIn } from "./person-context.js";
import { headOf, titlesBeside, titlesFit } from "./titles-beside.js";

/** How many namesakes before a surname are looked at. */
const REACH = 64;

export function joinSurnames(scene: Scene): void {
  const loose: number[] = [];
  /** By surname, the mentions of full names with it, in text order. */
  const namesakes = new Map<string, number[]>();
  if (!scene.forms.some(isSurnameAlone)) return;
  scene.mentions.forEach((mention, i) => {
    if (mention.type !== "PERSON") return;
    const form = scene.formOf[i]!;
    if (isSurnameAlone(form)) {
      loose.push(i);
      return;
    }
    const words = form.text.split(/\s+/u);
    for (const surname of words.length > 1 ? words : surnamesIn(form)) {
      const list = namesakes.get(surname);
      if (list) list.push(i);
      else namesakes.set(surname, [i]);
    }
  });

  const titles = titlesByForm(scene);
  const lastLoose = new Map<string, number>();
  for (const index of loose) {
    const surname = surnameOf(scene.formOf[index]!.key);
    const title = titlesBeside(scene, index)[0]?.head;
    const known = namesakes.get(surname);
    const found = known && choose(scene, index, known, title, titles);
    const label = `${surname} ${title ?? honorificAfter(scene, index) ?? ""}`;
    if (found !== undefined) {
      scene.joins.join(index, found, title === undefined ? "surname" : "surname-title");
    } else {
      // No full name in the text: 김 시장 … 김 시장 are one still.
      const before = lastLoose.get(label);
      if (before === undefined) lastLoose.set(label, index);
      else scene.joins.join(index, before, "same-surname-title");
    }
  }
}

function choose(
  scene: Scene,
  index: number,
  mentions: readonly number[],
  title: string | undefined,
  titles: ReadonlyMap<number, ReadonlySet<string>>,
): number | undefined {
  const before = lastBelow(mentions, index);
  const order: number[] = [];
  for (let at = before; at >= 0 && before - at < REACH; at--) order.push(mentions[at]!);
  // Only a headline names first by surname who is then named in full.
  const { headline, subheadlines } = scene.article;
  const end = subheadlines.at(-1)?.end ?? headline?.end ?? 0;
  if (order.length === 0 && headline && scene.mentions[index]!.start < Math.max(end, headline.end))
    order.push(...mentions.slice(0, REACH));

  const idOf = (m: number) => scene.formOf[m]!.id;
  const titlesOf = (m: number) => [...(titles.get(idOf(m)) ?? [])];
  const reporters = new Set(order.filter((m) => scene.mentions[m]!.role === "reporter").map(idOf));
  const others = order.filter((m) => !reporters.has(idOf(m)));
  const isOne = new Set(others.map(idOf)).size === 1;
  if (isOne && reporters.size === 0) return others[0];
  if (title !== undefined) {
    const fits = (other: string) => titlesFit(other, title);
    const found =
      order.find((m) => titlesOf(m).some(fits)) ??
      order.find((m) => titlesInSentence(scene, m).some(fits)) ??
      others.find((m) => titlesOf(m).length === 0);
    if (found !== undefined) return found;
    return isOne || OPEN_TITLE.test(title) ? others[0] : undefined;
  }
  const honorific = honorificAfter(scene, index);
  const same = others.find((m) => honorific !== undefined && honorificAfter(scene, m) === honorific);
  return same ?? others[0];
}

/** A title that anyone may have beside their own. */
const OPEN_TITLE = /^(?:예비|당시)?(?:후보|의원|당선인|대표|위원|선수|감독)$/u;

/** Characters on either side of a name in which a title of the same sentence is taken for its own. */
const NEAR = 60;

/** Titles anywhere in the sentence of a mention: 조현중 전무를 대표이사 사장으로 선임했다. */
function titlesInSentence(scene: Scene, index: number): string[] {
  const { start } = scene.mentions[index]!;
  const sentence = sentenceAt(scene, start);
  if (!sentence) return [];
  const found: string[] = [];
  const from = Math.max(sentence.start, start - NEAR);
  const to = Math.min(sentence.end, start + NEAR);
  for (let other = otherAt(scene, from), at = from; other && other.start < to; other = otherAt(scene, at)) {
    if (other.type === "TITLE") found.push(headOf(other.text));
    at = other.end;
  }
  return found;
}

/** Titles that stand beside each full name, anywhere in the text. */
function titlesByForm(scene: Scene): Map<number, Set<string>> {
  const titles = new Map<number, Set<string>>();
  scene.mentions.forEach((mention, i) => {
    if (mention.type !== "PERSON") return;
    const form = scene.formOf[i]!;
    for (const title of titlesBeside(scene, i)) {
      const set = titles.get(form.id) ?? new Set();
      titles.set(form.id, set);
      set.add(headOf(title.text));
    }
  });
  return titles;
}
