/**
 * Keeps the page, lexicon and model, so that they are loaded once and the page works offline.
 * The build writes the names of the files, and a version that is made from their content.
 */
const CACHE = "gisa-playground-__VERSION__";
const SHELL = "__SHELL__" as unknown as readonly string[];
const DATA = "__DATA__" as unknown as readonly string[];

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** TypeScript's library of a service worker cannot be used beside that of a page. */
const scope = self as unknown as {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WaitingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
};

const addressOf = (name: string) => new URL(name, scope.registration.scope).href;
const PAGE = addressOf("index.html");
const KNOWN = new Set([...SHELL, ...DATA].map(addressOf));

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.mode === "navigate" ? PAGE : request.url.replace(/[?#].*/, "");
  if (request.method === "GET" && KNOWN.has(address)) event.respondWith(answer(address));
});

/** The shell alone: the page asks for lexicon and model when this worker stands between, so that they are not loaded twice. */
async function install(): Promise<void> {
  await Promise.all(SHELL.map((name) => answer(addressOf(name))));
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("gisa-playground-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function answer(address: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address);
  if (kept) return kept;
  // A name with a hash never changes; others are asked for again, which costs little where they have not changed.
  const response = await fetch(address, { cache: address.includes("/assets/") ? "force-cache" : "no-cache" });
  if (response.ok) await cache.put(address, response.clone());
  return response;
}
