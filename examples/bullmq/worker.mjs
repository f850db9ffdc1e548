// Takes articles from a BullMQ queue and annotates them. Start as many as there are cores: node worker.mjs
import { UnrecoverableError, Worker } from "bullmq";
import { GisaError, loadAnalyzer } from "gisa";
import { selectLayers } from "gisa/export";

const { REDIS_URL = "redis://127.0.0.1:6379", LOCK_MS = "30000" } = process.env;

const analyzer = await loadAnalyzer();

function annotate({ data: { text, publishedAt } }) {
  try {
    const doc = analyzer.analyze(text, publishedAt ? { publishedAt } : {});
    // What is returned stays in Redis with the job: keep it small, or write it to your own store and return its key.
    return selectLayers(doc, ["entities", "timexes", "events"]);
  } catch (error) {
    // A record that is wrong stays wrong: no second attempt.
    if (error instanceof GisaError) throw new UnrecoverableError(`${error.code}: ${error.message}`);
    throw error;
  }
}

const worker = new Worker("articles", async (job) => annotate(job), {
  connection: { url: REDIS_URL, maxRetriesPerRequest: null },
  // Analysis fills a core: more at once would not be faster.
  concurrency: 1,
  // The job of a worker that is gone goes back to the queue when its lock has run out.
  lockDuration: Number(LOCK_MS),
  stalledInterval: Number(LOCK_MS),
  maxStalledCount: 3,
});
worker.on("error", (error) => console.error(`gisa: ${error.message}`));
worker.on("ready", () => console.error("gisa: waiting for articles"));

for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, async () => {
    // Ends the article that it has; the others stay in the queue.
    await worker.close();
    process.exit(0);
  });
