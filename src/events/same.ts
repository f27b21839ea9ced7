// Events of one document in, with `same_as` set: mentions that tell one event again. Joined only where nothing speaks against it.
import type { Event } from "./types.ts";

/** An event names so many others that tell the same, the first ones of the text: the record of a text that repeats itself stays as long as the text. */
const MOST_NAMED = 8;

const ids = (list: Event["actor"]): string => [...new Set(list.map((p) => p.actor))].sort().join(" ");

/** What must be alike in two mentions of one event: type, actors, recipients and auxiliary modes; null for one with a side unnamed, which is like none. */
function kindOf({ type, actor, recipient, auxiliary }: Event): string | null {
  if (actor.length === 0 || (recipient.length === 0 && type !== "CONSULT")) return null;
  return [type, ids(actor), ids(recipient), auxiliary.join()].join("|");
}

/** "2025-08-15" → "2025", "2025-08": dates that tell less and do not contradict it. */
const vaguer = (iso: string): string[] => ["2025", "2025-08"].map(({ length }) => iso.slice(0, length)).filter((part) => part !== iso);

/**
 * Where two mentions of one kind differ in modes or date they are still one event, if only one tells modes, and if the one date begins with the other.
 * So each is filed under what it tells and all that it tells more exactly, and looked up there; as each list is short, the work grows with the text alone.
 */
function filesOf({ modes, date }: Event): string[] {
  const told = modes.join();
  const days = date ? [`=${date.iso}`, ">", ...[...vaguer(date.iso), date.iso].map((part) => `>${part}`)] : ["=", ">"];
  return [`=${told}`, ">"].flatMap((mode) => days.map((day) => `${mode}|${day}`));
}

function lookedUp({ modes, date }: Event): string[] {
  const told = modes.join();
  const days = date ? ["=", ...vaguer(date.iso).map((part) => `=${part}`), `>${date.iso}`] : [">"];
  return (told ? [`=${told}`, "="] : [">"]).flatMap((mode) => days.map((day) => `${mode}|${day}`));
}

export function joinSame(events: readonly Event[]): Event[] {
  const files = new Map<string, number[]>();
  const listed = events.map((event) => {
    const kind = kindOf(event);
    return kind === null ? null : { kind, event };
  });
  listed.forEach((one, at) => {
    for (const file of one ? filesOf(one.event) : []) {
      const list = files.get(`${one!.kind}|${file}`);
      if (!list) files.set(`${one!.kind}|${file}`, [at]);
      // One more than are named, since an event does not name itself.
      else if (list.length <= MOST_NAMED) list.push(at);
    }
  });
  return events.map((event, at) => {
    const one = listed[at];
    const found = one ? lookedUp(event).flatMap((file) => files.get(`${one.kind}|${file}`) ?? []) : [];
    const others = [...new Set(found)].filter((other) => other !== at).sort((a, b) => a - b);
    return { ...event, same_as: others.slice(0, MOST_NAMED).map((other) => events[other]!.id) };
  });
}
