/** 4년 전 같은 날, 1년 전 같은 기간: how many years before what the text tells of. */
import type { Context } from "./context.js";

const BEFORE = /(?:(?<figures>\d{1,3})|(?<word>한|두|세|네|다섯|열)) ?[년해] 전(?:의)? $|(?<last>지난해|작년|전년) $/;
const LONGEST = 9;
const WORDS: Readonly<Record<string, number>> = { 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 열: 10 };

export function yearsBefore({ text, start }: Pick<Context, "text" | "start">): number {
  const said = BEFORE.exec(text.slice(Math.max(0, start - LONGEST), start))?.groups;
  if (!said) return 0;
  if (said["last"]) return 1;
  return said["figures"] ? Number(said["figures"]) : (WORDS[said["word"] ?? ""] ?? 0);
}
