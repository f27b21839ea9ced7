// Cells → one line of CSV (RFC 4180). Shared by the record's writer and the shelf's.

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, which such programs take for "this is text";
 * numbers stay numbers. An article's words come from anybody, and people open these files by a click.
 */
const asText = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell);

export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells
    .map((cell) => (typeof cell === "string" ? asText(cell) : `${cell ?? ""}`))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",")}\r\n`;
