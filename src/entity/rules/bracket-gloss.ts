/**
 * Rule: a name, and another name of the same thing in brackets right after it.
 *   세계보건기구(WHO) · 보스턴 케임브리지 혁신센터(Cambridge Innovation Center, CIC) · 홍길동(洪吉童) · ‘데프트’(본명 김혁규)
 *   한국보건산업진흥원(이하 진흥원) · 유한상사(옛 덕빈화학)
 * Not: 홍길동(더불어민주당), 경기도(수원시), 김모(35), 구파도(천호진).
 */
import type { Mention, MentionType } from "../../core/types.js";
import { abbreviates } from "../abbreviation.js";
import { unitsNamed } from "../gazetteer.js";
import { isHangul, isHanja, isLatin, nameKey } from "../name-key.js";
import type { Scene } from "../scene.js";
import { isAnonymous } from "./person-context.js";

const LONGEST = 80;
const MARKER = /^(이하|약칭|일명|옛|구|前|전|본명|예명|활동명|영문명|영어명|현)(?:는|은)?[ :]+/u;
const SEPARATOR = /[,;·/=]/u;
const QUOTES = /^[\s'"‘“「『《〈]{1,16}|[\s'"’”」』》〉]{1,16}$/gu;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly marker: string | undefined;
}

/** What the bracket at `open` holds, cut at its commas, with the word that announces a piece taken off. */
function piecesOf(text: string, open: number): Piece[] {
  const inside = text.slice(open + 1, open + 1 + LONGEST);
  const close = inside.search(/[)\]）(\n]/u);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= close; at++) {
    if (at < close && !SEPARATOR.test(inside[at]!)) continue;
    const raw = inside.slice(from, at).trimStart();
    const marker = MARKER.exec(raw);
    const rest = raw.slice(marker?.[0].length ?? 0);
    const lead = /^[\s'"‘“「『《〈]+/u.exec(rest)?.[0].length ?? 0;
    pieces.push({ text: rest.replace(QUOTES, ""), start: open + 1 + at - rest.length + lead, marker: marker?.[1] });
    from = at + 1;
  }
  // A name with a middle dot or comma inside is one piece too.
  const whole = inside.slice(0, Math.max(0, close)).trimStart();
  pieces.push({ text: whole.trimEnd(), start: open + 1 + close - whole.length, marker: undefined });
  return pieces;
}

const family = (type: MentionType) => (type === "LOCATION" || type === "ORGANIZATION" ? "NAME" : type);

export function joinGlosses(scene: Scene): void {
  const { text, mentions, joins } = scene;
  const startsAt = new Map(mentions.map((mention, i) => [mention.start, i]));
  mentions.forEach((name, i) => {
    const open = /^[’'”"」』》〉]? ?[([（]/u.exec(text.slice(name.end, name.end + 3));
    if (!open) return;
    for (const piece of piecesOf(text, name.end + open[0].length - 1)) {
      const index = startsAt.get(piece.start) ?? -1;
      const other = mentions[index];
      if (other?.text.length === piece.text.length) {
        if (family(other.type) === family(name.type) && glosses(name.type, other.type, name.text, piece)) {
          const defined = piece.marker === "이하" || piece.marker === "약칭";
          joins.join(index, i, defined ? "defined-short" : "bracket-gloss");
          // What is defined holds from there on, though it be a common noun: 이하 위원회.
          if (defined)
            for (const later of scene.formOf[index]!.mentions)
              if (later > index) joins.join(later, index, "defined-short");
        }
      } else if (piece.marker !== undefined || isLatin(piece.text) || isHanja(piece.text) || isShortName(name, piece)) {
        // The bracket defines a name that only later mentions use.
        for (const form of scene.byKey.get(nameKey(piece.text)) ?? []) {
          if (family(form.type) === family(name.type)) {
            joins.join(form.mentions[0]!, i, piece.marker ? "defined-short" : "bracket-gloss");
          }
        }
      }
    }
  });
}

/** 미국 항공우주국(나사): one word of Hangul, which later mentions use. */
const isShortName = (name: Mention, { text }: Piece) =>
  name.type === "ORGANIZATION" &&
  /^[가-힣]{2,6}$/u.test(text) &&
  text.length < nameKey(name.text).length &&
  unitsNamed(text).length === 0;

function glosses(type: MentionType, other: MentionType, name: string, piece: Piece): boolean {
  if (piece.marker !== undefined) return true;
  const [a, b] = [nameKey(name), nameKey(piece.text)];
  if (abbreviates(a, b) || abbreviates(b, a)) return true;
  const isOtherScript = isLatin(piece.text) !== isLatin(name) || isHanja(piece.text);
  // A part and who plays it: 구파도(천호진).
  if (type === "PERSON") return (isOtherScript || !isHangul(b)) && !isAnonymous(a) && !isAnonymous(b);
  if (type !== other) return false;
  // 전국시설정비노동자연대(시정노련): of a body's name, brackets hold another.
  return isOtherScript || (type === "ORGANIZATION" && b.length < a.length && unitsNamed(b).length === 0);
}
