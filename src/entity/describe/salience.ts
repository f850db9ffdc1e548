/**
 * How much the article is about each entity, 0–1: how often and how early it is named, whether the headline names it, and how
 * rare its name is (natural's TfIdf over the article's names, against counts of nouns in press releases).
 */
import TfIdf from "natural/lib/natural/tfidf/tfidf.js";
import { DOCUMENT_FREQUENCY } from "../salience.table.js";
import type { Scene } from "../scene.js";
import type { Cast, Draft } from "./draft.js";

/** Releases of a thousand that hold a noun. */
const perThousand: ReadonlyMap<string, number> = new Map(
  DOCUMENT_FREQUENCY.split("\n").flatMap((line) => {
    const [share = "", ...nouns] = line.split(" ");
    return nouns.map((noun) => [noun, Number(share)] as const);
  }),
);
/** Nouns that the table leaves out are in fewer than this many of a thousand. */
const RARE = 2;
const HEADLINE = 1.8;
const LEAD = 1.25;
/** A mention at the end of the article counts this much of one at its beginning. */
const LAST = 0.5;
/** Outlet and reporter are of the page, not of the story. */
const BYLINE = 0.05;

export function salienceOf(scene: Scene, { drafts }: Cast): Map<Draft, number> {
  const counts: Record<string, number> = Object.create(null);
  const weights = drafts.map((draft) => weightOf(scene, draft));
  drafts.forEach((draft, i) => {
    counts[draft.id] = weights[i]!.count;
  });
  const tfidf = new TfIdf();
  tfidf.addDocument(counts);
  for (const draft of drafts) tfidf._idfCache[draft.id] = rarity(draft);
  const scores = drafts.map((draft, i) => tfidf.tfidf([draft.id], 0) * weights[i]!.place);
  const highest = scores.reduce((a, b) => Math.max(a, b), 0);
  return new Map(drafts.map((draft, i) => [draft, Math.round((1000 * scores[i]!) / highest) / 1000]));
}

/** 1 + ln(1000 / releases), as natural reckons it. */
const rarity = (draft: Draft) =>
  1 +
  Math.log(1000 / (1 + Math.max(RARE, ...draft.forms.slice(0, 8).map((form) => perThousand.get(form.key) ?? RARE))));

function weightOf(scene: Scene, draft: Draft): { count: number; place: number } {
  const { mentions, article, text } = scene;
  let count = 0;
  let place = 1;
  let byline = true;
  const headline = article.headline;
  const lead = article.body[0];
  let inHeadline = false;
  let inLead = false;
  for (const m of draft.cluster) {
    const { start, role } = mentions[m]!;
    if (role === undefined) byline = false;
    count += 1 - (1 - LAST) * (start / text.length);
    if (headline && start < headline.end && start >= headline.start) inHeadline = true;
    if (lead && start < lead.end && start >= lead.start) inLead = true;
  }
  if (inHeadline) place *= HEADLINE;
  if (inLead) place *= LEAD;
  if (byline) place *= BYLINE;
  // The tenth mention says less than the second.
  return { count: 1 + Math.log2(1 + count), place };
}
