import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  process.env["GISA_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** `apt-get install chromium`, or GISA_CHROMIUM=/path/to/it. Undefined where there is none: its tests are then skipped, and counted. */
export const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place));

export function launch(...flags: readonly string[]): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("there is no Chromium on this machine");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...flags];
  return chromium.launch({ executablePath: CHROMIUM, args });
}
