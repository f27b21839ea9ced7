// A shelf → the shelf as a server uses it: records come as JSON, and answers are written here, a group of rows at a time.
import type { ReadoutRecord } from "../record/types.ts";
import type { Json, ServedShelf } from "../server/types.ts";
import type { Query, Row, Shelf } from "../store/types.ts";
import { writeRows } from "./rows.ts";

const parsed = ({ json }: Json): ReadoutRecord => JSON.parse(Buffer.from(json).toString("utf8")) as ReadoutRecord;

export function served(shelf: Shelf): ServedShelf {
  const { article, remove, correct, addMissed, remark, annotate, undo, close } = shelf;

  async function asked(query: Query, limit: number) {
    const { columns, groups } = await shelf.ask(query);
    const state = { more: false };
    return { columns, state, groups: upTo(limit, groups, state) };
  }

  return {
    ...{ article, remove, correct, addMissed, remark, annotate, undo, close },
    async add(json) {
      const record = parsed(json);
      return { added: await shelf.add(record), sha256: record.document.sha256 };
    },
    set: (key, json, settings, signed) => shelf.set(key, parsed(json), settings, signed),
    async rows(query, limit) {
      const { columns, groups, state } = await asked(query, limit);
      const rows: Row[] = [];
      for await (const group of groups) rows.push(...group);
      return { columns, rows, more: state.more };
    },
    async written(query, limit, format) {
      const { columns, groups, state } = await asked(query, limit);
      const lines = format === "csv" ? "csv" : "jsonl";
      const parts: string[] = [];
      const out = { isTerminal: false, columns: null, write: async (text: string) => void parts.push(text) };
      await writeRows({ columns, groups }, lines, null, { out });
      if (format === "parquet") {
        const { parquetOf } = await import("../store/parquet.ts");
        return { bytes: await parquetOf(columns, parts.join("")), more: state.more };
      }
      // No line feed stands within a line of JSON.
      const text = format === "json" ? `[${parts.map((part) => part.trimEnd().replaceAll("\n", ",")).join(",")}]` : parts.join("");
      return { bytes: new TextEncoder().encode(text), more: state.more };
    },
  };
}

/** Groups of `limit` rows in all; `state` tells whether more came. */
async function* upTo(limit: number, groups: AsyncIterable<readonly Row[]>, state: { more: boolean }): AsyncGenerator<readonly Row[]> {
  let left = limit;
  for await (const group of groups) {
    state.more = group.length > left;
    if (left > 0) yield group.slice(0, left);
    left -= Math.min(left, group.length);
    if (state.more) return;
  }
}
