/** The files of natural that are imported one by one, its root never (design.md, Decisions). */
declare module "natural/lib/natural/distance/levenshtein_distance.js" {
  const distance: { LevenshteinDistance(a: string, b: string): number };
  export default distance;
}
declare module "natural/lib/natural/tfidf/tfidf.js" {
  const tfidf: { TfIdf?: unknown } & (new () => TfIdfInstance);
  interface TfIdfInstance {
    addDocument(counts: Record<string, number>): void;
    tfidf(terms: readonly string[], document: number): number;
    /** Inverse document frequencies that are known beforehand. */
    _idfCache: Record<string, number>;
  }
  export default tfidf;
}
