import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
};

export interface StaticServer {
  readonly url: string;
  /** What was answered so far: bytes of bodies as they were sent, and the paths that had one. */
  sent(): { readonly bytes: number; readonly requests: string[] };
  close(): Promise<void>;
}

/** Serves folders by the first part of the path as a static host does: gzip for texts, an ETag, ten minutes in the browser's cache. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<StaticServer> {
  let bytes = 0;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname));
    const [first = "", ...rest] = path.slice(1).split("/");
    const folder = folders[first];
    let file = folder === undefined ? undefined : join(folder, ...rest);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!file || !existsSync(file)) {
      // A page of its own origin, for tests that only need a place to import from; browsers ask for the icon.
      const isPage = path === "/" || path === "/favicon.ico";
      response.writeHead(isPage ? 200 : 404, { "content-type": "text/html" });
      response.end(isPage ? "<!doctype html><title>test</title>" : "");
      return;
    }
    const content = readFileSync(file);
    const etag = `"${createHash("sha256").update(content).digest("hex").slice(0, 16)}"`;
    const headers = {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": "max-age=600",
      etag,
    };
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const packs = /\.(?:html|js|css)$/.test(file);
    const body = packs ? gzipSync(content, { level: 6 }) : content;
    bytes += body.length;
    requests.push(path);
    response.writeHead(200, packs ? { ...headers, "content-encoding": "gzip" } : headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: () => ({ bytes, requests: [...requests] }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
