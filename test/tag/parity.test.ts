// The runtime reproduces the trainer: same pieces, and after int8 nearly always the same choices, on sentences of the corpus.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { span } from "../../src/span.ts";
import { Vocabulary } from "../../src/tag/pieces.ts";
import { openTagger } from "../../src/tag/pool.ts";
import type { TaggedSentence } from "../../src/tag/types.ts";

interface Row {
  words: string[];
  pieces: number[];
  firsts: number[];
  heads: number[];
  upos: string[];
  trigger: string[];
  voice: string;
}

interface Couple {
  words: string[];
  actor: [number, number];
  recipient: [number, number];
  type: string;
}

const path = (p: string): string => fileURLToPath(new URL(p, import.meta.url));
const rows = JSON.parse(readFileSync(path("../fixtures/tag/parity.json"), "utf8")) as Row[];
const couples = JSON.parse(readFileSync(path("../fixtures/tag/pairs.json"), "utf8")) as Couple[];
const model = path("../../model");

describe("parity with the trainer", () => {
  let read: TaggedSentence[];
  beforeAll(async () => {
    const tagger = await openTagger(model, 0);
    read = await tagger.tag(rows.map((r) => r.words));
  });

  it("cuts the same pieces", () => {
    const vocabulary = new Vocabulary(readFileSync(path("../../model/vocab.txt"), "utf8"));
    for (const row of rows) {
      const { ids, firsts } = vocabulary.sentence(row.words);
      expect(ids).toEqual(row.pieces);
      expect(firsts).toEqual(row.firsts);
    }
  });

  it("agrees on at least 97 of 100 parts of speech and heads, and on the triggers", () => {
    let [n, upos, heads, triggers, found] = [0, 0, 0, 0, 0];
    rows.forEach((row, s) => {
      row.words.forEach((_, i) => {
        n++;
        if (read[s]!.tokens[i]!.upos === row.upos[i]) upos++;
        if (read[s]!.tokens[i]!.head === row.heads[i]! - 1) heads++;
      });
      const want = row.trigger.filter((t) => t !== "-");
      triggers += want.length;
      const got = read[s]!.acts.map((a) => a.type as string);
      found += want.filter((t) => got.includes(t)).length;
    });
    expect(upos / n).toBeGreaterThan(0.97);
    expect(heads / n).toBeGreaterThan(0.95);
    expect(found).toBeGreaterThanOrEqual(triggers - 1);
  });

  it("answers the same to the same question", async () => {
    const tagger = await openTagger(model, 0);
    expect(await tagger.tag(rows.map((r) => r.words))).toEqual(read);
  });

  it("agrees on the type of all marked pairs but one", async () => {
    const tagger = await openTagger(model, 0);
    const read = await tagger.relate(
      couples.map(({ words, actor, recipient }) => {
        const at = (n: number): number => words.slice(0, n).join(" ").length + (n ? 1 : 0);
        const placed = ([first, last]: [number, number]) => span(at(first), at(last) + words[last]!.length);
        return { text: words.join(" "), actor: placed(actor), recipient: placed(recipient) };
      }),
    );
    expect(read.filter(({ type }, i) => type === couples[i]!.type).length).toBeGreaterThanOrEqual(couples.length - 1);
  });
});
