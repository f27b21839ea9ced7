// What gathering compares a new article with: events, answers and wordings of the days around it, positions of its actors, read once and kept while there is room.
import type { Answer, Mention, Sketch, Stand } from "../gather/types.ts";
import type { Tables } from "./desk.ts";
import { sqlOf } from "./sql.ts";

/** The version of an article that a row is of. */
interface Of {
  readonly document: number;
  readonly article: number;
}
export type Wording = Of & Sketch & { readonly family: number };

/** Of one article, by the days that they are looked up by. */
interface Found {
  readonly mentions: (Mention & Of)[];
  readonly answers: (Answer & Of)[];
  readonly wordings: Wording[];
}
type Kind = keyof Found;

/** Rows kept of all kinds together; some 50 MB. Beyond it the days that were not asked for longest are let go. */
const room = 25_000;

export interface Recent {
  /** Rows of a kind, of current articles and older versions of `article`, filed under a day within so many days of one of `days`; oldest article first. */
  near<K extends Kind>(kind: K, days: readonly string[], within: number, article: number): Promise<Found[K]>;
  /** Positions of actors of these names in other articles, as they are now; oldest article first. */
  stands(actors: readonly string[], article: number): Promise<Stand[]>;
  putStand(stand: Stand & Of): void;
  /** A row of an article that was written; null for one that is filed under no day. */
  put<K extends Kind>(kind: K, day: string | null, row: Found[K][number]): void;
  /** The rows of a version that is written anew. */
  forget(document: number): void;
  /** Of an article only this version is current from now on. */
  replace(article: number, document: number): void;
  /** After a failure: what is kept may not be on the shelf. */
  clear(): void;
}

const dayLength = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLength;
const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

export function recentOn(tables: Pick<Tables, "rows">): Recent {
  // By kind and day; a Map keeps the order of use.
  const kept = new Map<string, { readonly kind: Kind; rows: Of[] }>();
  let size = 0;
  let current = new Map<number, number>();

  // All names, so that a new one need not be looked for.
  let actors: Set<string> | null = null;
  const byActor = new Map<string, (Stand & Of)[]>();

  function learn(isCurrent: boolean, { article, document }: Of): void {
    if (isCurrent) current.set(article, document);
    else if (!current.has(article)) current.set(article, -1);
  }
  const isCurrent = ({ article, document }: Of): boolean => (current.get(article) ?? document) === document;

  async function standsOf(actor: string): Promise<readonly (Stand & Of)[]> {
    actors ??= new Set((await tables.rows(sqlOf("gather_actors"), {})).map((row) => row.actor as string));
    if (!actors.has(actor)) return [];
    let rows = byActor.get(actor);
    if (rows === undefined) {
      const found = (await tables.rows(sqlOf("gather_stands"), { actor })) as unknown as (Stand & Of & { current: boolean })[];
      rows = found.map(({ current: now, ...row }) => {
        learn(now, row);
        return row;
      });
      size += rows.length;
    }
    byActor.delete(actor);
    byActor.set(actor, rows);
    return rows;
  }

  /** Lets go of what was not asked for longest. */
  function makeRoom(): void {
    for (const of of [kept, byActor] as const)
      for (const [key, value] of of) {
        if (size <= room) return;
        size -= Array.isArray(value) ? value.length : value.rows.length;
        of.delete(key);
      }
  }

  async function load(kind: Kind, from: number, to: number): Promise<void> {
    const found = (await tables.rows(sqlOf(`gather_${kind}`), { from: dayOf(from), to: dayOf(to) })) as unknown as (Of & {
      filed: string;
      current: boolean;
    })[];
    for (let day = from; day <= to; day++) kept.set(`${kind} ${day}`, { kind, rows: [] });
    for (const { filed, current: now, ...row } of found) {
      kept.get(`${kind} ${numberOf(filed)}`)!.rows.push(row);
      learn(now, row);
    }
    size += found.length;
  }

  return {
    async near(kind, days, within, article) {
      const wanted = [...new Set(days.flatMap((day) => Array.from({ length: 2 * within + 1 }, (_, n) => numberOf(day) - within + n)))].sort(
        (a, b) => a - b,
      );
      const missing = wanted.filter((day) => !kept.has(`${kind} ${day}`));
      // Runs of days are read at once.
      for (let at = 0; at < missing.length; ) {
        let end = at;
        while (missing[end + 1] === missing[end]! + 1) end++;
        await load(kind, missing[at]!, missing[end]!);
        at = end + 1;
      }
      const found: Of[] = [];
      for (const day of wanted) {
        const key = `${kind} ${day}`;
        const bucket = kept.get(key)!;
        kept.delete(key);
        kept.set(key, bucket);
        for (const row of bucket.rows) if (row.article === article || isCurrent(row)) found.push(row);
      }
      makeRoom();
      return found.sort((a, b) => a.document - b.document) as never;
    },
    async stands(names, article) {
      const found: (Stand & Of)[] = [];
      for (const name of new Set(names))
        for (const row of await standsOf(name)) if (row.article !== article && isCurrent(row)) found.push(row);
      makeRoom();
      return found.sort((a, b) => a.document - b.document || a.number - b.number);
    },
    putStand(stand) {
      if (stand.actor === null || actors === null) return;
      const rows = byActor.get(stand.actor);
      if (rows) {
        rows.push(stand);
        size++;
        // What has no rows on the shelf yet is whole with this one.
      } else if (!actors.has(stand.actor)) {
        byActor.set(stand.actor, [stand]);
        size++;
      }
      actors.add(stand.actor);
    },
    put(kind, day, row) {
      const bucket = day === null ? undefined : kept.get(`${kind} ${numberOf(day)}`);
      // A day that was not read yet will be read with this row in it.
      if (bucket === undefined) return;
      bucket.rows.push(row);
      size++;
    },
    forget(document) {
      for (const bucket of kept.values()) {
        const rest = bucket.rows.filter((row) => row.document !== document);
        size -= bucket.rows.length - rest.length;
        bucket.rows = rest;
      }
      // Rare, and the names of the version may be gone.
      for (const rows of byActor.values()) size -= rows.length;
      byActor.clear();
      actors = null;
    },
    replace(article, document) {
      current.set(article, document);
    },
    clear() {
      kept.clear();
      byActor.clear();
      actors = null;
      size = 0;
      current = new Map();
    },
  };
}
