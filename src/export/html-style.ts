import { MENTION_TYPES } from "../core/types.js";
import { type LabelLanguage, TYPE_LABELS } from "./labels.table.js";
import { type Ink, PAGE, PALETTE } from "./palette.table.js";

type Theme = "light" | "dark";

function colours(theme: Theme): string {
  const { text, back, surface, faint, link, line } = PAGE[theme];
  const marks = Object.entries(PALETTE).map(([kind, inks]) => {
    const ink: Ink = inks[theme];
    return `.gisa mark.${kind}{color:${ink.text};background:${ink.back}}`;
  });
  return `.gisa,.gisa-page{color-scheme:${theme};--text:${text};--back:${back};--surface:${surface};--faint:${faint};--link:${link};--line:${line}}${marks.join("")}`;
}

/** Every rule is inside `.gisa`, so that a fragment leaves the page that it is put into alone. */
const LAYOUT = [
  ".gisa-page{margin:0;background:var(--back)}",
  ".gisa{box-sizing:border-box;container-type:inline-size;padding:1.25rem;color:var(--text);background:var(--back);font:1rem/1.7 system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif;word-break:keep-all;overflow-wrap:anywhere}",
  ".gisa-page .gisa{max-width:82rem;margin:0 auto}.gisa-page main.gisa{padding-bottom:0}",
  ".gisa .sheet{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr) minmax(18rem,24rem);grid-template-rows:auto 1fr;align-items:start}.gisa .side{grid-column:2;grid-row:1/span 2}",
  ".gisa .main,.gisa section{background:var(--surface);border:1px solid var(--line);border-radius:.75rem}",
  ".gisa .main{padding:1.25rem clamp(1rem,4cqi,2.75rem) 2rem}.gisa section{padding:.9rem 1.1rem 1rem}.gisa .side{display:grid;gap:1.25rem}",
  ".gisa :is(h1,h2,h3,h4){font-weight:700;line-height:1.4;margin:0}.gisa .side h2,.gisa .side h3,.gisa .entities>:is(h2,h3){font-size:.95rem;margin-bottom:.5rem}",
  ".gisa :is(h1,h2).headline{font-size:clamp(1.35rem,3.2cqi,1.9rem);line-height:1.5;margin:.75rem 0 1rem;text-wrap:pretty}.gisa .title{font-size:1.35rem;margin-bottom:1rem}",
  ".gisa p{margin:0 0 .9rem}.gisa .text{line-height:1.95;max-width:46rem}.gisa .subheadline{font-weight:600;border-left:3px solid var(--line);padding-left:.75rem}.gisa :is(.boilerplate,.caption,.byline){font-size:.875rem;color:var(--faint)}.gisa .boilerplate{margin:0 0 .25rem}.gisa .body+.boilerplate,.gisa .byline+.boilerplate{margin-top:1.5rem;padding-top:.75rem;border-top:1px solid var(--line)}",
  ".gisa a{color:var(--link);text-underline-offset:.15em;border-radius:.2em}.gisa .text a{color:inherit;text-decoration:none}.gisa .text a:hover mark{text-decoration:underline}",
  ".gisa mark{border-radius:.25em;padding:.1em .2em;box-decoration-break:clone;-webkit-box-decoration-break:clone}.gisa mark.TRIGGER{padding:0;text-decoration:underline dotted;text-underline-offset:.25em}",
  ".gisa ul,.gisa ol{list-style:none;margin:0;padding:0}.gisa :is(.faint,code,.status){color:var(--faint)}.gisa .side{font-size:.9rem;line-height:1.6}.gisa footer.gisa,footer.gisa{font-size:.8rem}",
  ".gisa .facts{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;font-size:.85rem;color:var(--faint)}",
  ".gisa .legend ul{display:flex;flex-wrap:wrap;gap:.4rem;margin-bottom:.6rem}.gisa summary{font-size:.85rem;cursor:pointer;width:fit-content;border-radius:.2em}",
  ".gisa .timeline>ol{border-left:2px solid var(--line);margin-left:.35rem}.gisa .timeline>ol>li{position:relative;padding:0 0 .8rem 1.1rem}.gisa .timeline>ol>li::before{content:'';position:absolute;left:-.42rem;top:.5em;width:.65rem;height:.65rem;border-radius:50%;background:var(--link)}.gisa .days{font-weight:600;font-variant-numeric:tabular-nums}.gisa .timeline .now{color:var(--faint);font-size:.85rem}.gisa .timeline .now::before{background:var(--surface);border:2px solid var(--faint);box-sizing:border-box}",
  ".gisa .status{font-size:.78rem;border:1px solid currentColor;border-radius:1em;padding:0 .5em;white-space:nowrap}.gisa .status.planned,.gisa .status.ongoing{color:var(--link)}",
  ".gisa .dates ul{display:grid;gap:.1rem}.gisa .dates li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;border-bottom:1px solid var(--line);padding:.1rem 0}.gisa code{font:.85em/1.9 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}",
  ".gisa :is(.places,.quotes) li+li{margin-top:.5rem}.gisa blockquote{margin:.15rem 0 0;padding-left:.75rem;border-left:3px solid var(--line)}",
  ".gisa .entities{background:none;border:0;padding:0;columns:17rem;column-gap:1rem}.gisa .entities>:is(h2,h3){column-span:all}",
  ".gisa .card{break-inside:avoid;background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:.8rem 1rem;margin-bottom:1rem;font-size:.875rem;line-height:1.6}.gisa .card :is(h3,h4){display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .5rem;font-size:1rem}",
  ".gisa .card mark,.gisa .legend mark{font-size:.8rem;font-weight:500;padding:.1em .5em}.gisa dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .75rem;margin:.4rem 0}.gisa dt{color:var(--faint)}.gisa dd{margin:0}.gisa .card ol{margin-top:.4rem;padding-top:.4rem;border-top:1px solid var(--line)}",
  ".gisa a:focus-visible,.gisa summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}.gisa :target{outline:3px solid var(--link);outline-offset:2px;scroll-margin:5rem}",
  "@container (max-width:50rem){.gisa .sheet{display:block}.gisa .sheet>*{margin-bottom:1.25rem}}",
];

