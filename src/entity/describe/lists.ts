/**
 * Lists of appointments: who stands under the heading of a body, or in a list whose headline names one, is of it.
 *   [인사] 가온부 ⏎ ◇ 국장급 ▲ 기획실장 홍길순 · ◆ 나래공사 ⏎ △ 서울본부장 홍길순 · ▲ 한빛증권 <상무> 영업본부 홍길순
 */
import type { Scene } from "../scene.js";
import { TITLES } from "../title.table.js";
import type { Cast, Draft } from "./draft.js";

/** [인사] 가온부, <승진>, 가온부 인사(2월 1일 자). */
const APPOINTMENTS =
  /^[ \t]*(?:[[<【〈(［]? ?(?:인사|승진|전보|임원 ?인사)(?:[\]>】〉)］ :·]|$)|[가-힣]{2,14} 인사(?: ?발령)?(?: ?\([^()\n]{1,30}\))?$)/mu;
/** [부고], <동정>: a list of another kind begins. */
const OTHER_LIST = /^[[<【〈(［] ?(?:부고|부음|궂긴|동정|게시판|알림|결혼|화촉|모임)/u;
/** ◆ before a heading. */
const HEADING = /^(?:[◆◇■□▣●○◎★▲△▶▷◈▪·*-] ?|[[<【〈](?: ?))?$/u;
/** What may follow the body of a heading: nothing, (2월 1일 자), a mark of the list, a rank in brackets. */
const AFTER_HEADING = /^[\]>】〉]?(?: ?\([^()]{1,20}\))?[ :]*(?:$|[◇△▲▷▶●○■□<＜〈【[])/u;
const PROSE = /다\.[”"’)]?$/u;
const RANK = /[<＜〈【] ?([가-힣]{2,8}(?: ?대우)?) ?[>＞〉】]/gu;

/** What an item says before its name: ▲ 산림정책과장 과학기술서기관. */
const ITEM = /[△▲▷▶▴◇◆●■□>＞〉】] ?([^△▲▷▶▴◇◆●■□<>]{2,40})$/u;
const GRADE = / ?(?:(?:일반직)?고위공무원|(?:과학기술|기술|행정)?(?:부이사관|서기관|사무관)|치안감|경무관|총경)$/u;
const POST = /(?:^| )([가-힣A-Za-z0-9·]{1,16}(?:장|관|위원|대사|총영사|특파원|교수|검사|판사|본부장|실장))$/u;
/** Characters before a name in which its item begins, on the line before it too. */
const REACH = 44;
/** Characters before a name in which the rank of its group stands. */
const LINE_REACH = 400;

const titles: ReadonlySet<string> = new Set(TITLES.split("\n"));

export function describeLists(scene: Scene, cast: Cast): void {
  const { text, mentions } = scene;
  if (!(text.includes("인사") || text.includes("승진") || text.includes("전보")) || !APPOINTMENTS.test(text)) return;
  let body: Draft | undefined;
  let inList = false;
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).trim();
    while (next < mentions.length && mentions[next]!.start < start) next += 1;
    const first = next;
    while (next < mentions.length && mentions[next]!.end <= end) next += 1;
    const inLine = Array.from({ length: next - first }, (_, i) => first + i);
    if (APPOINTMENTS.test(line)) {
      inList = true;
      const bodies = new Set(inLine.filter((m) => isBody(cast.of[m])).map((m) => cast.of[m]));
      body = bodies.size === 1 ? [...bodies][0] : undefined;
      if (body) appoint(scene, cast, inLine, body, start);
    } else if (OTHER_LIST.test(line) || PROSE.test(line)) {
      inList = false;
      body = undefined;
    } else if (inList && inLine.length > 0) {
      const heading = headedBy(scene, cast, first, start, end);
      body = heading ?? body;
      if (body) appoint(scene, cast, inLine, body, start);
    }
    start = end + 1;
  }
}

const isBody = (draft: Draft | undefined) => draft?.type === "ORGANIZATION" || draft?.kind === "government";

/** The body that a line is the heading of, or begins with as one. */
function headedBy({ text, mentions }: Scene, cast: Cast, m: number, start: number, end: number): Draft | undefined {
  const mention = mentions[m]!;
  const stands = isBody(cast.of[m]) && HEADING.test(text.slice(start, mention.start).trimStart());
  return stands && AFTER_HEADING.test(text.slice(mention.end, end).trimEnd()) ? cast.of[m] : undefined;
}

/** The people of a line who are of no other body, and whose only title is the rank above them. */
function appoint({ text, mentions }: Scene, cast: Cast, inLine: readonly number[], body: Draft, start: number): void {
  for (const m of inLine) {
    const draft = cast.of[m];
    if (draft?.type !== "PERSON") continue;
    draft.affiliation ??= body.id;
    const { start: at } = mentions[m]!;
    const item = ITEM.exec(text.slice(Math.max(0, at - REACH), at).trimEnd())?.[1] ?? "";
    const post = POST.exec(item.trim().replace(GRADE, ""))?.[1];
    const rank = [...text.slice(Math.max(start, at - LINE_REACH), at).matchAll(RANK)].at(-1)?.[1];
    if (post !== undefined) draft.titles ??= [post];
    else if (rank !== undefined && (POST.test(rank) || titles.has(rank.replace(/ ?대우$/u, ""))))
      draft.titles ??= [rank];
  }
}
