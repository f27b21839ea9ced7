// The gazetteer's bytes (scripts/places.mjs) → where a place of that name is. Looked up where it lies, never parsed as a whole. Pure; who opens the file hands it in.
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

/** The key that a town's line begins with: its name without accents, apostrophes and capitals. */
export const fold = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’'`]/g, "").toLowerCase();

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

const NEWLINE = 10;
const TAB = 9;

export interface Gazetteer {
  /**
   * @param name as the text has it: "Geneva", "Anchorage, Alaska", "the town of Bakhmut"
   * @param near alpha-3 of the countries that the article is about: of several towns of a name, one that lies there is meant
   * @param countryOf the country that a name is or lies in, where that is certain
   */
  placeOf(name: string, near: ReadonlySet<string>, countryOf: (name: string) => string | null): Place;
}

/** @param bytes lines of key, alpha-3, latitude, longitude, population, parted by tabs: by the bytes of their keys, most populous first where keys are the same */
export function gazetteerOf(bytes: Uint8Array): Gazetteer {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  /** Where the line begins that holds the byte at `at`. */
  const lineAt = (at: number): number => (at <= 0 ? 0 : bytes.lastIndexOf(NEWLINE, at - 1) + 1);
  /** Below, at or above 0 as the key of the line at `start` stands before, is, or stands behind `key`. */
  const compare = (start: number, key: Uint8Array): number => {
    for (let i = 0; i < key.length; i++) {
      const byte = bytes[start + i] ?? NEWLINE;
      if (byte !== key[i]) return byte - key[i]!;
    }
    return bytes[start + key.length] === TAB ? 0 : 1;
  };
  const townsCalled = (name: string): Town[] => {
    const key = encoder.encode(fold(name));
    if (key.length === 0) return [];
    let [low, high] = [0, bytes.length];
    // The first line whose key does not stand before ours begins in low..high.
    while (low < high) {
      const start = lineAt((low + high) >> 1);
      if (compare(start, key) < 0) low = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
      else high = start;
    }
    const towns: Town[] = [];
    while (low < bytes.length && compare(low, key) === 0) {
      const end = bytes.indexOf(NEWLINE, low);
      const [, country = "", lat, lon, population] = decoder.decode(bytes.subarray(low, end)).split("\t");
      towns.push({ country, lat: Number(lat), lon: Number(lon), population: Number(population) });
      low = end + 1;
    }
    return towns;
  };
  return {
    placeOf(name, near, countryOf) {
      const [first = name, ...wider] = name.split(",").map((part) => part.trim());
      const called = bare(first);
      const country = [name, called, ...wider.map(bare)].map(countryOf).find((code) => code !== null) ?? null;
      // "Washington, D.C." is a name with a comma in it.
      const whole = townsCalled(bare(name));
      const found = whole.length > 0 ? whole : townsCalled(called);
      const town = country ? found.find((t) => t.country === country) : (found.find((t) => near.has(t.country)) ?? unmistaken(found));
      return town ? { country: town.country, lat: town.lat, lon: town.lon } : { country, lat: null, lon: null };
    },
  };
}

function unmistaken([largest, next]: readonly Town[]): Town | undefined {
  if (!largest || largest.population < KNOWN_POPULATION) return undefined;
  return next === undefined || largest.population >= KNOWN_RATIO * next.population ? largest : undefined;
}
