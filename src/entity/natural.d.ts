/** The files of natural that are imported one by one, its root never (design.md, Decisions). */
declare module "natural/lib/natural/distance/levenshtein_distance.js" {
  const distance: { LevenshteinDistance(a: string, b: string): number };
  export default distance;
}
declare module "natural/lib/natural/tfidf/tfidf.js" {
  /** Counts of terms; a document may be given as counts. */
  export default class TfIdf {
    addDocument(document: string | readonly string[] | Record<string, number>, key?: string): void;
    idf(term: string, force?: boolean): number;
    tf?(term: string, document: Record<string, number>): number;
    documents: Record<string, number>[];
  }
}
