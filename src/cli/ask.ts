// `readout events`, `statements` and the other questions: filters → rows of the shelf.
import { queryOf } from "../store/ask.ts";
import type { Question } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { filtersOf } from "./filters.ts";
import type { RowFormat } from "./options.ts";
import { writeRows } from "./rows.ts";

/** What table and Markdown show of each row; "where" is its citation. */
const columns: Readonly<Record<Question, readonly string[]>> = {
  events: ["day", "type", "source", "target", "said_by", "outlet", "words", "where"],
  statements: ["day", "speaker", "content", "outlet", "where"],
  positions: ["day", "actor", "stance", "issue", "said_by", "earlier_stance", "outlet", "where"],
  commitments: ["day", "by_whom", "to_whom", "what", "standing", "said_by", "outlet", "where"],
  reactions: ["day", "actor", "stance", "event_type", "words", "outlet", "where"],
  actors: ["name", "code", "sector", "office", "documents", "mentions", "first_day", "last_day", "where"],
  sources: ["name", "code", "statements", "direct", "documents", "outlets", "first_day", "last_day", "where"],
  timeline: ["day", "type", "source", "target", "said_by", "words", "where"],
};

/** @throws UsageError for a filter that makes no sense, ShelfError where the shelf cannot be read */
export async function ask(question: Question, options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  const query = queryOf(question, filtersOf(options));
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read");
  try {
    await writeRows(await shelf.ask(query), options.as as RowFormat | undefined, columns[question], effects);
  } finally {
    await shelf.close();
  }
  return 0;
}
