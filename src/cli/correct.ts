// `readout correct ID …`: what a person says of an event → a layer over the machine's coding, signed and dated.
import { AUXILIARY, type Auxiliary, type EventType, type Voice } from "../codebook.ts";
import { isDate } from "../iso.ts";
import type { Aspects, Change, Coding, Shelf, Signed, Told } from "../store/types.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { UsageError } from "./errors.ts";
import type { CommandLine } from "./options.ts";

/** @throws UsageError for a change that makes no sense, ShelfError where there is no such event or the shelf cannot be written */
export async function correct({ inputs, options, lists }: Omit<CommandLine, "command">, effects: Effects): Promise<number> {
  if ("dry-run" in options) throw new UsageError("--dry-run", "goes with --from only: leave it out");
  if (inputs.length !== 1)
    throw new UsageError(
      "correct",
      `takes one line, but has ${inputs.length}: give its id, which readout review tells, as in readout correct e12.3 --type REJECT`,
    );
  const doings = doingsOf(inputs[0]!, options, lists);
  const signed = { by: nameOf(options, effects), at: `${new Date().toISOString().slice(0, 19)}Z`, note: options.note ?? null };
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "write");
  try {
    for (const doing of doings) await effects.out.write(`${await doing(shelf, signed)} (${signed.by})\n`);
  } finally {
    await shelf.close();
  }
  return 0;
}

/** @returns what was done, in words */
type Doing = (shelf: Shelf, signed: Signed) => Promise<string>;

const CODING = ["type", "mode", "actor", "recipient", "aux"];
const SAYING = ["said-by", "date", "place", "context", "voice", "stance", "issue", "standing"];

function doingsOf(input: string, options: CommandLine["options"], lists: CommandLine["lists"]): Doing[] {
  const isEvent = !/^[spcrxv]\d+\.\d+$/.test(input);
  const given = (names: readonly string[]): string[] => names.filter((name) => name in options);
  const taken = given(["undo", "not-an-event", "not-so", "missed", "note-on"]);
  if (taken.length > 1) throw new UsageError(`--${taken[1]}`, `cannot go with --${taken[0]}: give one of them`);
  const [only] = taken;
  const changes = given([...CODING, ...SAYING]);
  const alone = only !== undefined && only !== "missed";
  if (alone && changes.length > 0) throw new UsageError(`--${changes[0]}`, `cannot go with --${only}: give one of them`);
  if (only === undefined && changes.length === 0)
    throw new UsageError(
      "correct",
      "has nothing to change: give --type, --mode, --actor, --recipient, --aux, --said-by, --date, --place, --context, --voice, --stance, --issue, --standing, --not-so or --undo",
    );
  const inWords = ({ id, was, now }: Told): string => `${id}: ${told(was)} → ${told(now)}`;
  if (only === "undo") return [async (shelf, signed) => inWords(await shelf.undo(input, signed))];
  if (only === "note-on") {
    const { note } = options;
    if (!note) throw new UsageError("--note", "is missing: say what the note is");
    return [
      async (shelf, signed) =>
        `${(await shelf.annotate(input, options["note-on"]!, { ...signed, note })).id}: noted on “${options["note-on"]}”`,
    ];
  }
  const type = (options.type as EventType | undefined) ?? null;
  const change: Change = {
    ...{ type, modes: listed(lists.mode), actor: listed(lists.actor), recipient: listed(lists.recipient) },
    auxiliary: auxiliary(listed(lists.aux)),
    isEvent: only !== "not-an-event" && only !== "not-so",
  };
  if (only === "missed") {
    const [odd] = given(SAYING);
    if (odd) throw new UsageError(`--${odd}`, "cannot go with --missed: say it of the event once it is there");
    if (type === null) throw new UsageError("--type", "is missing: say what happened there, as in --type REJECT");
    return [async (shelf, signed) => inWords(await shelf.addMissed(input, options.missed!, { ...change, type }, signed))];
  }
  const saying = {
    ...{ said_by: worded(options["said-by"]), date: dated(options.date), place: worded(options.place), contexts: listed(lists.context) },
    ...{ voice: (options.voice as Voice | undefined) ?? null, stance: options.stance ?? null, issue: options.issue ?? null },
    standing: options.standing ?? null,
  };
  if (!isEvent) {
    const [odd] = given(["type", "mode", "aux", "not-an-event"]);
    if (odd) throw new UsageError(`--${odd}`, `is said of events only, and ${input} is none: leave it out`);
    const people = { actor: change.actor, recipient: change.recipient };
    return [async (shelf, signed) => inWords(await shelf.remark(input, { ...saying, ...people, isSo: change.isEvent }, signed))];
  }
  const said = given(SAYING).length > 0;
  return [
    ...(alone || given(CODING).length > 0
      ? [async (shelf: Shelf, signed: Signed) => inWords(await shelf.correct(input, change, signed))]
      : []),
    ...(said ? [async (shelf: Shelf, signed: Signed) => inWords(await shelf.remark(input, saying, signed))] : []),
  ];
}

/** "none" says that there is none. */
const worded = (value: string | undefined): string | null => (value === undefined ? null : value === "none" ? "" : value);

/** @throws UsageError for what is no date */
function dated(value: string | undefined): string | null {
  const date = worded(value);
  if (date === null || date === "" || isDate(date)) return date;
  throw new UsageError("--date", `“${date}” is no date: write a day, month or year, as in 2025-08-15, 2025-08 or 2025`);
}

/** "none" takes away what is there. */
const listed = (values: readonly string[] | undefined): readonly string[] | null =>
  values === undefined ? null : values.filter((value) => value !== "none");

function auxiliary(values: readonly string[] | null): readonly Auxiliary[] | null {
  return values && AUXILIARY.filter((each) => values.includes(each));
}

/** @throws UsageError where nobody is named */
export function nameOf({ by }: CommandLine["options"], { env }: Pick<Effects, "env">): string {
  const name = (by ?? env.USER ?? env.USERNAME ?? "").trim();
  if (name === "") throw new UsageError("--by", "is missing: say who corrects");
  return name;
}

/** What a line is, in words. */
export function told(coding: Coding | Aspects | null): string {
  if (coding === null) return "no event";
  if (!("type" in coding)) {
    const words = Object.entries(coding).flatMap(([name, value]: [string, Aspects[keyof Aspects]]) =>
      value === null ? [] : [`${name.replace("_", " ")}: ${(typeof value === "string" ? value : value.join(", ")) || "–"}`],
    );
    return words.join("; ");
  }
  const { type, modes, auxiliary, actor, recipient } = coding;
  const names = (side: readonly string[]): string => side.join(", ") || "–";
  return `${[type, ...modes, ...auxiliary].join(" ")} by ${names(actor)} to ${names(recipient)}`;
}
