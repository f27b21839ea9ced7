// The gazetteer that the build made, and one of our own: which place a name means.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gazetteerOf } from "../../src/places/gazetteer.ts";

const built = new URL("../../dist/places.tsv", import.meta.url);
const unknown = (): null => null;
const none = new Set<string>();

describe("a small gazetteer", () => {
  const places = gazetteerOf(
    new TextEncoder().encode(
      [
        "enola\tFRA\t9\t10\t500000",
        "lastow\tGBR\t1\t2\t900000",
        "lastow\tCAN\t3\t4\t300000",
        "lastow on sea\tGBR\t11\t12\t700000",
        "merrin\tGBR\t5\t6\t150000",
        "odd hill\tFRA\t7\t8\t3000",
        "",
      ].join("\n"),
    ),
  );
  const at = (name: string, near = none, countryOf: (name: string) => string | null = unknown) => places.placeOf(name, near, countryOf);

  test("a name of one large town is that town", () => expect(at("Merrin")).toEqual({ country: "GBR", lat: 5, lon: 6 }));
  test("of two towns of a name nothing is said where neither is much larger", () =>
    expect(at("Lastow")).toEqual({ country: null, lat: null, lon: null }));
  test("of two towns the one in a country of the article is meant", () => expect(at("Lastow", new Set(["CAN"])).country).toBe("CAN"));
  test("a country that stands beside the name decides", () =>
    expect(at("Lastow, Canada", none, (name) => (name === "Canada" ? "CAN" : null)).lat).toBe(3));
  test("a small town is not guessed at", () => expect(at("Odd Hill")).toEqual({ country: null, lat: null, lon: null }));
  test("a small town in a country of the article is taken", () => expect(at("Odd Hill", new Set(["FRA"])).lat).toBe(7));
  test("words before the name and accents do not hide it", () => {
    expect(at("the northern port city of Merrin").lat).toBe(5);
    expect(at("downtown Enola").lat).toBe(9);
  });
  test("the beginning or the end of a name is not the name", () => {
    for (const name of ["Last", "Lastow on", "Zzyzx", "Aa", "Merrin Bay"]) expect(at(name).lat, name).toBeNull();
    expect(at("Lastow on Sea").lat).toBe(11);
  });
  test("a country as a whole has no point", () =>
    expect(at("Canada", none, () => "CAN")).toEqual({ country: "CAN", lat: null, lon: null }));
});

test("every line of the built gazetteer is found by its key", () => {
  const bytes = readFileSync(built);
  const places = gazetteerOf(bytes);
  const lines = bytes.toString().trimEnd().split("\n");
  const keys = lines.map((line) => line.slice(0, line.indexOf("\t")));
  lines.forEach((line, i) => {
    // Most populous of its name in its country, and each fiftieth is enough.
    if (i % 50 !== 0 || keys[i]!.includes(",")) return;
    const [key, country] = line.split("\t") as [string, string];
    if (places.placeOf(key, new Set([country]), unknown).country !== country) expect.fail(line);
  });
});

test("the built gazetteer knows cities of every continent, each within half a degree", () => {
  expect(existsSync(built), "dist/places.tsv: is missing: npm start builds it").toBe(true);
  const places = gazetteerOf(readFileSync(built));
  for (const [name, country, lat, lon] of [
    ["Geneva", "CHE", 46.2, 6.15],
    ["Anchorage", "USA", 61.2, -149.9],
    ["Nairobi", "KEN", -1.3, 36.8],
    ["Lima", "PER", -12.05, -77.05],
    ["Washington", "USA", 38.9, -77.0],
    ["Washington, D.C.", "USA", 38.9, -77.0],
    ["Osaka", "JPN", 34.7, 135.5],
    ["Donetsk", "UKR", 48.0, 37.8],
  ] as const) {
    const place = places.placeOf(name, new Set([country]), unknown);
    expect(place.country, name).toBe(country);
    expect(Math.abs(place.lat! - lat) + Math.abs(place.lon! - lon), name).toBeLessThan(0.5);
  }
});
