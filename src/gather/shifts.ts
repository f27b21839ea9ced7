// Stands of one article and of others → who moved between them: an older article tells the stand that a newer one says is given up, or the opposite one.
import { daysBetween } from "./dates.ts";
import { sameIssue } from "./issues.ts";
import { sameName } from "./sides.ts";
import type { Shift, Stand } from "./types.ts";
import { windows } from "./windows.ts";

const leaning: Readonly<Record<string, number>> = { demands: 1, supports: 1, accepts: 1, offers: 1, rejects: -1, opposes: -1 };

interface Found {
  readonly from: Stand;
  readonly to: Stand;
}

/** Of the stands that an article's actor had before, the latest; one shift for each stand in the older article and stance in the newer. */
export function shifts(own: readonly Stand[], known: readonly Stand[]): Shift[] {
  const keyed = (document: number, number: number): string => `${document} ${number}`;
  const stands = new Map([...own, ...known].map((stand) => [keyed(stand.document, stand.number), stand]));
  const given = new Set([...stands.values()].flatMap(({ document, earlier }) => (earlier === null ? [] : [keyed(document, earlier)])));
  // What an article tells as given up, or as said by another, is nobody's stand at its date.
  const isHeld = (stand: Stand): boolean => stand.said_by === null && !given.has(keyed(stand.document, stand.number));
  const [mine, yours] = [own.filter(isHeld), known.filter(isHeld)];

  const latest = (to: Stand, others: readonly Stand[]): Found[] => {
    const before = to.earlier === null ? null : stands.get(keyed(to.document, to.earlier));
    let from: Stand | null = null;
    for (const stand of others) {
      if (!isEarlier(stand, to) || !sameActor(stand, to) || (from !== null && stand.published! <= from.published!)) continue;
      if (before ? stand.stance === before.stance && alike(stand, before) : opposed(stand, to) && alike(stand, to)) from = stand;
    }
    return from === null ? [] : [{ from, to }];
  };
  const found = [...mine.flatMap((to) => latest(to, yours)), ...yours.flatMap((to) => latest(to, mine))];
  const seen = new Set<string>();
  return found
    .filter(({ from, to }) => {
      const key = `${keyed(from.document, from.number)} ${to.document} ${to.stance}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ from, to }) => ({ from: { document: from.document, number: from.number }, to: { document: to.document, number: to.number } }));
}

const isEarlier = (a: Stand, b: Stand): boolean =>
  a.published !== null && b.published !== null && a.published < b.published && daysBetween(a.published, b.published) <= windows.stands;
const sameActor = (a: Stand, b: Stand): boolean =>
  a.actor !== null && b.actor !== null && a.actor_code === b.actor_code && sameName(a.actor, b.actor);
const opposed = (a: Stand, b: Stand): boolean => (leaning[a.stance] ?? 0) * (leaning[b.stance] ?? 0) < 0;
const alike = (a: Stand, b: Stand): boolean => sameIssue(a.issue, b.issue);
