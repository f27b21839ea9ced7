// Events with a place → one entry a place, the busiest first. Pure.
import type { EventRow } from "../page/rows.ts";

export interface PlacedRow extends EventRow {
  readonly place: string | null;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly quad: 1 | 2 | 3 | 4;
  readonly same_as: readonly string[] | null;
  readonly reality: string;
}

export interface Place {
  /** In the address: "31.2,121.47" */
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly rows: readonly PlacedRow[];
  readonly cooperation: number;
  readonly conflict: number;
}

/** An event that an article tells again stands for itself once. */
export function once(rows: readonly PlacedRow[]): PlacedRow[] {
  const told = new Set<string>();
  return rows.filter(({ document, event, same_as }) => {
    if ((same_as ?? []).some((other) => told.has(`${document} ${other}`))) return false;
    told.add(`${document} ${event}`);
    return true;
  });
}

export function placesOf(rows: readonly PlacedRow[]): Place[] {
  const places = new Map<string, PlacedRow[]>();
  for (const row of once(rows.filter(({ lat, lon }) => lat !== null && lon !== null))) {
    const key = `${row.lat},${row.lon}`;
    places.set(key, [...(places.get(key) ?? []), row]);
  }
  return [...places]
    .map(([key, mine]) => {
      const [first] = mine as [PlacedRow];
      const cooperation = mine.filter(({ quad }) => quad <= 2).length;
      return {
        ...{ key, name: first.place ?? key, country: first.country, lat: first.lat!, lon: first.lon!, rows: mine },
        ...{ cooperation, conflict: mine.length - cooperation },
      };
    })
    .sort((a, b) => b.rows.length - a.rows.length || a.key.localeCompare(b.key));
}
