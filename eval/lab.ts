// All texts at hand → their records by the rules alone, and every measure of them: how a measure of rules asks what the program is worth without one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadDictionary } from "../src/actors/load.ts";
import { stepsOf } from "../src/path.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { overlaps } from "../src/span.ts";
import { modelHash } from "../src/tag/session.ts";
import type { Tagged } from "../src/tag/types.ts";
import { consistencyOf, DRESSES, toldIn, variants } from "./consistency.ts";
import { codingOf, codings, compare, firstOf } from "./gold.ts";
import { measureNegotiations } from "./negotiation.ts";
import { type Codes, packCodings, scorePack } from "./packs.ts";
import { plvMerged, plvRows } from "./plv.ts";
import { f1, measurePolnear } from "./polnear.ts";
import { readings, type Text } from "./readings.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = join(root, "..", "shared", "data");
const evaluated = join(root, "training", "eval");

/** In per cent, by the name of what is measured. */
export type Scores = Readonly<Record<string, number>>;

/** Texts of one kind, as the model read them. */
export interface Texts {
  readonly name: string;
  /** Whether the texts were not read while the rules were written. */
  readonly unread: boolean;
  readonly texts: readonly Text[];
  readonly read: readonly Tagged[];
  /** @param records one for each text */
  measure(records: readonly ReadoutRecord[]): Promise<Scores>;
}

export interface Lab {
  readonly model: string;
  readonly sets: readonly Texts[];
  recordFrom(read: Tagged): ReadoutRecord;
}

// Not codedPacks(): by what is measured here rules are kept or deleted, and pack-3's errors are still unread (training/eval/PACKS.md).
const PACKS = ["pack-1", "pack-2"] as const;

export async function openLab(): Promise<Lab> {
  const model = await modelHash(join(root, "model"));
  const { recordFrom } = stepsOf({
    engine: { version: "eval", model },
    dictionary: loadDictionary(),
    places: () => ({ placeOf: () => ({ country: null, lat: null, lon: null }) }) as never,
  });
  const sets = [articles(), ...PACKS.map(pack), polnear(), plv(), frames()];
  const out: Texts[] = [];
  for (const set of sets) out.push({ ...set, read: await readings(set.name, set.texts) });
  return { model, sets: out, recordFrom };
}

type Unread = Omit<Texts, "read">;

/** A look-up of records by the text they are of. */
const byText =
  (texts: readonly Text[], records: readonly ReadoutRecord[]) =>
  (text: string): ReadoutRecord =>
    records[texts.findIndex((one) => one.text === text)]!;

/** The .txt files of a folder, by name. */
const textsIn = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({ text: readFileSync(join(folder, name), "utf8") }));

function articles(): Unread {
  const folders = [join(shared, "articles"), join(root, "examples")].filter(existsSync);
  const texts = folders.flatMap(textsIn);
  return {
    name: "articles",
    unread: false,
    texts,
    async measure(records) {
      const recordOf = byText(texts, records);
      const first = firstOf(codings(evaluated, join(shared, "articles")));
      const { type, dyad, statements, auxiliary } = compare(
        first.map(({ coding, text }) => ({ gold: coding, other: codingOf(coding.article, recordOf(text)) })),
      );
      const folder = join(evaluated, "negotiation");
      const seen = await measureNegotiations(folder, join(shared, "articles"), async (text) => recordOf(text));
      const unseen = await measureNegotiations(join(folder, "unseen"), join(shared, "articles"), async (text) => recordOf(text));
      return {
        type: 100 * type.f1,
        countries: 100 * dyad.f1,
        statements: 100 * statements.f1,
        auxiliary: 100 * auxiliary,
        ...(seen && stands("", seen.mine)),
        ...(unseen && stands(", unseen", unseen.mine)),
      };
    },
  };
}

type Stands = NonNullable<Awaited<ReturnType<typeof measureNegotiations>>>["mine"];

const stands = (where: string, { positions, commitments, reactions }: Stands): Scores => ({
  [`positions${where}`]: 100 * positions.f1,
  [`commitments${where}`]: 100 * commitments.f1,
  [`reactions${where}`]: 100 * reactions.f1,
});

/** Articles of a pack that were coded before the program read them. */
function pack(name: string): Unread {
  const first = firstOf(packCodings(evaluated, join(shared, "packs"), name));
  return {
    name,
    unread: true,
    texts: first,
    async measure(records) {
      const { type, countries, statements, auxiliary, codes } = scorePack(first, records);
      const right = ({ found, right }: Codes): number => (100 * right) / found;
      const recordOf = byText(first, records);
      const file = join(shared, "packs", `${name}.jsonl`);
      const told = await measureNegotiations(join(evaluated, "negotiation", name), file, async (text) => recordOf(text));
      return {
        [`${name} type`]: 100 * type.f1,
        [`${name} countries`]: 100 * countries.f1,
        [`${name} statements`]: 100 * statements.f1,
        [`${name} auxiliary`]: 100 * auxiliary,
        [`${name} actors`]: right(codes.actor),
        [`${name} recipients`]: right(codes.recipient),
        ...(told && stands(`, ${name}`, told.mine)),
      };
    },
  };
}

function polnear(): Unread {
  const folder = join(shared, "eval", "polnear-dev");
  const texts = textsIn(folder);
  return {
    name: "polnear-dev",
    unread: true,
    texts,
    async measure(records) {
      const recordOf = byText(texts, records);
      const { source, cue, content } = await measurePolnear(folder, async (text) => recordOf(text).statements);
      return { source: 100 * source.f1, cue: 100 * cue.f1, content: 100 * content.f1 };
    },
  };
}

/** PLV's sentences as articles of one sentence: whether the record tells of the marked pair what people say it does. */
function plv(): Unread {
  const rows = plvRows(join(shared, "eval", "plv-train.tsv"));
  return {
    name: "plv",
    unread: true,
    texts: rows.map(({ pair: { text } }) => ({ text })),
    async measure(records) {
      let [hit, got] = [0, 0];
      rows.forEach(({ pair, gold }, i) => {
        const between = records[i]!.events.filter(({ actor, recipient }) => {
          const doer = actor.some((one) => overlaps(one, pair.actor));
          return doer && [...recipient, ...actor].some((one) => overlaps(one, pair.recipient));
        });
        const most = [...between].sort((a, b) => b.confidence - a.confidence)[0];
        if (!most) return;
        got++;
        if (plvMerged(most.type) === gold) hit++;
      });
      return { pairs: 100 * f1(hit, got, rows.length).f1 };
    },
  };
}

/** The sentences of eval/consistency.ts, measured in their records. */
function frames(): Unread {
  const all = variants();
  return {
    name: "frames",
    unread: true,
    texts: all.map(({ text }) => ({ text })),
    async measure(records) {
      const { swaps, dresses, facts } = consistencyOf(all, records.map(toldIn));
      return {
        swaps: 100 * (1 - swaps.graph.rate),
        facts: 100 * (1 - facts.rate),
        ...Object.fromEntries(DRESSES.map((dress) => [dress, 100 * (1 - dresses[dress].rate)])),
      };
    },
  };
}
