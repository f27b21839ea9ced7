// Events of one document in, with `same_as` set: mentions that tell one event again. Joined only where nothing speaks against it.
import type { Event } from "./types.ts";

const ids = (list: Event["actor"]): string => [...new Set(list.map((p) => p.actor))].sort().join(" ");

/** Two mentions are one event where type, actors, recipients, auxiliary modes and source agree, both sides are named, and neither date nor mode differ. */
function same(a: Event, b: Event): boolean {
  return (
    a.type === b.type &&
    a.actor.length > 0 &&
    (a.recipient.length > 0 || a.type === "CONSULT") &&
    ids(a.actor) === ids(b.actor) &&
    ids(a.recipient) === ids(b.recipient) &&
    a.auxiliary.join() === b.auxiliary.join() &&
    (a.modes.join() === b.modes.join() || !a.modes.length || !b.modes.length) &&
    (!a.date || !b.date || a.date.iso.startsWith(b.date.iso) || b.date.iso.startsWith(a.date.iso))
  );
}

export function joinSame(events: readonly Event[]): Event[] {
  return events.map((e) => ({ ...e, same_as: events.filter((other) => other.id !== e.id && same(e, other)).map((other) => other.id) }));
}
