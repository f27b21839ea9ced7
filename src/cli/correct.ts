// `readout correct ID …`: what a person says of an event → a layer over the machine's coding, signed and dated.
import { AUXILIARY, type Auxiliary, type EventType } from "../codebook.ts";
import type { Change, Coding, Desk, Shelf, Signed } from "../store/types.ts";
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
      `takes one event, but has ${inputs.length}: give its id, which readout review tells, as in readout correct e12.3 --type REJECT`,
    );
  const doing = doingOf(inputs[0]!, options, lists);
  const signed = { by: nameOf(options, effects), at: `${new Date().toISOString().slice(0, 19)}Z`, note: options.note ?? null };
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "write");
  try {
    const { id, was, now } = await doing(shelf, signed);
    await effects.out.write(`${id}: ${told(was)} → ${told(now)} (${signed.by})\n`);
  } finally {
    await shelf.close();
  }
  return 0;
}

type Doing = (shelf: Shelf, signed: Signed) => Promise<Desk>;

function doingOf(input: string, options: CommandLine["options"], lists: CommandLine["lists"]): Doing {
  const given = ["type", "mode", "actor", "recipient", "aux"].filter((name) => name in options);
  const taken = ["undo", "not-an-event", "missed"].filter((name) => name in options);
  if (taken.length > 1) throw new UsageError(`--${taken[1]}`, `cannot go with --${taken[0]}: give one of them`);
  const [only] = taken;
  if ((only === "undo" || only === "not-an-event") && given.length > 0)
    throw new UsageError(`--${given[0]}`, `cannot go with --${only}: give one of them`);
  if (only === undefined && given.length === 0)
    throw new UsageError("correct", "has nothing to change: give --type, --mode, --actor, --recipient, --aux, --not-an-event or --undo");
  if (only === "undo") return (shelf, signed) => shelf.undo(input, signed);
  const type = (options.type as EventType | undefined) ?? null;
  const change: Change = {
    ...{ type, modes: listed(lists.mode), actor: listed(lists.actor), recipient: listed(lists.recipient) },
    auxiliary: auxiliary(listed(lists.aux)),
    isEvent: only !== "not-an-event",
  };
  if (only !== "missed") return (shelf, signed) => shelf.correct(input, change, signed);
  if (type === null) throw new UsageError("--type", "is missing: say what happened there, as in --type REJECT");
  return (shelf, signed) => shelf.addMissed(input, options.missed!, { ...change, type }, signed);
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

/** An event in words. */
export function told(coding: Coding | null): string {
  if (coding === null) return "no event";
  const { type, modes, auxiliary, actor, recipient } = coding;
  const names = (side: readonly string[]): string => side.join(", ") || "–";
  return `${[type, ...modes, ...auxiliary].join(" ")} by ${names(actor)} to ${names(recipient)}`;
}
