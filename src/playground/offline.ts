/** Longest wait for the service worker, after which the page goes on without. Milliseconds. */
const PATIENCE = 30_000;

/** Resolves when the service worker answers the page's requests, or cannot. */
export async function startServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.MODE === "development") return;
  const { serviceWorker } = navigator;
  const controlled = new Promise<void>((resolve) => {
    if (serviceWorker.controller) resolve();
    serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
  try {
    // It is there, and the reader has asked the browser to go round it (a forced reload).
    if ((await serviceWorker.getRegistration())?.active && !serviceWorker.controller) return;
    await serviceWorker.register("./service-worker.js");
  } catch {
    // A private window, or a page opened from a file.
    return;
  }
  await Promise.race([controlled, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
