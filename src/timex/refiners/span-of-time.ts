/**
 * Refiner: tells "3일" the day of the month from "3일" three days, and "3년" likewise, by the words around it.
 *
 * Positives 3일간, 3일 만에, 3일 동안, 15일 안에, 7일 이내, 30일 연속, 생후 100일, 2일 앞당겨, 3일째.
 */
import type { Piece } from "../piece.js";

const AFTER =
  /^(?:여|간(?!담|부|호|사|식)| 간(?![가-힣])| ?동안| ?만(?:에|의|이|인|으로)|만(?![가-힣0-9])| ?째| ?이내| ?이상| ?이하| ?미만| ?내(?:에|로|의|외|내| |$)| 안(?:에|으로|팎)| ?앞두| ?앞둔| ?앞당| ?앞(?:으로|선|서|서서)| ?뒤(?:인|에|부터|의|면|늦|쯤|로|,| |$)| ?후(?:에|인|부터|까지|의|,| |면|쯤|로|$)| ?전(?! ?거래일)(?:에|부터|까지|의|만|보다|인|쯤|이|,| |$)| 간격| 연속| 연장| 단축| ?가까이| 넘게| 넘는| ?가량| 정도| ?남짓| 치(?![가-힣])| ?짜리| ?씩| 새(?: [\d두세]|에)| 사이(?:에|로)? | ?차(?![가-힣])|차(?=에|는|의|까지|부터|도|를)| ?차인 | 기한| 일정| 소요| 걸| 남[은았기]| 전후| 빠르| 늦| 이르|이 (?:걸|지나|남|소요)|을 (?:기다|버[티틴텨텼]|쉬|쉰|넘|머)|이나 |에서 ?\d+일(?: ?이내)?로)/;
const BEFORE =
  /(?<![가-힣])(?:약|최근|향후|생후|앞으로|꼬박|무려|최대|최소|최장|불과|고작|총|매|각|만|평균|연|단|격|발효|임신|하루|빨라야|현행|지난 한) ?$|\d일에서 ?$/;
/** 하루에 세 번 is a rate; so is 1일 2회. */
const RATE =
  /^ ?(?:\d{1,4}~?\d{0,4}(?:회|차례|번|시간|톤|명|건|식|끼|잔|정(?![가-힣]))|최대|평균|최소|생산량|처리량|사용량|공급량|소비량|섭취량)/;

/** 주 5일; 다음 주 21일 is a day of that week. */
const RATE_BEFORE = /(?<![가-힣]|(?:다음|이번|지난|[첫둘셋넷]째|마지막) )주 ?$/;

/** 1일 2회, 주 5일: so many of something a day, or days a week. */
export function isRate(text: string, piece: Piece): boolean {
  if (piece.kind !== "count" || piece.unit !== "day" || piece.native) return false;
  if (piece.numbers[0] === 1 && RATE.test(text.slice(piece.end, piece.end + 12))) return true;
  return RATE_BEFORE.test(text.slice(Math.max(0, piece.start - 7), piece.start));
}

/** 금고 10월, 징역 6월: a term of months. */
export function isPrisonTerm(text: string, piece: Piece): boolean {
  return /(?:징역|금고|실형|구류) ?$/.test(text.slice(Math.max(0, piece.start - 5), piece.start));
}

const NO_WEEK =
  /^차? ?(?:간(?![가-힣])|동안|만(?:에|의|이)|연속|째|이상|이내|이하|미만|넘|정도|가량|남짓|앞|전|후|뒤|과정|교육|단위|간격)/;
/** 23주차(6.1.~6.7.), 30주(7.20~7.26), 14주까지(~4.5.): the days of the week stand beside it. */
const DAYS_AFTER = /^차?(?:까지)?\([~∼]?(?:['’‘]?\d{2,4}\. ?)?\d{1,2}\. ?\d{1,2}\.? ?[~∼)]/;
const WEEKS_COUNT_ON = /→ ?\(?[^→]{0,12}$/;
const COUNT_AFTER = /^\)? ?\d[\d.,]{0,8} ?(?:명|건|%|천|만)?[^→가-힣]{0,4}→/;

/** Whether a count of weeks names one of the year: ’25년 1주차, 23주차(6.1.~6.7.), (20주) 10.1 → (21주) 3.1. */
export function namesWeek(text: string, piece: Piece, afterYear: boolean): boolean {
  if (piece.kind !== "count" || piece.native || piece.more || piece.joint !== "one") return false;
  const number = piece.numbers[0] ?? 0;
  if (!Number.isInteger(number) || number < 1 || number > 53) return false;
  const after = text.slice(piece.end, piece.end + 20);
  if (NO_WEEK.test(after) || text.charAt(piece.end - 1) === "일") return false;
  if (afterYear || DAYS_AFTER.test(after)) return true;
  return (
    COUNT_AFTER.test(after) ||
    (/^\)? ?\d/.test(after) && WEEKS_COUNT_ON.test(text.slice(Math.max(0, piece.start - 14), piece.start)))
  );
}

/** 3분기 연속, 2분기 만에: so many quarters, not the third. */
export function lastsQuarters(text: string, piece: Piece): boolean {
  if (piece.kind !== "count" || piece.unit !== "quarter" || piece.joint !== "one") return false;
  return /^ ?(?:연속|연달아|내리|째|만에)/.test(text.slice(piece.end, piece.end + 4));
}

/** Characters looked back at for the half that a minute of a game belongs to. */
const GAME = 160;
const IN_GAME = /(?:전반|후반|연장전?)(?: ?추가 ?시간)? ?\d{1,3}분/;
const HALF_BEFORE = /(?:전반|후반|쿼터|세트) ?$/;
const ADDED_BEFORE = /추가 ?시간 ?$/;
const AT_MINUTE =
  /^(?:에(?:는|도|만)?(?![가-힣])|께|쯤|경(?![가-힣])|[,과]|[.·∼~]| (?!동안|가량|정도|만에|넘|이상|이내|남짓|가까이|내내|접전|혈투|승부|간(?![가-힣])|뒤|후|전|단축|연장|휴식|출전|뛰))/;

/** 전반 12분, and what follows in the paragraph: 34분에는, 후반 추가시간 4분에. 34분을 뛰었다 is a length. */
export function isMatchMinute(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - GAME), start);
  if (HALF_BEFORE.test(before)) return true;
  if (!AT_MINUTE.test(text.slice(end, end + 5))) return false;
  return ADDED_BEFORE.test(before) || IN_GAME.test(before.slice(before.lastIndexOf("\n") + 1));
}

export function isSpanOfTime(text: string, piece: Piece): boolean {
  if (piece.kind !== "count") return false;
  if (piece.more) return true;
  const after = text.slice(piece.end, piece.end + 12);
  if (AFTER.test(after)) return true;
  if (isRate(text, piece)) return true;
  return BEFORE.test(text.slice(Math.max(0, piece.start - 6), piece.start));
}
