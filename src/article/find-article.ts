import type { AnalyzeOptions, Article, Report } from "../core/types.js";

export function findArticle(text: string, options: AnalyzeOptions, _report: Report): Article {
  const body = [...text.matchAll(/[^\r\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const published = options.publishedAt?.slice(0, 10);
  return {
    subheadlines: [],
    bylines: [],
    captions: [],
    body,
    boilerplate: [],
    ...(published ? { publishedAt: { value: published, source: "given" } as const } : {}),
  };
}
