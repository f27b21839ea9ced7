// Events of one document → the meetings that several of them tell, also where they differ too much to be each other's `same_as`. Pure.

import { stem } from "../grammar/stems.ts";
import { stemsOf } from "../grammar/words.ts";
import { peopleIn } from "../sides.ts";
import { slice } from "../span.ts";
import type { Event, Meeting } from "./types.ts";

/** A meeting is looked for among so many before and after: all that an article tells. */
const nearConsults = 40;

/**
 * "The premier met the king" under the heading "The premier's visit": one meeting, where no other is told that it might be.
 * @param text the document's
 */
export function meetingsOf(events: readonly Event[], text: string): Meeting[] {
  const consults = events.filter(({ type }) => type === "CONSULT");
  const groups = new Map<string, Event[]>(consults.map((event) => [event.id, [event]]));
  const join = (one: Event[], two: Event[] | undefined): void => {
    if (two === undefined || one === two) return;
    const [into, from] = two.length > one.length ? [two, one] : [one, two];
    for (const event of from) {
      into.push(event);
      groups.set(event.id, into);
    }
  };
  for (const event of consults) for (const other of event.same_as) join(groups.get(event.id)!, groups.get(other));
  // "Cozied up to" is no meeting, except where it is told in one breath with one.
  const meets = ({ trigger }: Event): boolean =>
    slice(text, trigger)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => stemsOf("meetings").has(stem(word)) || stemsOf("meeting-verbs").has(stem(word)));
  const isOne = (a: Event, b: Event): boolean => a.sentence === b.sentence || (meets(a) && meets(b));
  for (const [at, event] of consults.entries()) {
    const near = consults.slice(Math.max(0, at - nearConsults), at + nearConsults);
    const wholes = new Set(near.filter((other) => isPartOf(event, other) && isOne(event, other)).map(({ id }) => groups.get(id)!));
    wholes.delete(groups.get(event.id)!);
    const [whole] = wholes;
    if (whole && wholes.size === 1) join(whole, groups.get(event.id));
  }
  return [...new Set(groups.values())]
    .filter(({ length }) => length > 1)
    .map((group) => ({ events: group.sort((a, b) => a.trigger.start - b.trigger.start).map(({ id }) => id) }));
}

/** True where all who meet in the one meet in the other, more or as many, and neither how it stands nor when and where it is differs. */
function isPartOf(part: Event, whole: Event): boolean {
  const [few, all] = [new Set(peopleIn(part)), new Set(peopleIn(whole))];
  const differ = (one: string | undefined, other: string | undefined): boolean => one !== undefined && other !== undefined && one !== other;
  return (
    few.size > 0 &&
    all.size > 1 &&
    [...few].every((id) => all.has(id)) &&
    part.auxiliary.join() === whole.auxiliary.join() &&
    !differ(part.date?.iso, whole.date?.iso) &&
    !differ(part.place?.name, whole.place?.name)
  );
}
