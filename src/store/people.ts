// Names that a person typed → actors of a record: those that it has, else new ones with a place in the text. Pure.
import type { Actor } from "../actors/types.ts";
import type { Event, Participant } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { holds, type Span, span } from "../span.ts";
import { placesOf } from "./anchors.ts";
import { termOf } from "./fold.ts";

export interface Cast {
  /** Of the record, and those made for names that it has not. */
  actors(): readonly Actor[];
  /**
   * @param name a name, a code (UKR), or both: "Ana Lima (BRA)"
   * @returns placed at a mention in the event's sentence, else the first in the text, else the event's trigger
   */
  participant(name: string, event: Pick<Event, "sentence" | "trigger">): Participant;
}

export function castFor({ actors: known, document, sentences }: ReadoutRecord): Cast {
  const actors = [...known];

  function actorOf(typed: string): Actor {
    const [, name = typed, code = null] = /^(.*\S)\s*\(([A-Z]{3})\)$/.exec(typed) ?? [];
    const term = termOf(name);
    const found =
      actors.find((actor) => termOf(actor.name) === term && (code === null || actor.code === code)) ??
      // A code is the country itself before anybody from there.
      [...actors].sort((a, b) => rank(a) - rank(b)).find((actor) => actor.code === name);
    if (found) return found;
    const isCode = code === null && /^[A-Z]{3}$/.test(name);
    const mentions = placesOf(document.text, name).map((place) => ({ ...place, form: "name" as const }));
    const made: Actor = {
      ...{ id: `a${Math.max(0, ...actors.map(({ id }) => Number(id.slice(1)))) + 1}`, name, code: isCode ? name : code },
      ...{ sector: null, other_sectors: [], kind: isCode ? "country" : "unnamed", office: null, mentions },
    };
    actors.push(made);
    return made;
  }

  return {
    actors: () => actors,
    participant(name, event) {
      const { id, mentions } = actorOf(name);
      const sentence: Span = sentences[event.sentence]!;
      const place = mentions.find((mention) => holds(sentence, mention)) ?? mentions[0] ?? event.trigger;
      return { ...span(place.start, place.end), actor: id };
    },
  };
}

const rank = ({ kind }: Actor): number => (kind === "country" ? 0 : 1);
