// A record as it is on the shelf + a person's marks on its text → what the person changed: events to correct, to take out, and to add. Pure.
import type { Auxiliary, EventType } from "../codebook.ts";
import type { Event } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { overlaps, type Span, slice } from "../span.ts";
import { type Annotated, type MarkedEvent, ROLES, type Role } from "./types.ts";

/** Null where nothing is changed. */
export interface Changed {
  readonly type: EventType | null;
  readonly modes: readonly string[] | null;
  readonly auxiliary: readonly Auxiliary[] | null;
  /** Names, with their codes where they have one, as in “Ana Lima (BRA)”. */
  readonly actor: readonly string[] | null;
  readonly recipient: readonly string[] | null;
}

export interface Changes {
  /** By the event's id in the record. */
  readonly corrected: ReadonlyMap<string, Changed>;
  readonly takenOut: readonly string[];
  readonly added: readonly { readonly at: Span; readonly change: Changed & { readonly type: EventType } }[];
  /** How many events are as they were. */
  readonly same: number;
}

/** @param given ids in the record of the events that the file was made with; what is not among them was not taken out */
export function changesOf(record: ReadoutRecord, { events }: Pick<Annotated, "events">, given: ReadonlySet<string>): Changes {
  const free = new Set(events);
  const marks = new Map<string, MarkedEvent>();
  const match = (fits: (event: Event, mark: MarkedEvent) => boolean): void => {
    for (const event of record.events) {
      if (marks.has(event.id)) continue;
      const mark = [...free].find((each) => fits(event, each));
      if (mark === undefined) continue;
      marks.set(event.id, mark);
      free.delete(mark);
    }
  };
  const isAt = ({ trigger }: Event, mark: MarkedEvent): boolean => trigger.start === mark.trigger.start && trigger.end === mark.trigger.end;
  // Two events may stand at one place: the likeness of their types tells which is which.
  match((event, mark) => isAt(event, mark) && event.type === mark.type);
  match(isAt);
  match((event, mark) => overlaps(event.trigger, mark.trigger) && event.type === mark.type);
  match((event, mark) => overlaps(event.trigger, mark.trigger));

  const corrected = new Map<string, Changed>();
  let same = 0;
  for (const [id, mark] of marks) {
    const event = record.events.find((each) => each.id === id)!;
    const change: Changed = {
      type: mark.type === event.type ? null : mark.type,
      modes: mark.modes === null || areSame(mark.modes, event.modes) ? null : mark.modes,
      auxiliary: mark.auxiliary === null || areSame(mark.auxiliary, event.auxiliary) ? null : mark.auxiliary,
      ...sides((role) => changedSide(record, event, mark, role)),
    };
    if (Object.values(change).every((each) => each === null)) same++;
    else corrected.set(id, change);
  }
  return {
    corrected,
    takenOut: record.events.flatMap(({ id }) => (marks.has(id) || !given.has(id) ? [] : [id])),
    added: [...free].map((mark) => ({
      at: mark.trigger,
      change: {
        ...{ type: mark.type, modes: mark.modes, auxiliary: mark.auxiliary },
        ...sides((role) => mark.sides && namesOf(record, null, mark.sides[role]).map(({ name }) => name)),
      },
    })),
    same,
  };
}

const sides = (of: (role: Role) => readonly string[] | null): Pick<Changed, Role> => ({ actor: of("actor"), recipient: of("recipient") });

const areSame = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((each) => two.includes(each));

function changedSide(record: ReadoutRecord, event: Event, { sides: marked }: MarkedEvent, role: Role): readonly string[] | null {
  if (marked === null) return null;
  // Words such as “both countries” stand for two, so that places are compared before names.
  const places = (spans: readonly Span[]): string[] => [...new Set(spans.map(({ start, end }) => `${start} ${end}`))];
  if (areSame(places(marked[role]), places(event[role]))) return null;
  const found = namesOf(record, event, marked[role]);
  const was = new Set(event[role].map(({ actor }) => actor));
  const now = new Set(found.map(({ actor, name }) => actor ?? name));
  return was.size === now.size && [...was].every((actor) => now.has(actor)) ? null : found.map(({ name }) => name);
}

interface Named {
  /** Id in the record; null for words that name nobody there. */
  readonly actor: string | null;
  readonly name: string;
}

/** Who is meant by these places: the event's own participants there, else the actor who is mentioned there, else the words themselves. */
function namesOf({ actors, document }: ReadoutRecord, event: Event | null, places: readonly Span[]): Named[] {
  return places.flatMap((place): Named[] => {
    const isHere = ({ start, end }: Span): boolean => start === place.start && end === place.end;
    const own = event === null ? [] : ROLES.flatMap((role) => event[role]).filter(isHere);
    const meant = own.length > 0 ? actors.filter(({ id }) => own.some(({ actor }) => actor === id)) : [];
    const mentioned =
      actors.find(({ mentions }) => mentions.some(isHere)) ??
      actors.find(({ mentions }) => mentions.some((mention) => overlaps(mention, place)));
    const found = meant.length > 0 ? meant : mentioned === undefined ? [] : [mentioned];
    if (found.length === 0) return [{ actor: null, name: slice(document.text, place).replace(/\s+/g, " ").trim() }];
    return found.map(({ id, name, code }) => ({ actor: id, name: code === null ? name : `${name} (${code})` }));
  });
}
