// Files of an export and the columns of their tables → datapackage.json (Frictionless Data Package), by which other programs know what each file holds.
import type { FieldTable } from "../record/field.ts";
import { COLUMNS, TABLE_WORDS } from "../store/codebook.ts";
import type { Made } from "./export-files.ts";

export interface Packed extends Made {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const MEDIA: Readonly<Record<string, string>> = {
  ...{
    csv: "text/csv",
    tsv: "text/tab-separated-values",
    ndjson: "application/x-ndjson",
    jsonl: "application/x-ndjson",
    json: "application/json",
  },
  ...{ parquet: "application/vnd.apache.parquet", md: "text/markdown", cff: "application/yaml", xml: "application/xml" },
};

/** SQL's types as Table Schema names them; a list is one cell in a CSV file. */
function typeOf(sql: string, ending: string): string {
  if (sql.endsWith("[]")) return ending === "csv" ? "string" : "array";
  if (sql === "DATE") return "date";
  if (sql === "BOOLEAN") return "boolean";
  if (/INT/.test(sql)) return "integer";
  return sql === "DOUBLE" ? "number" : "string";
}

/**
 * @param tables SQL types by column by table
 * @param made what the manifest says of it
 */
export function dataPackageOf(
  files: readonly Packed[],
  tables: Readonly<Record<string, Readonly<Record<string, string>>>>,
  made: { readonly program: string; readonly command: string },
): string {
  const resources = files.map(({ name: path, bytes, sha256, table }) => {
    const ending = path.slice(path.lastIndexOf(".") + 1);
    const common = {
      // Small letters, digits, ".", "-" and "_" only, and no name twice.
      name: path.toLowerCase().replace(/[^a-z0-9._-]+/g, "-"),
      ...{ path, mediatype: MEDIA[ending] ?? "application/octet-stream", bytes, hash: `sha256:${sha256}` },
    };
    const schema = schemaOf(table, tables, ending);
    if (schema === null) return { ...common, type: "file", format: ending };
    const described = { ...common, description: typeof table === "string" ? TABLE_WORDS[table] : (table as FieldTable).about };
    // A validator opens delimited text without more; for Parquet and lines of JSON it takes further packages.
    if (ending !== "csv" && ending !== "tsv") return { ...described, type: "file", format: ending, schema };
    const dialect = ending === "tsv" ? { dialect: { delimiter: "\t" } } : {};
    return { ...described, type: "table", format: ending, encoding: "utf-8", ...dialect, schema };
  });
  const about = {
    name: "readout-export",
    title: "Events, positions and statements from news coverage",
    description: `Coded by ${made.program}. Made with: ${made.command}. codebook.md explains every column; CITATION.cff tells how to cite it.`,
  };
  return `${JSON.stringify({ ...about, resources }, null, 2)}\n`;
}

function schemaOf(
  table: Made["table"],
  tables: Parameters<typeof dataPackageOf>[1],
  ending: string,
): { fields: Field[]; missingValues: string[] } | null {
  if (table === null) return null;
  const fields =
    typeof table === "string"
      ? Object.entries(tables[table]!).map(([name, sql]) => ({ name, type: typeOf(sql, ending), description: COLUMNS[name] ?? "" }))
      : table.columns.map(({ name, type, about }) => ({ name, type, description: about }));
  return { fields, missingValues: [""] };
}
