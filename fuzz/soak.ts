// npm run soak -- [--documents N] [--seed N] [--batch N] [--log FILE]: a million short documents of every format, hostile ones among them, through bin/readout in processes that each read a folder of tens of thousands.
// Every record is held to the contract, and every document to exactly one answer. Ends with 1 where a process fell, a record broke the contract, an answer is missing or a failure was of our making.
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { ReadoutRecord } from "../src/record/types.ts";
import { faultsOf } from "../src/record/validate.ts";
import { parquetOf } from "../src/store/parquet.ts";
import { zstd } from "../test/document/make-zstd.ts";
import { anyLine, bomb, manyRows, manyWarc, smallPdf } from "./models/files.ts";
import { localFeed, smallPage } from "./models/pages.ts";
import { brief, cell, noise } from "./models/text.ts";
import { mutated } from "./mutate.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    batch: { type: "string", default: "50000" },
    log: { type: "string", default: join(root, ".cache", "soak.jsonl") },
  },
});
const [wanted, firstSeed, batch] = [values.documents, values.seed, values.batch].map(Number) as [number, number, number];

/** Writes a folder of some `many` documents. @returns answers that each file must give, where that is certain */
async function writeBatch(folder: string, seed: number, many: number): Promise<Map<string, number>> {
  const expected = new Map<string, number>();
  const put = (name: string, bytes: string | Uint8Array, answers?: number): void => {
    writeFileSync(join(folder, name), bytes);
    if (answers !== undefined) expected.set(name, answers);
  };
  const sample = <T>(made: fc.Arbitrary<T>, share: number): T[] =>
    fc.sample(made, { seed, numRuns: Math.max(1, Math.round(many * share)) });
  const lines = (name: string, all: readonly string[]): void => {
    const kept = all.map((line) => line.replace(/[\r\n]/g, " ")).filter((line) => line.trim() !== "");
    put(name, kept.join("\n"), kept.length);
  };
  const json = (texts: readonly string[], told: object = {}): string[] =>
    texts.map((text, id) => JSON.stringify({ id: `${id}`, text, ...told }));

  lines("a-brief.jsonl", json(sample(brief, 0.02), { language: "en" }));
  lines("b-undeclared.jsonl", json(sample(brief, 0.002)));
  lines(
    "c-empty.jsonl",
    json(sample(fc.constantFrom("", " ", "\n\n", "\u00a0\u2028", "\t", "\ufeff"), 0.57), { language: "en", title: "Talks" }),
  );
  lines("d-foreign.jsonl", json(sample(brief, 0.1), { language: "de" }));
  lines(
    "e-wrong.jsonl",
    sample(
      fc.oneof(
        fc.json({ maxDepth: 2 }),
        fc
          .record({ text: fc.oneof(fc.integer(), fc.constant(null)), html: fc.constantFrom(1, null, []) })
          .map((value) => JSON.stringify(value)),
        cell,
      ),
      0.2,
    ),
  );
  lines("f-any.jsonl", sample(anyLine, 0.002));
  lines("g-noise.jsonl", json(sample(noise, 0.001), { language: "en" }));
  const rows = Math.round(many * 0.002);
  put("h-rows.csv", fc.sample(manyRows(rows), { seed, numRuns: 1 })[0]!, rows);
  const blank = Math.round(many * 0.05);
  put("i-blank.csv", `id,text\n${Array.from({ length: blank }, (_, id) => `${id},`).join("\n")}\n`, blank);
  // Parquet holds UTF-8, which has no half of a pair.
  const table = [
    ...sample(brief, 0.001).map((text) => Buffer.from(text).toString()),
    ...Array.from({ length: Math.round(many * 0.05) }, () => " "),
  ];
  put("j-rows.parquet", await parquetOf(["id", "text"], json(table).join("\n")), table.length);
  put("k-archive.warc.gz", fc.sample(manyWarc(Math.max(1, Math.round(many * 0.004))), { seed, numRuns: 1 })[0]!);
  put("l-feed.xml", fc.sample(localFeed(Math.max(1, Math.round(many * 0.001))), { seed, numRuns: 1 })[0]!);
  const bytes = (made: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> => made.map((text) => Buffer.from(text));
  const each = (name: string, made: fc.Arbitrary<Uint8Array>, share: number): void =>
    sample(made, share).forEach((content, at) => void put(name.replace("#", String(at)), content, 1));
  each("m-#.txt", mutated(bytes(brief)), 0.0015);
  each("n-#.html", mutated(bytes(smallPage)), 0.002);
  each("o-#.pdf", mutated(smallPdf), 0.0005);
  each("p-#.txt.gz", mutated(bytes(brief).map((content) => gzipSync(content))), 0.001);
  each("q-#.html.zst", mutated(bytes(smallPage).map((content) => zstd(content))), 0.001);
  put("r-bomb.html.gz", fc.sample(bomb("gzip"), { seed, numRuns: 1 })[0]!, 1);
  put("s-bomb.txt.zst", fc.sample(bomb("zstd"), { seed, numRuns: 1 })[0]!, 1);
  return expected;
}

interface Figures {
  documents: number;
  records: number;
  /** Records with a sentence, each of which the model read. */
  read: number;
  events: number;
  /** By what is said, without what differs. */
  readonly errors: Record<string, number>;
  /** Processes that ended otherwise than with 0 or 1. */
  crashes: number;
  /** What must not be, in words. */
  readonly faults: string[];
  /** Megabytes, the most of any process. */
  peak: number;
  /** Of processor time, and by the clock. */
  cpu: number;
  seconds: number;
}

const kindOf = (failure: string): string =>
  failure
    .replace(/“[^”]*”|"[^"]*"/g, "“…”")
    .replace(/\([^)]*\)/g, "(…)")
    .replace(/\d+/g, "N")
    .split(": ")[0]!
    .slice(0, 90);
