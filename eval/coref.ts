// GUM documents × Readout's actors → coreference: do the mentions of one person, organisation or place in the record belong to one entity as people marked them.
// `npx tsx eval/coref.ts [dev|test] [-v]` prints the scores; -v also what was joined wrongly, left apart and taken for an actor.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Actor } from "../src/actors/types.ts";
import { openReader } from "../src/read.ts";
import { slice } from "../src/span.ts";
import { type Clusters, type CorefScore, corefOfTexts } from "./clusters.ts";
import { type GumDocument, type GumMention, gumDocuments } from "./gum.ts";
import { documentOf } from "./readings.ts";
import { ud } from "./syntax.ts";

const KINDS = new Set(["person", "organization", "place"]);

export interface CorefMeasure {
  readonly documents: number;
  /** Of people, organisations and places, as people marked them. */
  readonly gold: number;
  /** The record's, of whatever kind. */
  readonly found: number;
  /** Mentions that both sides have. */
  readonly both: number;
  /** Every mention of either side counts. */
  readonly all: CorefScore;
  /** Only the mentions that both have: whether they are grouped rightly. */
  readonly common: CorefScore;
  /** One line each, for reading. */
  readonly faults: readonly string[];
}

interface Pair {
  readonly gold: GumMention | null;
  readonly actor: Actor | null;
  readonly words: string;
  readonly start: number;
}

/** @param actors who is in the document, by Readout */
export async function measureCoref(
  documents: readonly GumDocument[],
  actors: (document: GumDocument) => Promise<readonly Actor[]>,
): Promise<CorefMeasure> {
  const texts: { readonly document: GumDocument; readonly pairs: readonly Pair[] }[] = [];
  for (const document of documents) texts.push({ document, pairs: pair(document, await actors(document)) });
  const clusters = (pairs: readonly Pair[], of: (one: Pair) => string | undefined): Clusters => {
    const by = new Map<string, Set<string>>();
    pairs.forEach((one) => {
      const key = of(one);
      if (key !== undefined) by.set(key, (by.get(key) ?? new Set()).add(`${one.start}:${one.words}`));
    });
    return [...by.values()];
  };
  const score = (test: (one: Pair) => boolean): CorefScore =>
    corefOfTexts(
      texts.map(({ pairs }) => ({
        gold: clusters(pairs.filter(test), ({ gold }) => gold?.chain),
        found: clusters(pairs.filter(test), ({ actor }) => actor?.id),
      })),
    );
  const count = (test: (one: Pair) => boolean): number => texts.reduce((sum, { pairs }) => sum + pairs.filter(test).length, 0);
  const both = ({ gold, actor }: Pair): boolean => gold !== null && actor !== null;
  return {
    documents: documents.length,
    gold: count(({ gold }) => gold !== null),
    found: count(({ actor }) => actor !== null),
    both: count(both),
    all: score(() => true),
    common: score(both),
    faults: texts.flatMap(({ document, pairs }) => faultsOf(pairs).map((fault) => `${document.id}: ${fault}`)),
  };
}

/** A mention of the record is GUM's of the same extent, else the longest of those with its head word: articles, relative clauses and titles need not agree. */
function pair(document: GumDocument, actors: readonly Actor[]): Pair[] {
  const told = actors.flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })));
  const free = new Set(document.mentions);
  const met = new Map<(typeof told)[number], GumMention>();
  const take = (fits: (gold: GumMention, mention: (typeof told)[number]["mention"]) => boolean): void => {
    for (const one of told) {
      if (met.has(one)) continue;
      const [gold] = [...free].filter((each) => fits(each, one.mention)).sort((a, b) => b.end - b.start - (a.end - a.start));
      if (!gold) continue;
      met.set(one, gold);
      free.delete(gold);
    }
  };
  take((gold, { start, end }) => gold.start === start && gold.end === end);
  take((gold, mention) => gold.head === document.headOf(mention));
  const words = (of: { start: number; end: number }): string => slice(document.text, of).replace(/\s+/g, " ");
  return [
    ...told.map((one): Pair => {
      const gold = met.get(one);
      return { gold: gold && KINDS.has(gold.kind) ? gold : null, actor: one.actor, words: words(one.mention), start: one.mention.start };
    }),
    ...[...free].filter(({ kind }) => KINDS.has(kind)).map((gold): Pair => ({ gold, actor: null, words: words(gold), start: gold.start })),
  ];
}

function faultsOf(pairs: readonly Pair[]): string[] {
  const told = pairs.filter(({ actor }) => actor !== null).toSorted((a, b) => a.start - b.start);
  const faults = told.filter(({ gold }) => gold === null).map(({ words, actor }) => `no entity: “${words}” (${actor!.id} ${actor!.name})`);
  const common = told.filter(({ gold }) => gold !== null);
  for (const [index, one] of common.entries()) {
    const before = common.slice(0, index);
    const same = before.findLast(({ gold }) => gold!.chain === one.gold!.chain);
    const mine = before.findLast(({ actor }) => actor === one.actor);
    if (mine && mine.gold!.chain !== one.gold!.chain) faults.push(`joined: “${one.words}” with “${mine.words}” (${one.actor!.name})`);
    if (same && same.actor !== one.actor)
      faults.push(`apart: “${one.words}” (${one.actor!.name}) from “${same.words}” (${same.actor!.name})`);
  }
  return faults;
}

if (process.argv[1]?.endsWith("coref.ts")) {
  const shared = join(fileURLToPath(new URL("..", import.meta.url)), "..", "shared", "data");
  const part = process.argv[2] ?? "dev";
  const path = ud(shared, `gum-open-${part}`);
  if (!path) throw new Error(`gum-open-${part} is not in ${shared}/ud: name a part that is there, dev or test`);
  const reader = await openReader({ threads: 0 });
  const s = await measureCoref(
    gumDocuments(path),
    async ({ id, text, published }) => (await reader.read(await documentOf({ text, published }, id))).actors,
  );
  await reader.close();
  const line = (name: string, { muc, b3, ceafe, conll }: CorefScore): string =>
    `${name}: ${Object.entries({ MUC: muc, "B³": b3, CEAFe: ceafe })
      .map(([which, { precision, recall, f1 }]) => `${which} ${[precision, recall, f1].map((x) => (100 * x).toFixed(1)).join(" ")}`)
      .join(" · ")} · CoNLL ${(100 * conll).toFixed(1)}`;
  console.log(`${s.documents} documents: ${s.gold} mentions by people, ${s.found} by Readout, ${s.both} in common`);
  console.log([line("all mentions", s.all), line("in common", s.common)].join("\n"));
  if (process.argv.includes("-v")) console.log(s.faults.join("\n"));
}
