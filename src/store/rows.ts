// ReadoutRecord → its rows in the tables of schema.sql, columns in the tables' order. Pure.

import type { Actor } from "../actors/types.ts";
import type { Event, Statement } from "../events/types.ts";
import { around, byId, lastBegun } from "../kept.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { peopleIn } from "../sides.ts";
import { hull, overlaps, type Span, slice } from "../span.ts";
import { tidy } from "./anchors.ts";
import type { Corrected } from "./corrected.ts";
import { keyOf } from "./fold.ts";
import type { Coding, Telling, Value } from "./types.ts";

export interface Place {
  /** Number of this version among all versions of all articles, from 1. */
  readonly key: number;
  readonly article: number;
  readonly version: number;
  /** False for a version that a newer one has replaced. */
  readonly current: boolean;
  /** The highest number that was given to an event of the article. */
  readonly highest: number;
}

type Cells = readonly Value[];

/**
 * Rows by table, in the order in which they are to be kept.
 * @param machine the record before its corrections
 */
export function rowsOf(
  machine: ReadoutRecord,
  { record, refs, marks }: Corrected,
  { key, article, version, current, highest }: Place,
  telling: Telling,
): Readonly<Record<string, readonly Cells[]>> {
  const { document, engine, sentences, events, statements, responses = [], outcomes = [] } = record;
  const { text } = document;
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const actorOf = (id: string | null | undefined): Actor | null => actors.get(id ?? "") ?? null;
  const wordsAt = (span: Span): string => tidy(slice(text, span));
  const sentenceAt = ({ start }: Span): number | null => {
    const at = lastBegun(sentences, start);
    return at >= 0 && start < sentences[at]!.end ? at : null;
  };
  const evidence = evidenceOf(record);
  const deedsOf = new Map<string, Set<Event>>();
  for (const event of events) for (const actor of peopleIn(event)) deedsOf.set(actor, (deedsOf.get(actor) ?? new Set()).add(event));
  const said = (by: (Span & { readonly actor: string | null }) | null): string | null => by && (actorOf(by.actor)?.name ?? wordsAt(by));
  const saidKey = (by: (Span & { readonly actor: string | null }) | null): string =>
    by === null ? "" : keyOf([actorOf(by.actor)?.code, said(by)]);
  const host = hostOf(document.url);
  /** Of what somebody looked at nobody need be unsure. */
  const sure = (id: string, { confidence }: Told): number | null => (marks.has(id) ? 1 : confidence);

  return {
    document: [
      [
        ...[key, article, version, current, document.id, document.url, document.title, document.byline, document.publisher],
        ...[document.publisher ?? host, keyOf([document.publisher, host]), document.published],
        ...[document.dated?.from ?? null, document.dated?.confidence ?? null, dayOf(document.published)],
        ...[document.language, document.kind, document.sha256, engine.version, engine.model, sentences.length, text.length],
        highest,
      ],
    ],
    record: [[key, telling.write(machine), record === machine ? null : telling.write(record)]],
    sentence: sentences.map((sentence, at) => [
      ...[key, at, sentence.start, sentence.end, sentence.voice, sentence.confidence, wordsAt(sentence)],
    ]),
    actor: record.actors.map((actor, at) => {
      const mine = [...(deedsOf.get(actor.id) ?? [])];
      const places = [...new Set(actor.mentions.map(sentenceAt))].filter((number) => number !== null);
      const [first] = actor.mentions;
      return [
        ...[key, at, actor.id, actor.name, actor.code, actor.sector, actor.other_sectors, actor.kind, actor.office],
        ...[actor.mentions.length, places, typesOf(mine), keyOf([actor.code, actor.name]), sureOf(mine)],
        ...[places[0] ?? null, first?.start ?? null, first?.end ?? null],
      ];
    }),
    event_actor: events.flatMap((event, at) => {
      const day = dayOf(telling.dateOf(event, document)?.iso ?? null);
      const year = day === null ? null : Number(day.slice(0, 4));
      return (["actor", "recipient"] as const).flatMap((role) =>
        event[role].flatMap((participant, n): Cells[] => {
          const actor = actorOf(participant.actor);
          if (actor === null) return [];
          const { cow, gw } = telling.geography.numbersOf(actor.code, year);
          return [
            [
              ...[key, at, role, n, actor.id, actor.name, actor.code, cow, gw, actor.sector, actor.other_sectors, actor.kind, actor.office],
              ...[wordsAt(participant), sentenceAt(participant), participant.start, participant.end],
            ],
          ];
        }),
      );
    }),
    event: events.map((event, at) => {
      const [source, target] = [event.actor, event.recipient].map((side) => actorsOf(side.map((each) => each.actor)));
      const date = telling.dateOf(event, document);
      const said_by = said(event.said_by);
      const said_by_code = actorOf(event.said_by?.actor)?.code ?? null;
      const mark = marks.get(event.id);
      const town = event.place && telling.geography.townOf(event.place);
      return [
        ...[key, at, event.id, event.type, event.modes, event.contexts, event.auxiliary, event.quad, event.score],
        ...[source!.names, source!.codes, source!.sectors, target!.names, target!.codes, target!.sectors, said_by, said_by_code],
        ...[keyOf([said_by_code, said_by]), telling.realityOf(event, record)],
        keyOf([...source!.codes, ...source!.names, ...target!.codes, ...target!.names, said_by_code, said_by]),
        ...[exactDay(date?.iso ?? null), dayOf(date?.iso ?? null), lastDayOf(date?.iso ?? null), date?.iso ?? null, date?.from ?? null],
        ...[event.place?.name ?? null, event.place?.country ?? null, event.place?.lat ?? null, event.place?.lon ?? null],
        ...[town?.province ?? null, town?.geonames ?? null, town?.feature ?? null],
        ...[event.sentence, event.trigger.start, event.trigger.end, event.confidence, event.same_as, telling.isRetold(event, record)],
        ...[refs.get(event.id)!, mark?.by ?? null, mark?.at ?? null, ...codingCells(mark?.machine ?? null)],
      ];
    }),
    statement: statements.map((statement, at) => {
      const speaker = statement.source && said(statement.source);
      const code = actorOf(statement.source?.actor)?.code ?? null;
      const place = hull(statement.content.length > 0 ? statement.content : [statement.cue ?? sentences[statement.sentence]!]);
      const told = saidIn(statement, events);
      return [
        ...[key, at, statement.id, speaker, code, keyOf([code, speaker]), typesOf(told)],
        ...[statement.cue && wordsAt(statement.cue), statement.direct, statement.content.map(wordsAt).join(" … ")],
        ...[statement.sentence, place.start, place.end, statement.confidence],
      ];
    }),
    position: record.positions.map((position, at) => {
      const actor = actorOf(position.actor);
      const told = evidence(position.evidence);
      return [
        ...[key, at, actor?.name ?? null, actor?.code ?? null, keyOf([actor?.code, actor?.name]), told.types],
        ...[position.issue.label, position.stance, said(position.said_by), saidKey(position.said_by), position.evidence, position.earlier],
        ...[sentenceAt(position.issue) ?? told.sentence, position.issue.start, position.issue.end, sure(`p${at + 1}`, told)],
      ];
    }),
    commitment: record.commitments.map((commitment, at) => {
      const [by, to] = [actorsOf(commitment.by), actorsOf(commitment.to)];
      const told = evidence(commitment.evidence);
      return [
        ...[key, at, by.names, by.codes, to.names, to.codes, keyOf([...by.codes, ...by.names, ...to.codes, ...to.names]), told.types],
        ...[
          wordsAt(commitment.what),
          commitment.standing,
          said(commitment.said_by),
          saidKey(commitment.said_by),
          commitment.doubts.length,
          commitment.precedents.length,
        ],
        ...[
          commitment.evidence,
          sentenceAt(commitment.what) ?? told.sentence,
          commitment.what.start,
          commitment.what.end,
          sure(`c${at + 1}`, told),
        ],
      ];
    }),
    reaction: [...record.reactions, ...responses.map((response) => ({ ...response, to: null }))].map((reaction, at) => {
      const actor = actorOf(reaction.actor);
      const told = evidence(reaction.to === null ? reaction.evidence : [...reaction.evidence, reaction.to]);
      // Where no event was coded, the row stands at the words that name what is taken so.
      const place = reaction.to === null ? { ...reaction.about, sentence: sentenceAt(reaction.about) ?? told.sentence } : told;
      return [
        ...[key, at, actor?.name ?? null, actor?.code ?? null, keyOf([actor?.code, actor?.name]), told.types],
        ...[reaction.to ?? "", reaction.stance, reaction.evidence, place.sentence, place.start, place.end],
        sure(reaction.to === null ? `x${at - record.reactions.length + 1}` : `r${at + 1}`, told),
      ];
    }),
    outcome: outcomes.map((outcome, at) => {
      const meeting = events.find(({ id }) => id === outcome.of);
      const [who, by] = [actorsOf([...(meeting?.actor ?? []), ...(meeting?.recipient ?? [])].map(({ actor }) => actor)), outcome.said_by];
      const told = evidence([...outcome.evidence, ...(outcome.of === null ? [] : [outcome.of])]);
      return [
        ...[key, at, outcome.of, keyOf([...who.codes, ...who.names, actorOf(by?.actor)?.code, said(by)]), told.types],
        ...[outcome.result, wordsAt(outcome.what), said(by), saidKey(by), outcome.evidence],
        ...[sentenceAt(outcome.what) ?? told.sentence, outcome.what.start, outcome.what.end, told.confidence],
      ];
    }),
    promotion: record.promotions.map((promotion, at) => [
      ...[key, at, promotion.kind, promotion.signals.map(({ name }) => name), sentenceAt(promotion), promotion.start, promotion.end],
    ]),
  };

  function actorsOf(ids: readonly string[]): { names: string[]; codes: string[]; sectors: string[] } {
    const found = [...new Set(ids)].flatMap((id) => actorOf(id) ?? []);
    const values = (of: (actor: Actor) => string | null) => [...new Set(found.flatMap((actor) => of(actor) ?? []))];
    return { names: values(({ name }) => name), codes: values(({ code }) => code), sectors: values(({ sector }) => sector) };
  }
}

