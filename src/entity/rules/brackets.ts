/**
 * What brackets say of a person.
 *   after the name: 홍길순(한빛대 교수), 김나래(초등교사), 김경일 시장(한빛당)
 *   around it: 한빛공사(사장 홍길순), 한빛연구원(HIR·원장 홍길순), 한빛부(홍길순 장관), (강사 홍길순 박사, 한빛대)
 */
import type { Mention } from "../../core/types.js";
import { lastMentionBefore, otherAt, type Scene } from "../scene.js";
import { TITLES } from "../title.table.js";

/** A stretch of the text. Units: offsets. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

const INSIDE = /^ ?\(([^()\n]{1,40})\)/u;
const SEPARATOR = /[·ㆍ‧,/]/u;
const titles: ReadonlySet<string> = new Set(TITLES.split("\n"));
const LONGEST_TITLE = 7;
/** 대법원 2부(주심 홍길순 대법관). */
const PRESIDING = "주심";
/** Characters before a name within which its bracket opens. */
const REACH = 40;

export const isBody = ({ type }: Mention): boolean => type === "ORGANIZATION" || type === "LOCATION";

/** The pieces of the bracket right after `end`, cut at commas and middle dots. */
function piecesAfter(text: string, end: number): Piece[] {
  const inside = INSIDE.exec(text.slice(end, end + 44));
  if (!inside) return [];
  const close = end + inside[0].length - 1;
  const pieces: Piece[] = [];
  let start = close - inside[1]!.length;
  for (let at = start; at <= close; at++) {
    if (at < close && !SEPARATOR.test(text[at]!)) continue;
    const lead = /^\s*/u.exec(text.slice(start, at))![0].length;
    if (start + lead < at) pieces.push({ start: start + lead, end: at });
    start = at + 1;
  }
  return pieces;
}

/** Titles in the bracket right after `end`, with the body that each is of: (한빛대 교수), (초등교사), (남한일보 문화부장). */
export function titlesInBracket(scene: Scene, end: number): (Piece & { readonly of?: number })[] {
  const { text, mentions } = scene;
  if (text[end] !== "(" && text[end + 1] !== "(") return [];
  return piecesAfter(text, end).flatMap((piece) => {
    const inside: number[] = [];
    for (let m = lastMentionBefore(scene, piece.end); m >= 0 && mentions[m]!.start >= piece.start; m--)
      inside.unshift(m);
    if (inside.some((m) => mentions[m]!.type === "PERSON")) return [];
    const of = inside.findLast((m) => isBody(mentions[m]!));
    // 한빛지법장: the body and the one at its head, in one word.
    if (of !== undefined && text.slice(mentions[of]!.end, piece.end) === "장")
      return [{ start: mentions[of]!.start, end: piece.end, of }];
    // 한빛대 교수: what follows the body; 한빛대 alone says no title.
    let start = of === undefined ? piece.start : mentions[of]!.end;
    if (text[start] === " ") start += 1;
    if (start >= piece.end || !endsInTitle(scene, start, piece.end)) return [];
    return [{ start, end: piece.end, ...(of !== undefined && { of }) }];
  });
}

/** One or two words whose last a mention or the table knows for a title: 교수, 문화부장, 여의도지점장. */
function endsInTitle(scene: Scene, start: number, end: number): boolean {
  const written = scene.text.slice(start, end);
  if (!/^[가-힣A-Za-z0-9]{2,12}(?: [가-힣A-Za-z0-9]{2,10})?$/u.test(written)) return false;
  for (let other = otherAt(scene, start); other && other.start < end; other = otherAt(scene, other.end))
    if (other.type === "TITLE" && other.end === end) return true;
  for (let length = Math.min(LONGEST_TITLE, written.length); length >= 2; length--)
    if (titles.has(written.slice(-length))) return true;
  return false;
}

/** Where the bracket that holds `offset` opens, if the line has one close before. */
function openBefore(text: string, offset: number): number | undefined {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  const open = before.lastIndexOf("(");
  return open < 0 || /[)\n]/u.test(before.slice(open)) ? undefined : from + open;
}

/** The body that ends where a bracket opens. */
function bodyAt(scene: Scene, open: number): number | undefined {
  const { text, mentions } = scene;
  const end = text[open - 1] === " " ? open - 1 : open;
  const index = lastMentionBefore(scene, open);
  const body = mentions[index];
  return body && isBody(body) && body.end === end ? index : undefined;
}

/**
 * The body whose bracket holds the name at once or after a title alone: 한빛공사(사장 홍길순), 한빛부(홍길순 장관).
 * Not 한빛동(가온시 홍길순 시장), whose title is of what the bracket says.
 */
export function bodyAround(scene: Scene, index: number): number | undefined {
  const { text, mentions } = scene;
  const { start } = mentions[index]!;
  const open = openBefore(text, start);
  if (open === undefined) return undefined;
  const lead = text
    .slice(open + 1, start)
    .replace(/^.*[·ㆍ‧,/] ?/u, "")
    .trimEnd();
  const isTitle = lead === "" || lead === PRESIDING || endsInTitle(scene, start - 1 - lead.length, start - 1);
  return isTitle ? bodyAt(scene, open) : undefined;
}

/** The body before a bracket that the name follows: 한빛부(장관 김나래) 홍길순 차관, 한빛식품부(이하 한식부) 홍길순 국장. */
export function bodyBeforeBracket(scene: Scene, index: number): number | undefined {
  const { text, mentions } = scene;
  const { start } = mentions[index]!;
  if (!/\) ?$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const open = openBefore(text, text.lastIndexOf(")", start));
  return open === undefined ? undefined : bodyAt(scene, open);
}

/** The body that ends the bracket which holds the name: (강사 홍길순 박사, 한빛대). */
export function bodyBehind({ text, mentions }: Scene, index: number): number | undefined {
  const { start, end } = mentions[index]!;
  const next = mentions[index + 1];
  return next?.type === "ORGANIZATION" &&
    openBefore(text, start) !== undefined &&
    text[next.end] === ")" &&
    /^(?: [가-힣]{2,6})?, ?$/u.test(text.slice(end, next.start))
    ? index + 1
    : undefined;
}
