// `readout sql "SELECT …"`: the user's own query → its rows.
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { UsageError } from "./errors.ts";
import type { RowFormat } from "./options.ts";
import { writeRows } from "./rows.ts";

/** @throws UsageError, ShelfError about the file or about the query ("sql") */
export async function sql(inputs: readonly string[], options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  if (inputs.length !== 1) throw new UsageError("sql", `takes one query, but has ${inputs.length}: put it into quotation marks`);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read");
  try {
    await writeRows(await shelf.ask({ name: "sql", sql: inputs[0]!, params: {} }), options.as as RowFormat | undefined, null, effects);
  } finally {
    await shelf.close();
  }
  return 0;
}
