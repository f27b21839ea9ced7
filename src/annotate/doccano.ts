// Marks ↔ one line of JSON for doccano (sequence labelling with relations): {"text", "entities", "relations"}, offsets in code points.
import { EVENT_TYPES } from "../codebook.ts";
import type { ReadoutRecord } from "../record/types.ts";
import type { Span } from "../span.ts";
import { isAuxiliary, isModeOf, isType, marksOf, PARTICIPANT, pointsOf } from "./marks.ts";
import { type Annotated, type MarkedEvent, ROLES, type Role } from "./types.ts";

/** @param idOf an event's id on the shelf */
export function writeDoccano(record: ReadoutRecord, idOf: (event: string) => string): string {
  const { text, id, sha256 } = record.document;
  const points = pointsOf(text);
  const entities: { id: number; label: string; start_offset: number; end_offset: number }[] = [];
  const relations: { id: number; from_id: number; to_id: number; type: Role }[] = [];
  const marks = marksOf(record, idOf);
  const add = ({ start, end }: Span, label: string): number =>
    entities.push({ id: entities.length + 1, label, start_offset: points.of(start), end_offset: points.of(end) });
  const participants = new Map<string, number>();
  for (const { trigger, type, modes, auxiliary, sides } of marks) {
    // One label a place: what the modes are stands in it.
    const from_id = add(trigger, [type, ...modes, ...auxiliary].join("/"));
    for (const role of ROLES)
      for (const side of sides[role]) {
        const key = `${side.start} ${side.end}`;
        const to_id = participants.get(key) ?? add(side, PARTICIPANT);
        participants.set(key, to_id);
        relations.push({ id: relations.length + 1, from_id, to_id, type: role });
      }
  }
  // What doccano does not know it keeps beside the text and gives back.
  return `${JSON.stringify({ text, entities, relations, Comments: [], document: id, sha256, events: marks.map((mark) => mark.id) })}\n`;
}

/** @returns null where the value is no line of doccano's @throws RangeError that says what is wrong with it */
export function readDoccano(value: Readonly<Record<string, unknown>>): Annotated | null {
  const { text, entities, relations, label } = value;
  if (typeof text !== "string" || !(Array.isArray(entities) || Array.isArray(label))) return null;
  const points = pointsOf(text);
  const spans = Array.isArray(entities)
    ? (entities as Record<string, unknown>[]).map((each) => ({ id: each.id, label: each.label, at: [each.start_offset, each.end_offset] }))
    : (label as unknown[][]).map(([start, end, name], id) => ({ id, label: name, at: [start, end] }));
  const places = new Map<unknown, Span>();
  for (const { id, at } of spans) {
    const place = points.span(Number(at[0]), Number(at[1]));
    if (place === null) throw new RangeError(`[${at}] is no place in its text: mark it again, from its first letter to behind its last`);
    places.set(id, place);
  }
  const linked = Array.isArray(relations) ? (relations as { from_id: unknown; to_id: unknown; type: unknown }[]) : null;
  const unknown: string[] = [];
  const events = spans.flatMap(({ id, label: name }): MarkedEvent[] => {
    const [type = "", ...rest] = String(name).split("/");
    if (type === PARTICIPANT) return [];
    if (!isType(type) || rest.some((part) => !isModeOf(type, part) && !isAuxiliary(part))) {
      unknown.push(String(name));
      return [];
    }
    const side = (role: Role) =>
      linked!.flatMap((link) => (link.from_id === id && link.type === role && places.has(link.to_id) ? places.get(link.to_id)! : []));
    return [
      {
        ...{ trigger: places.get(id)!, type, modes: rest.filter((part) => isModeOf(type, part)), auxiliary: rest.filter(isAuxiliary) },
        sides: linked === null ? null : { actor: side("actor"), recipient: side("recipient") },
      },
    ];
  });
  return { text, given: idsIn(value.events ?? metaOf(value).events), by: null, events, unknown };
}

/** Some versions keep what they do not know in a field of its own. */
const metaOf = ({ meta, metadata }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  (meta ?? metadata ?? {}) as Readonly<Record<string, unknown>>;

export const idsIn = (value: unknown): readonly string[] | null => (Array.isArray(value) ? value.map(String) : null);

/** Its list of labels, for "Import labels" of a new project. */
export const doccanoLabels = (): string =>
  `${JSON.stringify(
    [...EVENT_TYPES, PARTICIPANT].map((text) => ({ text })),
    null,
    2,
  )}\n`;
