// Files that hold many articles → one Input for each, named by its place in the file or by its address. Libraries are loaded by the first use.
import type { Bytes, Effects } from "./effects.ts";
import { failureOf, UnreadableError } from "./failure.ts";
import { readLines } from "./lines.ts";
import { type Input, readOne } from "./one.ts";
import { whole } from "./streams.ts";
import { type Columns, columnsOf, rowContent } from "./table.ts";
import type { TableRow } from "./types.ts";
import type { Visits } from "./visits.ts";

export async function* jsonLines(input: string, name: string, bytes: Bytes): AsyncGenerator<Input> {
  let any = false;
  for await (const line of readLines(bytes, name)) {
    any = true;
    const at = `${input}:${line.number}`;
    if ("failure" in line) yield { input: at, failure: line.failure };
    else
      yield await readOne(at, line.content.known, line.content.content, line.content.format, {
        mayBeEmpty: true,
        note: line.content.note,
      });
  }
  if (!any) throw new UnreadableError('holds only blank lines: write one {"id": "…", "text": "…"} a line');
}

export async function* tableRows(input: string, name: string, bytes: Bytes, textColumn: string | undefined): AsyncGenerator<Input> {
  const { readCsv } = await import("./csv.ts");
  let columns: Columns | null = null;
  let any = false;
  for await (const found of readCsv(bytes)) {
    any ||= "number" in found;
    if (!("number" in found)) columns = columnsOf(found, textColumn);
    else if ("failure" in found) yield { input: `${input}:${found.number}`, failure: found.failure };
    else yield await readRow(`${input}:${found.number}`, `${name}:${found.number}`, found.row, columns!);
  }
  if (!any) throw new UnreadableError("holds no row: give a table with articles");
}

export async function* parquetRows(
  input: string,
  name: string,
  textColumn: string | undefined,
  effects: Pick<Effects, "parquetRows">,
): AsyncGenerator<Input> {
  if (!effects.parquetRows) throw new UnreadableError("is Parquet, which cannot be read here: write it as CSV or JSONL");
  let columns: Columns | null = null;
  let number = 0;
  for await (const row of effects.parquetRows(input)) {
    number++;
    columns ??= columnsOf(Object.keys(row), textColumn);
    yield await readRow(`${input}:${number}`, `${name}:${number}`, row, columns);
  }
  if (number === 0) throw new UnreadableError("holds no row: give a table with articles");
}

async function readRow(input: string, id: string, row: TableRow, columns: Columns): Promise<Input> {
  try {
    const { known, content, format, note } = rowContent(row, columns, id);
    return await readOne(input, known, content, format, { note });
  } catch (error) {
    return { input, ...failureOf(error) };
  }
}

export async function* archivedPages(input: string, name: string, bytes: Bytes): AsyncGenerator<Input> {
  const { readArchive } = await import("./warc.ts");
  let any = false;
  for await (const found of readArchive(bytes, name)) {
    any = true;
    const at = `${input}:${found.number}`;
    if ("failure" in found) yield { input: at, failure: found.failure };
    else yield await readOne(at, found.page.known, found.page.html, "html", { charset: found.page.charset });
  }
  if (!any) throw new UnreadableError("holds no HTML page that was answered with 200: check what was archived");
}

/** @param sent where an address was asked for it */
export async function* feedEntries(
  bytes: Bytes,
  sent: { readonly url: string; readonly charset: string | undefined } | null,
  {
    effects,
    options,
    visits,
  }: { readonly effects: Effects; readonly options: { readonly allowPrivate?: boolean }; readonly visits: Visits },
): AsyncGenerator<Input> {
  const [{ readFeed, largestFeed }, { feedReader }] = await Promise.all([import("./feed.ts"), import("./feeds.ts")]);
  const reader = feedReader(effects, options.allowPrivate, visits);
  const feed = readFeed(await whole(bytes, largestFeed), sent?.url ?? null, sent?.charset);
  if ("entries" in feed) {
    if (feed.entries.length === 0) throw new UnreadableError("is a feed without entries: try again later");
    for (const entry of feed.entries) yield await reader.article(entry, feed);
    return;
  }
  for (const address of feed.feeds) {
    const opened = await reader.open(address);
    if (opened === null) continue;
    if ("failure" in opened) yield { input: address, ...opened };
    else if ("feeds" in opened) yield { input: address, failure: "is a list of feeds within a list: give it by itself" };
    else for (const entry of opened.entries) yield await reader.article(entry, opened);
  }
}
