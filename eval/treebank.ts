// A CoNLL-U or CoNLL column file, gzipped or plain, in; its sentences as words with gold columns out.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Tree {
  readonly words: readonly string[];
  readonly upos: readonly string[];
  /** -1 for the root. */
  readonly heads: readonly number[];
  readonly rels: readonly string[];
}

/** A file as text, unpacked where it is gzipped. */
export const contents = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
};

/** Multiword and empty tokens are passed over. */
export function trees(path: string): Tree[] {
  return contents(path)
    .split("\n\n")
    .flatMap((block) => {
      const rows = block
        .split("\n")
        .map((line) => line.split("\t"))
        .filter((c) => /^\d+$/.test(c[0]!));
      return rows.length
        ? [
            {
              words: rows.map((c) => c[1]!),
              upos: rows.map((c) => c[3]!),
              heads: rows.map((c) => Number(c[6]) - 1),
              rels: rows.map((c) => c[7]!),
            },
          ]
        : [];
    });
}

/** IOB2 files of Universal NER: number, word, tag. */
export function tagged(path: string): { words: string[]; tags: string[] }[] {
  return contents(path)
    .split("\n\n")
    .flatMap((block) => {
      const rows = block
        .split("\n")
        .filter((line) => line && !line.startsWith("#"))
        .map((line) => line.split("\t"));
      return rows.length ? [{ words: rows.map((c) => c[1]!), tags: rows.map((c) => c[2]!) }] : [];
    });
}
