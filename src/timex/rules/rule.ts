import type { Piece } from "../piece.js";

/**
 * Proposes pieces of one surface form. A rule sees the text around a position and nothing else; whether the pieces are a time expression, and which,
 * is for the refiners.
 */
export interface Rule {
  readonly id: string;
  /** Every character that the form can begin with. */
  readonly starts: string;
  /** Pieces that begin at `at`, in order, at least one, or null. Reads no more than some forty characters. */
  read(text: string, at: number): readonly Piece[] | null;
}

export const DIGITS = "0123456789";
/** What follows a number of days with a decimal: 4.5일 단축. */
export const CHANGED = /^ ?(?:단축|증가|감소|빠르|빨라|늦|늘|줄|앞당|많|적[은었]|짧|길[어었])/;
export const APOSTROPHES = "'‘’`´";
