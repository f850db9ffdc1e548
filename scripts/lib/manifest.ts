import { existsSync, readFileSync, writeFileSync } from "node:fs";

const PATH = "dictionaries/manifest.json";

export interface ManifestFile {
  readonly file: string;
  readonly [field: string]: unknown;
}

/** Puts one built file's row into `dictionaries/manifest.json`, rows sorted by file. */
export function writeManifest(row: ManifestFile): void {
  const manifest: { files: ManifestFile[] } = existsSync(PATH) ? JSON.parse(readFileSync(PATH, "utf8")) : { files: [] };
  const files = [...manifest.files.filter(({ file }) => file !== row.file), row];
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  writeFileSync(PATH, `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
}
