// Events and statements of a record → the items of a page: words for who did what, the quotation, and its place.

import { AUXILIARY_WORDS } from "../codebook.ts";
import type { Statement } from "../events/types.ts";
import { formsOf } from "../grammar/words.ts";
import { holds, hull, type Span, slice, span } from "../span.ts";
import { tidy } from "../tidy.ts";
import { placesOf } from "./places.ts";
import { quote } from "./quote.ts";
import type { Told } from "./sections.ts";
import type { ReadoutRecord } from "./types.ts";
import { dayOf } from "./words.ts";

export interface Act {
  /** Null for a stand that is neither for nor against. */
  readonly quad: 1 | 2 | 3 | 4 | null;
  readonly actor: string;
  readonly type: string;
  readonly modes: string;
  readonly recipient: string;
  /** When, where, and what holds it back from being a fact: "planned", "says Ana Lima", "12 May 2025". */
  readonly notes: readonly string[];
}

/** Words of the article, and the events that they tell; a statement tells none. */
export interface Item {
  readonly acts: readonly Act[];
  /** What the quotation is, where it tells no act: "doubt:"; "" for none. */
  readonly lead: string;
  readonly quote: string;
  /** "¶4 s12 [1034–1101]" */
  readonly place: string;
  /** Places that tell the same again: "also s31". */
  readonly also: string;
  /** Where the quoted words stand. */
  readonly at: Span;
  /** Ids of the events and statements that the item tells, the first for its acts in their order. */
  readonly ids: readonly string[];
  /** True where the article itself vouches, and nothing is planned, denied or past. */
  readonly fact: boolean;
}

export interface Items {
  /** The name of the actor, or the words of the text where it is none that is known. */
  nameOf(who: Span & { readonly actor: string | null }): string;
  /** Names, each once, parted by commas; "" for none. */
  namesOf(participants: readonly (Span & { readonly actor: string })[]): string;
  /** @param source whether the item itself must tell who says so */
  ofEvent(told: Told, source: boolean): Item;
  ofStatement(statement: Statement): Item;
}

/** "The order*, signed by the minister*": what was done with a source is no part of what it is called. */
const ASIDE = /, \p{Ll}+(?:ed|ing) (?:by|in|on|at|to|from|for|with)\b.*$/su;

/** Below this the page says that the event is a guess: of those, every other one was right on the hand-coded articles (docs/accuracy.md). */
const unsure = 0.7;

export function itemsOf(record: ReadoutRecord): Items {
  const { document, sentences } = record;
  const { cite } = placesOf(record);
  const names = new Map(record.actors.map(({ id, name }) => [id, tidy(name)]));
  const nameOf: Items["nameOf"] = (who) => names.get(who.actor ?? "") ?? tidy(slice(document.text, who)).replace(ASIDE, "");
  const namesOf: Items["namesOf"] = (participants) => [...new Set(participants.map(nameOf))].join(", ");
  return {
    nameOf,
    namesOf,
    ofEvent({ event, again }, source) {
      const sentence = sentences[event.sentence]!;
      const inside = [...event.actor, ...event.recipient].filter((participant) => holds(sentence, participant));
      const { words, at } = quote(document.text, sentence, [event.trigger, ...inside]);
      const elsewhere = again.filter((other) => other.sentence !== event.sentence).map((other) => `s${other.sentence + 1}`);
      const notes = [
        ...event.auxiliary.map((auxiliary) => AUXILIARY_WORDS[auxiliary]),
        ...(source && event.said_by ? [`according to ${nameOf(event.said_by)}`] : []),
        ...(event.date ? [dayOf(event.date.iso)] : []),
        ...(event.place ? [tidy(event.place.name)] : []),
        ...(event.confidence < unsure ? ["unsure"] : []),
      ];
      const act = {
        quad: event.quad,
        actor: namesOf(event.actor) || "(not named)",
        type: event.type,
        modes: event.modes.join(" "),
        recipient: namesOf(event.recipient),
        notes,
      };
      const also = elsewhere.length > 0 ? `also ${[...new Set(elsewhere)].join(" ")}` : "";
      const fact = event.auxiliary.length === 0 && event.said_by === null;
      return { acts: [act], lead: "", quote: words, place: cite(event.sentence, at), also, at, ids: [event.id], fact };
    },
    ofStatement({ id, sentence, content, source, cue }) {
      const all = unbroken(content, [source, cue]);
      const { words, at } = quote(document.text, all, [span(all.start, all.start + 1)]);
      const lead = cue && leadOf(slice(document.text, cue));
      return { acts: [], lead: lead ?? "", quote: words, place: cite(sentence, at), also: "", at, ids: [id], fact: false };
    },
  };
}

/** What is said, whole; of parts that its source or cue stands between, the longest: "*We will not leave*, he said, nor will they". */
function unbroken(content: readonly Span[], between: readonly (Span | null)[]): Span {
  const all = hull(content);
  const isBroken = between.some((place) => place !== null && holds(all, place));
  return isBroken ? content.reduce((top, part) => (part.end - part.start > top.end - top.start ? part : top)) : all;
}

/** "denied:", "wants:": the words that lead to what is said, where they do more than say it; null for "said" and "according to". */
function leadOf(cue: string): string | null {
  const words = tidy(cue);
  const more =
    /\b(?:not|never|no)\b|n['’]t\b/i.test(words) ||
    words.split(" ").some((word) => /^\p{L}{4,}$/u.test(word) && !formsOf("plain-saying").has(word.toLowerCase()));
  return more && words.length <= 40 ? `${words}:` : null;
}

/** Neighbours with the same words become one item. */
export function joinSameWords(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const before = out.at(-1);
    const same = before && before.quote === item.quote && before.place === item.place && before.also === item.also;
    if (same)
      out[out.length - 1] = {
        ...before,
        acts: [...before.acts, ...item.acts],
        ids: [...before.ids, ...item.ids],
        fact: before.fact && item.fact,
      };
    else out.push(item);
  }
  return out;
}
