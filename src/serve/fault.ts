import type { ErrorCode } from "../core/errors.js";

/** What the server says of a record or a request beside the codes of `GisaError`, with the HTTP status of each; `docs/serve.md` lists them. */
export const SERVE_CODES = {
  "record/not-json": 400,
  "record/too-large": 413,
  "record/failed": 500,
  "http/not-found": 404,
  "http/method": 405,
  "http/media-type": 415,
  "http/slow": 408,
  "http/busy": 503,
  "http/timeout": 504,
  "http/worker": 500,
} as const;
export type ServeCode = keyof typeof SERVE_CODES;

export interface Fault {
  readonly code: ServeCode | ErrorCode;
  /** Says what is wrong and what to do about it. */
  readonly message: string;
}

/** The status of an answer that is an error: misuse of an option is the client's fault. */
export function statusOf(code: Fault["code"]): number {
  return (SERVE_CODES as Partial<Record<string, number>>)[code] ?? 400;
}

/** Carries a fault to where the answer is written. */
export class ServeError extends Error {
  constructor(
    readonly code: ServeCode,
    message: string,
  ) {
    super(message);
  }
}
