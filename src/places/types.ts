// What places/ gives: where a named place is. Types only.

export interface Place {
  /** ISO 3166-1 alpha-3, or null where the name does not tell. */
  readonly country: string | null;
  /** Degrees north and east; null for a country as a whole and for what the gazetteer does not know. */
  readonly lat: number | null;
  readonly lon: number | null;
}
