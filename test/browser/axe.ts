import { source } from "axe-core";
import type { Page } from "playwright-core";

/**
 * What axe-core finds wrong with a page, by all its rules (WCAG A to AAA as far as they are on, and its best practices): the rule, and the elements.
 * Throws where it did not look at contrast: a page without text would pass everything.
 */
export async function axeFindings(page: Page, without: readonly string[] = []): Promise<[string, string[]][]> {
  await page.evaluate(source);
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations, passes } = await page.evaluate<Results>(`axe.run(document, ${JSON.stringify({ rules })})`);
  if (!passes.some(({ id }) => id === "color-contrast")) throw new Error("axe saw no text");
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
}

interface Results {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly { readonly id: string }[];
}
