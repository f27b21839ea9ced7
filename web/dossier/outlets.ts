// Events and articles → what each outlet tells, side by side. Pure.
import type { DocumentRow } from "../page/rows.ts";
import type { PlacedRow } from "./places.ts";

export interface OutletRow {
  readonly outlet: string;
  readonly articles: number;
  readonly events: number;
  /** Told as fact. */
  readonly fact: number;
  /** Of these. */
  readonly cooperation: number;
  readonly conflict: number;
  readonly said: number;
  readonly unreal: number;
  /** Events told as fact, by type. */
  readonly types: ReadonlyMap<string, number>;
}

/** The busiest first. @param rows each event once an article */
export function outletsOf(rows: readonly PlacedRow[], documents: readonly DocumentRow[]): OutletRow[] {
  const named = (row: { readonly outlet: string | null; readonly document: string }): string => row.outlet ?? row.document;
  const articles = new Map<string, Set<string>>();
  for (const row of [...documents, ...rows]) articles.set(named(row), (articles.get(named(row)) ?? new Set()).add(row.document));
  return [...articles]
    .map(([outlet, mine]) => {
      const told = rows.filter((row) => named(row) === outlet);
      const facts = told.filter(({ reality }) => reality === "fact" || reality === "past");
      const said = told.filter(({ reality }) => reality === "said").length;
      const types = new Map<string, number>();
      for (const { type } of facts) types.set(type, (types.get(type) ?? 0) + 1);
      const cooperation = facts.filter(({ quad }) => quad <= 2).length;
      return {
        ...{ outlet, articles: mine.size, events: told.length, fact: facts.length, cooperation, conflict: facts.length - cooperation },
        ...{ said, unreal: told.length - facts.length - said, types },
      };
    })
    .filter(({ events, articles: count }) => events + count > 0)
    .sort((a, b) => b.events - a.events || a.outlet.localeCompare(b.outlet));
}

/** Types that any of them tells, the most told first: a column that all leave empty is none. */
export function typesIn(outlets: readonly OutletRow[]): string[] {
  const sums = new Map<string, number>();
  for (const { types } of outlets) for (const [type, n] of types) sums.set(type, (sums.get(type) ?? 0) + n);
  return [...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([type]) => type);
}
