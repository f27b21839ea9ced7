// Rows of events → POLECAT's columns: PLOVER types and modes, actors with country, COW number, sectors and title, the place, and who and what the story names.

import { slice } from "../span.ts";
import { cityOf, type FieldColumn, type FieldRow, type FieldTable, joined, publishedOn, type Side } from "./field.ts";

const QUADS = { 1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT" } as const;

const language = new Intl.DisplayNames("en", { type: "language" });

function sideColumns(role: "Actor" | "Recipient", sideOf: (row: FieldRow) => Side | null): FieldColumn[] {
  const who = role === "Actor" ? "who acts" : "who is acted upon";
  const actor = (row: FieldRow) => sideOf(row)?.actor;
  const text = (name: string, about: string, of: FieldColumn["of"]): FieldColumn => ({ name, type: "string", about, of });
  return [
    text(`${role} Name`, `${who}: the best name that the article has`, (row) => actor(row)?.name),
    text(`${role} Country`, "ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC", (row) => actor(row)?.code),
    {
      ...{ name: `${role} COW`, type: "integer", about: "Correlates of War number of the country in the year of the event" },
      of: (row) => row.geography.numbersOf(actor(row)?.code ?? null, row.year).cow,
    },
    text(`Primary ${role} Sector`, "PLOVER sector, such as GOV", (row) => actor(row)?.sector),
    text(`${role} Sectors`, "all its sectors, parted by ;", (row) => joined([actor(row)?.sector, ...(actor(row)?.other_sectors ?? [])])),
    text(`${role} Title`, "office, such as President of Ukraine", (row) => actor(row)?.office),
    text(`${role} Name Raw`, "the words of the article at this place", (row) => sideOf(row)?.mention),
    text(`Wikipedia ${role} ID`, "empty: Readout links to no encyclopedia", () => null),
  ];
}

const text = (name: string, about: string, of: FieldColumn["of"]): FieldColumn => ({ name, type: "string", about, of });
const namesOf = ({ record }: FieldRow, kind: string): string =>
  joined(record.actors.flatMap((actor) => (actor.kind === kind ? actor.name : [])));

export const polecat: FieldTable = {
  file: "events.polecat.tsv",
  about: "One row a pair of actor and recipient, in POLECAT's columns.",
  columns: [
    text(
      "Event ID",
      "id of the event on the shelf, as in e12.3; the rows of one event share it",
      ({ article, refs, event }) => `e${article}.${refs.get(event.id)}`,
    ),
    {
      name: "Event Date",
      type: "date",
      about: "first day of the event's date; of the publication for what is told as current",
      of: ({ day }) => day,
    },
    text("Event Type", "PLOVER type", ({ event }) => event.type),
    text("Event Mode", "PLOVER modes, parted by ;", ({ event }) => joined(event.modes)),
    { name: "Intensity", type: "number", about: "PLOVER score, from -10 (conflict) to 10 (cooperation)", of: ({ event }) => event.score },
    text("Quad Code", "VERBAL or MATERIAL, COOPERATION or CONFLICT", ({ event }) => QUADS[event.quad]),
    text("Contexts", "PLOVER contexts, parted by ;", ({ event }) => joined(event.contexts)),
    ...sideColumns("Actor", ({ actor }) => actor),
    ...sideColumns("Recipient", ({ recipient }) => recipient),
    text("Placename", "where it happened", ({ event }) => event.place?.name),
    text("City", "the same, where it is a town that GeoNames has with 2,000 people or more", cityOf),
    text("District", "empty: the gazetteer has no second-level divisions", () => null),
    text("Province", "first-level division of the country, by its GeoNames name", ({ town }) => town?.province),
    text("Country", "ISO 3166-1 alpha-3", ({ event }) => event.place?.country),
    { name: "Latitude", type: "number", about: "degrees north", of: ({ event }) => event.place?.lat },
    { name: "Longitude", type: "number", about: "degrees east", of: ({ event }) => event.place?.lon },
    { name: "GeoNames ID", type: "integer", about: "of the town", of: ({ town }) => town?.geonames },
    text("Raw Placename", "the words of the article", ({ event, record }) => event.place && slice(record.document.text, event.place)),
    text("Feature Type", "GeoNames feature code of the town, such as PPLC", ({ town }) => town?.feature),
    text("Source", "publisher of the article, else its site", ({ outlet }) => outlet),
    { name: "Publication Date", type: "date", about: "day of publication", of: publishedOn },
    text("Story People", "people whom the article names, parted by ;", (row) => namesOf(row, "person")),
    text("Story Organizations", "organisations that it names, parted by ;", (row) => namesOf(row, "organisation")),
    text("Story Locations", "places of its events and countries that it names, parted by ;", ({ record }) =>
      joined([
        ...record.events.map(({ place }) => place?.name),
        ...record.actors.flatMap(({ kind, name }) => (kind === "country" ? name : [])),
      ]),
    ),
    text("Language", "of the article", ({ record }) => language.of(record.document.language)),
    text("Version", "the program and the model that coded it", ({ record: { engine } }) => `readout ${engine.version} (${engine.model})`),
  ],
};
