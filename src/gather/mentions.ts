// ReadoutRecord → its events and positions as they are compared across articles.
import type { Actor } from "../actors/types.ts";
import type { Event } from "../events/types.ts";
import type { ReadoutRecord } from "../record/types.ts";
import { slice } from "../span.ts";
import type { Mention, Stand } from "./types.ts";

/** @param dayOf the day to file an event under */
export function mentionsOf(
  record: ReadoutRecord,
  document: number,
  published: string | null,
  dayOf: (event: Event) => string | null,
): Mention[] {
  const { text } = record.document;
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const side = (participants: Event["actor"]) => {
    const found = [...new Set(participants.map(({ actor }) => actor))].flatMap((id) => actors.get(id) ?? []);
    const values = (of: (actor: Actor) => string | null): string[] => [...new Set(found.flatMap((actor) => of(actor) ?? []))];
    return { names: values(({ name }) => name), codes: values(({ code }) => code), sectors: values(({ sector }) => sector) };
  };
  return record.events.map((event, number): Mention => {
    const [source, target] = [side(event.actor), side(event.recipient)];
    const speaker = actors.get(event.said_by?.actor ?? "");
    return {
      ...{ document, number, gathered: null, id: event.id, same_as: event.same_as, type: event.type, auxiliary: event.auxiliary },
      ...{ source: source.names, source_code: source.codes, source_sector: source.sectors },
      ...{ target: target.names, target_code: target.codes, target_sector: target.sectors },
      said_by: event.said_by && (speaker?.name ?? tidy(slice(text, event.said_by))),
      said_by_code: speaker?.code ?? null,
      ...{ date: event.date?.iso ?? null, day: dayOf(event), published, trigger: tidy(slice(text, event.trigger)) },
      ...{ sentence: event.sentence, start: event.trigger.start, end: event.trigger.end, confidence: event.confidence },
      words: tidy(slice(text, record.sentences[event.sentence]!)),
    };
  });
}

export function standsOf({ positions, actors, document: { text } }: ReadoutRecord, document: number, published: string | null): Stand[] {
  const actorOf = (id: string | null): Actor | null => actors.find((actor) => actor.id === id) ?? null;
  return positions.map(({ actor, issue, stance, said_by, earlier }, number) => ({
    ...{ document, number, actor: actorOf(actor)?.name ?? null, actor_code: actorOf(actor)?.code ?? null, issue: issue.label, stance },
    ...{ said_by: said_by && (actorOf(said_by.actor)?.name ?? tidy(slice(text, said_by))), earlier, published },
  }));
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
