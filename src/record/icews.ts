// Rows of events → ICEWS' columns: CAMEO code with its words, Goldstein's value as intensity, names, sectors and countries in words.
import countries from "i18n-iso-countries";
import { cameoOf } from "./cameo-codes.ts";
import { cityOf, type FieldColumn, type FieldRow, type FieldTable, joined, type Side } from "./field.ts";

/** PLOVER's sectors in words. */
const SECTORS: Readonly<Record<string, string>> = {
  ...{
    GOV: "Government",
    MIL: "Military",
    COP: "Police",
    JUD: "Judicial",
    LEG: "Legislative",
    SPY: "Intelligence",
    ELI: "Elite",
    OPP: "Opposition",
  },
  ...{
    REB: "Rebel",
    INS: "Insurgent",
    SEP: "Separatist",
    PRM: "Paramilitary",
    UAF: "Unidentified Armed Forces",
    CRM: "Criminal",
    PTY: "Political Party",
  },
  ...{
    BUS: "Business",
    MED: "Health",
    JRN: "Media",
    EDU: "Education",
    LAB: "Labor",
    AGR: "Agricultural",
    CVL: "Civilian",
    REF: "Refugees",
    REL: "Religious",
  },
  ...{
    ETH: "Ethnic",
    ENV: "Environmental",
    HRI: "Human Rights",
    SOC: "Social",
    NGO: "Nongovernmental Organization",
    IGO: "International Organization",
    UNK: "Unknown",
  },
};

/** @returns English name of a country, and of the kinds of organisations that have a code; null for none */
function countryName(code: string | null | undefined): string | null {
  if (!code) return null;
  return code === "XKX" ? "Kosovo" : (countries.getName(code, "en") ?? null);
}

const text = (name: string, about: string, of: FieldColumn["of"]): FieldColumn => ({ name, type: "string", about, of });

const sideColumns = (role: string, sideOf: (row: FieldRow) => Side | null): FieldColumn[] => [
  text(`${role} Name`, "the best name that the article has", (row) => sideOf(row)?.actor.name),
  text(`${role} Sectors`, "its sectors in words, parted by ;", (row) => {
    const actor = sideOf(row)?.actor;
    return actor && joined([actor.sector, ...actor.other_sectors].map((sector) => sector && (SECTORS[sector] ?? sector)));
  }),
  text(`${role} Country`, "in English; empty for what is of no country", (row) => countryName(sideOf(row)?.actor.code)),
];

const cameo = ({ event, record }: FieldRow) => cameoOf(event, record.actors);

export const icews: FieldTable = {
  file: "events.icews.tsv",
  about: "One row a pair of source and target, in the columns of ICEWS.",
  columns: [
    {
      name: "Event ID",
      type: "integer",
      about: "whole number of the row, the same in each export of the shelf",
      of: ({ number }) => number,
    },
    {
      name: "Event Date",
      type: "date",
      about: "first day of the event's date; of the publication for what is told as current",
      of: ({ day }) => day,
    },
    ...sideColumns("Source", ({ actor }) => actor),
    text("Event Text", "CAMEO's words for the code", (row) => cameo(row)?.label),
    text("CAMEO Code", "two to four digits, as deep as the event's modes allow", (row) => cameo(row)?.code),
    { name: "Intensity", type: "number", about: "Goldstein's value of the code, from -10 to 10", of: (row) => cameo(row)?.goldstein },
    ...sideColumns("Target", ({ recipient }) => recipient),
    { name: "Story ID", type: "integer", about: "number of the article on the shelf", of: ({ article }) => article },
    { name: "Sentence Number", type: "integer", about: "of the article's sentences, from 1", of: ({ event }) => event.sentence + 1 },
    text("Publisher", "publisher of the article, else its site", ({ outlet }) => outlet),
    text("City", "where it happened, where that is a town that GeoNames has with 2,000 people or more", cityOf),
    text("District", "empty: the gazetteer has no second-level divisions", () => null),
    text("Province", "first-level division of the country, by its GeoNames name", ({ town }) => town?.province),
    text("Country", "of the place, in English", ({ event }) => countryName(event.place?.country)),
    { name: "Latitude", type: "number", about: "degrees north", of: ({ event }) => event.place?.lat },
    { name: "Longitude", type: "number", about: "degrees east", of: ({ event }) => event.place?.lon },
  ],
};
