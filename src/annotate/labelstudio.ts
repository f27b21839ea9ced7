// Marks ↔ one task for Label Studio, as a line of JSON: {"data", "predictions"} to it, {"data", "annotations"} from it, offsets in UTF-16 code units.
import { AUXILIARY, EVENT_TYPES, TYPES } from "../codebook.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { type Span, span } from "../span.ts";
import { idsIn } from "./doccano.ts";
import { isAuxiliary, isModeOf, isType, marksOf, PARTICIPANT, pointsOf } from "./marks.ts";
import { type Annotated, type MarkedEvent, ROLES, type Role } from "./types.ts";

/** @param idOf an event's id on the shelf */
export function writeLabelStudio(record: ReadoutRecord, idOf: (event: string) => string): string {
  const { engine, document } = record;
  const { text, id: document_id, url, title, published, sha256 } = document;
  const marks = marksOf(record, idOf);
  const result: unknown[] = [];
  const place = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) });
  const tagged = { to_name: "text", origin: "prediction" };
  const participants = new Map<string, string>();
  for (const { id, trigger, type, modes, auxiliary, sides } of marks) {
    const at = place(trigger);
    result.push({ id, from_name: "label", type: "labels", value: { ...at, labels: [type] }, ...tagged });
    if (modes.length > 0) result.push({ id, from_name: "mode", type: "choices", value: { ...at, choices: modes }, ...tagged });
    if (auxiliary.length > 0) result.push({ id, from_name: "auxiliary", type: "choices", value: { ...at, choices: auxiliary }, ...tagged });
    for (const role of ROLES)
      for (const side of sides[role]) {
        const key = `${side.start} ${side.end}`;
        const to_id = participants.get(key) ?? `p${participants.size + 1}`;
        if (!participants.has(key))
          result.push({ id: to_id, from_name: "label", type: "labels", value: { ...place(side), labels: [PARTICIPANT] }, ...tagged });
        participants.set(key, to_id);
        result.push({ type: "relation", from_id: id, to_id, direction: "right", labels: [role] });
      }
  }
  const data = { text, document: document_id, url, title, published, sha256, events: marks.map((mark) => mark.id) };
  return `${JSON.stringify({ data, predictions: [{ model_version: `readout ${engine.version} (${engine.model})`, result }] })}\n`;
}

interface Region {
  readonly id?: string;
  readonly type?: string;
  readonly from_name?: string;
  readonly from_id?: string;
  readonly to_id?: string;
  readonly labels?: readonly string[];
  readonly value?: {
    readonly start?: number;
    readonly end?: number;
    readonly text?: string;
    readonly labels?: string[];
    readonly choices?: string[];
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** @returns null where the value is no task, or one that nobody has annotated @throws RangeError that says what is wrong with it */
export function readLabelStudio(value: Readonly<Record<string, unknown>>): Annotated | null {
  const data = value.data as Readonly<Record<string, unknown>> | undefined;
  const given = value.annotations ?? value.completions;
  if (typeof data?.text !== "string" || !Array.isArray(given)) return null;
  const { text } = data as { text: string };
  // The last one that was not cancelled holds.
  const last = given.filter(isObject).findLast(({ was_cancelled }) => was_cancelled !== true);
  if (last === undefined) return null;
  if (last.result != null && !(Array.isArray(last.result) && last.result.every(isObject)))
    throw new RangeError("its annotation's result is no list of regions: export the project as JSON again");
  const regions = (last.result ?? []) as readonly Region[];
  const points = pointsOf(text);
  const placeOf = ({ value: at }: Region): Span => {
    const [start, end] = [Number(at?.start), Number(at?.end)];
    const units = end > start && start >= 0 && end <= text.length ? span(start, end) : null;
    const counted = points.span(start, end);
    // Its page counts code units, what is made in Python code points: the words tell which.
    const found = [units, counted].find((each) => each !== null && at?.text === text.slice(each.start, each.end)) ?? units;
    if (!found && Number.isNaN(start + end))
      throw new RangeError("a region says not where it begins and ends: mark it again, from its first letter to behind its last");
    if (!found)
      throw new RangeError(`[${at?.start}, ${at?.end}] is no place in its text: mark it again, from its first letter to behind its last`);
    return found;
  };
  const labelled = regions.filter(({ type }) => type === "labels" || type === "hypertextlabels");
  const places = new Map(labelled.map((region) => [region.id, placeOf(region)]));
  const chosen = (id: string | undefined): string[] =>
    regions.filter((region) => region.type === "choices" && region.id === id).flatMap((region) => region.value?.choices ?? []);
  const unknown: string[] = [];
  const events = labelled.flatMap((region): MarkedEvent[] => {
    const [type = ""] = region.value?.labels ?? [];
    if (type === PARTICIPANT) return [];
    const choices = chosen(region.id);
    const odd = isType(type) ? choices.filter((each) => !isModeOf(type, each) && !isAuxiliary(each)) : [type];
    unknown.push(...odd);
    if (!isType(type)) return [];
    const side = (role: Role) =>
      regions.flatMap((each) =>
        each.type === "relation" && each.from_id === region.id && each.labels?.includes(role) ? (places.get(each.to_id) ?? []) : [],
      );
    return [
      {
        ...{
          trigger: places.get(region.id)!,
          type,
          modes: choices.filter((each) => isModeOf(type, each)),
          auxiliary: choices.filter(isAuxiliary),
        },
        sides: { actor: side("actor"), recipient: side("recipient") },
      },
    ];
  });
  const by = (last.completed_by ?? null) as { email?: string } | string | number | null;
  const name = typeof by === "object" ? (by?.email ?? null) : typeof by === "string" ? by : null;
  return { text, given: idsIn(data.events), by: name, events, unknown };
}

/** What a project shows: its labels, the modes of each event, and what a participant is to it. */
export function labelStudioConfig(): string {
  const modes = [...new Set(EVENT_TYPES.flatMap((type) => Object.keys(TYPES[type].modes)))].sort();
  const each = (tag: string, values: readonly string[]): string => values.map((value) => `      <${tag} value="${value}"/>\n`).join("");
  return `<View>
  <Labels name="label" toName="text">
${each("Label", [...EVENT_TYPES, PARTICIPANT])}  </Labels>
  <Relations>
${each("Relation", ROLES)}  </Relations>
  <Text name="text" value="$text"/>
  <Choices name="mode" toName="text" perRegion="true" choice="multiple">
${each("Choice", modes)}  </Choices>
  <Choices name="auxiliary" toName="text" perRegion="true" choice="multiple">
${each("Choice", AUXILIARY)}  </Choices>
</View>
`;
}
