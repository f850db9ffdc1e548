import type { MentionRule } from "../core/types.js";
import { UsageError } from "./usage-error.js";

/**
 * Rules as JSON: `[{ "words": ["가람누리호"], "type": "OTHER" }, { "pattern": "제\\d+호 법안", "flags": "u", "type": "LAW" }]`. What JSON cannot say, a
 * pattern, is its source with flags (`u` unless given); all else is as `loadAnalyzer` takes it, and checked there.
 *
 * Errors  `UsageError` that names the file, and the rule.
 */
export function readRules(text: string, file: string): MentionRule[] {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new UsageError(`--rules ${file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(given)) throw new UsageError(`--rules ${file} must hold an array of rules.`);
  return given.map((rule: unknown, index) => {
    if (typeof rule !== "object" || rule === null || !Object.hasOwn(rule, "pattern")) return rule as MentionRule;
    const { pattern, flags = "u", ...others } = rule as Record<string, unknown>;
    if (typeof pattern !== "string" || typeof flags !== "string")
      throw new UsageError(`--rules ${file}: rules[${index}] has a pattern or flags that is no text.`);
    try {
      return { ...others, pattern: new RegExp(pattern, flags) } as MentionRule;
    } catch (error) {
      throw new UsageError(`--rules ${file}: rules[${index}] has a pattern that is none: ${(error as Error).message}`);
    }
  });
}
