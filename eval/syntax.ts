// Treebanks × Tagger → UPOS, UAS, LAS on gold words (full relations, punctuation counted), and F1 of names.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Tagger } from "../src/tag/types.ts";
import { tagged, trees } from "./treebank.ts";

export interface SyntaxScore {
  readonly sentences: number;
  readonly upos: number;
  readonly uas: number;
  readonly las: number;
}

export async function measureSyntax(path: string, tagger: Tagger): Promise<SyntaxScore> {
  const gold = trees(path);
  const read = await tagger.tag(gold.map((t) => t.words));
  let [n, upos, uas, las] = [0, 0, 0, 0];
  gold.forEach((tree, s) => {
    const tokens = read[s]!.tokens;
    tree.words.forEach((_, i) => {
      n++;
      if (tokens[i]?.upos === tree.upos[i]) upos++;
      if (tokens[i]?.head !== tree.heads[i]) return;
      uas++;
      if (tokens[i]!.deprel === tree.rels[i]) las++;
    });
  });
  return { sentences: gold.length, upos: upos / n, uas: uas / n, las: las / n };
}

/** Exact spans and kinds of PER, ORG and LOC; MISC does not count. */
export async function measureNames(
  path: string,
  tagger: Tagger,
): Promise<{ sentences: number; precision: number; recall: number; f1: number }> {
  const gold = tagged(path);
  const read = await tagger.tag(gold.map((s) => s.words));
  let [hit, want, got] = [0, 0, 0];
  gold.forEach(({ words, tags }, s) => {
    const starts: number[] = [];
    let at = 0;
    for (const w of words) {
      starts.push(at);
      at += w.length + 1;
    }
    const spans = new Set<string>();
    tags.forEach((tag, i) => {
      if (!tag.startsWith("B-") || tag === "B-OTH") return;
      let j = i;
      while (tags[j + 1]?.startsWith("I-")) j++;
      spans.add(`${starts[i]} ${starts[j]! + words[j]!.length} ${tag.slice(2)}`);
    });
    const mine = new Set(read[s]!.entities.filter((e) => e.kind !== "MISC").map((e) => `${e.start} ${e.end} ${e.kind}`));
    want += spans.size;
    got += mine.size;
    for (const m of mine) if (spans.has(m)) hit++;
  });
  return { sentences: gold.length, precision: hit / got, recall: hit / want, f1: (2 * hit) / (want + got) };
}

export const ud = (shared: string, name: string): string | null => {
  const path = join(shared, "ud", `${name}.conllu.gz`);
  return existsSync(path) ? path : null;
};
