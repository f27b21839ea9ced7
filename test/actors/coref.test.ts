// The measure of coreference: scores of clusters by hand, and a document of GUM read from its columns.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corefOf, corefOfTexts } from "../../eval/clusters.ts";
import { measureCoref } from "../../eval/coref.ts";
import { gumDocuments } from "../../eval/gum.ts";
import type { Actor } from "../../src/actors/types.ts";

const of = (...clusters: string[]): Set<string>[] => clusters.map((cluster) => new Set(cluster));

test("the worked example of Pradhan et al. 2014: {abc}{defg} against {ab}{cd}{fghi}", () => {
  const { muc, b3, ceafe } = corefOf(of("abc", "defg"), of("ab", "cd", "fghi"));
  expect([muc.recall, muc.precision].map((x) => x.toFixed(2))).toEqual(["0.40", "0.40"]);
  expect([b3.recall, b3.precision].map((x) => x.toFixed(2))).toEqual(["0.42", "0.50"]);
  expect([ceafe.recall, ceafe.precision].map((x) => x.toFixed(2))).toEqual(["0.65", "0.43"]);
});

test("the same clusters score 1, and texts are never mixed", () => {
  expect(corefOf(of("ab", "c"), of("c", "ab")).conll).toBeCloseTo(1);
  const both = corefOfTexts([
    { gold: of("ab"), found: of("ab") },
    { gold: of("ab"), found: of("a", "b") },
  ]);
  expect(both.muc).toMatchObject({ precision: 1, recall: 0.5 });
});

const FILE = `# newdoc id = t
# meta::dateCreated = 2024-05-02
# newpar
# text = Ana's envoy left.
1-2\tAna's\t_\t_\t_\t_\t_\t_\t_\t_
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tEntity=(2-person-new-ss-cf1-3-coref(1-person-new-ss-cf1-1-coref-Ana)
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\tenvoy\tenvoy\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=2)
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = She slept.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-ss-cf1-1-ana)
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
`;

test("a GUM document: running text, nested mentions with heads and chains; and how actors compare with it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-gum-"));
  try {
    writeFileSync(join(folder, "t.conllu"), FILE);
    const documents = gumDocuments(join(folder, "t.conllu"));
    const [{ text, mentions, published }] = documents as [(typeof documents)[number]];
    expect([text, published]).toEqual(["Ana's envoy left. She slept.", "2024-05-02"]);
    expect(mentions.map(({ start, end, head, chain }) => [text.slice(start, end), text.slice(head, head + 3), chain])).toEqual([
      ["Ana", "Ana", "1"],
      ["Ana's envoy", "env", "2"],
      ["She", "She", "1"],
    ]);
    const actor = (id: string, ...words: string[]): Actor => ({
      id,
      name: id,
      code: null,
      sector: null,
      other_sectors: [],
      kind: "person",
      office: null,
      mentions: words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length, form: "name" })),
    });
    const right = await measureCoref(documents, async () => [actor("a1", "Ana", "She"), actor("a2", "envoy")]);
    expect(right).toMatchObject({ gold: 3, found: 3, both: 3, faults: [] });
    expect(right.all.conll).toBeCloseTo(1);
    const wrong = await measureCoref(documents, async () => [actor("a1", "Ana"), actor("a2", "envoy", "She"), actor("a3", "slept")]);
    expect(wrong.faults.map((fault) => fault.split(":")[1]!.trim()).sort()).toEqual(["apart", "joined", "no entity"]);
    expect(wrong.common.conll).toBeLessThan(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
