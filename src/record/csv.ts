// ReadoutRecord → its events as rows of a table (RFC 4180), for spreadsheets and statistics.

import { csvLine } from "../csv-line.ts";
import type { Event, Participant } from "../events/types.ts";
import { byId } from "../kept.ts";
import { tidy } from "../tidy.ts";
import type { ReadoutRecord } from "./types.ts";
import { dateOf } from "./when.ts";

type Cell = string | number | null | undefined;
type Column = (event: Event, record: ReadoutRecord) => Cell;

// Several values in a cell are parted by "; ".
const list = (values: readonly Cell[]): string => [...new Set(values.filter((value) => value != null && value !== ""))].join("; ");

const of =
  (role: "actor" | "recipient", field: "name" | "code" | "sector"): Column =>
  (event, { actors }) =>
    list(event[role].map((participant: Participant) => byId(actors, participant.actor)?.[field]));

const COLUMNS: Readonly<Record<string, Column>> = {
  document: (_, { document }) => document.id,
  url: (_, { document }) => document.url,
  title: (_, { document }) => document.title,
  publisher: (_, { document }) => document.publisher,
  published: (_, { document }) => document.published,
  event: ({ id }) => id,
  date: (event, { document }) => dateOf(event, document)?.iso,
  date_from: (event, { document }) => dateOf(event, document)?.from,
  source: of("actor", "name"),
  source_code: of("actor", "code"),
  source_sector: of("actor", "sector"),
  target: of("recipient", "name"),
  target_code: of("recipient", "code"),
  target_sector: of("recipient", "sector"),
  code: ({ type }) => type,
  mode: ({ modes }) => list(modes),
  contexts: ({ contexts }) => list(contexts),
  auxiliary: ({ auxiliary }) => list(auxiliary),
  quad: ({ quad }) => quad,
  score: ({ score }) => score,
  said_by: ({ said_by }, { actors, document }) =>
    said_by && (byId(actors, said_by.actor)?.name ?? tidy(document.text.slice(said_by.start, said_by.end))),
  place: ({ place }) => place?.name,
  country: ({ place }) => place?.country,
  lat: ({ place }) => place?.lat,
  lon: ({ place }) => place?.lon,
  sentence: ({ sentence }) => sentence,
  start: ({ sentence }, { sentences }) => sentences[sentence]!.start,
  end: ({ sentence }, { sentences }) => sentences[sentence]!.end,
  words: ({ sentence }, { sentences, document }) => tidy(document.text.slice(sentences[sentence]!.start, sentences[sentence]!.end)),
  confidence: ({ confidence }) => confidence,
  same_as: ({ same_as }) => list(same_as),
};

/** The line of column names, to be written once before the rows of any number of records. */
export const CSV_HEADER = csvLine(Object.keys(COLUMNS));

/** One row an event, without the header; "" where there are none. */
export const writeCsv = (record: ReadoutRecord): string =>
  record.events.map((event) => csvLine(Object.values(COLUMNS).map((column) => column(event, record)))).join("");
