/**
 * Joins lines that a word processor broke in the middle of a sentence, as older press releases print them:
 *
 *   □ 과학기술정보통신부는 앞으로도 국가연구개발 참여주체와의 소통을
 *   지속적으로 확대할 계획이다.
 *
 * A line end is a paragraph's end unless the break is plain: the line is long, ends in a josa or a connective, the next line
 * follows at once and is no item, title or quotation of its own.
 */
import type { Line } from "./lines.js";

const SHORTEST_BROKEN = 18;
const LONGEST_BROKEN = 140;
/** Ends that leave a sentence open: 을, 의, 에서, 하는, 위해, 및, a comma. */
const OPEN_END =
  /(?:[은는을를의와과]|[가-힣]{2}(?:에서|으로|에게|까지|부터|하여|하고|하며|하는|되는|되어|위해|위한|대한|통해|따라|관한|있는|없는|있도록|같은)|하기|\s(?:및|등|수|또는|그리고|더|큰|각)|,)$/;
const NEW_ITEM =
  /^[□■○●◦◯ㅇo◇◆▣◈▷▶‣▸▲△▴▪※☞*·∙•「『<〈《[(【“‘"'―\-–—#@①-⑳❶-❿➊-➓]|^\d{1,2}\s?[.)]|^[가-하]\.\s|^[A-Za-z]\)/;
const QUESTION = /^[-―–—]/;

export function continues(line: Line, next: Line): boolean {
  if (next.number - line.number !== 1) return false;
  if (line.text.length < SHORTEST_BROKEN || line.text.length > LONGEST_BROKEN) return false;
  return OPEN_END.test(line.text) && !QUESTION.test(line.text) && !NEW_ITEM.test(next.text);
}

/** Ends that leave a headline open. Many headlines end in 으로, 에서 or a name, so that those say nothing. */
const OPEN_TITLE =
  /(?:[을를의와과]|(?:[가-힣]|\s)(?:위한|대한|통한|관한|따른|하는|되는|있는|없는|같은)|\s(?:및|등)|,)$/;
const SHORTEST_OPEN_TITLE = 10;

/** Whether a headline goes on in the next line: 나래시, 어린이 안전을 위한 | 업무협약 체결. */
export function titleContinues(line: Line, next: Line): boolean {
  if (next.number - line.number > 2 || line.text.length < SHORTEST_OPEN_TITLE) return false;
  return OPEN_TITLE.test(line.text) && !NEW_ITEM.test(next.text);
}
