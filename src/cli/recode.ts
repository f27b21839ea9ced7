// `readout recode`: the shelf's articles coded again by the present program → what changed, one transaction an article, in their order.
import { sqlOf } from "../store/sql.ts";
import type { Difference, Row, Shelf, Value } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import { type Coding, codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { mapInOrder } from "./in-order.ts";
import { datedBy } from "./keep.ts";
import type { RowFormat } from "./options.ts";
import { progressOf, stopped } from "./progress.ts";
import { writeRows } from "./rows.ts";

const columns = ["change", "id", "document", "url", "sentence", "start", "end", "words", "trigger", "fields", "was", "now"] as const;
const shown = ["change", "id", "was", "now", "words", "where"];

/** @param options of the command line, checked @param actors paths of the user's dictionaries @throws UsageError, ShelfError */
export async function recode(options: Readonly<Record<string, string>>, effects: Effects, actors: readonly string[] = []): Promise<number> {
  const path = options.db ?? defaultShelf;
  const writes = !("dry-run" in options);
  const progress = progressOf(effects);
  const coding = progress.followed(await codingOf(actors, options.date, effects, progress.aside));
  const shelf = await effects.openShelf(path, writes ? "write" : "read");
  const count = { recoded: 0, changed: 0, failed: 0, gone: 0, new: 0, events: 0 };

  const told = (): string => {
    const many = `${count.recoded} ${count.recoded === 1 ? "article" : "articles"}`;
    const what = `${count.changed} of them otherwise: ${count.gone} events gone, ${count.new} new, ${count.events} changed`;
    return `${path}: ${many} ${writes ? "coded again" : "would be coded again"}, ${what}; ${count.failed} failed`;
  };
  const rest = "all" in options || !writes ? "the same command begins with the first again" : "the same command goes on from here";
  effects.atInterrupt?.(() => stopped(effects, `${told()}; the rest is as it was: ${rest}`));

  async function* changes(): AsyncGenerator<readonly Row[]> {
    const keys = await keysOf(shelf, coding, "all" in options);
    progress.amount.total = keys.length;
    for await (const { key, name, ...coded } of mapInOrder(each(keys), 2 * effects.cores, (key) => {
      progress.amount.read++;
      return again(shelf, coding, key, options.date);
    })) {
      if ("failure" in coded) {
        // What Ctrl-C cuts off has not failed.
        if (effects.interrupt.aborted) return;
        count.failed++;
        await progress.aside(() => effects.err.write(failureLine(name, coded.failure)));
      } else {
        const differences = await shelf.recode(key, coded.record, writes);
        count.recoded++;
        if (differences.length > 0) count.changed++;
        for (const { change } of differences) count[change === "changed" ? "events" : change]++;
        if (differences.length > 0) {
          await progress.clear();
          yield differences.map(rowOf);
        }
      }
      await progress.step("failure" in coded);
    }
  }

  try {
    await writeRows({ columns, groups: changes() }, options.as as RowFormat | undefined, shown, effects);
  } finally {
    await progress.clear().catch(() => {});
    await coding.close();
    await shelf.close();
  }
  await effects.err.write(`${told()}\n`);
  return count.failed > 0 ? 1 : 0;
}

/** All at once, before anything is written: a connection gives one answer at a time. */
async function keysOf(shelf: Shelf, coding: Coding, all: boolean): Promise<number[]> {
  const { version, model } = await coding.engine();
  const query = { name: "recodable.sql", sql: sqlOf("recodable"), params: { version, model, all: all ? 1 : 0 } };
  const keys: number[] = [];
  for await (const rows of (await shelf.ask(query)).groups) keys.push(...rows.map(([key]) => key as number));
  return keys;
}

async function again(shelf: Shelf, coding: Coding, key: number, day: string | undefined) {
  const { document } = await shelf.recordOf(key);
  return { key, name: document.id, ...(await coding.code(datedBy(document, day))) };
}

const rowOf = (difference: Difference): Row => columns.map((name) => difference[name] as Value);

async function* each<T>(things: readonly T[]): AsyncGenerator<T> {
  yield* things;
}
