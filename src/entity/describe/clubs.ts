/** Clubs that go by their owner's or their town's name: 삼성, 두산 and 울산 are teams in a report of a game, by the words of their sport. */
import { nameKey } from "../name-key.js";
import { CLUBS } from "../organisation.table.js";
import type { Scene } from "../scene.js";
import type { Cast } from "./draft.js";

const WORDS: Readonly<Record<string, RegExp>> = {
  baseball:
    /이닝|홈런|타점|안타|투수|타자|타율|평균자책점|볼넷|삼진|선발승|세이브|만루|병살|내야수|외야수|불펜|마운드|도루|프로야구|KBO|한국시리즈/gu,
  basketball: /리바운드|어시스트|덩크|3점슛|자유투|[1-4]쿼터|포워드|프로농구|KBL/gu,
  volleyball: /블로킹|서브 ?에이스|리시브|세터|리베로|스파이크|공격 성공률|세트 ?스코어|프로배구|V리그|KOVO/gu,
  football:
    /[전후]반 \d{1,2}분|결승골|선제골|동점골|추가골|프리킥|코너킥|페널티킥|골키퍼|미드필더|공격수|수비수|해트트릭|프로축구|K리그|프리미어리그|챔피언스리그/gu,
};
/** Different words of a sport that make a report of its games. */
const ENOUGH = 3;

const sportsOf = new Map<string, string[]>();
for (const line of CLUBS.split("\n")) {
  const [sport = "", ...names] = line.split("|");
  for (const name of names) sportsOf.set(nameKey(name), [...(sportsOf.get(nameKey(name)) ?? []), sport]);
}

export function describeClubs({ text }: Scene, cast: Cast): void {
  const isPlayed = new Map<string, boolean>();
  const plays = (sport: string): boolean => {
    const known = isPlayed.get(sport) ?? new Set(text.match(WORDS[sport]!)).size >= ENOUGH;
    isPlayed.set(sport, known);
    return known;
  };
  for (const draft of cast.drafts)
    if (draft.type === "ORGANIZATION" && sportsOf.get(draft.key)?.some(plays)) draft.kind = "team";
}
