/** Runs the analysis beside the page, so that a long article does not stop it. */
import { type Analyzer, loadAnalyzer } from "../index.js";
import type { Answer, Question } from "./analysis.js";

const post = (answer: Answer) => postMessage(answer);

let analyzer: Analyzer | undefined;

addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  try {
    if (data.kind === "load") {
      const start = performance.now();
      analyzer = await loadAnalyzer({ baseUrl: data.baseUrl });
      // The first text makes the engine compile what later ones run.
      analyzer.analyze(data.warmUp);
      post({ kind: "ready", ms: performance.now() - start });
      return;
    }
    const start = performance.now();
    const doc = (analyzer as Analyzer).analyze(
      data.text,
      data.publishedAt === "" ? {} : { publishedAt: data.publishedAt },
    );
    post({ kind: "doc", id: data.id, doc, ms: performance.now() - start });
  } catch (error) {
    post({ kind: "failed", reason: (error as Error).message });
  }
});
