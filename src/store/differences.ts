// Two codings of one text → the events that they tell differently. Pure.
import type { Event } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { wordsAt } from "./anchors.ts";
import { codingOf } from "./corrected.ts";
import type { Coding, Difference } from "./types.ts";

export interface Coded {
  readonly record: ReadoutRecord;
  /** The events' numbers in the article, by their ids. */
  readonly refs: ReadonlyMap<string, number>;
}

/** In the order of the text. How sure the machine is does not count. */
export function differencesOf(before: Coded, after: Coded, article: number): Difference[] {
  const [was, now] = [before, after].map(({ record, refs }) => new Map(record.events.map((event) => [refs.get(event.id)!, event])));
  const differences: Difference[] = [];
  const tell = (ref: number, change: Difference["change"], { record }: Coded, event: Event, fields: readonly string[]): void => {
    const { document, sentences } = record;
    const [old, recent] = [was!.get(ref), now!.get(ref)];
    differences.push({
      ...{ change, id: `e${article}.${ref}`, document: document.id, url: document.url },
      ...{ sentence: event.sentence, start: event.trigger.start, end: event.trigger.end },
      ...{ words: wordsAt(record, sentences[event.sentence]!), trigger: wordsAt(record, event.trigger), fields },
      was: old ? tellingOf(codingOf(old, before.record)) : null,
      now: recent ? tellingOf(codingOf(recent, after.record)) : null,
    });
  };
  for (const [ref, event] of was!) if (!now!.has(ref)) tell(ref, "gone", before, event, []);
  for (const [ref, event] of now!) {
    const old = was!.get(ref);
    if (old === undefined) tell(ref, "new", after, event, []);
    else {
      const [one, two] = [factsOf(old, before.record), factsOf(event, after.record)];
      const fields = Object.keys(two).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(two[name]));
      if (fields.length > 0) tell(ref, "changed", after, event, fields);
    }
  }
  return differences.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** "REJECT (yield) Ukraine → Russia, negation" */
export function tellingOf({ type, modes, auxiliary, actor, recipient }: Coding): string {
  const names = (side: readonly string[]): string => side.join(", ") || "–";
  const act = modes.length > 0 ? `${type} (${modes.join(", ")})` : type;
  return `${act} ${names(actor)} → ${names(recipient)}${auxiliary.map((each) => `, ${each}`).join("")}`;
}

function factsOf(event: Event, record: ReadoutRecord): Readonly<Record<string, unknown>> {
  const { type, modes, auxiliary, actor, recipient } = codingOf(event, record);
  const codes = (side: Event["actor"]) => side.map((each) => record.actors.find(({ id }) => id === each.actor)?.code ?? null);
  const { said_by } = event;
  return {
    ...{ type, modes, contexts: event.contexts, auxiliary, source: actor, source_code: codes(event.actor), target: recipient },
    ...{
      target_code: codes(event.recipient),
      said_by: said_by && (record.actors.find(({ id }) => id === said_by.actor)?.name ?? wordsAt(record, said_by)),
    },
    ...{ date: event.date?.iso ?? null, place: event.place?.name ?? null },
  };
}
