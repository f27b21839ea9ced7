// What places/ gives: where a named place is. Types only.

export interface Place {
  /** ISO 3166-1 alpha-3, or null where the name does not tell. */
  readonly country: string | null;
  /** Degrees north and east; null for a country as a whole and for what the gazetteer does not know. */
  readonly lat: number | null;
  readonly lon: number | null;
}

/** What GeoNames has of a town. */
export interface Town {
  readonly geonames: number;
  /** GeoNames' feature code, such as PPLC for a capital. */
  readonly feature: string | null;
  /** The first-level division of its country, by name. */
  readonly province: string | null;
}

/** One state in one list, as data/places/states.tsv has it. */
export interface State {
  /** ISO 3166-1 alpha-3, or the code of a state that is gone. */
  readonly code: string;
  /** cow: Correlates of War; gw: Gleditsch and Ward. */
  readonly list: "cow" | "gw";
  readonly number: number;
  readonly abbreviation: string;
  /** First and last year of membership; since is null for a member in 1946, until for a member still. */
  readonly since: number | null;
  readonly until: number | null;
}

/** Of one state in one year; null where the list has no such state then. */
export interface StateNumbers {
  readonly cow: number | null;
  readonly gw: number | null;
}

/** What exports tell of places and states beyond the record. */
export interface Geography {
  /** Where a place is that a person names; see Gazetteer. */
  placeOf(name: string, near: ReadonlySet<string>, countryOf: (name: string) => string | null): Place;
  townOf(place: Place): Town | null;
  numbersOf(code: string | null, year: number | null): StateNumbers;
  states(): readonly State[];
  /** FIPS 10-4 of a country's ISO 3166-1 alpha-3. */
  fipsOf(code: string): string | null;
}
