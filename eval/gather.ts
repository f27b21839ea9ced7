// examples/ and test/fixtures/gather/gold.txt → coreference across documents: B³, MUC, CEAFe, CoNLL F1, as a shelf gathers the events.
// `npx tsx eval/gather.ts [-v]` prints them; -v also what was joined wrongly and what was left apart.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument } from "../src/document/document.ts";
import { gatherer } from "../src/gather/gatherer.ts";
import { geography } from "../src/places/load.ts";
import { openReader, type Reader } from "../src/read.ts";
import { writeJsonl } from "../src/record/jsonl.ts";
import { isRetold, realityOf } from "../src/record/reality.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { dateOf } from "../src/record/when.ts";
import { openShelf } from "../src/store/shelf.ts";
import type { Telling } from "../src/store/types.ts";
import { type CorefScore, corefOf } from "./clusters.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

interface GoldMention {
  readonly event: string;
  readonly article: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** By story: the first part of an article's name ("dam"). */
export type Story = "alaska" | "ukraine" | "dam" | "market" | "border";

interface GatherScore {
  readonly articles: number;
  /** Mentions and events coded by hand. */
  readonly mentions: number;
  readonly events: number;
  /** How many of the mentions Readout codes as events. */
  readonly found: number;
  /** Gathering alone: of the mentions that Readout found. */
  readonly gathering: CorefScore;
  /** Both together: a mention that was not found stands alone. */
  readonly all: CorefScore;
  /** Each found mention alone, for comparison. */
  readonly apart: CorefScore;
  readonly faults: readonly string[];
}

/** @throws where the words of a gold mention are not in its article */
export function readGold(text: string, textOf: (article: string) => string): GoldMention[] {
  let event = "";
  return text.split("\n").flatMap((line) => {
    if (line.startsWith("= ")) event = line.slice(2).split(":")[0]!;
    const [, article, nth, words] = /^([\w-]+)(?:@(\d))?: (.+)$/.exec(line) ?? [];
    if (line.startsWith("#") || article === undefined || words === undefined) return [];
    const whole = textOf(article);
    let start = -1;
    for (let n = 0; n < Number(nth ?? 1); n++) start = whole.indexOf(words, start + 1);
    if (start < 0) throw new Error(`gold.txt: “${words}” is not in ${article}: quote it as it stands there`);
    return [{ event, article, words, start, end: start + words.length }];
  });
}

/** The records of examples/, in the order of their names. */
export async function exampleRecords(reader: Pick<Reader, "read">): Promise<ReadoutRecord[]> {
  const folder = join(root, "examples");
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const records = [];
  for (const name of names.sort())
    records.push(
      await reader.read(await readDocument(readFileSync(join(folder, name), "utf8"), "text", { id: name.replace(/\.txt$/, "") })),
    );
  return records;
}

/** Numbers of gathered events by "article event": what a shelf makes of the records, added in this order. */
async function gatheredBy(records: readonly ReadoutRecord[]): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "readout-gather-"));
  try {
    const telling: Telling = { write: (record) => writeJsonl(record).trimEnd(), dateOf, realityOf, isRetold, gatherer, geography };
    const shelf = await openShelf(join(folder, "s.duckdb"), "write", telling);
    for (const record of records) await shelf.add(record);
    const { groups } = await shelf.ask({ name: "eval", sql: "SELECT document, event, gathered FROM shelf_tables.told_events", params: {} });
    const numbers = new Map<string, number>();
    for await (const rows of groups)
      for (const [document, event, gathered] of rows) numbers.set(`${document} ${event}`, gathered as number);
    await shelf.close();
    return numbers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param stories only these articles count; all where it is left out */
export async function measureGathering(records: readonly ReadoutRecord[], stories?: readonly Story[]): Promise<GatherScore> {
  const byId = new Map(records.map((record) => [record.document.id, record]));
  const file = readFileSync(join(root, "test", "fixtures", "gather", "gold.txt"), "utf8");
  const counts = (article: string): boolean => !stories || stories.some((story) => article.startsWith(story));
  const gold = readGold(file, (article) => byId.get(article)!.document.text).filter(({ article }) => counts(article));
  const numbers = await gatheredBy(records);
  const told = gold.map((mention) => {
    const inside = byId
      .get(mention.article)!
      .events.filter(({ trigger }) => mention.start <= trigger.start && trigger.end <= mention.end)
      .sort((a, b) => b.confidence - a.confidence)[0];
    return {
      ...mention,
      id: `${mention.article} ${mention.start}`,
      gathered: inside ? numbers.get(`${mention.article} ${inside.id}`)! : null,
    };
  });
  const found = told.filter(({ gathered }) => gathered !== null);
  const by = (mentions: typeof told, key: (one: (typeof told)[number]) => string): Set<string>[] =>
    [...new Set(mentions.map(key))].map((each) => new Set(mentions.filter((one) => key(one) === each).map(({ id }) => id)));
  const score = (mentions: typeof told): CorefScore =>
    corefOf(
      by(mentions, ({ event }) => event),
      by(mentions, ({ gathered, id }) => (gathered === null ? id : `${gathered}`)),
    );
  const faults = found.flatMap((a, i) =>
    found.slice(i + 1).flatMap((b) => {
      if ((a.event === b.event) === (a.gathered === b.gathered)) return [];
      return [`${a.event === b.event ? "apart" : "joined"}: ${a.article} “${a.words}” | ${b.article} “${b.words}”`];
    }),
  );
  return {
    articles: new Set(gold.map(({ article }) => article)).size,
    mentions: told.length,
    events: new Set(told.map(({ event }) => event)).size,
    found: found.length,
    gathering: score(found),
    all: score(told),
    apart: corefOf(
      by(found, ({ event }) => event),
      by(found, ({ id }) => id),
    ),
    faults,
  };
}

if (process.argv[1]?.endsWith("gather.ts")) {
  const reader = await openReader({ threads: 0 });
  const records = await exampleRecords(reader);
  await reader.close();
  for (const stories of [["dam", "border"], ["market", "ukraine", "alaska"], undefined] as const) {
    const s = await measureGathering(records, stories);
    const line = (name: string, { b3, muc, ceafe, conll }: CorefScore): string =>
      `  ${name}: B³ ${[b3.precision, b3.recall, b3.f1].map((x) => (100 * x).toFixed(1)).join(" ")} · MUC ${(100 * muc.f1).toFixed(1)} · CEAFe ${(100 * ceafe.f1).toFixed(1)} · CoNLL ${(100 * conll).toFixed(1)}`;
    console.log(`${stories?.join(", ") ?? "all"}: ${s.found} of ${s.mentions} mentions of ${s.events} events found`);
    console.log([line("gathering", s.gathering), line("all", s.all), line("apart", s.apart)].join("\n"));
    if (process.argv[2] === "-v" && stories) console.log(s.faults.map((fault) => `    ${fault}`).join("\n"));
  }
}
