// Rows of a table → one content for each, with what the columns say of it, or what is wrong with the row.
import { UnreadableError } from "./failure.ts";
import { dateNote, type LineContent } from "./lines.ts";
import type { Known, TableRow } from "./types.ts";

const textColumns = ["text", "body", "content", "article"];
const dateColumns = ["published", "date"];
const publisherColumns = ["publisher", "outlet"];

/** Which columns hold what; names as they stand in the table, null where there is none. */
export interface Columns {
  readonly text: string;
  /** True where that column holds HTML. */
  readonly isHtml: boolean;
  readonly known: Readonly<Record<"id" | "title" | "url" | "published" | "publisher" | "language", string | null>>;
}

/**
 * Capitals make no difference.
 * @param chosen the text's column, by the user @throws UnreadableError where no column holds the text
 */
export function columnsOf(names: readonly string[], chosen?: string): Columns {
  const find = (...wanted: string[]): string | null => {
    for (const want of wanted) {
      const found = names.find((name) => name.trim().toLowerCase() === want);
      if (found !== undefined) return found;
    }
    return null;
  };
  const text = chosen === undefined ? find(...textColumns, "html") : (names.find((name) => name === chosen) ?? find(chosen.toLowerCase()));
  if (text === null) {
    const has = `it has ${names.slice(0, 20).join(", ") || "none"}`;
    throw new UnreadableError(
      chosen === undefined
        ? `has no column named ${textColumns.join(", ")} or html (${has}): name one with --text-column`
        : `has no column ${chosen} (${has}): name another with --text-column`,
    );
  }
  const other = (...wanted: string[]): string | null => {
    const found = find(...wanted);
    return found === text ? null : found;
  };
  return {
    text,
    isHtml: text.trim().toLowerCase() === "html",
    known: {
      id: other("id"),
      title: other("title"),
      url: other("url"),
      published: other(...dateColumns),
      publisher: other(...publisherColumns),
      language: other("language"),
    },
  };
}

/** @param id for a row that has none @throws UnreadableError where the row has no text */
export function rowContent(row: TableRow, { text, isHtml, known }: Columns, id: string): LineContent {
  const cell = (name: string | null): string | undefined => {
    const value = name === null ? null : row[name];
    return value == null || value === "" ? undefined : String(value);
  };
  const content = cell(text);
  if (content === undefined || content.trim() === "")
    throw new UnreadableError(`has nothing in column ${text}: fill it, or delete the row`);
  const published = cell(known.published);
  const note = known.published === null ? null : dateNote(known.published, published);
  const used = new Set<string | null>([text, ...Object.values(known)]);
  const told = Object.entries(known).flatMap(([key, name]) => {
    const value = cell(name);
    return value === undefined || (key === "published" && note !== null) ? [] : [[key, value] as const];
  });
  return {
    format: isHtml ? "html" : "text",
    content,
    known: {
      id,
      ...(Object.fromEntries(told) as Known),
      extra: Object.fromEntries(Object.entries(row).filter(([name, value]) => !used.has(name) && value != null && value !== "")),
    },
    ...(note !== null && { note }),
  };
}
