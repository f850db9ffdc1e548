/**
 * The items of the list that time expressions must cover. A case shows an item where a timex that it expects fits `shows` (read as "text=value");
 * it refutes the item where it says so (`refutes`), or where what is left of its text without the expected timexes fits `alike`.
 */
export interface Item {
  readonly group: string;
  readonly name: string;
  readonly shows: RegExp;
  readonly alike?: RegExp;
  /** Tried on the whole text and publication date instead of on each timex. */
  readonly whole?: (one: { text: string; documentTime: string | null; expected: readonly { text: string; value: string }[] }) => boolean;
}

const group = (name: string, rows: readonly (readonly [name: string, shows: RegExp, alike?: RegExp | undefined, whole?: Item["whole"]])[]): Item[] =>
  rows.map(([item, shows, alike, whole]) => ({ group: name, name: item, shows, ...(alike && { alike }), ...(whole && { whole }) }));

const NONE = /(?!)/;
/** A sentence that speaks of the thing beside a real time expression. */
const beside = (thing: RegExp, near = NONE): Item["whole"] => ({ text, expected }) => expected.length > 0 && (thing.test(text) || near.test(text));

/** A day alone, more than six days from publication: there the tense decides. */
const farBareDay: Item["whole"] = ({ documentTime, expected }) =>
  documentTime !== null &&
  expected.some(
    ({ text, value }) => /^\d{1,2}일$/.test(text) && Math.abs(Date.parse(value) - Date.parse(documentTime)) > 6 * 86_400_000,
  );

