/**
 * Rule: mentions that write one name mean one thing. 홍길동 … 홍길동.
 * Left to other rules: a surname alone (two people may share it), a generic body (시, 경찰), and people kept apart by their ages.
 */
import { isGenericBody } from "./generic-body.js";
import { ageOf, isSurnameAlone } from "./person-context.js";
import type { Form, Scene } from "../scene.js";

export function joinSameNames(scene: Scene): void {
  for (const form of scene.forms) {
    if (isSurnameAlone(form) || isGenericBody(form)) continue;
    if (form.type === "PERSON") joinByAge(scene, form);
    else for (const mention of form.mentions) scene.joins.join(mention, form.mentions[0]!, "same-name");
  }
}

/** 김모(35) 씨 and 김모(41) 씨 are two; a mention without an age is the nearest before it. */
function joinByAge(scene: Scene, form: Form): void {
  const firstOfAge = new Map<number, number>();
  let last = form.mentions[0]!;
  let aged = false;
  for (const mention of form.mentions) {
    const age = ageOf(scene, mention);
    if (age === undefined) {
      scene.joins.join(mention, last, "same-name");
      continue;
    }
    const first = firstOfAge.get(age);
    if (first === undefined) {
      // The first age given is that of the mentions before it.
      if (!aged) scene.joins.join(mention, last, "same-name");
      firstOfAge.set(age, mention);
      aged = true;
    } else scene.joins.join(mention, first, "same-name");
    last = mention;
  }
}
