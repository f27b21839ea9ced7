// `readout agree A B`: how far two codings of the same texts agree. A and B: records (JSONL), shelves, or what doccano or Label Studio gave back.
import { agreementOf } from "../agree/agree.ts";
import { reviewersOf, type Said } from "../agree/reviewers.ts";
import type { Coded } from "../agree/types.ts";
import { readDoccano } from "../annotate/doccano.ts";
import { readLabelStudio } from "../annotate/labelstudio.ts";
import type { Annotated } from "../annotate/types.ts";
import type { Participant } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { many } from "../record/words.ts";
import type { Value } from "../store/types.ts";
import { linesOf } from "./correct-from.ts";
import type { Effects } from "./effects.ts";
import { messageOf, UsageError } from "./errors.ts";
import type { RowFormat } from "./options.ts";
import { writeRows } from "./rows.ts";

const columns = ["layer", "a", "b", "both", "f1", "alpha"];

/** @throws UsageError for inputs that are none, ShelfError for a shelf that cannot be read */
export async function agree(inputs: readonly string[], options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  if (inputs.length === 1 && isShelf(inputs[0]!)) return reviewers(inputs[0]!, options, effects);
  if (inputs.length !== 2)
    throw new UsageError(
      "agree",
      `takes two codings, but has ${inputs.length}: give two files of records, shelves, or annotations, or one shelf for what its reviewers said`,
    );
  const [one, two] = await Promise.all((["a", "b"] as const).map((name, at) => codedIn(inputs[at]!, options.machine === name, effects)));
  const theirs = new Map(two!.map((each) => [each.text, each]));
  const pairs = one!.flatMap((each): [Coded, Coded][] => (theirs.has(each.text) ? [[each, theirs.get(each.text)!]] : []));
  if (pairs.length === 0)
    throw new UsageError(
      inputs[1]!,
      `has no text that ${inputs[0]} has: give two codings of the same texts (${one!.length} there, ${two!.length} here)`,
    );
  await effects.err.write(
    `readout: ${many(pairs.length, "text")} coded by both; ${one!.length - pairs.length} only in ${inputs[0]}, ${theirs.size - pairs.length} only in ${inputs[1]}\n`,
  );
  const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);
  const rows: Value[][] = agreementOf(pairs).map(({ layer, a, b, both, f1, alpha }) => [layer, a, b, both, rounded(f1), rounded(alpha)]);
  async function* groups() {
    yield rows;
  }
  await writeRows({ columns, groups: groups() }, options.as as RowFormat | undefined, columns, effects);
  return 0;
}

/** @param machine true for what the machine coded, without corrections */
async function codedIn(input: string, machine: boolean, effects: Effects): Promise<Coded[]> {
  if (isShelf(input)) return shelved(input, machine, effects);
  if (machine) throw new UsageError("--machine", `names ${input}, which is no shelf: only a shelf keeps both`);
  const text = await effects.readText(input).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(input, `cannot be read (${error.code}): check the path`);
  });
  const coded = linesOf(text).map(({ name, value }) => {
    try {
      return codedOf(value);
    } catch (error) {
      throw new UsageError(`${input} ${name}`, messageOf(error));
    }
  });
  return [...new Map(coded.map((each) => [each.text, each])).values()];
}

const isShelf = (input: string): boolean => /\.(?:duckdb|db)$/.test(input);

/** How far those who corrected one shelf agree, pair by pair, and on standard error where they do not. */
async function reviewers(path: string, options: Readonly<Record<string, string>>, effects: Effects): Promise<number> {
  if (options.machine) throw new UsageError("--machine", "goes with two codings: leave it out");
  const shelf = await effects.openShelf(path, "read");
  const said: Said[] = [];
  try {
    const names = ["id", "line", "corrected_by", "corrected_at", "until", "is_event", "missed", "type", "machine_type", "words"];
    const { groups } = await shelf.ask({ name: "agree", sql: `SELECT ${names.join(", ")} FROM corrections`, params: {} });
    for await (const group of groups)
      for (const row of group) said.push(Object.fromEntries(names.map((name, at) => [name, row[at]])) as unknown as Said);
  } finally {
    await shelf.close();
  }
  const pairs = reviewersOf(said);
  if (pairs.length === 0)
    throw new UsageError(path, "has no event that two people looked at: let a second one review it (readout review --all)");
  for (const { a, b, differ } of pairs)
    for (const each of differ) await effects.err.write(`readout: ${each.id}: ${a} says ${each.a}, ${b} says ${each.b}: “${each.words}”\n`);
  const rows = pairs.map(({ a, b, events, alike, alpha }): Value[] => [
    a,
    b,
    events,
    alike,
    alpha === null ? null : Math.round(alpha * 1000) / 1000,
  ]);
  async function* groups() {
    yield rows;
  }
  const shown = ["a", "b", "events", "alike", "alpha"];
  await writeRows({ columns: shown, groups: groups() }, options.as as RowFormat | undefined, shown, effects);
  return 0;
}

async function shelved(path: string, machine: boolean, effects: Effects): Promise<Coded[]> {
  const shelf = await effects.openShelf(path, "read");
  try {
    const json = machine ? "r.json" : "coalesce(r.corrected, r.json)";
    const sql = `SELECT ${json} FROM shelf_tables.record r JOIN shelf_tables.document d ON d.key = r.document AND d.current ORDER BY d.key`;
    const { groups } = await shelf.ask({ name: "agree", sql, params: {} });
    const found: Coded[] = [];
    for await (const group of groups) for (const [record] of group) found.push(codedOf(JSON.parse(record as string)));
    return found;
  } finally {
    await shelf.close();
  }
}

/** @throws RangeError for what is neither a record nor an annotation */
function codedOf(value: unknown): Coded {
  const object = (typeof value === "object" && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (typeof object.schema === "string" && object.schema.startsWith("readout.record/")) return ofRecord(value as ReadoutRecord);
  const annotated = readLabelStudio(object) ?? readDoccano(object);
  if (annotated === null)
    throw new RangeError("is neither a record nor an annotation: give readout FILE --as jsonl, or what doccano or Label Studio exports");
  return ofAnnotated(annotated);
}

function ofRecord({ document, events, actors, statements, sentences }: ReadoutRecord): Coded {
  const side = (participants: readonly Participant[]) =>
    participants.map(({ actor, start, end }) => ({ start, end, name: actors.find(({ id }) => id === actor)?.name ?? null }));
  return {
    text: document.text,
    events: events.map(({ trigger, type, modes, auxiliary, score, actor, recipient }) => ({
      ...{ trigger, type, modes, auxiliary, score, actor: side(actor), recipient: side(recipient) },
    })),
    statements: statements.map(({ source, content }) => ({ source, content })),
    voices: sentences,
  };
}

const ofAnnotated = ({ text, events }: Annotated): Coded => ({
  text,
  events: events.map(({ trigger, type, modes, auxiliary, sides }) => ({
    ...{ trigger, type, modes, auxiliary, score: null },
    actor: sides === null ? null : sides.actor.map((place) => ({ ...place, name: null })),
    recipient: sides === null ? null : sides.recipient.map((place) => ({ ...place, name: null })),
  })),
  statements: null,
  voices: null,
});
