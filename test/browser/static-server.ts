import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".gz": "application/gzip",
};

export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves folders by the first part of the path (`""` is the rest), as a static host does. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname)).slice(1);
    const [first = "", ...rest] = path.split("/");
    const own = folders[first];
    let file = own === undefined ? join(folders[""] ?? "/nowhere", path) : join(own, ...rest);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) {
      // A page of its own origin, for tests that only need a place to import from.
      const found = path === "" || path === "favicon.ico";
      response.writeHead(found ? 200 : 404, { "content-type": "text/html" });
      response.end(found ? "<!doctype html><title>test</title>" : "");
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
