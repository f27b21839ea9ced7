// `readout review`: the events to look at, least certain first, and the corrections that have lost their place.
import { queryOf } from "../store/ask.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { filtersOf } from "./filters.ts";
import type { RowFormat } from "./options.ts";
import { writeRows } from "./rows.ts";

const shown = ["id", "why", "confidence", "type", "source", "target", "words", "where"];

/** @throws UsageError for a filter that makes no sense, ShelfError where the shelf cannot be read */
export async function review(options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  const query = queryOf("all" in options ? "review_all" : "review", filtersOf(options));
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read");
  try {
    await writeRows(await shelf.ask(query), options.as as RowFormat | undefined, shown, effects);
  } finally {
    await shelf.close();
  }
  return 0;
}
