// A record as the machine coded it + what people say of its statements, positions, commitments, reactions and sentences → the record as they have it. Pure.
import type { Commitment, ReadoutRecord, Stance } from "../record/types.ts";
import { hull, type Span } from "../span.ts";
import { type Anchor, matched, placesOf, wordsAt } from "./anchors.ts";
import { castFor } from "./people.ts";
import type { About, Aspects, Remark, Saying } from "./types.ts";

/** By the letter that an id begins with: p12.3 is the third position of article 12. */
export const LETTERS = {
  e: "event",
  s: "statement",
  p: "position",
  c: "commitment",
  r: "reaction",
  x: "response",
  v: "sentence",
} as const satisfies Readonly<Record<string, About>>;

/** What can be said of each. */
export const SAYINGS: Readonly<Record<About, readonly (keyof Saying)[]>> = {
  event: ["said_by", "date", "place", "contexts"],
  statement: ["said_by"],
  position: ["actor", "stance", "issue", "said_by"],
  commitment: ["actor", "recipient", "standing", "said_by"],
  reaction: ["actor", "stance"],
  response: ["actor", "stance"],
  sentence: ["voice"],
  note: [],
};

export interface Item {
  /** Of the record: "s4", or its letter and place from 1: "p2". */
  readonly id: string;
  readonly about: Exclude<About, "event" | "note">;
  readonly anchor: Anchor;
  /** Where names that a person types are looked for first. */
  readonly sentence: number;
  readonly place: Span;
}

