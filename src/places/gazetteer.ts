// The gazetteer's text (scripts/places.mjs) → where a place of that name is. Pure; who opens the file hands it in.
import type { Place } from "./types.ts";

interface Town {
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

/** A name that nothing else decides is taken for a town of at least this size … */
const KNOWN_POPULATION = 100_000;
/** … that is so many times as large as the next of its name. */
const KNOWN_RATIO = 5;

const fold = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’'`]/g, "").toLowerCase();

/** "the southern port city of Odesa" → "Odesa"; "central Kyiv" → "Kyiv". */
const bare = (name: string): string =>
  name
    .replace(
      /^.*\b(?:city|cities|town|village|port|suburb|district|outskirts|capital|north|south|east|west|centre|center) of\s+(?=\p{Lu})/u,
      "",
    )
    .replace(/^(?:\p{Ll}[\p{Ll}-]*\s+)+(?=\p{Lu})/u, "")
    .replace(/['’]s$/, "")
    .trim();

export interface Gazetteer {
  /**
   * @param name as the text has it: "Geneva", "Anchorage, Alaska", "the town of Bakhmut"
   * @param near alpha-3 of the countries that the article is about: of several towns of a name, one that lies there is meant
   * @param countryOf the country that a name is or lies in, where that is certain
   */
  placeOf(name: string, near: ReadonlySet<string>, countryOf: (name: string) => string | null): Place;
}

/** @param text lines of name, alpha-3, latitude, longitude, population, parted by tabs, most populous first */
export function parseGazetteer(text: string): Gazetteer {
  const towns = new Map<string, Town[]>();
  for (const line of text.split("\n")) {
    const [name, country, lat, lon, population] = line.split("\t");
    if (!name || !country) continue;
    const key = fold(name);
    const town = { country, lat: Number(lat), lon: Number(lon), population: Number(population) };
    const list = towns.get(key);
    if (list) list.push(town);
    else towns.set(key, [town]);
  }
  return {
    placeOf(name, near, countryOf) {
      const [first = name, ...wider] = name.split(/\s*,\s*/);
      const called = bare(first);
      const country = [name, called, ...wider.map(bare)].map(countryOf).find((code) => code !== null) ?? null;
      // "Washington, D.C." is a name with a comma in it.
      const found = towns.get(fold(bare(name))) ?? towns.get(fold(called)) ?? [];
      const town = country ? found.find((t) => t.country === country) : (found.find((t) => near.has(t.country)) ?? unmistaken(found));
      return town ? { country: town.country, lat: town.lat, lon: town.lon } : { country, lat: null, lon: null };
    },
  };
}

function unmistaken([largest, next]: readonly Town[]): Town | undefined {
  if (!largest || largest.population < KNOWN_POPULATION) return undefined;
  return next === undefined || largest.population >= KNOWN_RATIO * next.population ? largest : undefined;
}