export const ITEMS: readonly Item[] = [
  ...group("absolute", [
    ["2024년 3월 27일", /^\d{4}년 \d{1,2}월 \d{1,2}일=/, /\d년(?:산|제|생)|\d{4}년 [가-힣 ]+[」』]/],
    ["2024. 3. 27.", /^\d{4}\. \d{1,2}\. \d{1,2}\./, /\d\.\d{1,2}\.\d/],
    ["'24.3.25.(월)", /^['‘’]\d\d\.\d{1,2}\.\d/],
    ["24/3/25", /^\d{2,4}\/\d{1,2}\/\d{1,2}=/],
    ["지난 22년 7월", /^지난 (?:\d\d|\d{4})년 \d{1,2}월=/],
    ["2024.04.28 (일)", /^\d{4}\.\d\d\.\d\d \([월화수목금토일]\)=/],
    ["hanja digits", /^[^=]*[一二三四五六七八九〇十]/],
    ["full-width digits", /^[^=]*[０-９]/],
  ]),
  ...group("deictic", [
    ["오는 27일", /^오는 \d{1,2}일=/, /오는 손님/],
    ["지난 28일", /^지난 \d{1,2}일=/],
    ["이달 말", /^이달 말=/],
    ["내달 초", /^(?:내달|다음 달) 초=/],
    ["지난달 중순", /^지난달 중순=/],
    ["다음 달 5일", /^(?:다음 달|내달) \d{1,2}일=/],
    ["올해", /^올해=/, /올림픽 정신|올바른/],
    ["지난해 9월", /^지난해 \d{1,2}월=/],
    ["재작년", /^재작년/],
    ["내년 상반기", /^내년 상반기=/],
    ["작년 동기", /^(?:작년|전년|지난해) 동기=/],
    ["같은 기간", /같은 기간=/],
    ["전년 동월", /^전년 동월=/],
  ]),
  ...group("anaphoric", [
    ["이날", /^이날=/, /이날치/],
    ["당일", /^당일=/],
    ["전날", /^전날=/],
    ["이튿날", /^이튿날=/],
    ["다음 날", /^다음 날=/],
    ["같은 달 15일", /^같은 달 \d{1,2}일=/],
    ["그해", /^그해/],
    ["이듬해", /^이듬해/],
    ["그로부터 사흘 뒤", /^그로부터 /],
  ]),
  ...group("bare N일", [
    ["nearest month", /^\d{1,2}일=\d{4}/, /\d일(?: \d회|장 |장에)/],
    ["오는", /^오는 \d{1,2}일=/],
    ["지난", /^지난 \d{1,2}일=/],
    ["tense of the clause", NONE, undefined, farBareDay],
    ["weekday in brackets", /^(?:오는 )?\d{1,2}일\([월화수목금토일]\)=/],
  ]),
  ...group("ranges", [
    ["27일부터 4월 3일까지", /\d일부터 (?:\d{1,2}월|내달) ?\d{1,2}일까지=/],
    ["5~7일", /^(?:[^=]* )?\d{1,2}[~∼]\d{1,2}일=\d{4}/],
    ["3·4일", /\d{1,2}월 \d{1,2}·\d{1,2}일=|달 \d{1,2}·\d{1,2}일=/],
    ["11월부터 내년 2월까지", /월부터 (?:내년|올해) \d{1,2}월까지=/],
    ["10월11·19·22·29일", /^\d{1,2}월\d{1,2}(?:·\d{1,2}){2,}일=/],
  ]),
  ...group("weeks and up", [
    ["다음 주 수요일", /^다음 ?주 [월화수목금토일]요일/],
    ["이번 주말", /^이번 주말=/, /주말농장/],
    ["지난주 금요일", /^지난주 [월화수목금토일]요일=/],
    ["매주 화요일", /^매주 [월화수목금토일]/],
    ["quarters", /분기=\d{4}-Q/, /13분기/],
    ["halves", /반기=\d{4}-H/],
    ["seasons", /=\d{4}-(?:SP|SU|FA|WI)$/, /봄꽃|가을이 전학|겨울옷/],
    ["decades", /년대.*=/],
    ["centuries", /세기.*=/],
    ["school terms", /(?:학기|학년도)=/],
    ["fiscal years", /회계연도=/],
  ]),
  ...group("clock times", [
    ["오후 2시 30분께", /^(?:오전|오후|새벽|밤|아침) \d{1,2}시 \d{1,2}분=/, /시 방향/],
    ["14:30", /^\d\d:\d\d=/, /9:1로|3:1로/],
    ["오전 9시부터 오후 6시까지", /시부터 .*시까지=T/],
    ["자정", /^자정=/],
    ["밤 1시", /^밤 \d{1,2}시/, /밤나무/],
    ["dayparts", /^(?:새벽|아침|낮|저녁|밤|오전|오후) [^=]*=T/, /낮은|밤나무|오전 내내/],
    ["현지시간", NONE, undefined, beside(/현지 ?시간/)],
  ]),
  ...group("durations", [
    ["사흘", /^사흘/],
    ["열흘", /^(?:앞으로 )?열흘/],
    ["보름", /^보름=/, /보름달/],
    ["2박 3일", /^\d박 ?\d일=/],
    ["석 달", /^석 달/],
    ["한 달여", /달여=/],
    ["3년 만에", /^\d{1,2}년=P/, /\d년(?:제|생)/],
    ["100일 앞", NONE, undefined, beside(/\d일 앞/)],
    ["3일간", /^[^=]*\d일간=/],
  ]),
  ...group("sets", [
    ["매년", /^매년=/],
    ["격주", /^격주=/],
    ["분기마다", /^(?:분기마다|매 분기|분기별)=/],
  ]),
  ...group("holidays", [
    ["설", /^(?:[^=]* )?설=/, /설 자리|설립|설이 돈다/],
    ["추석", /추석=/, /추석장사/],
    ["연휴", /연휴=/],
    ["음력 8월 15일", NONE, undefined, beside(/음력 \d{1,2}월 \d{1,2}일/)],
    ["부처님오신날", /(?:부처님 ?오신 ?날|석가탄신일)=/],
    ["24 solar terms", /^(?:소한|대한|입춘|우수|경칩|춘분|청명|곡우|입하|소만|망종|하지|소서|대서|입추|처서|백로|추분|한로|상강|입동|소설|대설|동지)=/, /소설을 썼|그렇게 하지|대한 민국|우수 사례/],
  ]),
  ...group("eras", [
    ["단기", /^단기 /],
    ["불기", /^불기 /],
    ["기원전", /^기원전 /],
    ["조선 세종 25년", /^(?:세종|선조|고종|태종|정조|숙종) \d/, /세종 시민|고종 황제/],
  ]),
  ...group("event dates", [
    ["5·18", NONE, /5·18/, beside(/5·18/)],
    ["6·25", NONE, /6·25/, beside(/6·25/)],
    ["9·11", NONE, /9·11/, beside(/9·11/)],
    ["12·3", NONE, /12·3/, beside(/12·3/, /\d월 3·12일/)],
    ["8·15 광복절", /광복절=/, /8·15/],
    ["3·1절", /^(?:3·1절|삼일절)=/, /3·1운동/],
  ]),
  ...group("not dates", [
    ["100만", /^100/, /100만/],
    ["1위", /^1(?:일|월|분기)=/, /1위/],
    ["4.3%", /^(?:4\.3|4월 3일)/, /4\.3%/],
    ["2-1", NONE, /2-1/, beside(/2-1|1-2일/)],
    ["3·1운동", NONE, /3·1운동/, beside(/3·1운동/)],
    ["제3조", NONE, /제3조/, beside(/제3조/)],
    ["5대 1", NONE, /5대 ?1/, beside(/5대 1/)],
    ["S24", NONE, /S24/, beside(/S24/)],
    ["3시리즈", NONE, /3시리즈/, beside(/3시리즈/)],
    ["2시 방향", NONE, /\d시 방향/, beside(/시 방향/)],
    ["한시적", /한 시/, /한시/],
    ["전주시", /^(?:전주|지난주)=/, /전주시|전주 한옥/],
    ["금주(禁酒)", /^(?:금주|이번 주)=/, /금주(?:\(|령| 구역)/],
    ["수요(需要)", /수요일=/, /수요(?!일)/],
    ["일반", NONE, /일반/, beside(/일반/)],
    ["춘천", NONE, /춘천/, beside(/춘천/)],
    ["phone and account numbers", NONE, /\d{2,3}-\d{3,4}-\d{4}|계좌 \d/, beside(/\d{2,3}-\d{3,4}-\d{2,4}/)],
    ["prices", NONE, /\d원|\d달러/, beside(/\d원/)],
    ["URLs", NONE, /https?:|www\./, beside(/example\.kr/)],
  ]),
  ...group("publication date", [
    ["no such day (positives: days that exist)", /(?:02-29|04-30|02-28)$/, /2월 (?:29|30)일|4월 31일/],
    ["publication date missing", NONE, undefined, ({ documentTime, expected }) => documentTime === null && expected.length > 0],
  ]),
];
