// Files of the program → Geography, each file read when it is first asked for.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Gazetteer, gazetteerOf } from "./gazetteer.ts";
import { linesOf, parseStates, type States } from "./states.ts";
import { parseTowns, type TownOf } from "./towns.ts";
import type { Geography } from "./types.ts";

const textOf = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

let gazetteer: Gazetteer | null = null;
let towns: TownOf | null = null;
let states: States | null = null;
let fips: ReadonlyMap<string, string> | null = null;
const all = (): States => (states ??= parseStates(textOf("../../data/places/states.tsv")));

export const geography: Geography = {
  placeOf(name, near, countryOf) {
    gazetteer ??= gazetteerOf(readFileSync(fileURLToPath(new URL("../../dist/places.tsv", import.meta.url))));
    return gazetteer.placeOf(name, near, countryOf);
  },
  townOf({ country, lat, lon }) {
    // Most articles' places are countries as a whole.
    if (country === null || lat === null || lon === null) return null;
    towns ??= parseTowns(textOf("../../dist/towns.tsv"));
    return towns(country, lat, lon);
  },
  numbersOf: (code, year) => all().numbersOf(code, year),
  states: () => all().rows,
  fipsOf(code) {
    fips ??= new Map(linesOf(textOf("../../data/places/fips.tsv")).map((line) => line.split("\t") as [string, string]));
    return fips.get(code) ?? null;
  },
};
