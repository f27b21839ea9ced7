// A record as the machine coded it + the corrections of its article → the record as corrected, and what became of each correction. Pure.
import { type EventType, scoreOf, TYPES } from "../codebook.ts";
import type { Event, Participant } from "../events/types.ts";
import type { Geography } from "../places/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { overlaps } from "../span.ts";
import { placesOf, wordsAt } from "./anchors.ts";
import { type Cast, castFor } from "./people.ts";
import { aspectsOf, itemsOf, traced, untraced, withRemarks } from "./remarks.ts";
import type { Change, Coding, Correction, Remark } from "./types.ts";

/** What is known of a corrected line beside its coding. */
export interface Mark {
  readonly by: string;
  readonly at: string;
  /** Null for an event that the machine missed, and for what is no event. */
  readonly machine: Coding | null;
}

export interface Corrected {
  readonly record: ReadoutRecord;
  /** By event, with those added. */
  readonly refs: ReadonlyMap<string, number>;
  /** By the line's id. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** What a line of the record was in the machine's, by their ids, where that differs: lines before it may have been taken out. */
  readonly origins: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
  /** As given, but for what depends on the machine's coding. */
  readonly corrections: readonly Correction[];
}

/** What people have said of an article's lines, in force. */
export interface Layers {
  /** At most one for each number of an event. */
  readonly corrections: readonly Correction[];
  readonly remarks: readonly Remark[];
}
export const nothing: Layers = { corrections: [], remarks: [] };

/**
 * @param refs the numbers of the record's events
 * @param geography finds the places that people name
 */
export function correctedOf(
  record: ReadoutRecord,
  refs: ReadonlyMap<string, number>,
  { corrections, remarks }: Layers,
  geography: Pick<Geography, "placeOf">,
): Corrected {
  if (corrections.length === 0 && remarks.length === 0) return { record, refs, marks: new Map(), corrections, remarks, origins: new Map() };
  const idOf = new Map([...refs].map(([id, ref]) => [ref, id]));
  const remarked = withRemarks(traced(record), remarks);
  const told = remarked.record;
  const cast = castFor(told);
  const events = new Map(told.events.map((event) => [event.id, event]));
  const numbers = new Map(refs);
  const marks = new Map<string, Mark>();
  let last = Math.max(0, ...record.events.map(({ id }) => Number(id.slice(1))));
  const outcomes = corrections.map((correction): Correction => {
    const { ref, by, at } = correction;
    const coded = events.get(idOf.get(ref) ?? "") ?? null;
    const event = coded ?? (correction.missed ? addedOf(record, correction, `e${last + 1}`) : null);
    if (event === null) return { ...correction, found: false, machine: null };
    const machine = coded && codingOf(coded, record);
    if (!correction.isEvent) events.delete(event.id);
    else {
      events.set(event.id, withChange(event, correction, cast.participant));
      marks.set(event.id, { by, at, machine });
      if (coded === null) {
        numbers.set(event.id, ref);
        idOf.set(ref, event.id);
        last++;
      }
    }
    return { ...correction, found: true, machine };
  });
  const said = remarked.remarks.map((remark): Remark => {
    if (remark.about !== "event") return remark;
    const event = events.get(idOf.get(remark.ref!) ?? "");
    if (event === undefined) return { ...remark, found: false, machine: null };
    const before = record.events.find(({ id }) => id === event.id);
    events.set(event.id, withSaying(event, remark, record, cast, geography));
    const earlier = marks.get(event.id);
    if (earlier === undefined || earlier.at < remark.at)
      marks.set(event.id, { by: remark.by, at: remark.at, machine: earlier?.machine ?? (before ? codingOf(before, record) : null) });
    return { ...remark, found: true, machine: before ? aspectsOf(record, before.id) : null };
  });
  const gone = new Set([...remarked.gone, ...record.events.flatMap(({ id }) => (events.has(id) ? [] : [id]))]);
  for (const id of gone) numbers.delete(id);
  const meetings = record.meetings
    ?.map(({ events: told }) => ({ events: told.filter((id) => events.get(id)?.type === "CONSULT") }))
    .filter(({ events: told }) => told.length > 1);
  const { record: kept, origins } = untraced(
    without({ ...told, actors: cast.actors(), events: [...events.values()], ...(meetings && { meetings }) }, gone),
  );
  const from = (id: string): string => origins.get(id) ?? id;
  for (const { id } of itemsOf(kept)) {
    const remark = remarked.on.get(from(id));
    if (remark !== undefined) marks.set(id, { by: remark.by, at: remark.at, machine: null });
  }
  return { record: kept, refs: numbers, marks, corrections: outcomes, remarks: said, origins };
}

