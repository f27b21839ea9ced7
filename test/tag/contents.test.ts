// A content that the scores broke off → the whole clause by its tree. Sentences are written word/UPOS/head/relation, heads from 1.
import { describe, expect, test } from "vitest";
import { bracketed, wholeContent } from "../../src/tag/contents.ts";
import type { Token } from "../../src/tag/types.ts";

/** The words of the whole content, where the scores found those from `first` to `last` and `own` are source and cue. */
function whole(tagged: string, [first, last]: [number, number], own: number[]): string {
  const rows = tagged.split(" ").map((row) => row.split("/") as [string, string, string, string]);
  let from = 0;
  const tokens: Token[] = rows.map(([word, upos, head, deprel]) => {
    const start = from;
    from += word.length + 1;
    return { start, end: start + word.length, upos, head: Number(head) - 1, deprel };
  });
  const [a, b] = wholeContent(
    [first, last],
    tokens,
    (j) => own.includes(j),
    (j) => rows[j]![0],
  );
  return rows
    .slice(a, b + 1)
    .map(([word]) => word)
    .join(" ");
}

const PLAN =
  "Ghana/PROPN/2/nsubj offered/VERB/0/root to/PART/4/mark train/VERB/2/xcomp pilots/NOUN/4/obj ,/PUNCT/7/punct lend/VERB/4/conj planes/NOUN/7/obj and/CCONJ/10/cc pay/VERB/4/conj ./PUNCT/2/punct";

describe("a content broken off", () => {
  test("is read to the end of its clause, over a comma, without the full stop", () => {
    expect(whole(PLAN, [2, 4], [0, 1])).toBe("to train pilots , lend planes and pay");
  });

  test("is read from the beginning of its clause", () => {
    expect(whole(PLAN, [7, 9], [0, 1])).toBe("planes and pay");
    expect(whole(PLAN, [3, 9], [0, 1])).toBe("to train pilots , lend planes and pay");
  });

  test("does not take in source, cue, or what only stands beside it", () => {
    const aside =
      "Rain/NOUN/2/nsubj fell/VERB/0/root ,/PUNCT/5/punct she/PRON/5/nsubj said/VERB/2/parataxis ,/PUNCT/7/punct twice/ADV/2/advmod";
    expect(whole(aside, [0, 1], [3, 4])).toBe("Rain fell");
    const after = "Rain/NOUN/2/nsubj fell/VERB/0/root ;/PUNCT/4/punct go/VERB/2/parataxis home/ADV/4/advmod";
    expect(whole(after, [0, 1], [])).toBe("Rain fell");
  });

  test("leaves the preposition to the cue", () => {
    const about = "They/PRON/2/nsubj spoke/VERB/0/root about/ADP/5/case this/DET/5/det shift/NOUN/2/obl";
    expect(whole(about, [4, 4], [0, 1])).toBe("this shift");
  });
});

test("a source is read to the bracket that closes", () => {
  const words = "Senator Lee ( R - Ohio ) said so ( twice )".split(" ");
  const last = (a: number, b: number): string => words[bracketed([a, b], words.length, (j) => words[j]!)]!;
  expect(last(0, 3)).toBe(")");
  expect(last(0, 6)).toBe(")");
  expect(last(0, 1)).toBe("Lee");
  expect(last(7, 8)).toBe("so");
});
