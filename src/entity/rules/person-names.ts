/**
 * Rules: part of a person's name stands for the whole.
 *   바이든 for 조 바이든 · 기시다 for 기시다 후미오 · 찰스 for 찰스 3세 · ‘데프트’ 김혁규, 尹錫悅 for 윤석열
 */
import { isHangul, isHanja, nameKey } from "../name-key.js";
import { type Form, nearest, type Scene } from "../scene.js";
import { titlesBeside, titlesFit } from "./titles-beside.js";
import { isAnonymous, isSurnameAlone, surnameOf, surnamesIn } from "./person-context.js";

export function joinPersonNames(scene: Scene): void {
  joinNicknames(scene);
  const full = new Map<string, Form[]>();
  const add = (key: string, form: Form) => {
    const list = full.get(key);
    if (!list) full.set(key, [form]);
    else if (!list.includes(form)) list.push(form);
  };
  for (const form of scene.forms) {
    if (form.type !== "PERSON" || isSurnameAlone(form) || isAnonymous(form.key)) continue;
    const words = form.text.split(/[\s·-]+/u);
    if (words.length > 1) {
      for (const word of words.slice(0, 4)) add(nameKey(word), form);
      for (let i = 1; i < Math.min(words.length, 4); i++) add(nameKey(words.slice(i).join("")), form);
    } else if (isHangul(form.key)) {
      const given = form.key.slice(surnamesIn(form)[0]!.length);
      if (given.length === 2) add(given, form);
    }
    if (isHanja(form.text)) add(surnameOf(form.text[0]!) + form.text.length, form);
  }
  for (const form of scene.forms) {
    if (form.type !== "PERSON" || isSurnameAlone(form) || isAnonymous(form.key)) continue;
    const whole = full.get(form.key);
    if (whole) {
      const candidates = whole.flatMap((other) => other.mentions).sort((a, b) => a - b);
      const mention = form.mentions[0]!;
      // Brothers share a surname: the one whose title fits, or the one named last.
      const found =
        (whole.length > 1 ? titleMate(scene, mention, candidates) : undefined) ?? nearest(candidates, mention);
      if (found !== undefined) scene.joins.join(mention, found, "part-of-name");
    }
    const hanja = full.get(form.key[0]! + form.key.length)?.filter((other) => isUnglossed(scene, other)) ?? [];
    if (hanja.length === 1) scene.joins.join(hanja[0]!.mentions[0]!, form.mentions[0]!, "hanja-name");
  }
}

/** How many full names are asked for their titles. */
const ASKED = 16;

/** Of several people with a name in common, the first whose title the mention has: 바이든 대통령 beside 바이든 여사. */
function titleMate(scene: Scene, mention: number, candidates: readonly number[]): number | undefined {
  const title = titlesBeside(scene, mention)[0]?.head;
  if (title === undefined) return undefined;
  return candidates
    .slice(0, ASKED)
    .find((other) => titlesBeside(scene, other).some(({ head }) => titlesFit(head, title)));
}

/** A name in hanja that no bracket gives the reading of. */
const isUnglossed = (scene: Scene, form: Form) =>
  isHanja(form.text) && scene.joins.members(form.mentions[0]!).every((m) => scene.formOf[m] === form);

/** ‘데프트’ 김혁규: a quoted name right before a person's is theirs. */
function joinNicknames(scene: Scene): void {
  const { text, mentions, joins } = scene;
  for (let i = 1; i < mentions.length; i++) {
    const [nick, name] = [mentions[i - 1]!, mentions[i]!];
    if (nick.type !== "PERSON" || name.type !== "PERSON") continue;
    const opens = /[‘'“"]/u.test(text[nick.start - 1] ?? "");
    if (opens && /^[’'”"] ?$/u.test(text.slice(nick.end, name.start))) joins.join(i - 1, i, "nickname");
  }
}
