/** Thrown for misuse and for broken resource files, never for a text. `code` is closed; `docs/errors.md` lists it. */
export const ERROR_CODES = [
  "option/unknown",
  "option/type",
  "option/published-at",
  "option/user-dictionary",
  "resource/missing",
  "resource/damaged",
  "resource/version",
  "dependency/missing",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class GisaError extends Error {
  override readonly name = "GisaError";
  constructor(
    readonly code: ErrorCode,
    /** Says what is wrong and what to do about it. */
    message: string,
    /** The option, file or line that is at fault. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}