/** Everything but events, in the order of the text's record. */
export function itemsOf(record: ReadoutRecord): Item[] {
  const { events, statements, sentences, positions, commitments, reactions, responses = [] } = record;
  const at = ({ start }: Span): number =>
    Math.max(
      0,
      sentences.findLastIndex((each) => each.start <= start),
    );
  const triggerOf = (id: string): Span =>
    events.find((event) => event.id === id)?.trigger ??
    statements.find((each) => each.id === id)?.cue ??
    sentences[0] ?? { start: 0, end: 0 };
  const places: { id: string; about: Item["about"]; place: Span; sentence?: number }[] = [
    ...statements.map(({ id, content, cue, sentence }) => ({
      ...{ id, about: "statement" as const, sentence, place: hull(content.length > 0 ? content : [cue ?? sentences[sentence]!]) },
    })),
    ...positions.map(({ issue }, n) => ({ id: `p${n + 1}`, about: "position" as const, place: issue })),
    ...commitments.map(({ what }, n) => ({ id: `c${n + 1}`, about: "commitment" as const, place: what })),
    ...reactions.map(({ to, evidence }, n) => ({ id: `r${n + 1}`, about: "reaction" as const, place: triggerOf(evidence[0] ?? to) })),
    ...responses.map(({ about }, n) => ({ id: `x${n + 1}`, about: "response" as const, place: about })),
    ...sentences.map((place, n) => ({ id: `v${n + 1}`, about: "sentence" as const, place, sentence: n })),
  ];
  const counts = new Map<string, number>();
  return places.map(({ id, about, place, sentence = at(place) }) => {
    const words = sentences[sentence] ? wordsAt(record, sentences[sentence]) : "";
    const trigger = wordsAt(record, place);
    const key = `${about}\n${words}\n${trigger}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return { id, about, sentence, place, anchor: { words, trigger, nth } };
  });
}

/** Nothing said of anything. */
export const unsaid: Aspects = {
  ...{ said_by: null, date: null, place: null, contexts: null, actor: null, recipient: null },
  ...{ stance: null, issue: null, standing: null, voice: null },
};

/** What a line of a record says, in names; null where there is no such line. */
export function aspectsOf(record: ReadoutRecord, id: string): Aspects | null {
  const name = (actor: string | null | undefined): string[] => record.actors.flatMap((each) => (each.id === actor ? [each.name] : []));
  const said = (by: (Span & { readonly actor: string | null }) | null): string => (by ? (name(by.actor)[0] ?? wordsAt(record, by)) : "");
  const [letter, n] = [id[0], Number(id.slice(1)) - 1];
  if (letter === "e") {
    const event = record.events.find((each) => each.id === id);
    return (
      (event && {
        ...unsaid,
        ...{ said_by: said(event.said_by), date: event.date?.iso ?? "", place: event.place?.name ?? "", contexts: event.contexts },
      }) ??
      null
    );
  }
  if (letter === "s") {
    const statement = record.statements.find((each) => each.id === id);
    return statement ? { ...unsaid, said_by: said(statement.source) } : null;
  }
  if (letter === "v") {
    const sentence = record.sentences[n];
    return sentence ? { ...unsaid, voice: sentence.voice } : null;
  }
  if (letter === "p") {
    const position = record.positions[n];
    if (!position) return null;
    const { actor, stance, issue, said_by } = position;
    return { ...unsaid, actor: name(actor), stance, issue: issue.label, said_by: said(said_by) };
  }
  if (letter === "c") {
    const commitment = record.commitments[n];
    if (!commitment) return null;
    const { by, to, standing, said_by } = commitment;
    return { ...unsaid, actor: by.flatMap(name), recipient: to.flatMap(name), standing, said_by: said(said_by) };
  }
  const reaction = (letter === "r" ? record.reactions : (record.responses ?? []))[n];
  return reaction ? { ...unsaid, actor: name(reaction.actor), stance: reaction.stance } : null;
}

const ORIGIN: unique symbol = Symbol("what it was in the machine's record");
type Traced = { [ORIGIN]?: string };

/** Marks each line with its id, so that it is known again after others were taken out. */
export const traced = (record: ReadoutRecord): ReadoutRecord => {
  const mark =
    (letter: string) =>
    <Line extends object>(line: Line, n: number): Line => ({ ...line, [ORIGIN]: `${letter}${n + 1}` });
  const { positions, commitments, reactions, responses } = record;
  return {
    ...record,
    ...{ positions: positions.map(mark("p")), commitments: commitments.map(mark("c")), reactions: reactions.map(mark("r")) },
    ...(responses && { responses: responses.map(mark("x")) }),
  };
};

/** Takes the marks off. @returns also which line, by its id, was which in the machine's record; those that kept their id are not named */
export function untraced(record: ReadoutRecord): { readonly record: ReadoutRecord; readonly origins: ReadonlyMap<string, string> } {
  const origins = new Map<string, string>();
  const bare =
    (letter: string) =>
    <Line extends object>(line: Line, n: number): Line => {
      const { [ORIGIN]: origin, ...rest } = line as Line & Traced;
      if (origin !== undefined) origins.set(`${letter}${n + 1}`, origin);
      return rest as unknown as Line;
    };
  const { positions, commitments, reactions, responses } = record;
  return {
    record: {
      ...record,
      ...{ positions: positions.map(bare("p")), commitments: commitments.map(bare("c")), reactions: reactions.map(bare("r")) },
      ...(responses && { responses: responses.map(bare("x")) }),
    },
    origins,
  };
}

export interface Remarked {
  readonly record: ReadoutRecord;
  /** As given, but for what depends on the machine's coding. */
  readonly remarks: readonly Remark[];
  /** The remark on a line, by the line's id in the machine's record. */
  readonly on: ReadonlyMap<string, Remark>;
  /** Ids of statements that were taken out: nothing rests on them. */
  readonly gone: ReadonlySet<string>;
}

/** @param remarks in force; those on events pass through. The record's lines keep their marks (`traced`). */
export function withRemarks(record: ReadoutRecord, remarks: readonly Remark[]): Remarked {
  const items = itemsOf(record);
  const cast = castFor(record);
  const on = new Map<string, Remark>();
  for (const about of new Set(items.map((item) => item.about))) {
    const mine = new Map(items.flatMap((item): [string, Anchor][] => (item.about === about ? [[item.id, item.anchor]] : [])));
    for (const [id, remark] of matched(
      mine,
      remarks.filter((each) => each.about === about),
    ))
      on.set(id, remark);
  }
  const outcomes = remarks.map((remark): Remark => {
    if (remark.about === "event") return remark;
    if (remark.about === "note") return { ...remark, found: placesOf(record.document.text, remark.trigger).length > 0 };
    const id = [...on].find(([, each]) => each === remark)?.[0];
    return { ...remark, found: id !== undefined, machine: id === undefined ? null : aspectsOf(record, id) };
  });
  const people = (names: readonly string[], { sentence, place }: Item) =>
    names.map((name) => cast.participant(name, { sentence, trigger: place }));
  const byId = new Map(items.map((item) => [item.id, item]));
  const lines = <Line extends object>(
    given: readonly Line[],
    idAt: (n: number, line: Line) => string,
    mend: (line: Line, remark: Remark, item: Item) => Line,
  ): Line[] =>
    given.flatMap((line, n) => {
      const id = idAt(n, line);
      const remark = on.get(id);
      return remark === undefined ? [line] : remark.isSo ? [mend(line, remark, byId.get(id)!)] : [];
    });
  const who = (said_by: string, item: Item) => (said_by === "" ? null : people([said_by], item)[0]!);
  const ofOne = ({ actor }: Saying, item: Item) => (actor?.[0] ? { actor: people(actor.slice(0, 1), item)[0]!.actor } : {});

  const sentences = lines(
    record.sentences,
    (n) => `v${n + 1}`,
    (sentence, { voice }) => ({ ...sentence, voice: voice ?? sentence.voice, confidence: 1 }),
  );
  const statements = lines(
    record.statements,
    (_, { id }) => id,
    (statement, { said_by }, item) => ({
      ...statement,
      ...(said_by !== null && { source: who(said_by, item) }),
      confidence: 1,
    }),
  );
  const positions = lines(
    record.positions,
    (n) => `p${n + 1}`,
    (position, remark, item) => ({
      ...{ ...position, ...ofOne(remark, item), stance: (remark.stance ?? position.stance) as Stance },
      issue: { ...position.issue, label: remark.issue ?? position.issue.label },
      ...(remark.said_by !== null && { said_by: who(remark.said_by, item) }),
    }),
  );
  const left = record.positions.map((_, n) => on.get(`p${n + 1}`)?.isSo !== false);
  const nowAt = (n: number): number => left.slice(0, n).filter(Boolean).length;
  const commitments = lines(
    record.commitments,
    (n) => `c${n + 1}`,
    (commitment, remark, item) => ({
      ...commitment,
      ...(remark.actor && { by: people(remark.actor, item).map(({ actor }) => actor) }),
      ...(remark.recipient && { to: people(remark.recipient, item).map(({ actor }) => actor) }),
      ...(remark.said_by !== null && { said_by: who(remark.said_by, item) }),
      standing: (remark.standing ?? commitment.standing) as Commitment["standing"],
    }),
  );
  const taken = <Line extends { readonly actor: string; readonly stance: Line["stance"] }>(
    line: Line,
    remark: Remark,
    item: Item,
  ): Line => ({
    ...{ ...line, ...ofOne(remark, item) },
    stance: (remark.stance ?? line.stance) as Line["stance"],
  });
  const reactions = lines(record.reactions, (n) => `r${n + 1}`, taken);
  const responses = record.responses && lines(record.responses, (n) => `x${n + 1}`, taken);
  const gone = new Set(record.statements.flatMap(({ id }) => (on.get(id)?.isSo === false ? [id] : [])));
  return {
    record: {
      ...record,
      ...{ sentences, statements, commitments, reactions, actors: cast.actors() },
      positions: positions.map((position) => ({
        ...position,
        earlier: position.earlier !== null && left[position.earlier] ? nowAt(position.earlier) : null,
      })),
      ...(responses && { responses }),
    },
    remarks: outcomes,
    on,
    gone,
  };
}
