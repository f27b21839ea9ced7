// Two clusterings of mentions → B³, MUC, CEAFe and their mean, CoNLL F1, of one text or of many. Mentions are strings; either side may have some that the other lacks.
// Sources: Bagga & Baldwin 1998; Vilain et al. 1995; Luo 2005; Pradhan et al. 2012.

export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface CorefScore {
  readonly muc: Prf;
  readonly b3: Prf;
  readonly ceafe: Prf;
  /** Mean of the three F1. */
  readonly conll: number;
}

export type Clusters = readonly ReadonlySet<string>[];

/** What was hit of what was found (precision), and of what is there (recall). */
type Tally = readonly [hitP: number, ofP: number, hitR: number, ofR: number];

const prf = (tallies: readonly Tally[]): Prf => {
  const sum = (at: number): number => tallies.reduce((all, tally) => all + tally[at]!, 0);
  const [precision, recall] = [sum(1) ? sum(0) / sum(1) : 0, sum(3) ? sum(2) / sum(3) : 0];
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
};

/** @param gold clusters of one text @param found ours; a mention stands in one cluster of a side, or in none */
export const corefOf = (gold: Clusters, found: Clusters): CorefScore => corefOfTexts([{ gold, found }]);

/** One score over many texts: counts are summed, clusters of different texts are never compared. */
export function corefOfTexts(texts: readonly { readonly gold: Clusters; readonly found: Clusters }[]): CorefScore {
  const over = (tally: (gold: Clusters, found: Clusters) => Tally): Prf => prf(texts.map(({ gold, found }) => tally(gold, found)));
  const [muc, b3, ceafe] = [over(mucOf), over(b3Of), over(ceafeOf)];
  return { muc, b3, ceafe, conll: (muc.f1 + b3.f1 + ceafe.f1) / 3 };
}

const homes = (clusters: Clusters): Map<string, ReadonlySet<string>> =>
  new Map(clusters.flatMap((cluster) => [...cluster].map((mention) => [mention, cluster] as const)));
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((each) => b.has(each)).length;

function b3Of(gold: Clusters, found: Clusters): Tally {
  const [g, f] = [homes(gold), homes(found)];
  let [precision, recall] = [0, 0];
  for (const [mention, cluster] of g) {
    const mine = f.get(mention);
    if (!mine) continue;
    const both = shared(cluster, mine);
    precision += both / mine.size;
    recall += both / cluster.size;
  }
  return [precision, f.size, recall, g.size];
}

function mucOf(gold: Clusters, found: Clusters): Tally {
  const links = (of: Clusters, by: Clusters): [number, number] => {
    const home = homes(by);
    let [kept, all] = [0, 0];
    for (const cluster of of) {
      // A mention that the other side lacks is a part of its own.
      kept += cluster.size - new Set([...cluster].map((mention) => home.get(mention) ?? mention)).size;
      all += cluster.size - 1;
    }
    return [kept, all];
  };
  const [[hitR, ofR], [hitP, ofP]] = [links(gold, found), links(found, gold)];
  return [hitP, ofP, hitR, ofR];
}

function ceafeOf(gold: Clusters, found: Clusters): Tally {
  const likeness = gold.map((g) => found.map((f) => (2 * shared(g, f)) / (g.size + f.size)));
  const most = assigned(likeness);
  return [most, found.length, most, gold.length];
}

/** The most that a one-to-one matching of rows and columns can add up to: Hungarian method with potentials, O(n³). */
export function assigned(values: readonly (readonly number[])[]): number {
  const n = Math.max(values.length, values[0]?.length ?? 0);
  const cost = (row: number, column: number): number => -(values[row]?.[column] ?? 0);
  const [u, v] = [new Array<number>(n + 1).fill(0), new Array<number>(n + 1).fill(0)];
  const rowOf = new Array<number>(n + 1).fill(0);
  for (let row = 1; row <= n; row++) {
    const way = new Array<number>(n + 1).fill(0);
    const least = new Array<number>(n + 1).fill(Infinity);
    const used = new Array<boolean>(n + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = true;
      const at = rowOf[column]!;
      let [delta, next] = [Infinity, 0];
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost(at - 1, j - 1) - u[at]! - v[j]!;
        if (reduced < least[j]!) [least[j], way[j]] = [reduced, column];
        if (least[j]! < delta) [delta, next] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) [u[rowOf[j]!], v[j]] = [u[rowOf[j]!]! + delta, v[j]! - delta];
        else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = way[column]!;
      rowOf[column] = rowOf[before]!;
      column = before;
    } while (column !== 0);
  }
  let sum = 0;
  for (let column = 1; column <= n; column++) if (rowOf[column]) sum -= cost(rowOf[column]! - 1, column - 1);
  return sum;
}
