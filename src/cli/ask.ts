// `readout events`, `statements` and the other questions: filters → rows of the shelf.
import { queryOf } from "../store/ask.ts";
import type { Question } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { filtersOf } from "./filters.ts";
import type { RowFormat } from "./options.ts";
import { writeRows } from "./rows.ts";
import { tellUndated } from "./undated.ts";

/** What table and Markdown show of each row; "where" is its citation. */
const columns: Readonly<Record<Question, readonly string[]>> = {
  events: ["id", "date", "type", "source", "target", "reality", "said_by", "outlet", "words", "where"],
  gathered: ["day", "type", "source", "target", "words", "said_by", "outlets", "differ", "citations", "independent_outlets", "where"],
  contradictions: [
    "day",
    "kind",
    "actor",
    "outlet",
    "value",
    "said_by",
    "words",
    "other_outlet",
    "other_value",
    "other_said_by",
    "other_words",
    "where",
  ],
  shifts: ["day", "actor", "earlier_stance", "earlier_issue", "other_outlet", "other_published", "stance", "issue", "outlet", "where"],
  statements: ["day", "speaker", "content", "outlet", "where"],
  positions: ["day", "actor", "stance", "issue", "said_by", "earlier_stance", "outlet", "where"],
  commitments: ["day", "by_whom", "to_whom", "what", "standing", "said_by", "outlet", "where"],
  reactions: ["day", "actor", "stance", "event_type", "words", "outlet", "where"],
  outcomes: ["day", "event", "result", "what", "said_by", "outlet", "where"],
  actors: ["name", "code", "sector", "office", "documents", "mentions", "first_day", "last_day", "where"],
  sources: ["name", "code", "statements", "direct", "documents", "outlets", "first_day", "last_day", "where"],
  timeline: ["id", "date", "type", "source", "target", "reality", "said_by", "words", "where"],
};

/** @throws UsageError for a filter that makes no sense, ShelfError where the shelf cannot be read */
export async function ask(question: Question, options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  const filters = filtersOf(options);
  const query = queryOf(question, filters);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "read");
  try {
    const answer = await shelf.ask(query);
    if ("svg" in options) {
      // Drawing is loaded where it is asked for.
      const { writePicture } = await import("./pictures.ts");
      await writePicture(question as "timeline" | "positions", answer, effects);
    } else await writeRows(answer, options.as as RowFormat | undefined, columns[question], effects);
    await tellUndated(question, question === "timeline" ? "events" : question, filters, shelf, effects);
  } finally {
    await shelf.close();
  }
  return 0;
}
