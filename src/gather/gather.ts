// Mentions of one article, and those gathered before → the event of each: joined where one is like enough, else new.
import { haveCommon, isDeed, isLike, prepare, sameness } from "./compare.ts";
import { daysBetween } from "./dates.ts";
import type { Mention } from "./types.ts";
import { windows } from "./windows.ts";

/** Likeness from which on two mentions are one event. Chosen on examples/, which eval/gather.ts measures; deeds have a place and a victim, words of talks are all alike. */
const enough = { deed: 0.48, other: 0.55 };
/** How much the nearest member counts beside the mean of all, so that a chain of likenesses does not grow. */
const nearestCounts = 0.5;
/** Of those that could be the same, the newest so many are compared. */
const most = 100;

export function gather(
  own: readonly Mention[],
  known: readonly Mention[],
  fresh: (own: Mention, taken: ReadonlySet<number>) => number,
): Mention[] {
  const done: Mention[] = [];
  // Newest first, so that nothing need be sorted for each.
  const others = [...known].sort((a, b) => b.document - a.document || a.number - b.number);
  const taken = new Set(known.map(({ gathered }) => gathered!));
  for (const mention of own) {
    // What the article itself tells again needs no likeness.
    const told = done.find(({ id }) => mention.same_as.includes(id))?.gathered;
    const gathered = mention.gathered ?? told ?? closest(mention, [...done, ...candidates(mention, others)]) ?? fresh(mention, taken);
    taken.add(gathered);
    done.push({ ...mention, gathered });
  }
  return done;
}

function candidates(mention: Mention, others: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (const other of others) {
    if (!isLike(mention.type, other.type) || !isWithin(mention, other) || !haveCommon(mention, other)) continue;
    found.push(other);
    if (found.length === most) break;
  }
  return found;
}

const isWithin = (a: Mention, b: Mention): boolean => a.day !== null && b.day !== null && daysBetween(a.day, b.day) <= windows.events;

/** The event whose members it is most like; the older one of two. */
function closest(mention: Mention, others: readonly Mention[]): number | null {
  const one = prepare(mention);
  const events = new Map<number, number[]>();
  for (const other of others) {
    const scores = events.get(other.gathered!);
    const score = sameness(one, prepare(other));
    if (scores) scores.push(score);
    else events.set(other.gathered!, [score]);
  }
  let best: number | null = null;
  let likest = isDeed(mention.type) ? enough.deed : enough.other;
  for (const [event, scores] of events) {
    const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
    const score = nearestCounts * Math.max(...scores) + (1 - nearestCounts) * mean;
    if (score > likest || (score === likest && (best === null || event < best))) [best, likest] = [event, score];
  }
  return best;
}
