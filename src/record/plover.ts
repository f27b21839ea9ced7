// ReadoutRecord → PLOVER interchange records, one event a line. Reads no clock: the same record gives the same bytes.

import countries from "i18n-iso-countries";
import type { Event, EventPlace, Participant } from "../events/types.ts";
import { byId } from "../kept.ts";
import { holds, hull, slice } from "../span.ts";
import { tidy } from "../tidy.ts";
import type { ReadoutRecord } from "./types.ts";
import { dateOf } from "./when.ts";

export interface PloverOptions {
  /** ISO 8601; null where it is left out. */
  readonly codedDate?: string;
  /** Ids of events that a person has corrected → who. */
  readonly correctedBy?: ReadonlyMap<string, string>;
}

/** One JSON line an event; "" where there are none. */
export const writePlover = (record: ReadoutRecord, options: PloverOptions = {}): string =>
  record.events.map((event) => `${JSON.stringify(interchange(event, record, options))}\n`).join("");

function interchange(event: Event, record: ReadoutRecord, { codedDate, correctedBy }: PloverOptions): unknown {
  const { document, engine } = record;
  const by = correctedBy?.get(event.id);
  const coder = `readout ${engine.version} (${engine.model})${by === undefined ? "" : `, corrected by ${by}`}`;
  const sentence = record.sentences[event.sentence]!;
  const inside = [...event.actor, ...event.recipient].filter((one) => holds(sentence, one));
  const at = hull([event.trigger, ...inside]);
  const entity = (participant: Participant) => {
    const actor = byId(record.actors, participant.actor);
    return {
      code: actor?.code ?? null,
      sector: actor?.sector ?? null,
      other_sectors: actor?.other_sectors ?? [],
      entity_text: slice(document.text, participant),
      identifier_text: actor?.name ?? null,
      office: actor?.office ?? null,
    };
  };
  const [date, enddate] = daysOf(dateOf(event, document)?.iso ?? null);
  return {
    id: `${document.id}#${event.id}`,
    date,
    enddate,
    actor: event.actor.map(entity),
    recipient: event.recipient.map(entity),
    event: [event.type],
    // PLOVER's auxiliary modes have no field of their own.
    mode: [...event.modes, ...event.auxiliary],
    context: event.contexts,
    event_loc: event.place && location(event.place, document.text),
    event_text: [slice(document.text, at)],
    quad_code: event.quad,
    event_scale: event.score,
    text_info: { sequence: event.sentence, start: at.start, end: at.end },
    cite_info: {
      corpus: null,
      citation: document.id,
      url: document.url,
      title: document.title,
      author: document.byline,
      publication: document.publisher,
      published: document.published,
      language: document.language,
      license: null,
      coder,
      codebook: "PLOVER 2.0",
      version: engine.version,
    },
    coder,
    coded_date: codedDate ?? null,
    // Not PLOVER's: without it hearsay would read as fact.
    ...(event.said_by && {
      said_by: {
        entity_text: slice(document.text, event.said_by),
        identifier_text: byId(record.actors, event.said_by!.actor)?.name ?? null,
      },
    }),
  };
}

function location(place: EventPlace, text: string): unknown {
  const country = place.country && (place.country === "XKX" ? "Kosovo" : (countries.getName(place.country, "en") ?? null));
  return {
    extracted_place: tidy(slice(text, place)),
    lat: place.lat,
    lon: place.lon,
    city: place.name === country ? null : place.name,
    country,
    country_code: place.country,
  };
}

/** First and last day of a day, month, year or "from/to" in ISO 8601; nulls where it is none. */
function daysOf(iso: string | null): [string | null, string | null] {
  if (iso === null) return [null, null];
  const [from, to] = iso.split("/");
  const first = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(from!);
  const last = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(to ?? from!);
  if (!first || !last) return [null, null];
  const [, year, month] = last;
  // Day 0 of the next month is the last of this one.
  const length = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return [`${first[1]}-${first[2] ?? "01"}-${first[3] ?? "01"}`, `${year}-${month ?? "12"}-${last[3] ?? String(length).padStart(2, "0")}`];
}
