// Articles of ../shared/data/packs that were coded by hand before the program read them (training/eval/PACK) × records → the figures of unread text.
// `npx tsx eval/packs.ts PACK [-v] [--model=FOLDER]` prints them; -v also every event that is missed, made up or has another country, which makes the pack a seen one.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openReader } from "../src/read.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { type Coding, codingOf, compare, firstOf, type GoldScore } from "./gold.ts";
import { f1, type Share } from "./polnear.ts";
import { documentOf, type Text } from "./readings.ts";

type Pair = readonly [number, number];
interface Side {
  readonly span: Pair;
  /** "USA+RUS" is both; "-" nobody's. */
  readonly code: string;
  /** Where only another sentence names it. */
  readonly where?: "context";
}
type GoldEvent = Omit<Coding["events"][number], "actor" | "recipient"> & {
  readonly actor: readonly Side[];
  readonly recipient: readonly Side[];
};

export interface PackCoding {
  readonly coding: Omit<Coding, "events"> & { readonly events: readonly GoldEvent[] };
  readonly coder: string;
  readonly text: string;
  readonly published: string | null;
  /** Where the page was: whoever reads a page has it. */
  readonly url: string | null;
}

/** Of participants whose words the program found too: how many have the right country, no country, another one. */
export interface Codes {
  readonly found: number;
  readonly right: number;
  readonly unknown: number;
  readonly wrong: number;
}

export interface PackScore extends GoldScore {
  /** Type with the countries of all participants; those that only the context names may be missing. */
  readonly countries: Share;
  /** The same with all of them. */
  readonly all: Share;
  readonly codes: { readonly actor: Codes; readonly recipient: Codes };
  /** A line each, for reading. */
  readonly faults: readonly string[];
}

/** Names of the packs that are coded. */
export const codedPacks = (evaluated: string): string[] =>
  existsSync(evaluated)
    ? readdirSync(evaluated, { withFileTypes: true })
        .filter((d) => d.isDirectory() && d.name.startsWith("pack-"))
        .map(({ name }) => name)
        .sort()
    : [];

