// The towns' text (scripts/places.mjs) → what GeoNames has of the town that a place's coordinates are of. Pure; who opens the file hands it in.
import type { Town } from "./types.ts";

/** A place as the gazetteer has placed it; null where its country or coordinates are not known. */
export type TownOf = (country: string | null, lat: number | null, lon: number | null) => Town | null;

/** @param text lines of alpha-3, latitude, longitude, GeoNames id, feature code, province, parted by tabs, most populous first */
export function parseTowns(text: string): TownOf {
  const towns = new Map<string, Town>();
  for (const line of text.split("\n")) {
    const [country, lat, lon, geonames, feature, province] = line.split("\t");
    if (!geonames) continue;
    const key = `${country} ${lat} ${lon}`;
    // Of several at one point the most populous.
    if (!towns.has(key)) towns.set(key, { geonames: Number(geonames), feature: feature || null, province: province || null });
  }
  return (country, lat, lon) => (country === null || lat === null || lon === null ? null : (towns.get(keyOf(country, lat, lon)) ?? null));
}

/** As the gazetteer writes coordinates. */
const keyOf = (country: string, lat: number, lon: number): string => `${country} ${lat.toFixed(3)} ${lon.toFixed(3)}`;
