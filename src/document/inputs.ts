// Inputs of the command line (files, folders, addresses, "-") → Documents, or what is wrong with an input, in input order.
import { join } from "node:path";
import { type Amount, counted, totalOf } from "./amount.ts";
import { refuseBinary } from "./decode.ts";
import { type DocumentFormat, largest } from "./document.ts";
import { type Bytes, type Effects, nodeEffects } from "./effects.ts";
import { failureOf, megabytes, UnreadableError } from "./failure.ts";
import { fetchContent } from "./fetch.ts";
import { formatOf, type InputFormat, isJsonLine, knownExtensions, nameOf, packingOf, sentFormat, sniff } from "./formats.ts";
import { type Input, readOne } from "./one.ts";
import { archivedPages, feedEntries, jsonLines, parquetRows, tableRows } from "./several.ts";
import { peek, unpack, whole } from "./streams.ts";
import { type Visits, visitsOf } from "./visits.ts";

export type { InputFormat } from "./formats.ts";
export type { Input } from "./one.ts";

export interface InputOptions {
  /** What standard input, and files whose extension tells nothing, hold. */
  readonly input?: InputFormat;
  /** The column of a table that holds the text; left out: text, body, content, article or html. */
  readonly textColumn?: string;
  /** True where addresses within a private network may be fetched, too. */
  readonly allowPrivate?: boolean;
  /** Filled in, for whoever shows how far the run is. */
  readonly amount?: Amount;
}

/** What the parts of one run share. */
interface Run {
  readonly options: InputOptions;
  readonly effects: Effects;
  readonly visits: Visits;
}

const deepestFolder = 32;

/** A bad input gives its failure and the rest goes on; nothing is thrown. */
export async function* readInputs(
  args: readonly string[],
  options: InputOptions = {},
  effects: Effects = nodeEffects,
): AsyncGenerator<Input> {
  const { amount } = options;
  // Nobody waits for the sizes: a large folder is read while it is still counted.
  if (amount)
    void totalOf(args, effects).then((total) => {
      amount.total = total;
    });
  const run: Run = { options, effects: amount ? counted(effects, amount) : effects, visits: visitsOf(effects, options.allowPrivate) };
  for (const input of args) {
    try {
      if (input === "-") yield* readStream(input, "stdin", effects.stdin(), options.input ?? null, run);
      else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) yield* readAddress(input, run);
      else yield* readPath(input, run);
    } catch (error) {
      yield { input, ...failureOf(error) };
    }
  }
}

async function* readPath(path: string, run: Run): AsyncGenerator<Input> {
  const { options, effects } = run;
  const { kind, size, place } = await effects.stat(path);
  if (kind === "other") throw new UnreadableError("is neither a file nor a folder: give a file, or pipe it in as -");
  if (kind === "folder") return yield* readFolder(path, place, run);
  const told = formatOf(path);
  const format = told ?? options.input ?? null;
  if (format === null && told === undefined)
    throw new UnreadableError(
      `has an extension that is not known (${knownExtensions}): rename it, or add --input text|html|pdf|jsonl|feed|warc|csv|parquet`,
    );
  const packing = packingOf(path);
  if (!packing && format !== null && format in largest && size > largest[format as DocumentFormat]) {
    const most = largest[format as DocumentFormat];
    throw new UnreadableError(`is ${megabytes(size)} of ${format}, more than ${megabytes(most)}: save the article alone, or cut it`);
  }
  if (format === "parquet") {
    if (packing) throw new UnreadableError("is a packed Parquet file, which is packed within itself already: unpack it");
    return yield* parquetRows(path, nameOf(path), options.textColumn, effects);
  }
  const bytes = effects.open(path);
  // A web archive is packed record by record, and read so.
  const unpacked = packing === null || (packing === "gzip" && format === "warc") ? bytes : unpack(bytes, packing);
  yield* readStream(path, nameOf(path), unpacked, format, run);
}

async function* readFolder(folder: string, place: string, run: Run): AsyncGenerator<Input> {
  const { effects } = run;
  let found = false;
  /** @param within the places of the folder and of all that it is in */
  const visit = async function* (path: string, within: readonly string[]): AsyncGenerator<Input> {
    if (within.length > deepestFolder) throw new UnreadableError(`is more than ${deepestFolder} folders deep: give this folder itself`);
    for (const name of [...(await effects.readdir(path))].sort(byCodeUnit)) {
      const inner = join(path, name);
      // A folder's readme is about its articles.
      if (name.startsWith(".") || /^readme\b/i.test(name)) continue;
      try {
        const { kind, place } = await effects.stat(inner);
        if (kind === "folder" && within.includes(place)) throw new UnreadableError("is a link to a folder that it is in: remove the link");
        if (kind === "folder") yield* visit(inner, [...within, place]);
        else if (formatOf(name) !== undefined) {
          found = true;
          yield* readPath(inner, run);
        }
      } catch (error) {
        found = true;
        yield { input: inner, ...failureOf(error) };
      }
    }
  };
  yield* visit(folder, [place]);
  if (!found) throw new UnreadableError(`holds no file that can be read (${knownExtensions}): check the folder`);
}

// Not by locale: the order must be the same on every machine.
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @param format null where the content must tell */
async function* readStream(input: string, name: string, bytes: Bytes, format: InputFormat | null, run: Run): AsyncGenerator<Input> {
  // Whoever writes line by line waits for the answer to each.
  const { head, bytes: all } = await peek(bytes, 2000, (seen) =>
    format === null ? isJsonLine(seen) : format === "jsonl" && seen.includes(lineEnd),
  );
  if (head.length === 0) throw new UnreadableError("is empty: give a file with an article");
  const told = format ?? sniff(head);
  switch (told) {
    case "warc":
      return yield* archivedPages(input, name, all);
    case "parquet":
      throw new UnreadableError("is Parquet, which cannot be read from a pipe: give it as a file");
    case "feed":
      return yield* feedEntries(all, null, run);
    case "jsonl":
      // No further than what was waited for: the same bytes are the same input, however they come.
      refuseBinary(head.includes(lineEnd) ? head.subarray(0, head.indexOf(lineEnd)) : head);
      return yield* jsonLines(input, name, all);
    case "csv":
      refuseBinary(head);
      return yield* tableRows(input, name, all, run.options.textColumn);
    default:
      yield await readOne(input, { id: name, ...(input !== "-" && { file: name }) }, await whole(all, largest[told]), told);
  }
}

const lineEnd = 10;

async function* readAddress(input: string, run: Run): AsyncGenerator<Input> {
  const { options, effects, visits } = run;
  const limit = (type: string): number => (type === "application/pdf" ? largest.pdf : largest.html);
  const allowPrivate = options.allowPrivate ?? false;
  const { bytes, url, type, charset } = await fetchContent(input, effects, { allowPrivate, limit, before: visits.turn });
  const format = options.input === "feed" ? "feed" : sentFormat(type, bytes.subarray(0, 2000));
  if (format === "feed") return yield* feedEntries(one(bytes), { url, charset }, run);
  if (format !== "html" && format !== "text" && format !== "pdf")
    throw new UnreadableError(`is ${type || format?.toUpperCase()}, not a page: download it and give the file`);
  yield await readOne(input, { id: input, url }, bytes, format, { charset });
}

async function* one(bytes: Uint8Array): Bytes {
  yield bytes;
}
