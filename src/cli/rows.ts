// Rows of a shelf → table, JSONL, CSV or Markdown, written while more of them come.
import { csvLine } from "../csv-line.ts";
import type { Answer, Row, Value } from "../store/types.ts";
import type { Output } from "./effects.ts";
import type { RowFormat } from "./options.ts";

/** @param shown the columns that table and Markdown show, since all would not fit; null for all */
export async function writeRows(
  { columns, groups }: Pick<Answer, "columns" | "groups">,
  format: RowFormat | undefined,
  shown: readonly string[] | null,
  { out }: { readonly out: Output },
): Promise<void> {
  const layout = layouts[format ?? (out.isTerminal ? "table" : "jsonl")](columns, shown ?? columns, out.columns ?? 160, out.isTerminal);
  if (layout.head) await out.write(layout.head);
  for await (const rows of groups) await out.write(layout.write(rows));
}

interface Layout {
  readonly head: string;
  write(rows: readonly Row[]): string;
}

const layouts: Readonly<
  Record<RowFormat, (columns: readonly string[], shown: readonly string[], width: number, onTerminal: boolean) => Layout>
> = {
  jsonl(columns) {
    const keys = columns.map((name, at) => `${at === 0 ? "" : ","}${JSON.stringify(name)}:`);
    return {
      head: "",
      write: (rows) => rows.map((row) => `{${row.map((cell, at) => keys[at]! + JSON.stringify(cell)).join("")}}\n`).join(""),
    };
  },
  csv: (columns) => ({
    head: csvLine(columns),
    write: (rows) => rows.map((row) => csvLine(row.map((cell) => (typeof cell === "number" ? cell : listed(cell))))).join(""),
  }),
  markdown(columns, shown) {
    const cells = cellsOf(columns, shown);
    return {
      head: markdownLine(shown) + markdownLine(shown.map(() => "---")),
      write: (rows) => rows.map((row) => markdownLine(cells(row))).join(""),
    };
  },
  table(columns, shown, width, onTerminal) {
    const cellsIn = cellsOf(columns, shown);
    let widths: number[] | null = null;
    let narrow = false;
    return {
      head: "",
      write(rows) {
        const cells = rows.map(cellsIn);
        if (narrow) return cells.map((row) => blockOf(shown, row, width)).join("");
        const line = (row: readonly string[]) =>
          `${row
            .map((cell, at) => cut(cell, widths![at]!))
            .join("  ")
            .trimEnd()}\n`;
        if (widths !== null) return cells.map(line).join("");
        // The first group decides, so that a long table begins at once.
        const wanted = shown.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]!.length)));
        // Where columns would be cut to stumps on a terminal, and the citation with them, a row is told in lines instead; a file keeps a row a line.
        narrow = onTerminal && shown.length > 2 && wanted.reduce((sum, each) => sum + Math.min(each, widestKept) + 2, 0) > width;
        if (narrow) return cells.map((row) => blockOf(shown, row, width)).join("");
        widths = widthsIn(wanted, width);
        return [shown, widths.map((each) => "─".repeat(each)), ...cells].map(line).join("");
      },
    };
  },
};

/** A row's cells for people; "where" is its citation, as in "talks s3 [120–134]": sentences counted from 1, as on the page. */
function cellsOf(columns: readonly string[], shown: readonly string[]): (row: Row) => string[] {
  const place = (name: string): number => columns.indexOf(name);
  const [document, sentence, start, end] = ["document", "sentence", "start", "end"].map(place) as [number, number, number, number];
  const citation = (row: Row): string =>
    `${row[document]}${typeof row[sentence] === "number" ? ` s${row[sentence] + 1}` : ""}${row[start] === null ? "" : ` [${row[start]}–${row[end]}]`}`;
  return (row) => shown.map((name) => tidy(name === "where" ? citation(row) : listed(row[place(name)] ?? null)));
}

const listed = (value: Value): string => (Array.isArray(value) ? value.join("; ") : `${value ?? ""}`);

// What an article says must neither break a line nor reach the terminal as a command.
const tidy = (text: string): string => text.replace(/[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();

// Words of an article must become neither markup nor a link, in renderers that know no escapes either.
const literal = (cell: string): string =>
  cell
    .replace(/[\\|`*~]|(?<!\w)_|_(?!\w)/g, "\\$&")
    .replace(/\](?=[([:])/g, "\\]")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;");

const markdownLine = (cells: readonly string[]): string => `| ${cells.map(literal).join(" | ")} |\n`;

const narrowest = 8;
/** Of a wider cell, mostly the article's words, the rest may be cut. */
const widestKept = 32;

/** A row's cells, each after its column's name, in lines no wider than `width` where words allow it; empty cells are left out. */
function blockOf(names: readonly string[], cells: readonly string[], width: number): string {
  const parts = names.flatMap((name, at) => (cells[at] === "" ? [] : [at === 0 ? cells[at]! : `${name}: ${cells[at]}`]));
  const lines: string[] = [];
  for (const part of parts) {
    const words = part.split(" ");
    const joined = lines.length > 0 && `${lines.at(-1)} · ${part}`.length <= width;
    if (joined) lines[lines.length - 1] += ` · ${part}`;
    else
      for (const [at, word] of words.entries()) {
        if (at > 0 && `${lines.at(-1)} ${word}`.length <= width) lines[lines.length - 1] += ` ${word}`;
        else lines.push(lines.length === 0 ? word : `  ${at === 0 ? "" : "  "}${word}`);
      }
  }
  return `${lines.join("\n")}\n`;
}

/** Widths that add up to no more than `width`, taken from the widest columns. */
function widthsIn(widths: readonly number[], width: number): number[] {
  const fitted = [...widths];
  const room = Math.max(width - 2 * (fitted.length - 1), narrowest * fitted.length);
  let over = fitted.reduce((sum, each) => sum + each, 0) - room;
  while (over > 0) {
    const [widest, next = 0] = [...new Set(fitted)].sort((a, b) => b - a);
    const wide = fitted.flatMap((each, at) => (each === widest ? [at] : []));
    const less = Math.min(widest! - Math.max(next, narrowest), Math.ceil(over / wide.length));
    if (less <= 0) break;
    for (const at of wide) fitted[at]! -= less;
    over -= less * wide.length;
  }
  return fitted;
}

const cut = (text: string, width: number): string => (text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`);
