// Rows of events → the 61 columns of GDELT 2.0's event table, CAMEO codes and Goldstein's values; what GDELT measures and Readout does not stays empty.
import countries from "i18n-iso-countries";
import { cameoActorOf } from "./cameo.ts";
import { cameoOf } from "./cameo-codes.ts";
import { cityOf, type FieldColumn, type FieldRow, type FieldTable, publishedOn, type Side } from "./field.ts";

const text = (name: string, about: string, of: FieldColumn["of"]): FieldColumn => ({ name, type: "string", about, of });
const whole = (name: string, about: string, of: FieldColumn["of"]): FieldColumn => ({ name, type: "integer", about, of });
const number = (name: string, about: string, of: FieldColumn["of"]): FieldColumn => ({ name, type: "number", about, of });
const nothing = (): null => null;

/** Codes that CAMEO has for a known organisation rather than a country or a kind. */
const KNOWN: Readonly<Record<string, string>> = { UNO: "UNO", EUR: "EEC" };
/** Codes of kinds of organisations, which GDELT has among the types. */
const KINDS = new Set(["IGO", "NGO", "IMG", "MNC", "ISM", "UNO", "EUR"]);

function sideColumns(role: "Actor1" | "Actor2", sideOf: (row: FieldRow) => Side | null): FieldColumn[] {
  const coded = (row: FieldRow) => {
    const side = sideOf(row);
    if (side === null) return null;
    const { country, roles } = cameoActorOf(side.actor);
    const isKind = KINDS.has(side.actor.code ?? "");
    // "IGOUNO" is the kind and the organisation.
    return {
      code: (country ?? "") + roles.join(""),
      country: isKind ? null : country,
      known: KNOWN[side.actor.code ?? ""] ?? null,
      types: [...(isKind && country !== null ? [country.slice(0, 3)] : []), ...roles],
    };
  };
  return [
    text(`${role}Code`, "CAMEO code of the actor: country or kind, then roles", (row) => coded(row)?.code),
    text(`${role}Name`, "the best name that the article has, in capitals", (row) => sideOf(row)?.actor.name.toUpperCase()),
    text(`${role}CountryCode`, "CAMEO code of its country", (row) => coded(row)?.country),
    text(`${role}KnownGroupCode`, "CAMEO code of a known organisation", (row) => coded(row)?.known),
    text(`${role}EthnicCode`, "empty: not coded", nothing),
    text(`${role}Religion1Code`, "empty: not coded", nothing),
    text(`${role}Religion2Code`, "empty: not coded", nothing),
    text(`${role}Type1Code`, "first role, such as GOV", (row) => coded(row)?.types[0]),
    text(`${role}Type2Code`, "second role", (row) => coded(row)?.types[1]),
    text(`${role}Type3Code`, "third role", (row) => coded(row)?.types[2]),
  ];
}

interface Spot {
  readonly type: number;
  readonly name: string;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** GDELT's kinds of places: 1 a country, 3 a town of the United States, 4 another town. */
function actionAt(row: FieldRow): Spot | null {
  const { event, town, geography } = row;
  const { place } = event;
  if (place === null || place.country === null) return null;
  const land = countries.getName(place.country, "en") ?? place.country;
  const named = { country: geography.fipsOf(place.country), lat: place.lat, lon: place.lon };
  if (!town) return { type: 1, name: land, ...named };
  return { type: place.country === "USA" ? 3 : 4, name: [cityOf(row), town.province, land].filter(Boolean).join(", "), ...named };
}

const placeColumns = (role: string, at: (row: FieldRow) => Spot | null, why = ""): FieldColumn[] => [
  whole(`${role}Geo_Type`, why || "1 a country, 3 a town of the United States, 4 another town", (row) => at(row)?.type),
  text(`${role}Geo_FullName`, why || "town, province and country", (row) => at(row)?.name),
  text(`${role}Geo_CountryCode`, why || "FIPS 10-4", (row) => at(row)?.country),
  text(`${role}Geo_ADM1Code`, "empty: not coded", nothing),
  text(`${role}Geo_ADM2Code`, "empty: not coded", nothing),
  number(`${role}Geo_Lat`, why || "degrees north", (row) => at(row)?.lat),
  number(`${role}Geo_Long`, why || "degrees east", (row) => at(row)?.lon),
  text(`${role}Geo_FeatureID`, "empty: GDELT's ids are not those of GeoNames", nothing),
];

const cameo = ({ event, record }: FieldRow) => cameoOf(event, record.actors);
const digits = (day: string | null): string | undefined => day?.replaceAll("-", "");

/** GDELT's own: a month of thirty days, a year of 365. */
function fractionOf(day: string | null): string | null {
  if (day === null) return null;
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return (year + (month * 30 + date) / 365).toFixed(4);
}

/** CAMEO's quads by root: 01–05, 06–08, 09–13, 14–20. */
const quadOf = (root: string): number => (root <= "05" ? 1 : root <= "08" ? 2 : root <= "13" ? 3 : 4);

/** An event of the beginning is of more weight: among the first three sentences that are the article's own. */
function isInLead({ event, record }: FieldRow): number {
  const own = record.sentences.flatMap(({ voice }, at) => (voice === "furniture" || voice === "promotional" ? [] : [at]));
  return own.indexOf(event.sentence) >= 0 && own.indexOf(event.sentence) < 3 ? 1 : 0;
}

export const gdelt: FieldTable = {
  file: "events.gdelt.tsv",
  about: "One row a pair of actors, in the columns of GDELT 2.0's event table; GDELT's own files have no line of names.",
  columns: [
    whole("GlobalEventID", "whole number of the row, the same in each export of the shelf; none of GDELT's", (row) => row.number),
    text("Day", "first day of the event's date, YYYYMMDD", ({ day }) => digits(day)),
    text("MonthYear", "YYYYMM", ({ day }) => digits(day)?.slice(0, 6)),
    text("Year", "YYYY", ({ day }) => day?.slice(0, 4)),
    number("FractionDate", "year and (month × 30 + day) / 365", ({ day }) => fractionOf(day)),
    ...sideColumns("Actor1", ({ actor }) => actor),
    ...sideColumns("Actor2", ({ recipient }) => recipient),
    whole("IsRootEvent", "1 in the article's first three sentences of its own", isInLead),
    text("EventCode", "CAMEO code, as deep as the event's modes allow", (row) => cameo(row)?.code),
    text("EventBaseCode", "its first three digits", (row) => cameo(row)?.code.slice(0, 3)),
    text("EventRootCode", "its first two digits", (row) => cameo(row)?.root),
    whole("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by the root", (row) =>
      quadOf(cameo(row)!.root),
    ),
    number("GoldsteinScale", "Goldstein's value of the code, from -10 to 10", (row) => cameo(row)?.goldstein),
    whole("NumMentions", "how often the article tells the event", ({ event }) => 1 + event.same_as.length),
    whole("NumSources", "1: a row is of one article", () => 1),
    whole("NumArticles", "1: a row is of one article", () => 1),
    number("AvgTone", "empty: not measured", nothing),
    ...placeColumns("Actor1", nothing, "empty: only the event is placed"),
    ...placeColumns("Actor2", nothing, "empty: only the event is placed"),
    ...placeColumns("Action", actionAt),
    text("DATEADDED", "day of publication, YYYYMMDD000000", (row) => {
      const day = digits(publishedOn(row));
      return day && `${day}000000`;
    }),
    text("SOURCEURL", "address of the article, else its id", ({ record }) => record.document.url ?? record.document.id),
  ],
};