function withSaying(
  event: Event,
  { said_by, date, place, contexts }: Remark,
  record: ReadoutRecord,
  cast: Cast,
  geography: Pick<Geography, "placeOf">,
): Event {
  const near = new Set(record.actors.flatMap(({ code }) => code ?? []));
  const countryOf = (name: string): string | null =>
    record.actors.find((actor) => actor.kind === "country" && (actor.code === name || actor.name.toLowerCase() === name.toLowerCase()))
      ?.code ?? null;
  const spot = place ? (placesOf(record.document.text, place)[0] ?? event.trigger) : event.trigger;
  return {
    ...event,
    ...(said_by !== null && { said_by: said_by === "" ? null : cast.participant(said_by, event) }),
    ...(date !== null && { date: date === "" ? null : { iso: date, start: event.trigger.start, end: event.trigger.end } }),
    ...(place !== null && {
      place: place === "" ? null : { name: place, ...geography.placeOf(place, near, countryOf), start: spot.start, end: spot.end },
    }),
    ...(contexts !== null && { contexts }),
    confidence: 1,
  };
}

/** What a correction can change of an event, in names. */
export function codingOf(event: Event, { actors }: ReadoutRecord): Coding {
  const names = (side: readonly Participant[]): string[] => [
    ...new Set(side.flatMap(({ actor }) => actors.find(({ id }) => id === actor)?.name ?? [])),
  ];
  const { type, modes, auxiliary, confidence } = event;
  return { type, modes, auxiliary, actor: names(event.actor), recipient: names(event.recipient), confidence };
}

/** The modes that a type has, of those given. */
export const modesOf = (type: EventType, modes: readonly string[]): string[] =>
  modes.filter((mode) => Object.hasOwn(TYPES[type].modes, mode));

function withChange(event: Event, change: Change, participant: (name: string, event: Event) => Participant): Event {
  const type = change.type ?? event.type;
  const modes = change.modes ?? modesOf(type, event.modes);
  const side = (names: readonly string[] | null, was: Event["actor"]) => names?.map((name) => participant(name, event)) ?? was;
  return {
    ...event,
    ...{ type, modes, auxiliary: change.auxiliary ?? event.auxiliary, quad: TYPES[type].quad, score: scoreOf(type, modes) },
    ...{ actor: side(change.actor, event.actor), recipient: side(change.recipient, event.recipient) },
    // Somebody looked.
    confidence: 1,
  };
}

/** The event that a correction adds, where its sentence still holds its words. */
function addedOf(record: ReadoutRecord, { words, trigger, type }: Correction, id: string): Event | null {
  const sentence = record.sentences.findIndex((each) => wordsAt(record, each) === words);
  const place =
    sentence < 0 ? null : (placesOf(record.document.text, trigger).find((each) => overlaps(each, record.sentences[sentence]!)) ?? null);
  if (place === null || type === null) return null;
  return {
    ...{ id, type, modes: [], contexts: [], auxiliary: [], quad: TYPES[type].quad, score: TYPES[type].score },
    ...{ sentence, trigger: place, actor: [], recipient: [], said_by: null, date: null, place: null, confidence: 1, same_as: [] },
  };
}

/** Nothing refers to the events that are gone, and nothing rests on them alone. */
function without(record: ReadoutRecord, gone: ReadonlySet<string>): ReadoutRecord {
  if (gone.size === 0) return record;
  const rest = <Item extends { readonly evidence: readonly string[] }>(item: Item): Item[] => {
    const evidence = item.evidence.filter((id) => !gone.has(id));
    return evidence.length > 0 || item.evidence.length === 0 ? [{ ...item, evidence }] : [];
  };
  const moved = new Map<number, number>();
  const positions = record.positions.flatMap((position, at) => {
    const [kept] = rest(position);
    if (kept === undefined) return [];
    moved.set(at, moved.size);
    return [kept];
  });
  return {
    ...record,
    events: record.events.map((event) => ({ ...event, same_as: event.same_as.filter((id) => !gone.has(id)) })),
    positions: positions.map((position) => ({ ...position, earlier: moved.get(position.earlier ?? -1) ?? null })),
    commitments: record.commitments.flatMap(rest),
    reactions: record.reactions.filter(({ to }) => !gone.has(to)).flatMap(rest),
    ...(record.responses && { responses: record.responses.flatMap(rest) }),
    ...(record.outcomes && {
      outcomes: record.outcomes.map((one) => ({
        ...one,
        of: one.of !== null && gone.has(one.of) ? null : one.of,
        evidence: one.evidence.filter((id) => !gone.has(id)),
      })),
    }),
  };
}
