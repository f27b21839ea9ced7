// Events → the one section in which a reader looks for each, with events that tell the same again folded into the one that tells it best.
import type { Event, Meeting } from "../events/types.ts";
import { peopleIn } from "../sides.ts";
import type { ReadoutRecord } from "./types.ts";

export type SectionName = "fact" | "stand" | "reaction" | "said" | "unreal" | "past";

/** An event to show, and the events that tell it again. */
export interface Told {
  readonly event: Event;
  readonly again: readonly Event[];
}

const stands = new Set(["REQUEST", "REJECT", "AGREE", "CONCEDE", "THREATEN"]);
const views = new Set(["SUPPORT", "ACCUSE"]);
// The plainer the telling, the earlier: an event that is told both as fact and as hearsay stands as fact.
const plainest: readonly SectionName[] = ["fact", "stand", "reaction", "said", "unreal", "past"];

/** Every event once, in one section or in the `again` of another; sections hold theirs in text order. */
export function sectionsOf({ events, meetings = [] }: Pick<ReadoutRecord, "events" | "meetings">): Record<SectionName, Told[]> {
  const sections: Record<SectionName, Told[]> = { fact: [], stand: [], reaction: [], said: [], unreal: [], past: [] };
  const parties = new Set(events.filter((event) => settled(event) && !views.has(event.type)).flatMap(peopleIn));
  const sectionOf = (event: Event): SectionName => {
    if (event.auxiliary.includes("historical")) return "past";
    if (event.auxiliary.length > 0) return "unreal";
    if (event.said_by !== null) return "said";
    if (stands.has(event.type)) return "stand";
    // Praise or blame from a party is part of what happened; from somebody who takes no other part it is a reaction.
    if (views.has(event.type) && parties.size > 0 && !event.actor.some(({ actor }) => parties.has(actor))) return "reaction";
    return "fact";
  };
  for (const group of groupsOf(events, meetings)) {
    const ranked = group.map((event) => ({ event, section: sectionOf(event) }));
    const rank = ({ section }: { section: SectionName }): number => plainest.indexOf(section);
    // Of two that are told as plainly the one that names more of those who meet, then the one that says when and where; a headline says neither.
    const best = ranked.reduce((a, b) => (rank(b) < rank(a) || (rank(b) === rank(a) && fuller(b.event, a.event)) ? b : a));
    sections[best.section].push({
      event: best.event,
      again: group.filter((event) => event !== best.event).sort((a, b) => a.sentence - b.sentence),
    });
  }
  for (const told of Object.values(sections)) told.sort((a, b) => a.event.trigger.start - b.event.trigger.start);
  return sections;
}

const fullness = ({ date, place }: Event): number => Number(date !== null) + Number(place !== null);
const fuller = (one: Event, other: Event): boolean => {
  const more = one.type === "CONSULT" ? new Set(peopleIn(one)).size - new Set(peopleIn(other)).size : 0;
  return more > 0 || (more === 0 && fullness(one) > fullness(other));
};

const settled = (event: Event): boolean => event.auxiliary.length === 0 && event.said_by === null;

/** As many as an event names by `same_as`. */
const manyEvents = 8;

/** Events that `same_as` or a meeting ties together, directly or through others, each group in text order. */
function groupsOf(events: readonly Event[], meetings: readonly Meeting[]): Event[][] {
  const groups = new Map<string, Event[]>(events.map((event) => [event.id, [event]]));
  const join = (first: Event[] | undefined, second: Event[] | undefined): void => {
    if (first === undefined || second === undefined || first === second) return;
    // One more joins the many: moving these for each takes the square of their number.
    const [one, two] = second.length > manyEvents && second.length > first.length ? [second, first] : [first, second];
    for (const event of two) {
      one.push(event);
      groups.set(event.id, one);
    }
  };
  for (const event of events) for (const other of event.same_as) join(groups.get(event.id), groups.get(other));
  for (const {
    events: [first, ...others],
  } of meetings)
    for (const other of others) join(groups.get(first!), groups.get(other));
  return [...new Set(groups.values())].map((group) => group.sort((a, b) => a.trigger.start - b.trigger.start));
}