/** @throws Error where the pack has changed since it was coded */
export function packCodings(evaluated: string, packs: string, pack: string): PackCoding[] {
  const rows = readFileSync(join(packs, `${pack}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; text: string; published?: string; url?: string });
  return readdirSync(join(evaluated, pack))
    .sort()
    .map((file) => {
      const coding = JSON.parse(readFileSync(join(evaluated, pack, file), "utf8")) as PackCoding["coding"] & {
        sha256: string;
        coder: string;
      };
      const row = rows.find(({ id }) => `${pack}/${id}` === coding.article);
      if (!row || createHash("sha256").update(row.text).digest("hex") !== coding.sha256)
        throw new Error(`${file}: its article has changed: code it again`);
      return { coding, coder: coding.coder, text: row.text, published: row.published ?? null, url: row.url ?? null };
    });
}

const codesIn = (sides: readonly { readonly code: string | null }[]): string =>
  [...new Set(sides.flatMap(({ code }) => (code === null || code === "-" ? [""] : code.split("+"))))].sort().join("+");

/** @param records the program's, one for each coding */
export function scorePack(codings: readonly PackCoding[], records: readonly ReadoutRecord[]): PackScore {
  const countries: [number, number, number] = [0, 0, 0];
  const all: [number, number, number] = [0, 0, 0];
  const codes = { actor: { found: 0, right: 0, unknown: 0, wrong: 0 }, recipient: { found: 0, right: 0, unknown: 0, wrong: 0 } };
  const faults: string[] = [];
  codings.forEach(({ coding, text }, n) => {
    const record = records[n]!;
    const codeOf = new Map(record.actors.map(({ id, code }) => [id, code]));
    const sentenceOf = (at: number): number => coding.sentences.findIndex(({ span: [a, b] }) => a <= at && at < b);
    const mine = record.events.map((event) => ({
      sentence: sentenceOf(event.trigger.start),
      event,
      actor: event.actor.map((one) => ({ ...one, code: codeOf.get(one.actor) ?? null })),
      recipient: event.recipient.map((one) => ({ ...one, code: codeOf.get(one.actor) ?? null })),
    }));
    const words = ([a, b]: Pair): string => text.slice(a, b);
    for (const [which, tally] of [
      ["countries", countries],
      ["all", all],
    ] as const) {
      const left = [...mine];
      tally[1] += mine.length;
      for (const gold of coding.events) {
        tally[2]++;
        const own = (role: "actor" | "recipient", context: boolean) => codesIn(gold[role].filter(({ where }) => context || !where));
        const at = left.findIndex((one) => {
          if (one.sentence !== gold.sentence || one.event.type !== gold.type) return false;
          return (["actor", "recipient"] as const).every((role) => {
            const got = codesIn(one[role]);
            return got === own(role, true) || (which === "countries" && got === own(role, false));
          });
        });
        if (at !== -1) {
          tally[0]++;
          left.splice(at, 1);
        }
      }
    }
    const free = [...mine];
    for (const gold of coding.events) {
      const same = free.filter(({ sentence, event }) => sentence === gold.sentence && event.type === gold.type);
      const match = same.find(({ event: { trigger } }) => trigger.start < gold.trigger[1] && gold.trigger[0] < trigger.end) ?? same[0];
      if (!match) {
        faults.push(`${coding.article}: missed ${gold.type} “${words(gold.trigger)}”: ${words(coding.sentences[gold.sentence]!.span)}`);
        continue;
      }
      free.splice(free.indexOf(match), 1);
      for (const role of ["actor", "recipient"] as const) {
        const taken = match[role].map(({ start, end, code }) => `${text.slice(start, end)} [${code ?? "-"}]`).join(", ");
        for (const side of gold[role]) {
          if (side.where) continue;
          const here = match[role].filter(({ start, end }) => start < side.span[1] && side.span[0] < end);
          if (here.length === 0) {
            faults.push(
              `${coding.article}: ${gold.type} “${words(gold.trigger)}” lacks ${role} “${words(side.span)}” [${side.code}] (has ${taken || "none"})`,
            );
            continue;
          }
          codes[role].found++;
          const got = codesIn(here);
          const how = got === codesIn([side]) ? "right" : got === "" ? "unknown" : "wrong";
          codes[role][how]++;
          if (how !== "right")
            faults.push(`${coding.article}: ${how} code of ${role} “${words(side.span)}”: ${side.code}, not ${got || "-"}`);
        }
        for (const one of match[role].filter(({ start, end }) => !gold[role].some(({ span: [a, b] }) => start < b && a < end)))
          faults.push(
            `${coding.article}: ${gold.type} “${words(gold.trigger)}” has ${role} “${text.slice(one.start, one.end)}” [${one.code ?? "-"}] too`,
          );
      }
    }
    for (const { event } of free)
      faults.push(`${coding.article}: made up ${event.type} “${text.slice(event.trigger.start, event.trigger.end)}” (${event.confidence})`);
  });
  const base = compare(codings.map(({ coding }, n) => ({ gold: coding, other: codingOf(coding.article, records[n]!) })));
  return { ...base, countries: f1(...countries), all: f1(...all), codes, faults };
}

/** Reads a pack with the program. @param read text and date to record */
export async function measurePack(
  evaluated: string,
  packs: string,
  pack: string,
  read: (text: Text) => Promise<ReadoutRecord>,
): Promise<{ readonly mine: PackScore }> {
  const first = firstOf(packCodings(evaluated, packs, pack));
  const records: ReadoutRecord[] = [];
  for (const text of first) records.push(await read(text));
  return { mine: scorePack(first, records) };
}

const percent = (x: number): string => (100 * x).toFixed(1);

/** One line a figure, as the command line and docs/accuracy.md show them. */
export function packLines({ articles, events, type, countries, all, statements, voice, codes }: PackScore): string[] {
  const share = ({ found, right, unknown, wrong }: Codes): string =>
    found === 0 ? "–" : `${percent(right / found)} right, ${percent(unknown / found)} unknown, ${percent(wrong / found)} wrong of ${found}`;
  return [
    `${articles} articles, ${events} events`,
    `type in its sentence: precision ${percent(type.precision)}, recall ${percent(type.recall)}, F1 ${percent(type.f1)}`,
    `type and all countries, F1: ${percent(countries.f1)} (context's participants may be missing), ${percent(all.f1)} (with them)`,
    `statements, F1: ${percent(statements.f1)}; voice: ${percent(voice)}`,
    `codes where the words were found: actors ${share(codes.actor)}; recipients ${share(codes.recipient)}`,
  ];
}

if (process.argv[1]?.endsWith("packs.ts")) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const evaluated = join(root, "training", "eval");
  const pack = process.argv[2] ?? "";
  if (!codedPacks(evaluated).includes(pack))
    throw new Error(`“${pack}” is not coded: name one of ${codedPacks(evaluated).join(", ") || "none yet"}`);
  const model = process.argv.find((one) => one.startsWith("--model="))?.slice("--model=".length);
  const reader = await openReader({ threads: 0, ...(model && { model }) });
  const { mine } = await measurePack(evaluated, join(root, "..", "shared", "data", "packs"), pack, async (text) =>
    reader.read(await documentOf(text, pack)),
  );
  await reader.close();
  console.log(packLines(mine).join("\n"));
  if (process.argv.includes("-v")) console.log(mine.faults.join("\n"));
}
