import type { Doc } from "../core/types.js";

export type Question =
  | { readonly kind: "load"; readonly baseUrl: string; readonly warmUp: string }
  /** `publishedAt` is empty where it is not known. */
  | { readonly kind: "analyze"; readonly id: number; readonly text: string; readonly publishedAt: string };

export type Answer =
  | { readonly kind: "ready"; readonly ms: number }
  | { readonly kind: "doc"; readonly id: number; readonly doc: Doc; readonly ms: number }
  | { readonly kind: "failed"; readonly reason: string };

export interface Analysis {
  readonly doc: Doc;
  /** Milliseconds that `analyze` took. */
  readonly ms: number;
}

/** The analyzer in its worker. A question that a later one overtakes is answered with null. */
export class AnalysisWorker {
  private readonly worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  private readonly waiting = new Map<number, (analysis: Analysis | null) => void>();
  private asked = 0;

  /** Rejects with the reason where lexicon or model cannot be loaded. */
  load(warmUp: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (data.kind === "ready") resolve();
        else if (data.kind === "failed") reject(new Error(data.reason));
        else {
          this.waiting.get(data.id)?.(data.id === this.asked ? data : null);
          this.waiting.delete(data.id);
        }
      });
      this.worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      this.ask({ kind: "load", baseUrl: new URL("./", document.baseURI).href, warmUp });
    });
  }

  analyze(text: string, publishedAt: string): Promise<Analysis | null> {
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.ask({ kind: "analyze", id, text, publishedAt });
    });
  }

  private ask(question: Question): void {
    this.worker.postMessage(question);
  }
}
