// tsx bench/shelf.ts: what adding costs over coding alone, and how long each question takes on 100,000 events. Prints a table. Ratios count; seconds depend on the machine.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { QUESTIONS } from "../src/cli/options.ts";
import { onShelf, recordOf } from "../test/store/records.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "bin", "readout");
const folder = mkdtempSync(join(tmpdir(), "readout-bench-"));
const articles = 45;
const few = 5;
const lines: string[] = ["| what | figure |", "| --- | --- |"];

function run(args: readonly string[]): { milliseconds: number; bytes: number } {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 2 ** 31 - 1 });
  const milliseconds = performance.now() - began;
  if (status !== 0) throw new Error(stderr.toString());
  return { milliseconds, bytes: stdout.length };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The corpus's own sentences, 25 an article: text that we may ship, of newswire's length. */
function writeArticles(): void {
  const corpus = join(root, "training", "corpus");
  const sentences = readdirSync(corpus)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => [...readFileSync(join(corpus, name), "utf8").matchAll(/^text: (.*)$/gm)].map((match) => match[1]!));
  const made = Array.from({ length: articles }, (_, n) => sentences.slice(n * 25, n * 25 + 25).join(" "));
  const rows = made.map((text, n) => JSON.stringify({ id: `a${n}`, text }));
  writeFileSync(join(folder, "many.jsonl"), rows.join("\n"));
  writeFileSync(join(folder, "few.jsonl"), rows.slice(0, few).join("\n"));
}

/** What a long run comes to: the time of many articles less that of few, so that starting falls out. Alternating, so that other work on the machine falls on both. */
function cost(): void {
  const sizes = ["few.jsonl", "many.jsonl"] as const;
  const turns = [1, 2, 3].map((turn) => {
    const [few, many] = sizes.map((file) => ({
      alone: run([file, "--as", "jsonl"]).milliseconds,
      kept: run(["add", file, "--db", `${file}-${turn}.duckdb`]).milliseconds,
    })) as [{ alone: number; kept: number }, { alone: number; kept: number }];
    return { ratio: (many.kept - few.kept) / (many.alone - few.alone), start: few.kept - few.alone };
  });
  lines.push(
    `| an article of 25 sentences more: adding over coding alone, median of 3 | ${median(turns.map(({ ratio }) => ratio)).toFixed(2)} |`,
  );
  lines.push(`| ${few} articles: adding over coding alone, milliseconds more | ${median(turns.map(({ start }) => start)).toFixed(0)} |`);
  lines.push(
    `| adding ${articles} articles again, milliseconds | ${run(["add", "many.jsonl", "--db", "many.jsonl-1.duckdb"]).milliseconds.toFixed(0)} |`,
  );
}

const copies = 100;

/** What copy number `copy` of an article has in the place of its own numbers and days. */
const MOVED = {
  document: `key + 100 * copy AS key, article + 100 * copy AS article, id || '-' || copy AS id, url || '-' || copy AS url,
    day + copy::INTEGER AS day, family + 100 * copy AS family`,
  event: "document + 100 * copy AS document, day + copy::INTEGER AS day, gathered + 100000000 * copy AS gathered",
  contradiction: "document + 100 * copy AS document, other_document + 100 * copy AS other_document",
  shift: "document + 100 * copy AS document, new_document + 100 * copy AS new_document, old_document + 100 * copy AS old_document",
};

/** A hundred articles of ten events, and ninety-nine copies of their rows under numbers of their own. */
async function fill(path: string): Promise<void> {
  await onShelf(path, "write", async (shelf) => {
    for (let n = 0; n < 100; n++) await shelf.add(recordOf(n, { events: 10 }));
  });
  const database = await DuckDBInstance.create(path);
  const connection = await database.connect();
  // What articles have; corrections, settings and the lists of states have no article that could be copied.
  const own = `SELECT DISTINCT table_name FROM duckdb_columns() WHERE schema_name = 'shelf_tables' AND NOT internal
    AND (column_name = 'document' OR table_name = 'document') AND table_name IN (SELECT table_name FROM duckdb_tables())`;
  const tables = (await connection.runAndReadAll(own)).getRowsJS().flat();
  for (const table of tables) {
    const moved = MOVED[table as keyof typeof MOVED] ?? "document + 100 * copy AS document";
    await connection.run(
      `INSERT INTO shelf_tables.${table} SELECT * EXCLUDE (copy) REPLACE (${moved}) FROM shelf_tables.${table}, range(1, ${copies}) AS copies (copy)`,
    );
  }
  await connection.run("CHECKPOINT");
  const alone = join(folder, "events.duckdb");
  await connection.run(`ATTACH '${alone}' AS alone; CREATE TABLE alone.event AS FROM shelf_tables.event; DETACH alone`);
  lines.push(`| the table of events alone, bytes an event | ${(statSync(alone).size / 1e5).toFixed(0)} |`);
  connection.closeSync();
  database.closeSync();
}

async function questions(): Promise<void> {
  const path = join(folder, "many.duckdb");
  await fill(path);
  lines.push(
    `| file of 100,000 events with their 110,000 sentences and 10,000 records, bytes an event | ${(statSync(path).size / 1e5).toFixed(0)} |`,
  );
  const start = median([1, 2, 3].map(() => run(["sql", "SELECT 1", "--db", path]).milliseconds));
  lines.push(`| \`readout sql "SELECT 1"\`, milliseconds, median of 3 | ${start.toFixed(0)} |`);
  const asked: string[][] = [];
  for (const name of QUESTIONS)
    asked.push([name, "--limit", "100"], [name, "--actor", "KEN", "--type", "REJECT", "--since", "2025-09-01", "--issue", "harbour"]);
  asked.push(["events"], ["sql", "FROM dyads_monthly"], ["dyads", "--actor", "KEN", "--actor", "TUR"]);
  asked.push(["review", "--limit", "100"], ["review", "--actor", "KEN", "--type", "REJECT"], ["timeline", "--svg", "--actor", "KEN"]);
  for (const args of asked) {
    const runs = [1, 2, 3].map(() => run([...args, "--db", path]));
    const time = median(runs.map(({ milliseconds }) => milliseconds));
    lines.push(`| \`readout ${args.join(" ")}\`, milliseconds, ${(runs[0]!.bytes / 1e6).toFixed(1)} MB out | ${time.toFixed(0)} |`);
  }
}

try {
  writeArticles();
  cost();
  await questions();
} finally {
  process.stdout.write(`${lines.join("\n")}\n`);
  rmSync(folder, { recursive: true, force: true });
}
