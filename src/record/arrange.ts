// ReadoutRecord → the same record with its keys in the contract's order and no others. The shape below is the schema readout.record/1 as a table.
import type { ReadoutRecord } from "./types.ts";

/** A table of a type's keys in their order; null where a value is written as it is. */
export type Shape<T> = T extends string | number | boolean | null
  ? null
  : T extends readonly (infer Element)[]
    ? Shape<Element>
    : string extends keyof T
      ? null
      : { readonly [Key in keyof T]-?: Shape<NonNullable<T[Key]>> };

const span = { start: null, end: null };
const participant = { actor: null, ...span };

/** Every field of a record, in the order in which it is written. */
export const SHAPE: Shape<ReadoutRecord> = {
  schema: null,
  engine: { version: null, model: null },
  document: {
    id: null,
    url: null,
    title: null,
    byline: null,
    publisher: null,
    published: null,
    dated: { from: null, confidence: null },
    language: null,
    text: null,
    sha256: null,
    kind: null,
    extra: null,
  },
  sentences: { ...span, voice: null, confidence: null },
  actors: {
    id: null,
    name: null,
    code: null,
    sector: null,
    other_sectors: null,
    kind: null,
    office: null,
    mentions: { ...span, form: null },
  },
  events: {
    id: null,
    type: null,
    modes: null,
    contexts: null,
    auxiliary: null,
    quad: null,
    score: null,
    sentence: null,
    trigger: span,
    actor: participant,
    recipient: participant,
    said_by: participant,
    date: { iso: null, ...span },
    place: { name: null, country: null, lat: null, lon: null, ...span },
    confidence: null,
    same_as: null,
  },
  statements: {
    id: null,
    sentence: null,
    source: { ...span, actor: null },
    cue: span,
    content: span,
    direct: null,
    confidence: null,
  },
  positions: {
    actor: null,
    issue: { label: null, ...span },
    stance: null,
    said_by: participant,
    evidence: null,
    earlier: null,
  },
  commitments: {
    by: null,
    to: null,
    what: span,
    said_by: participant,
    standing: null,
    doubts: span,
    precedents: span,
    evidence: null,
  },
  reactions: { actor: null, to: null, stance: null, evidence: null, about: span },
  responses: { actor: null, about: span, stance: null, evidence: null },
  outcomes: { of: null, result: null, what: span, said_by: participant, evidence: null },
  optics: { sentence: null, what: span, said_by: participant, kind: null },
  precedents: span,
  meetings: { events: null },
  promotions: { ...span, kind: null, signals: { ...span, name: null } },
};

type Table = { readonly [key: string]: Table } | null;

/** The record's keys in the order of `SHAPE`; keys that `SHAPE` lacks are left out, except below `document.extra`. */
export const arrange = (record: ReadoutRecord): unknown => inOrder(record, SHAPE);

function inOrder(value: unknown, table: Table): unknown {
  if (table === null || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((element) => inOrder(element, table));
  const from = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(table).map(([key, below]) => [key, inOrder(from[key], below)]));
}
