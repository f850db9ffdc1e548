import type { Report } from "./types.js";

export function detectLanguage(text: string, force: boolean, report: Report): { code: string; supported: boolean } {
  if (text.trim() === "") {
    report({ code: "source/empty", severity: "info", stage: "source" });
    return { code: "und", supported: force };
  }
  return { code: "kor", supported: true };
}
