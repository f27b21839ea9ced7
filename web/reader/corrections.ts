// A record and the sentence that a reader looks at → the lines about it that can be corrected, their fields, and what of them was changed. Pure.
import { AUXILIARY, EVENT_TYPES, type EventType, STANCES, STANDINGS, TAKES, TYPES, VOICES } from "../../src/codebook.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { holds, type Span, slice } from "../../src/span.ts";
import { aspectsOf, itemsOf } from "../../src/store/remarks.ts";
import { tidy } from "../../src/tidy.ts";

export type Kind = "event" | "statement" | "position" | "commitment" | "reaction" | "response" | "sentence";

export interface Line {
  readonly id: string;
  readonly kind: Kind;
  /** "rejects ceding Donetsk: Volodymyr Zelenskyy" */
  readonly title: string;
}

export interface Field {
  readonly key: string;
  readonly label: string;
  /** Names parted by commas. */
  readonly many?: true;
  /** A name of an actor. */
  readonly people?: true;
  readonly choices?: readonly (readonly [value: string, title: string])[];
}

const same = (values: readonly string[]): [string, string][] => values.map((value) => [value, value]);
const who: Omit<Field, "label"> = { key: "actor", people: true };
const saidBy: Field = { key: "said_by", label: "By whose word (empty: the article’s own)", people: true };
const realities: readonly (readonly [string, string])[] = [
  ["", "it happened"],
  ["future", "planned"],
  ["hypothetical", "only supposed"],
  ["negation", "denied"],
  ["historical", "earlier history"],
];

/** @param type of an event, as it stands in the form */
export function fieldsOf(kind: Kind, type: string): readonly Field[] {
  const modes = Object.keys(TYPES[type as EventType]?.modes ?? {});
  switch (kind) {
    case "event":
      return [
        { key: "type", label: "What it is", choices: same(EVENT_TYPES) },
        ...(modes.length > 0 ? [{ key: "modes", label: "How", choices: [["", "not told"] as const, ...same(modes)] }] : []),
        { key: "auxiliary", label: "Is it so", choices: realities },
        { ...who, label: "Who does it", many: true },
        { key: "recipient", label: "To whom", many: true, people: true },
        saidBy,
        { key: "date", label: "When (2025-08-15, 2025-08 or 2025)" },
        { key: "place", label: "Where" },
        { key: "contexts", label: "About what (PLOVER contexts)", many: true },
      ];
    case "statement":
      return [{ key: "said_by", label: "Who says it", people: true }];
    case "position":
      return [
        { ...who, label: "Who" },
        { key: "stance", label: "Stand", choices: same(STANCES) },
        { key: "issue", label: "On what" },
        saidBy,
      ];
    case "commitment":
      return [
        { ...who, label: "Who promises", many: true },
        { key: "recipient", label: "To whom", many: true, people: true },
        { key: "standing", label: "How firm", choices: same(STANDINGS) },
        saidBy,
      ];
    case "sentence":
      return [{ key: "voice", label: "How it is told", choices: same(VOICES) }];
    default:
      return [
        { ...who, label: "Who" },
        { key: "stance", label: "How it takes it", choices: same(TAKES) },
      ];
  }
}

export type Values = Readonly<Record<string, string>>;

/** What a line says, as the form's fields show it. */
export function valuesOf(record: ReadoutRecord, { id, kind }: Line): Values {
  const aspects = Object.fromEntries(
    Object.entries(aspectsOf(record, id) ?? {}).flatMap(([key, each]) =>
      each === null ? [] : [[key, typeof each === "string" ? each : each.join(", ")]],
    ),
  );
  const event = kind === "event" ? record.events.find((each) => each.id === id) : undefined;
  if (!event) return aspects;
  const names = (side: readonly { readonly actor: string }[]): string =>
    [...new Set(side.flatMap(({ actor }) => record.actors.find((each) => each.id === actor)?.name ?? []))].join(", ");
  return {
    ...aspects,
    ...{ type: event.type, modes: event.modes[0] ?? "", auxiliary: AUXILIARY.find((each) => event.auxiliary.includes(each)) ?? "" },
    ...{ actor: names(event.actor), recipient: names(event.recipient) },
  };
}

/** What to send of what was changed. */
export function changesOf(kind: Kind, before: Values, now: Values): Record<string, string | string[]> {
  const listed = new Set(["modes", "auxiliary", "contexts", ...(kind === "event" || kind === "commitment" ? ["actor", "recipient"] : [])]);
  const list = (text: string): string[] =>
    text
      .split(",")
      .map((each) => each.trim())
      .filter(Boolean);
  return Object.fromEntries(
    fieldsOf(kind, now.type ?? "").flatMap(({ key }) => {
      const text = (now[key] ?? "").trim();
      if (text === (before[key] ?? "")) return [];
      return [[key, listed.has(key) ? list(text) : text]];
    }),
  );
}

/** The lines about a sentence, the one that is selected first. @param at a span within it */
export function linesAt(record: ReadoutRecord, at: Span, selected: string): Line[] {
  const sentence = record.sentences.findIndex((each) => holds(each, at) || (each.start <= at.start && at.start < each.end));
  const evidence = (id: string): readonly string[] => {
    const n = Number(id.slice(1)) - 1;
    const { positions, commitments, reactions, responses = [] } = record;
    return { p: positions[n], c: commitments[n], r: reactions[n], x: responses[n] }[id[0] as "p" | "c" | "r" | "x"]?.evidence ?? [];
  };
  const events = record.events
    .filter((event) => event.sentence === sentence || event.id === selected)
    .map(({ id, type, trigger }): Line => ({ id, kind: "event", title: `${type} “${tidy(slice(record.document.text, trigger))}”` }));
  const others = itemsOf(record)
    .filter((item) => item.sentence === sentence || item.id === selected || evidence(item.id).includes(selected))
    .map(({ id, about, place }): Line => {
      const aspects = aspectsOf(record, id);
      const words = tidy(slice(record.document.text, place)).slice(0, 70);
      const name = (aspects?.actor ?? []).join(", ");
      const title =
        about === "sentence"
          ? `this sentence is ${aspects?.voice}`
          : about === "statement"
            ? `${aspects?.said_by || "somebody"} says “${words}”`
            : about === "position"
              ? `${name} ${aspects?.stance}: ${aspects?.issue}`
              : about === "commitment"
                ? `${name} promises “${words}”`
                : `${name} ${aspects?.stance} “${words}”`;
      return { id, kind: about, title };
    });
  return [...events, ...others].sort((one, two) => Number(two.id === selected) - Number(one.id === selected));
}
