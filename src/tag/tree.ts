// Arc scores of a sentence in, a tree out: one root, no cycle. Greedy, then repaired where greed fails, which is rare.

/**
 * @param score log-odds that word `dependent` hangs on `head`; head -1 is the root
 * @param n number of words, n ≥ 1
 * @returns for each word the index of its head, -1 for the one root
 */
export function tree(n: number, score: (dependent: number, head: number) => number): number[] {
  const heads = new Array<number>(n).fill(-1);
  let root = 0;
  for (let i = 0; i < n; i++) {
    if (score(i, -1) > score(root, -1)) root = i;
    for (let h = 0, best = -Infinity; h < n; h++) {
      if (h !== i && score(i, h) > best) {
        best = score(i, h);
        heads[i] = h;
      }
    }
  }
  heads[root] = -1;
  // Hang every word that does not reach the root: of its cycle, the word that loses least by another head outside.
  for (;;) {
    const reaches = new Array<boolean>(n).fill(false);
    let lost = -1;
    for (let i = 0; i < n; i++) {
      const path: number[] = [];
      let at = i;
      while (at !== -1 && !reaches[at] && !path.includes(at)) {
        path.push(at);
        at = heads[at]!;
      }
      if (at === -1 || reaches[at]) for (const p of path) reaches[p] = true;
      else if (lost === -1) lost = at;
    }
    if (lost === -1) return heads;
    const cycle = [lost];
    for (let at = heads[lost]!; at !== lost; at = heads[at]!) cycle.push(at);
    let best = -Infinity;
    let change: [number, number] = [lost, root];
    for (const i of cycle) {
      for (let h = 0; h < n; h++) {
        if (!reaches[h]) continue;
        const loss = score(i, h) - score(i, heads[i]!);
        if (loss > best) {
          best = loss;
          change = [i, h];
        }
      }
    }
    heads[change[0]] = change[1];
  }
}
