// PLV's marked newswire sentences × Tagger → accuracy and macro-F1 of the root over 15 classes (CONCEDE and RETREAT are one, YIELD). Measure only.
import { readFileSync } from "node:fs";
import type { MarkedPair, Tagger } from "../src/tag/types.ts";

export interface PlvScore {
  readonly sentences: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly classes: Readonly<Record<string, { gold: number; precision: number; recall: number; f1: number }>>;
  readonly confusions: readonly (readonly [string, number])[];
}

/** PLV has one class for both kinds of giving in. */
export const plvMerged = (type: string): string => (type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type);

export function plvRows(path: string): { pair: MarkedPair; gold: string }[] {
  const [head, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const columns = head!.split("\t");
  const [marked, root] = [columns.indexOf("marked_sentence"), columns.indexOf("gold_root")];
  return lines.map((line) => {
    const cells = line.split("\t");
    let text = "";
    const found: Record<string, [number, number]> = {};
    for (const piece of cells[marked]!.split(/(<\/?[st]>)/)) {
      const mark = /^<(\/?)([st])>$/.exec(piece);
      if (!mark) text += piece;
      else if (mark[1]) found[mark[2]!]![1] = text.length;
      else found[mark[2]!] = [text.length, text.length];
    }
    const at = (k: "s" | "t"): { start: number; end: number } => ({ start: found[k]?.[0] ?? 0, end: found[k]?.[1] ?? 0 });
    return { pair: { text, actor: at("s"), recipient: at("t") }, gold: plvMerged(cells[root]!.trim()) };
  });
}

export async function measurePlv(path: string, tagger: Tagger): Promise<PlvScore> {
  const rows = plvRows(path);
  const answers = await tagger.relate(rows.map((r) => r.pair));
  const said = answers.map((a) => {
    // YIELD is as likely as its two halves together.
    const scores = new Map<string, number>();
    for (const [type, p] of Object.entries(a.scores)) scores.set(plvMerged(type), (scores.get(plvMerged(type)) ?? 0) + p);
    return [...scores].sort((x, y) => y[1] - x[1])[0]![0];
  });
  const classes: Record<string, { gold: number; precision: number; recall: number; f1: number }> = {};
  for (const c of [...new Set(rows.map((r) => r.gold))].sort()) {
    const hit = rows.filter((r, i) => r.gold === c && said[i] === c).length;
    const gold = rows.filter((r) => r.gold === c).length;
    const got = said.filter((s) => s === c).length;
    classes[c] = { gold, precision: got ? hit / got : 0, recall: hit / gold, f1: gold + got ? (2 * hit) / (gold + got) : 0 };
  }
  const wrong = new Map<string, number>();
  rows.forEach((r, i) => {
    if (r.gold !== said[i]) wrong.set(`${r.gold} read as ${said[i]}`, (wrong.get(`${r.gold} read as ${said[i]}`) ?? 0) + 1);
  });
  return {
    sentences: rows.length,
    accuracy: rows.filter((r, i) => r.gold === said[i]).length / rows.length,
    macroF1: Object.values(classes).reduce((sum, c) => sum + c.f1, 0) / Object.keys(classes).length,
    classes,
    confusions: [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 12),
  };
}
