import type { Writable } from "node:stream";

export interface ProgressOptions {
  readonly stream: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Bytes of the whole input, where they are known. */
  readonly total: number | undefined;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** One line drawn over and over; else a line now and then, for a log. */
  readonly live: boolean;
}

const EVERY_MS = { live: 100, log: 10_000 };
const BAR = 24;

/** A line that says how far the run is: `████░░░ 42%  1,234 articles  310,000 characters/s  88 articles/s  12 s left`. */
export class Progress {
  private readonly started: number;
  private shown = 0;
  private drawn = false;
  private articles = 0;
  private characters = 0;
  private bytes = 0;
  private skipped = 0;

  constructor(private readonly options: ProgressOptions) {
    this.started = options.now();
    this.shown = this.started;
  }

  read(bytes: number): void {
    this.bytes += bytes;
  }

  /** An article that an earlier run has written. */
  skip(): void {
    this.skipped += 1;
  }

  done(characters: number): void {
    this.articles += 1;
    this.characters += characters;
    const now = this.options.now();
    if (now - this.shown < EVERY_MS[this.options.live ? "live" : "log"]) return;
    this.shown = now;
    this.draw(now);
  }

  /** Takes the line away, so that something else can be printed. */
  clear(): void {
    if (this.drawn) this.options.stream.write("\r\u001b[K");
    this.drawn = false;
  }

  private draw(now: number): void {
    const seconds = Math.max((now - this.started) / 1000, 0.001);
    const parts = [
      `${count(this.articles)} articles`,
      `${count(this.characters / seconds)} characters/s`,
      `${count(this.articles / seconds)} articles/s`,
    ];
    if (this.skipped > 0) parts.splice(1, 0, `${count(this.skipped)} skipped`);
    const { total, live } = this.options;
    if (total !== undefined && total > 0) {
      const share = Math.min(1, this.bytes / total);
      const full = Math.round(share * BAR);
      parts.unshift(`${"█".repeat(full)}${"░".repeat(BAR - full)} ${Math.floor(share * 100)}%`);
      if (share > 0) parts.push(`${count((seconds / share) * (1 - share))} s left`);
    }
    if (!live) {
      this.options.stream.write(`gisa: ${parts.join("  ")}\n`);
      return;
    }
    const width = Math.max(20, (this.options.stream.columns ?? 80) - 1);
    this.options.stream.write(`\r\u001b[K${parts.join("  ").slice(0, width)}`);
    this.drawn = true;
  }
}

function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3}){1,6}$)/g, ",");
}