const PRINT =
  "@media print{.gisa-page{background:none}.gisa{container-type:normal;padding:0;background:none;font-size:10.5pt}.gisa .sheet,.gisa .side{display:block}.gisa .main,.gisa section,.gisa .card{border:0;padding:0;background:none;margin-bottom:1rem}.gisa .text{max-width:none}.gisa .legend details,.gisa .facts li:has(a){display:none}.gisa mark{print-color-adjust:exact;-webkit-print-color-adjust:exact;border-bottom:1.5px solid currentColor}.gisa a{color:inherit}}";

/**
 * Of `toHtml`. A type is told by colour and by a tooltip, and in words beside each span where the reader asks for it, in print and where more contrast is wanted;
 * a trigger has a dotted underline.
 */
export function styleOf(language: LabelLanguage): string {
  const words = MENTION_TYPES.map((type) => {
    const own = `.text mark.${type}::after`;
    const shown = (where: string) => `${where}{content:"${TYPE_LABELS[type][language]}"}`;
    return [`.gisa:has(.show-types[open]) ${own}`, `.gisa ${own}`].map(shown);
  });
  const asked = words.map(([rule]) => rule).join("");
  const always = words.map(([, rule]) => rule).join("");
  return [
    ...LAYOUT,
    ".gisa .text mark::after{font-size:.65em;font-weight:600;vertical-align:super;margin-left:.3em}",
    asked,
    `@media print,(prefers-contrast:more){${always}}`,
    colours("light"),
    `@media screen and (prefers-color-scheme:dark){${colours("dark")}}`,
    PRINT,
  ].join("");
}
