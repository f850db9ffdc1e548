import { Readable } from "node:stream";
import { type CsvError, type Info, parse } from "csv-parse";

export interface TableRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface TableFault {
  readonly line: number;
  readonly fault: string;
}

/** Code units of one row: an unclosed quote stops here, not when memory runs out. */
const LONGEST_ROW = 1 << 25;

/**
 * Rows of CSV (RFC 4180) or TSV, one at a time, with the line that each ends on. The first row names the columns; without it they are named
 * 1, 2, 3 …. Cells beyond the named columns are left out.
 */
export async function* rowsOf(
  pieces: AsyncIterable<string>,
  { separator, header }: { readonly separator: "," | "\t"; readonly header: boolean },
): AsyncGenerator<TableRow | TableFault> {
  const parser = parse({
    delimiter: separator,
    // A tab-separated line of text often holds a lone quote, and then means it.
    ...(separator === "\t" ? { quote: null } : {}),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(pieces).on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let columns: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (header && columns === undefined) {
        columns = record.map((name) => name.trim());
        continue;
      }
      const names = columns ?? record.map((_, i) => String(i + 1));
      yield { line: info.lines, fields: Object.fromEntries(names.map((name, i) => [name, record[i] ?? ""])) };
    }
  } catch (error) {
    const { code, message, lines } = error as CsvError & { lines?: number };
    if (!String(code).startsWith("CSV_")) throw error;
    yield { line: lines ?? 0, fault: `this is not a table from here on: ${message}` };
  } finally {
    source.destroy();
  }
}
