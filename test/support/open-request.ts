import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";

/** A POST of JSON whose headers the server has heard of, and whose body it still waits for: `send()` it. */
export async function openRequest(url: string, body: unknown) {
  const headers = { "content-type": "application/json", expect: "100-continue" };
  const open = request(url, { method: "POST", headers });
  open.flushHeaders();
  await once(open, "continue");
  return {
    async send() {
      open.end(JSON.stringify(body));
      const [response] = (await once(open, "response")) as [IncomingMessage];
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      return { status: response.statusCode, connection: response.headers.connection, answer: JSON.parse(text) };
    },
  };
}
