import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tree } from "../../src/tag/tree.ts";

describe("tree", () => {
  it("takes the best heads where they form a tree", () => {
    // Word 0 hangs on 1, 1 on 2, 2 is the root.
    const best = new Map([
      [0, 1],
      [1, 2],
      [2, -1],
    ]);
    expect(tree(3, (dependent, head) => (best.get(dependent) === head ? 9 : 0))).toEqual([1, 2, -1]);
  });

  it("gives one root and no cycle for any scores", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 12 })
          .chain((n) =>
            fc.tuple(
              fc.constant(n),
              fc.array(fc.double({ noNaN: true, min: -50, max: 50 }), { minLength: n * (n + 1), maxLength: n * (n + 1) }),
            ),
          ),
        ([n, flat]) => {
          const heads = tree(n, (d, h) => flat[d * (n + 1) + h + 1]!);
          expect(heads.filter((h) => h === -1)).toHaveLength(1);
          for (let i = 0; i < n; i++) {
            let at = i;
            for (let steps = 0; at !== -1; steps++) {
              expect(steps).toBeLessThanOrEqual(n);
              at = heads[at]!;
            }
          }
        },
      ),
    );
  });
});
