// Does what `gisa serve --stdio` does, with a text for its orders: for tests of what is around it.
import { createInterface } from "node:readline";

let died = false;
for await (const line of createInterface({ input: process.stdin })) {
  const { text, id } = JSON.parse(line);
  const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  if (text === "die") process.exit(1);
  else if (text === "die in the middle") {
    process.stdout.write('{"ok":true,"doc":', () => process.exit(1));
    await new Promise(() => {});
  } else if (text === "hang") await new Promise(() => setInterval(() => {}, 1000));
  else if (text.startsWith("wait ")) {
    await new Promise((resolve) => setTimeout(resolve, Number(text.slice(5))));
    say({ ok: true, id, doc: { text, language: String(process.pid) } });
  } else if (text === "fail") say({ ok: false, error: { code: "record/failed", message: "gisa failed" } });
  else if (text === "bad date") say({ ok: false, error: { code: "option/published-at", message: "no such day" } });
  else
    say({ ok: true, id, doc: { text, language: String(process.pid), meta: { gisa: "0", lexicon: "l", model: "m" } } });
  if (text === "die next") died = true;
  if (died) process.exit(1);
}
