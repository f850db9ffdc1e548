/**
 * The type that a name's own last word or the word beside it says: 에스토니아 헌법 is a LAW, a 특별전 ‘편지의 집’ an EVENT, (관장 온누리) holds a PERSON.
 */
import type { MentionDraft, MentionType } from "../../core/types.js";
import type { Refiner } from "./refiner.js";

interface Row {
  readonly from: readonly MentionType[];
  readonly ending: RegExp;
  readonly type: MentionType;
  readonly fine: string;
}

/** Last words that name one kind of thing only. */
const ENDINGS: readonly Row[] = [
  { from: ["ORGANIZATION", "EVENT"], ending: /(?:헌법|특별법|기본법|처벌법)$/u, type: "LAW", fine: "CV_LAW" },
  {
    from: ["EVENT"],
    ending: /(?:기념탑|기념비|체육관|경기장|해수욕장|나들목)$/u,
    type: "LOCATION",
    fine: "AF_BUILDING",
  },
  { from: ["EVENT"], ending: /[가-힣]{2}(?:방송|신문|일보)$/u, type: "ORGANIZATION", fine: "OGG_MEDIA" },
];
/** A number makes an event of it: 제3회 나래방송. */
const NUMBERED = /\d/u;

const SHOW =
  "(?:특별전|기획전|초대전|개인전|전시회|박람회|축제|페스티벌|음악회|포럼|토론회|심포지엄|공모전|경진대회|학술대회|행사)";
/** 특별전 ‘금강산을 그리다’ */
const SHOW_BEFORE = new RegExp(`${SHOW} ?[‘'“"「《]$`, "u");
/** ‘금강산을 그리다’ 특별전을 */
const SHOW_AFTER = new RegExp(
  `^[’'”"」》] ?(?:${SHOW}(?=$|[^가-힣]|[을를이가은는에의와과도로])|전시(?=[를는가의]? ))`,
  "u",
);

export const typeByWords: Refiner = (drafts, { text }) =>
  drafts.map((draft, i) => {
    const { start, end, type } = draft;
    const row = ENDINGS.find(({ from, ending }) => from.includes(type) && ending.test(draft.text));
    if (row && !(type === "EVENT" && NUMBERED.test(draft.text))) return { ...draft, type: row.type, fine: row.fine };
    if (type === "WORK") {
      const isShow =
        SHOW_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || SHOW_AFTER.test(text.slice(end, end + 9));
      return isShow ? { ...draft, type: "EVENT", fine: "EV_FESTIVAL" } : draft;
    }
    return isNameAfterTitle(text, drafts[i - 1], draft) ? { ...draft, type: "PERSON", fine: "PS_NAME" } : draft;
  });

/** (관장 온누리): in brackets, a title and a name of two to four syllables. */
const isNameAfterTitle = (
  text: string,
  title: MentionDraft | undefined,
  { start, end, type, text: own }: MentionDraft,
) =>
  (type === "ORGANIZATION" || type === "LOCATION") &&
  title?.type === "TITLE" &&
  title.end === start - 1 &&
  text[title.start - 1] === "(" &&
  /^[가-힣]{2,4}$/u.test(own) &&
  /[),]/u.test(text[end] ?? "");
