import { type Ink, PAGE, PALETTE } from "./palette.table.js";

type Theme = "light" | "dark";

function colours(theme: Theme): string {
  const { text, back, faint, link } = PAGE[theme];
  const marks = Object.entries(PALETTE).map(([kind, inks]) => {
    const ink: Ink = inks[theme];
    return `mark.${kind}{color:${ink.text};background:${ink.back}}`;
  });
  return `:root{color-scheme:${theme}}body{color:${text};background:${back}}a{color:${link}}.faint,.facts,.boilerplate,.byline,.caption{color:${faint}}${marks.join("")}`;
}

/** Of `toHtml`. Kind is told by colour and by a tooltip, a trigger by a dotted underline; print keeps underlines where it drops colour. */
export const STYLE = [
  "body{margin:0 auto;max-width:76rem;padding:1.5rem;display:grid;gap:2.5rem;grid-template-columns:minmax(0,3fr) minmax(16rem,2fr);font:1rem/1.75 system-ui,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif;word-break:keep-all;overflow-wrap:anywhere}",
  "h1{font-size:1.6rem;line-height:1.35}h2{font-size:1.05rem;margin:1.5rem 0 .5rem}h3{font-size:1rem;margin:.75rem 0 0}",
  "p{margin:.6rem 0}.subheadline{font-weight:600}.boilerplate,.caption,.byline,.facts{font-size:.85rem}",
  "mark{border-radius:.2em;padding:.05em .15em}mark.TRIGGER{text-decoration:underline dotted;text-underline-offset:.2em}main a{color:inherit;text-decoration:none}",
  "h3 mark,.legend mark{font-size:.8rem;font-weight:400}ul,ol{padding-left:1.2rem;margin:.25rem 0}.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}",
  "aside{font-size:.9rem}aside article ol{font-size:.85rem}a:focus-visible{outline:3px solid currentColor;outline-offset:2px}:target{outline:3px solid currentColor;outline-offset:2px}",
  "@media(max-width:52rem){body{display:block}}",
  colours("light"),
  `@media screen and (prefers-color-scheme:dark){${colours("dark")}}`,
  "@media print{body{display:block}mark{background:none;text-decoration:underline}}",
].join("");
