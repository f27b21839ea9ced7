// A CSV or TSV stream → its rows by the names in the first one, or what is wrong with a row.
import { parse } from "csv-parse";
import { decodeBytes } from "./decode.ts";
import { largest } from "./document.ts";
import type { Bytes } from "./effects.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { asUtf8, peek } from "./streams.ts";
import type { TableRow } from "./types.ts";

/** Rows are numbered by their last line, from 1. */
export type CsvRow = { readonly number: number } & ({ readonly row: TableRow } | { readonly failure: string });

const longestRow = largest.text + 1e6;
/** Each cell is an object while its row is read, and a row of commas alone would be millions. */
const mostCells = 10_000;
/** Bytes until the first row ends. As long as the parser does not know what ends a row it takes ten times as long for each letter. */
const longestHead = 1e6;

/** The first value that comes are the names of the columns. @throws UnreadableError where nothing can be read at all */
export async function* readCsv(bytes: Bytes): AsyncGenerator<readonly string[] | CsvRow> {
  const { head, bytes: all } = await peek(await asUtf8(bytes), 4000);
  let names: string[] | null = null;
  let last = 0;
  for await (const row of rawRows(all, delimiterOf(Buffer.from(head).toString("latin1")))) {
    if ("failure" in row) return yield { number: last + 1, failure: row.failure };
    last = row.line;
    if (names === null) {
      names = headOf(row.cells);
      yield names;
    } else yield { number: last, ...rowOf(names, row.cells) };
  }
  if (names === null) throw new UnreadableError("holds no row: write the names of the columns in the first one");
}

type RawRow = { readonly line: number; readonly cells: readonly Buffer[] } | { readonly failure: string };

/** A failure is the last that comes: nothing can be told apart after it. */
async function* rawRows(bytes: Bytes, delimiter: string): AsyncGenerator<RawRow> {
  const rows: RawRow[] = [];
  // Cells as bytes: tables come in UTF-8 and, of Excel, in windows-1252.
  const parser = parse({
    encoding: null,
    delimiter,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    cast(cell: unknown, { index }) {
      if (index >= mostCells)
        throw new UnreadableError(`begins a row of more than ${mostCells} cells: look for marks that part cells where there are none`);
      return cell;
    },
    // The rows are kept here, and not in the parser's own queue, which an error empties.
    on_record(cells: unknown, { lines }) {
      rows.push({ line: lines, cells: cells as Buffer[] });
      return null;
    },
  });
  let failed: unknown = null;
  parser.on("error", (error) => {
    failed ??= error;
  });
  /** Node tells an error to the callback of what was being written, too. */
  const step = (begin: (done: () => void) => void) => new Promise<void>((resolve) => begin(() => resolve()));
  try {
    for await (const part of withoutEndlessHead(withoutMark(bytes))) {
      await step((done) => parser.write(part, done));
      yield* rows.splice(0);
      if (failed !== null) break;
    }
    if (failed === null) await step((done) => parser.end(done));
  } finally {
    parser.destroy();
  }
  yield* rows;
  if (failed !== null) yield { failure: wordsOf(failed) };
}

function wordsOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "CSV_MAX_RECORD_SIZE")
    return `begins a row of more than ${megabytes(longestRow)}: look for a quotation mark that is not closed`;
  if (code === "CSV_QUOTE_NOT_CLOSED") return "begins a row with a quotation mark that is not closed: close it";
  throw error;
}

/** @throws UnreadableError where no row ends in the first megabyte */
async function* withoutEndlessHead(bytes: Bytes): Bytes {
  let length = 0;
  let ended = false;
  for await (const part of bytes) {
    ended ||= part.includes(10) || part.includes(13);
    length += part.length;
    if (!ended && length > longestHead)
      throw new UnreadableError(
        `has no end of a row in its first ${megabytes(longestHead)}: write the names of the columns in the first one`,
      );
    yield part;
  }
}

async function* withoutMark(bytes: Bytes): Bytes {
  const { head, bytes: all } = await peek(bytes, 3);
  let left = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for await (const part of all) {
    const dropped = Math.min(left, part.length);
    left -= dropped;
    if (part.length > dropped) yield part.subarray(dropped);
  }
}

function headOf(cells: readonly Buffer[]): string[] {
  const names = cells.map((cell) => decodeBytes(cell).trim());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UnreadableError(`has two columns named ${twice || '""'}: rename one`);
  return names;
}

function rowOf(names: readonly string[], cells: readonly Buffer[]): { row: TableRow } | { failure: string } {
  if (cells.length !== names.length)
    return { failure: `has ${cells.length} cells, but the table has ${names.length} columns: mend the quotation marks of the row` };
  try {
    return { row: Object.fromEntries(names.map((name, at) => [name, decodeBytes(cells[at]!)])) };
  } catch (error) {
    if (error instanceof UnreadableError) return { failure: error.message };
    throw error;
  }
}

/** Of comma, semicolon and tab the one that stands most often in the first line, outside of quotation marks. */
function delimiterOf(head: string): string {
  const line = head.replace(/"[^"]*"/g, "").split(/[\r\n]/)[0]!;
  const count = (mark: string): number => line.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
