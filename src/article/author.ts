/**
 * The author's line of a column: "홍길동 한빛대 사회학과 교수", "홍길동/시인", "필자: 홍길동 변호사".
 *
 * Whoever is named so in the news is no author: the line counts in a column alone, beside its text and not in it.
 */
import type { Span } from "../core/types.js";
import { AUTHOR, isPersonName } from "./byline-names.js";

const COLUMN =
  /^[[<【〈(]\s{0,2}(?:[^\]>】〉)]{0,14}(?:칼럼|기고|시론|시평|논단|논평|논설|오피니언|세상\s?읽기|에세이|단상|수필|편지|산책|시선|포럼|광장|발언대|독자\s?투고|생각|이야기|인문학|톡톡|窓)[^\]>】〉)]{0,10}|[가-힣]{2,4}의\s[^\]>】〉)]{1,16})[\]>】〉)]/;
/** Whether a headline is a column's: [홍길동의 골목 인문학], [기고], <한빛 칼럼>. */
export const isColumn = (headline: string): boolean => COLUMN.test(headline);

const LINE = new RegExp(
  `^[▶▷■◆*※/]?\\s?((?:필자|글쓴이|지은이|글)\\s?[:=|]?\\s)?([가-힣]{2,4})\\s?[(·/|,\\s]\\s?[^.!?“”"‘’=:@]{0,40}?(?:${AUTHOR})\\)?(?:\\s?[(<]?[\\w.+-]{1,64}@[\\w.-]{1,80}[)>]?)?$`,
);
const LONGEST = 90;

/** The author's name in such a line. Units: offsets into the line. */
export function authorIn(line: string): Span | null {
  const found = line.length <= LONGEST ? LINE.exec(line) : null;
  const name = found?.[2];
  if (!found || name === undefined || !isPersonName(name)) return null;
  const start = line.indexOf(name, found[0].search(/[가-힣]/) + (found[1]?.length ?? 0));
  return { start, end: start + name.length };
}
