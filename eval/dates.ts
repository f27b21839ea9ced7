// Articles and pages → how many have a date of publication, from where, and on pages with a known one how often it is right. `npx tsx eval/dates.ts [--list]`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { gunzipSync } from "node:zlib";
import type { DateSource } from "../src/document/dated.ts";
import { dayInAddress } from "../src/document/dates.ts";
import { readDocument } from "../src/document/document.ts";
import { parsePage } from "../src/document/dom.ts";
import { factsOf } from "../src/document/facts.ts";

const shared = new URL("../../shared/data/", import.meta.url).pathname;

async function articles(dir: string, list: boolean): Promise<void> {
  const from = new Map<string, number>();
  const names = readdirSync(dir).filter((name) => name.endsWith(".txt"));
  for (const name of names) {
    const { published, dated } = await readDocument(readFileSync(join(dir, name)), "text", { id: name, file: name });
    const source = dated?.from ?? "none";
    from.set(source, (from.get(source) ?? 0) + 1);
    if (list) console.log(`${name.padEnd(34)} ${(published ?? "–").padEnd(12)} ${source} ${dated?.confidence ?? ""}`);
  }
  console.log(`articles ${names.length}: ${[...from].map(([source, count]) => `${source} ${count}`).join(", ")}`);
}

/** Each source by itself, on pages whose date somebody has told. */
async function pages(dir: string): Promise<void> {
  const right = new Map<string, { right: number; all: number }>();
  const count = (source: DateSource | "believed", iso: string | null | undefined, answer: string): void => {
    if (!iso) return;
    const counts = right.get(source) ?? { right: 0, all: 0 };
    right.set(source, { right: counts.right + Number(iso.slice(0, 10) === answer), all: counts.all + 1 });
  };
  let all = 0;
  for (const name of readdirSync(dir).filter((each) => each.endsWith(".json"))) {
    const { url, publish_date } = JSON.parse(readFileSync(join(dir, name), "utf8")) as { url: string; publish_date: string | null };
    if (publish_date === null) continue;
    all++;
    const html = gunzipSync(readFileSync(join(dir, name.replace(".json", ".html.gz"))));
    const answer = publish_date.slice(0, 10);
    const { dates } = factsOf(parsePage(html.toString("utf8")), url);
    for (const [source, iso] of Object.entries(dates)) count(source as DateSource, iso, answer);
    const day = dayInAddress(url);
    count("address", day && !day.or && !day.weak ? day.iso : null, answer);
    const document = await readDocument(html, "html", { url }).catch(() => null);
    count("believed", document?.published, answer);
  }
  console.log(`pages ${all}: ${[...right].map(([source, { right: good, all: told }]) => `${source} ${good} of ${told}`).join(", ")}`);
}

if (!existsSync(shared)) {
  console.error("dates: ../shared is absent: run it in a checkout that has it beside it");
  process.exitCode = 2;
} else {
  await articles(join(shared, "articles"), argv.includes("--list"));
  await pages(join(shared, "extraction"));
}
