// A folder of pages (ID.html.gz beside ID.json) → how well src/document reads them. `npx tsx eval/extraction.ts [DIR] [--worst N]` prints a table.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { readDocument } from "../src/document/document.ts";

/** Where the pages lie in a checkout that has ../shared beside it. */
export const extractionPages = new URL("../../shared/data/extraction", import.meta.url).pathname;

/** One page's figures; all shares are 0–1, null where the page's answer names nothing to compare with. */
export interface PageScore {
  readonly id: string;
  readonly shingleF1: number;
  readonly precision: number;
  readonly recall: number;
  readonly withoutAbsent: boolean;
  readonly withPresent: boolean;
  readonly title: boolean | null;
  readonly date: boolean | null;
  readonly milliseconds: number;
  readonly text: string;
}

export interface ExtractionScore {
  readonly pages: number;
  readonly shingleF1: number;
  readonly withoutAbsent: number;
  readonly withPresent: number;
  readonly titles: number;
  readonly dates: number;
  readonly worst: readonly PageScore[];
}

interface Answer {
  readonly url: string;
  readonly title: string | null;
  readonly publish_date: string | null;
  readonly main_content: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/**
 * Reads each page of `dir` and compares it with its answer.
 * @param every take each n-th page only, for a quick look
 */
export async function measureExtraction(dir: string, every = 1): Promise<ExtractionScore> {
  const ids = readdirSync(dir)
    .filter((name) => name.endsWith(".html.gz"))
    .map((name) => name.slice(0, -".html.gz".length))
    .sort()
    .filter((_, index) => index % every === 0);
  const scores: PageScore[] = [];
  for (const id of ids) scores.push(await scorePage(dir, id));
  const mean = (of: (score: PageScore) => number | boolean | null) => {
    const known = scores.map(of).filter((value) => value !== null);
    return known.reduce<number>((sum, value) => sum + Number(value), 0) / known.length;
  };
  return {
    pages: scores.length,
    shingleF1: mean((s) => s.shingleF1),
    withoutAbsent: mean((s) => s.withoutAbsent),
    withPresent: mean((s) => s.withPresent),
    titles: mean((s) => s.title),
    dates: mean((s) => s.date),
    worst: scores.sort((a, b) => a.shingleF1 - b.shingleF1),
  };
}

async function scorePage(dir: string, id: string): Promise<PageScore> {
  const html = gunzipSync(readFileSync(join(dir, `${id}.html.gz`)));
  const answer = JSON.parse(readFileSync(join(dir, `${id}.json`), "utf8")) as Answer;
  const before = performance.now();
  const document = await readDocument(html, "html", { id, url: answer.url }).catch(() => null);
  const milliseconds = performance.now() - before;
  const text = document?.text ?? "";
  const flat = squeeze(text);
  return {
    id,
    ...compareShingles(shingles(text), shingles(answer.main_content)),
    withoutAbsent: (answer.without ?? []).every((part) => !flat.includes(squeeze(part))),
    withPresent: (answer.with ?? []).every((part) => flat.includes(squeeze(part))),
    title: answer.title ? squeeze(document?.title ?? "") === squeeze(answer.title) : null,
    date: answer.publish_date ? (document?.published ?? "").slice(0, 10) === answer.publish_date.slice(0, 10) : null,
    milliseconds,
    text,
  };
}

// Straight quotes stand for curly ones, since the answers were typed with either.
const squeeze = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim().toLowerCase();

/** Each run of four lower-cased words, with how often it stands there; a text of fewer words is one shingle. */
function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3) && words.length > 0; i++) {
    const shingle = words.slice(i, i + 4).join(" ");
    found.set(shingle, (found.get(shingle) ?? 0) + 1);
  }
  return found;
}

function compareShingles(mine: Map<string, number>, theirs: Map<string, number>) {
  const size = (of: Map<string, number>) => [...of.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [shingle, count] of mine) shared += Math.min(count, theirs.get(shingle) ?? 0);
  const precision = shared / Math.max(1, size(mine));
  const recall = shared / Math.max(1, size(theirs));
  return { precision, recall, shingleF1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--worst");
  const worst = at < 0 ? 0 : Number(args[at + 1]);
  const dir = args[0] && at !== 0 ? args[0] : extractionPages;
  if (!existsSync(dir)) {
    console.error(`extraction: ${dir} is absent: name a folder of ID.html.gz and ID.json`);
    process.exitCode = 2;
    return;
  }
  const score = await measureExtraction(dir);
  const times = score.worst.map((page) => page.milliseconds).sort((a, b) => a - b);
  console.log(`pages           ${score.pages}`);
  for (const name of ["shingleF1", "withoutAbsent", "withPresent", "titles", "dates"] as const)
    console.log(`${name.padEnd(15)} ${score[name].toFixed(4)}`);
  console.log(`milliseconds    median ${times[times.length >> 1]?.toFixed(0)}, slowest ${times.at(-1)?.toFixed(0)}`);
  for (const page of score.worst.slice(0, worst)) {
    const { id, shingleF1, precision, recall, withoutAbsent, withPresent } = page;
    const marks = `${withoutAbsent ? "" : " unwanted text"}${withPresent ? "" : " wanted text missing"}`;
    console.log(`${id}  F1 ${shingleF1.toFixed(3)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}${marks}`);
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await main(argv.slice(2));
