// An event or statement of a record → what a person is told about it, in words. Pure.
import { AUXILIARY_WORDS } from "../../src/codebook.ts";
import type { Event, Statement } from "../../src/events/types.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { dayOf } from "../../src/record/words.ts";
import { hull, type Span, slice } from "../../src/span.ts";
import { tidy } from "../../src/tidy.ts";

/** Hollow for words, filled for deeds; diamonds for cooperation, triangles for conflict: nothing is told by colour alone. */
export const signs = { 1: "◇", 2: "◆", 3: "△", 4: "▲" } as const;
export const quads = { 1: "words of cooperation", 2: "deeds of cooperation", 3: "words of conflict", 4: "deeds of conflict" } as const;

const auxiliaries = { ...AUXILIARY_WORDS, negation: "told as not so" } as const;

export interface Telling {
  readonly quad: 1 | 2 | 3 | 4;
  readonly actor: string;
  readonly type: string;
  readonly recipient: string;
  /** "says Steve Witkoff" or "told by the article". */
  readonly voucher: string;
  /** When, where, what holds it back from being a fact. */
  readonly notes: readonly string[];
  /** "93% sure" */
  readonly sure: string;
}

export function nameOf(record: ReadoutRecord, who: Span & { readonly actor: string | null }): string {
  const actor = record.actors.find(({ id }) => id === who.actor);
  return tidy(actor?.name ?? slice(record.document.text, who));
}

const namesOf = (record: ReadoutRecord, all: readonly (Span & { readonly actor: string })[]): string =>
  [...new Set(all.map((who) => nameOf(record, who)))].join(", ");

export function tellingOf(record: ReadoutRecord, event: Event): Telling {
  return {
    quad: event.quad,
    actor: namesOf(record, event.actor) || "(not named)",
    type: [event.type, ...event.modes].join(" "),
    recipient: namesOf(record, event.recipient),
    voucher: event.said_by ? `so says ${nameOf(record, event.said_by)}` : "told by the article",
    notes: [
      ...event.auxiliary.map((each) => auxiliaries[each]),
      ...(event.date ? [dayOf(event.date.iso)] : []),
      ...(event.place ? [tidy(event.place.name)] : []),
      ...toldAgain(record, event),
    ],
    sure: surely(event.confidence),
  };
}

/** "also told in s4, s31": sentences from 1, as everywhere; ids are nobody's business. */
function toldAgain({ events }: ReadoutRecord, { same_as, sentence }: Event): string[] {
  const sentences = events.filter(({ id }) => same_as.includes(id)).map((each) => each.sentence);
  const others = [...new Set(sentences)].filter((each) => each !== sentence).sort((a, b) => a - b);
  return others.length > 0 ? [`also told in ${others.map((each) => `s${each + 1}`).join(", ")}`] : [];
}

export const surely = (confidence: number): string => `${Math.round(confidence * 100)}% sure`;

/** Nobody else vouches for it, and it is neither planned, supposed nor denied. What happened long ago happened. */
export const isFact = ({ said_by, auxiliary }: Event): boolean => said_by === null && auxiliary.every((each) => each === "historical");

const judging = new Set(["opinion", "promotional", "furniture"]);
/** Ids of the events that the article reports as having happened; what its author judges is no report. */
export const factsIn = ({ events, sentences }: ReadoutRecord): ReadonlySet<string> =>
  new Set(events.filter((event) => isFact(event) && !judging.has(sentences[event.sentence]?.voice ?? "")).map(({ id }) => id));

/** "Steve Witkoff claimed: “Putin had agreed to …”" */
export function sayingOf(record: ReadoutRecord, { source, cue, content }: Statement): { who: string; cue: string; words: string } {
  const { text } = record.document;
  return {
    who: source ? nameOf(record, source) : "somebody not named",
    cue: cue ? tidy(slice(text, cue)) : "says",
    words: content.length > 0 ? tidy(slice(text, hull(content))) : "",
  };
}

/** What an id of the record stands for: the words to show, with the parts to point out. */
export interface Selected {
  readonly id: string;
  readonly event: Event | null;
  readonly statement: Statement | null;
  /** The sentence or words that a link to it cites. */
  readonly at: Span;
}

export function selectedOf(record: ReadoutRecord, id: string): Selected | null {
  const event = record.events.find((each) => each.id === id) ?? null;
  const statement = record.statements.find((each) => each.id === id) ?? null;
  const sentence = record.sentences[(event ?? statement)?.sentence ?? -1];
  return sentence ? { id, event, statement, at: { start: sentence.start, end: sentence.end } } : null;
}

/** The statement whose content holds the event. */
export const statementOver = (record: ReadoutRecord, event: Event): Statement | null =>
  record.statements.find(({ content }) => content.some((part) => part.start <= event.trigger.start && event.trigger.end <= part.end)) ??
  null;
