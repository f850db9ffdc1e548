/**
 * Headline and subheadlines: the title-like lines before the first paragraph.
 *
 * On a clean text the first line is the headline. On a page, where menus that no table knows may come first, it is the
 * title-like line that shares most words with the first paragraphs.
 */
export interface HeadlineLines {
  /** Index in the lines given, or -1. */
  readonly headline: number;
  readonly subheadlines: readonly number[];
}

const LONGEST_HEADLINE = 130;
/** A headline that is a whole sentence ("… 지원한다.") is short. */
const LONGEST_SENTENCE_HEADLINE = 60;
const MOST_SUBHEADLINES = 8;
const SUBHEADLINE_MARK = /^[-–—▷▶◇◆■▣·∙‣〃“‘"]/;

/** What a press release prints above its headline. */
const RELEASE_HEAD =
  /^(?:보도\s?자료|참고\s?자료|설명\s?자료|보도\s?참고\s?자료|보도\s?일시|보도\s?시점|배포\s?일시|배포일|담당\s?(?:과|부서|자)|책임\s?자|연락처|문의처)/;

/** The headline of a list of people: appointments, deaths, what they do. */
const LISTS = "인사|부고|부음|궂긴\\s?소식|동정|게시판|알림|결혼|화촉|모임|승진|전보|프로필";
const LIST_OF_PEOPLE = new RegExp(`^[[<【〈(］［]\\s?(?:${LISTS})[\\]>】〉)］·,\\s]|^(?:${LISTS})(?:\\s?[>:|=]|$)`);
export const isListOfPeople = (headline: string): boolean => LIST_OF_PEOPLE.test(headline);

/** Marks that go on in a line: appointments and calendars, "◇1급 승진 △전략기획처장 …". */
const LIST_MARKS = /.[△▲◇◆]/;

/** Ends as a sentence does. */
export function isProse(line: string): boolean {
  if (/[.!?]["”’')\]]{0,3}(?:\[\d{1,3}\]){0,5}$/.test(line) || line.length > LONGEST_HEADLINE) return true;
  // Without a stop a long line is a paragraph and a short one a headline: "8월 문 연다".
  return line.length > LONGEST_SENTENCE_HEADLINE && /(?:다|요|죠|까)["”’')\]]{0,3}$/.test(line);
}

export function isTitleLike(line: string): boolean {
  if (line.length < 5 || line.length > LONGEST_HEADLINE || !/[가-힣]/.test(line)) return false;
  if (/^[□○ㅇ◦*※①-⑳]|^\d{1,2}[.)]\s|^\[(?:앵커|기자|리포트)\]|^(?:문\s?의|담\s?당|연락처)\s{0,3}[:：]|☎|@/.test(line))
    return false;
  return !isProse(line) || (line.length <= LONGEST_SENTENCE_HEADLINE && !/[다요][.!?]\s/.test(line));
}

/**
 * `lines` are the lines that are neither boilerplate, byline nor caption, in order; `breaks[i]` says that boilerplate stands
 * before line i; `signed[i]` that it begins with a byline, which only a paragraph does; `onPage` that the text is a page with boilerplate at all.
 */
export function findHeadline(
  lines: readonly string[],
  breaks: readonly boolean[],
  signed: readonly boolean[],
  onPage: boolean,
): HeadlineLines {
  const none = { headline: -1, subheadlines: [] };
  if (lines.length < 2) return none;
  // Where the article's own text begins: the first line that is prose and not itself a short title.
  let prose = lines.findIndex((line, i) => signed[i] || (i > 0 && isProse(line) && !SUBHEADLINE_MARK.test(line)));
  const first = lines.findIndex((line) => !RELEASE_HEAD.test(line));
  if (first < 0 || prose === 0 || (!isTitleLike(lines[first] as string) && !onPage)) return none;
  if (prose < 0) prose = lines.findIndex((line, i) => i > 0 && line.length > 60);
  if (prose < 0) prose = Math.min(lines.length, 2);
  const candidates: number[] = [];
  for (let i = 0; i < Math.min(prose, 60); i++) if (isTitleLike(lines[i] as string)) candidates.push(i);
  const headline = onPage ? bestMatch(lines, breaks, candidates, prose) : first;
  if (headline < 0 || !candidates.includes(headline)) return none;
  const subheadlines: number[] = [];
  // ◆ 가온부 under [인사] heads a list.
  if (isListOfPeople(lines[headline] as string)) return { headline, subheadlines };
  for (let i = headline + 1; i < prose && subheadlines.length < MOST_SUBHEADLINES; i++) {
    const line = lines[i] as string;
    if (
      !isTitleLike(line) ||
      isProse(line) ||
      LIST_MARKS.test(line) ||
      (!SUBHEADLINE_MARK.test(line) && subheadlines.length !== i - headline - 1)
    )
      break;
    subheadlines.push(i);
  }
  return { headline, subheadlines };
}

/** Of the candidates the one that shares most words with the first paragraphs, the earlier one first; else the last after boilerplate. */
function bestMatch(
  lines: readonly string[],
  breaks: readonly boolean[],
  candidates: readonly number[],
  prose: number,
): number {
  if (candidates.length <= 1) return candidates[0] ?? -1;
  const body = new Set(lines.slice(prose, prose + 4).flatMap((line) => stems(line.slice(0, 600))));
  let best = -1;
  let bestScore = 0;
  for (const i of candidates) {
    const own = stems(lines[i] as string);
    const score = own.filter((stem) => body.has(stem)).length;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  if (best >= 0 && bestScore >= 2) return best;
  const afterBreak = candidates.filter((i) => breaks[i]).at(-1);
  return best >= 0 ? best : (afterBreak ?? candidates[0] ?? -1);
}

/** First two syllables of each word: enough to tell that 파주시장은 and 파주시 share a word. */
function stems(line: string): string[] {
  return (line.match(/[가-힣A-Za-z0-9]{2,20}/g) ?? []).map((word) => word.slice(0, 2));
}
