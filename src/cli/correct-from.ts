// `readout correct --from FILE`: what people marked in doccano or Label Studio → corrections of the shelf's events, signed and dated.
import { type Changed, changesOf } from "../annotate/changes.ts";
import { readDoccano } from "../annotate/doccano.ts";
import { readLabelStudio } from "../annotate/labelstudio.ts";
import type { Annotated } from "../annotate/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { many } from "../record/words.ts";
import type { Change, Shelf, Signed, Value } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import { nameOf, told } from "./correct.ts";
import type { Effects } from "./effects.ts";
import { failureLine, messageOf, UsageError } from "./errors.ts";

/** @throws UsageError where FILE cannot be read, ShelfError where the shelf cannot be written @returns 1 where a line was not understood */
export async function correctFrom(options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  const file = options.from!;
  const odd = ["type", "mode", "actor", "recipient", "aux", "not-an-event", "missed", "undo"].find((name) => name in options);
  if (odd !== undefined) throw new UsageError(`--${odd}`, "cannot go with --from, which takes all from its file: leave it out");
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const note = options.note ?? null;
  const dry = "dry-run" in options;
  const lines = linesOf(
    await effects.readText(file).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError("--from", `${file} cannot be read (${error.code}): check the path`);
    }),
  );
  const shelf = await effects.openShelf(options.db ?? defaultShelf, dry ? "read" : "write");
  const counts = { articles: 0, corrected: 0, same: 0, failed: 0 };
  try {
    for (const { name, value } of lines) {
      const fail = async (what: unknown) => {
        counts.failed++;
        await effects.err.write(failureLine(`${file} ${name}`, messageOf(what)));
      };
      try {
        const annotated = annotatedOf(value);
        const held = await heldOf(shelf, annotated.text);
        counts.articles++;
        for (const label of new Set(annotated.unknown))
          await fail(`has a label “${label}”, which is no PLOVER type with its modes: left out; docs/exports.md tells the labels`);
        const signed: Signed = { by: annotated.by ?? nameOf(options, effects), at, note };
        const { doings, same } = doingsOf(held, annotated);
        counts.same += same;
        for (const doing of doings) {
          try {
            const words = dry ? doing.words : await doing.run(shelf, signed);
            counts.corrected++;
            await effects.out.write(`${words} (${signed.by})\n`);
          } catch (error) {
            await fail(error);
          }
        }
      } catch (error) {
        if (error instanceof UsageError) throw error;
        await fail(error);
      }
    }
  } finally {
    await shelf.close();
  }
  const { articles, corrected, same, failed } = counts;
  const did = dry ? "would be corrected" : "corrected";
  await effects.out.write(
    `${file}: ${many(articles, "article")}, ${many(corrected, "event")} ${did}, ${same} as they were, ${failed} failed\n`,
  );
  return failed > 0 ? 1 : 0;
}

/** Lines of JSON, or one list of values, as Label Studio exports them. A line that is no JSON is a string. */
export function linesOf(text: string): { name: string; value: unknown }[] {
  if (text.trimStart().startsWith("[")) {
    try {
      return (JSON.parse(text) as unknown[]).map((value, at) => ({ name: `task ${at + 1}`, value }));
    } catch {
      // Then each line is told what is wrong with it.
    }
  }
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const name = `line ${at + 1}`;
    try {
      return [{ name, value: JSON.parse(line) as unknown }];
    } catch {
      return [{ name, value: line }];
    }
  });
}

function annotatedOf(value: unknown): Annotated {
  const object = typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
  if (object === null) throw new RangeError("is no line of JSON: give a file as doccano or Label Studio exports it");
  const found = readLabelStudio(object) ?? readDoccano(object);
  if (found === null)
    throw new RangeError("has no annotation: give doccano's JSONL (text, entities, relations) or Label Studio's JSON (data, annotations)");
  return found;
}

interface Held {
  readonly record: ReadoutRecord;
  readonly document: string;
  readonly article: number;
  /** Ids on the shelf by ids in the record. */
  readonly ids: ReadonlyMap<string, string>;
}

/** The article of this text, as it is now. */
async function heldOf(shelf: Shelf, text: string): Promise<Held> {
  const [row] = await rowsOf(shelf, "annotated", { text });
  if (row === undefined) throw new RangeError("has a text that no article on this shelf has now: export again, or check --db");
  const [json, document, article, events, refs] = row as unknown as [string, string, number, string[], number[]];
  return {
    record: JSON.parse(json) as ReadoutRecord,
    document,
    article,
    ids: new Map(events.map((id, at) => [id, `e${article}.${refs[at]}`])),
  };
}

async function rowsOf(shelf: Shelf, file: string, params: Record<string, string>): Promise<readonly (readonly Value[])[]> {
  const { sqlOf } = await import("../store/sql.ts");
  const { groups } = await shelf.ask({ name: `${file}.sql`, sql: sqlOf(file), params });
  const rows: (readonly Value[])[] = [];
  for await (const group of groups) rows.push(...group);
  return rows;
}

interface Doing {
  /** What it would do, in words. */
  readonly words: string;
  /** @returns what it did */
  run(shelf: Shelf, signed: Signed): Promise<string>;
}

function doingsOf({ record, document, ids }: Held, annotated: Annotated): { doings: Doing[]; same: number } {
  const listed = new Set(annotated.given ?? []);
  const given = new Set([...ids].flatMap(([event, id]) => (listed.has(id) ? [event] : [])));
  const { corrected, takenOut, added, same } = changesOf(record, annotated, given);
  const correct = (event: string, change: Change): Doing => {
    const id = ids.get(event)!;
    return {
      words: `${id}: ${change.isEvent ? inWords(change) : "no event"}`,
      run: async (shelf, signed) => {
        const { was, now } = await shelf.correct(id, change, signed);
        return `${id}: ${told(was)} → ${told(now)}`;
      },
    };
  };
  const nothing: Changed = { type: null, modes: null, auxiliary: null, actor: null, recipient: null };
  return {
    same,
    doings: [
      ...[...corrected].map(([event, change]) => correct(event, { ...change, isEvent: true })),
      ...takenOut.map((event) => correct(event, { ...nothing, isEvent: false })),
      ...added.map(
        ({ at, change }): Doing => ({
          words: `${document} [${at.start}–${at.end}]: new: ${inWords(change)}`,
          run: async (shelf, signed) => {
            const { id, now } = await shelf.addMissed(document, at, { ...change, isEvent: true }, signed);
            return `${id}: ${told(null)} → ${told(now)}`;
          },
        }),
      ),
    ],
  };
}

const inWords = ({ type, modes, auxiliary, actor, recipient }: Changed): string =>
  [
    type,
    modes && `modes ${modes.join(" ") || "none"}`,
    auxiliary && `aux ${auxiliary.join(" ") || "none"}`,
    actor && `by ${actor.join(", ") || "nobody"}`,
    recipient && `to ${recipient.join(", ") || "nobody"}`,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(", ");