/** In the order of the columns machine_…, in events and corrections alike. */
export const codingCells = (coding: Coding | null): Cells =>
  coding === null
    ? [null, null, null, null, null, null]
    : [coding.type, coding.modes, coding.auxiliary, coding.actor, coding.recipient, coding.confidence];

interface Told {
  readonly types: readonly string[];
  readonly confidence: number | null;
  readonly sentence: number | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** Ids of events and statements → the types of the events among and inside them, the surest one's confidence, and where the first one stands. */
function evidenceOf({ events, statements, sentences }: ReadoutRecord): (ids: readonly string[]) => Told {
  return (ids) => {
    const found = ids.flatMap((id) => byId<Event | Statement>(events, id) ?? byId(statements, id) ?? []);
    const [first] = found;
    const place = first && ("trigger" in first ? first.trigger : (first.cue ?? sentences[first.sentence]));
    return {
      types: typesOf(found.flatMap((item) => ("trigger" in item ? [item] : saidIn(item, events)))),
      confidence: sureOf(found),
      sentence: first?.sentence ?? null,
      start: place?.start ?? null,
      end: place?.end ?? null,
    };
  };
}

const triggers = new WeakMap<object, readonly (Span & { readonly event: Event; readonly at: number })[]>();

/** The events whose triggers lie in what is said, in the order of the list. */
function saidIn({ content }: Statement, events: readonly Event[]): Event[] {
  const placed = triggers.get(events) ?? events.map((event, at) => ({ ...event.trigger, event, at }));
  triggers.set(events, placed);
  const found = content.flatMap((part) => around(placed, part).filter((trigger) => overlaps(part, trigger)));
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ event }) => event))];
}

const typesOf = (events: readonly Event[]): string[] => [...new Set(events.map(({ type }) => type))];

const sureOf = (items: readonly { readonly confidence: number }[]): number | null =>
  items.length === 0 ? null : Math.max(...items.map(({ confidence }) => confidence));

/** First day of what an ISO 8601 date begins with: a day, a month or a year; null for anything else. */
export function dayOf(iso: string | null): string | null {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso ?? "") ?? [];
  if (year === undefined) return null;
  const whole = `${year}-${month}-${day}`;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) ? whole : null;
}

/** The day of a date that is one; null for a month or a year: "1998" is not 1 January. */
const exactDay = (iso: string | null): string | null => (iso !== null && iso.length >= 10 ? dayOf(iso) : null);

/** Last day of a day, a month or a year. */
function lastDayOf(iso: string | null): string | null {
  const first = dayOf(iso);
  if (iso === null || first === null || iso.length >= 10) return first;
  const [year, month] = [Number(iso.slice(0, 4)), iso.length >= 7 ? Number(iso.slice(5, 7)) : 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function hostOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname.replace(/^www\./, "") || null;
  } catch {
    return null;
  }
}
