// Puts articles, JSON lines with id, text and publishedAt, into the queue: node enqueue.mjs articles.jsonl
import { createReadStream } from "node:fs";
import { Queue } from "bullmq";

const { REDIS_URL = "redis://127.0.0.1:6379" } = process.env;
const queue = new Queue("articles", { connection: { url: REDIS_URL } });
const AT_ONCE = 500;

async function add(articles) {
  await queue.addBulk(
    articles.map(({ id, text, publishedAt }) => ({
      name: "annotate",
      data: { id, text, publishedAt },
      // An article that is put in twice is annotated once. A colon is Redis's own.
      opts: { jobId: `article-${id}`.replaceAll(":", "_"), attempts: 3, backoff: { type: "exponential", delay: 1000 } },
    })),
  );
}

let rest = "";
const articles = [];
// Not by readline, which takes U+2028 for the end of a line too; JSON may hold it.
for await (const piece of createReadStream(process.argv[2], "utf8")) {
  const lines = (rest + piece).split("\n");
  rest = lines.pop();
  for (const line of lines) if (line.trim() !== "") articles.push(JSON.parse(line));
  while (articles.length >= AT_ONCE) await add(articles.splice(0, AT_ONCE));
}
if (rest.trim() !== "") articles.push(JSON.parse(rest));
await add(articles);
await queue.close();