const ours = /made Readout fail|fault of readout|report it as a defect/;

function proc(pid: number): { peak: number; cpu: number } | null {
  try {
    const peak = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    if (peak === undefined) return null;
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return { peak: Number(peak) / 1000, cpu: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return null;
  }
}

async function readBatch(folder: string, expected: ReadonlyMap<string, number>): Promise<Figures> {
  const figures: Figures = {
    documents: 0,
    records: 0,
    read: 0,
    events: 0,
    errors: {},
    crashes: 0,
    faults: [],
    peak: 0,
    cpu: 0,
    seconds: 0,
  };
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "bin/readout"), folder, "--as", "jsonl"], { stdio: ["ignore", "pipe", "pipe"] });
  const watch = setInterval(() => {
    const seen = proc(child.pid!);
    if (seen) Object.assign(figures, { peak: Math.max(figures.peak, Math.round(seen.peak)), cpu: seen.cpu });
  }, 1000);
  const failed = new Map<string, number>();
  const ended = new Promise<number | string | null>((resolve) => child.on("close", (code, signal) => resolve(signal ?? code)));
  const said = (async () => {
    for await (const line of createInterface({ input: child.stderr, crlfDelay: Number.POSITIVE_INFINITY })) {
      const [, input, failure] = /^readout: (.*?\/[a-s]-[^:]*(?::\d+)?|[^:]*): (.*)$/.exec(line) ?? [];
      if (failure === undefined || input === undefined) {
        figures.faults.push(`standard error says: ${line.slice(0, 300)}`);
        continue;
      }
      if (ours.test(failure)) figures.faults.push(`${input}: ${failure.slice(0, 300)}`);
      // A note: the article is read without what it says is wrong.
      if (/and is read without it/.test(failure)) continue;
      const file = /\/([a-s]-[^:]*?)(?::\d+)?$/.exec(input)?.[1] ?? "l-feed.xml";
      failed.set(file, (failed.get(file) ?? 0) + 1);
      figures.documents++;
      const kind = kindOf(failure);
      figures.errors[kind] = (figures.errors[kind] ?? 0) + 1;
    }
  })();
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    figures.documents++;
    figures.records++;
    try {
      const record = JSON.parse(line) as ReadoutRecord;
      const faults = faultsOf(record);
      if (faults.length > 0) figures.faults.push(`${JSON.stringify(record.document.text).slice(0, 300)}: ${faults[0]}`);
      if (record.sentences.length > 0) figures.read++;
      figures.events += record.events.length;
    } catch (error) {
      figures.faults.push(`${line.slice(0, 200)}: ${String(error)}`);
    }
  }
  await said;
  const end = await ended;
  clearInterval(watch);
  if (end !== 0 && end !== 1) {
    figures.crashes++;
    figures.faults.push(`the process ended with ${end}`);
  }
  const certain = [...expected.values()].reduce((sum, answers) => sum + answers, 0);
  if (figures.documents < certain) figures.faults.push(`${certain} documents have ${figures.documents} answers`);
  figures.seconds = Math.round((performance.now() - began) / 1000);
  return figures;
}

const all: Figures = { documents: 0, records: 0, read: 0, events: 0, errors: {}, crashes: 0, faults: [], peak: 0, cpu: 0, seconds: 0 };
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(values.log, { force: true });
for (let seed = firstSeed; all.documents < wanted; seed++) {
  const folder = join(root, ".cache", `soak-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const expected = await writeBatch(folder, seed, Math.min(batch, wanted - all.documents));
  const figures = await readBatch(folder, expected);
  for (const key of ["documents", "records", "read", "events", "crashes", "cpu", "seconds"] as const) all[key] += figures[key];
  for (const [kind, many] of Object.entries(figures.errors)) all.errors[kind] = (all.errors[kind] ?? 0) + many;
  all.faults.push(...figures.faults);
  all.peak = Math.max(all.peak, figures.peak);
  appendFileSync(values.log, `${JSON.stringify({ seed, ...figures })}\n`);
  process.stderr.write(
    `seed ${seed}: ${figures.documents} documents in ${figures.seconds} s (${Math.round(figures.cpu)} of processor time), ${figures.peak} MB, ${figures.faults.length} faults; ${all.documents} in all\n`,
  );
  // What shows a fault is kept.
  if (figures.faults.length === 0) rmSync(folder, { recursive: true, force: true });
}
const refused = all.documents - all.records;
process.stdout.write(
  [
    `${all.documents} documents: ${all.records} records (${all.read} with sentences, ${all.events} events), ${refused} refused`,
    ...Object.entries(all.errors)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, many]) => `  ${many} × ${kind}`),
    `${all.crashes} processes fell, ${all.faults.length} faults; at most ${all.peak} MB in a process; ${Math.round(all.cpu)} s of processor time, ${all.seconds} s by the clock`,
    ...all.faults.slice(0, 50).map((fault) => `  ${fault}`),
    "",
  ].join("\n"),
);
process.exit(all.faults.length > 0 ? 1 : 0);
