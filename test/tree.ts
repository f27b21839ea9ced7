// "Sylvania/PROPN/nsubj>1 rejected/VERB/root the/DET/det>3 …" → the words of a drawn tree with their arcs: the one notation of all tests.
import type { Token } from "../src/tag/types.ts";

export interface Drawing {
  /** The words, parted by single spaces. */
  readonly text: string;
  readonly words: readonly string[];
  readonly tokens: Token[];
}

/** Each word as form/UPOS/relation>head, heads from 0; the root has none. @param from where the text begins in its article */
export function treeIn(notation: string, from = 0): Drawing {
  let at = from;
  const rows = notation
    .trim()
    .split(/\s+/)
    .map((piece): { word: string; token: Token } => {
      const [, word, upos, deprel, head] = /^(.+?)\/([A-Z]+)\/([a-z:]+)(?:>(-?\d+))?$/.exec(piece) ?? [];
      if (!word) throw new Error(`“${piece}” is no word of a tree: write form/UPOS/relation>head`);
      const token = { start: at, end: at + word.length, upos: upos!, deprel: deprel!, head: head === undefined ? -1 : Number(head) };
      at = token.end + 1;
      return { word, token };
    });
  const words = rows.map(({ word }) => word);
  return { text: words.join(" "), words, tokens: rows.map(({ token }) => token) };
}

/** A tree as it is drawn. */
export const drawnAs = (words: readonly string[], tokens: readonly Token[]): string =>
  tokens.map(({ upos, deprel, head }, i) => `${words[i]}/${upos}/${deprel}${head < 0 ? "" : `>${head}`}`).join(" ");
