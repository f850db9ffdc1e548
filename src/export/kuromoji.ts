import type { Doc } from "../core/types.js";

/** The token of kuromoji.js, so that tools written for it run on Korean. `word_position` is 1-based, in UTF-16 code units, whole article. */
export interface KuromojiToken {
  readonly word_id: number;
  readonly word_type: "KNOWN" | "UNKNOWN";
  readonly word_position: number;
  readonly surface_form: string;
  readonly pos: string;
  readonly pos_detail_1: string;
  readonly pos_detail_2: string;
  readonly pos_detail_3: string;
  readonly conjugated_type: string;
  readonly conjugated_form: string;
  readonly basic_form: string;
  readonly reading: string;
  readonly pronunciation: string;
}

/** Sejong tags that mecab-ko-dic gives to what it does not know. */
const UNKNOWN_POS = new Set(["UNKNOWN", "UNA", "NA"]);

/** `pos` is the first Sejong tag, `pos_detail_1` the semantic class, `conjugated_type` the whole tag of a joined surface (`VV+EP`). */
export function toKuromojiTokens(doc: Doc): KuromojiToken[] {
  return doc.tokens.map(({ start, text, pos, lemma, semantic }, i) => {
    const [first = pos] = pos.split("+");
    return {
      word_id: i,
      word_type: UNKNOWN_POS.has(pos) ? "UNKNOWN" : "KNOWN",
      word_position: start + 1,
      surface_form: text,
      pos: first,
      pos_detail_1: semantic ?? "*",
      pos_detail_2: "*",
      pos_detail_3: "*",
      conjugated_type: pos.includes("+") ? pos : "*",
      conjugated_form: "*",
      basic_form: lemma,
      reading: text,
      pronunciation: text,
    };
  });
}
