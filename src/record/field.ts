// A record's events → rows of the tables that event data are handed around in: one row a pair of actor and recipient, of what happened, once an article. Shared by polecat.ts, icews.ts and gdelt.ts.
import type { Actor } from "../actors/types.ts";
import type { Event, Participant } from "../events/types.ts";
import type { Geography, Town } from "../places/types.ts";
import { slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import type { ReadoutRecord } from "./types.ts";
import { dateOf } from "./when.ts";

/** What the tables tell beyond the record. */
export interface Kept {
  readonly geography: Geography;
  /** Number of the article on the shelf, from 1. */
  readonly article: number;
  readonly outlet: string | null;
  /** Numbers of the events within the article, by id: the 3 of e12.3. */
  readonly refs: ReadonlyMap<string, number>;
}

export interface Side {
  readonly actor: Actor;
  readonly mention: string;
}

export interface FieldRow extends Kept {
  readonly record: ReadoutRecord;
  readonly event: Event;
  /** Null where the text names nobody. */
  readonly actor: Side | null;
  readonly recipient: Side | null;
  /** Of the event, counted from 1. */
  readonly pair: number;
  /** First day of the event's date, YYYY-MM-DD, and its year. */
  readonly day: string | null;
  readonly year: number | null;
  readonly town: Town | null;
  /** Whole number of the row, the same in each export. */
  readonly number: number;
}

export interface FieldColumn {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "date";
  readonly about: string;
  of(row: FieldRow): string | number | null | undefined;
}

/** A table: what its file is called, what it is, its columns, and which rows have a place in it. */
export interface FieldTable {
  readonly file: string;
  readonly about: string;
  readonly columns: readonly FieldColumn[];
}

/** Pairs of one event at most, and events of one article: the parts of a row's number. */
const [pairsAtMost, eventsAtMost] = [1_000, 100_000];

/** What sides do with each other: where nobody is told as recipient, each has a row with each, both ways, as CAMEO's coders write it. Two who attack may do it together. */
const MUTUAL: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "COOPERATE"]);

/** True for what the text tells as done; none of the tables can say “not”, “will” or “would”. */
const happened = ({ auxiliary }: Event): boolean => auxiliary.every((each) => each === "historical");

/** @param record with the events that are to be told @returns the rows, and how many of the events have none */
export function fieldRowsOf(record: ReadoutRecord, kept: Kept): { readonly rows: FieldRow[]; readonly leftOut: number } {
  const told = new Set<string>();
  const rows: FieldRow[] = [];
  let leftOut = 0;
  const sideOf = ({ actor: id, start, end }: Participant): Side[] => {
    const actor = record.actors.find((each) => each.id === id);
    return actor ? [{ actor, mention: tidy(slice(record.document.text, { start, end })) }] : [];
  };
  for (const first of record.events) {
    // What an article tells again is no second event; headlines tell less of it than what follows.
    if (!happened(first) || told.has(first.id)) {
      leftOut++;
      continue;
    }
    const tellings = [
      first,
      ...record.events.filter((other) => first.same_as.includes(other.id) && happened(other) && !told.has(other.id)),
    ];
    const event = tellings.reduce((best, other) => (detailOf(other) > detailOf(best) ? other : best));
    for (const { id } of tellings) told.add(id);
    const day = firstDayOf(dateOf(event, record.document)?.iso ?? "");
    const common = {
      ...kept,
      ...{ record, event, day, year: day === null ? null : Number(day.slice(0, 4)) },
      town: event.place && kept.geography.townOf(event.place),
    };
    for (const [at, [actor, recipient]] of pairsOf(event.type, event.actor.flatMap(sideOf), event.recipient.flatMap(sideOf)).entries()) {
      const pair = at + 1;
      const number = (kept.article * eventsAtMost + kept.refs.get(event.id)!) * pairsAtMost + pair;
      rows.push({ ...common, actor, recipient, pair, number });
    }
  }
  return { rows, leftOut };
}

function pairsOf(type: string, actors: readonly Side[], recipients: readonly Side[]): (readonly [Side | null, Side | null])[] {
  if (recipients.length === 0 && MUTUAL.has(type)) {
    const both = actors.flatMap((one) => actors.flatMap((other) => (one.actor.id === other.actor.id ? [] : [[one, other] as const])));
    if (both.length > 0) return both;
  }
  const orNone = (sides: readonly Side[]): readonly (Side | null)[] => (sides.length > 0 ? sides : [null]);
  return orNone(actors).flatMap((actor) => orNone(recipients).map((recipient) => [actor, recipient] as const));
}

const detailOf = ({ date, place, actor, recipient }: Event): number =>
  Number(date !== null) + Number(place !== null) + Number(actor.length > 0) + Number(recipient.length > 0);

export const fieldHeader = ({ columns }: FieldTable): string => line(columns.map(({ name }) => name));

export const fieldLine = ({ columns }: FieldTable, row: FieldRow): string => line(columns.map(({ of }) => tidy(String(of(row) ?? ""))));

// Cells have no tabs and no line ends; quotation marks are doubled inside of quotation marks, as readers of delimited text take them by default.
const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")}\n`;

function firstDayOf(iso: string): string | null {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

/** Values in one cell, each once. */
export const joined = (values: readonly (string | null | undefined)[]): string =>
  [...new Set(values.filter((value) => value != null && value !== ""))].map((value) => value!.replaceAll(";", ",")).join(";");

/** The name of the town; null for a country and for what is no town that the gazetteer knows. */
export const cityOf = ({ event, town }: FieldRow): string | null => (town ? event.place!.name : null);

export const publishedOn = ({ record }: FieldRow): string | null => record.document.published?.slice(0, 10) ?? null;
