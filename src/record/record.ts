// Document, Cast, Coded and Negotiation → the record, schema readout.record/1. Decides nothing and reads no files.

import type { Cast } from "../actors/types.ts";
import type { Coded } from "../events/types.ts";
import type { Negotiation } from "../negotiation/types.ts";
import type { Segmented } from "../segment/types.ts";
import type { Engine, ReadoutRecord } from "./types.ts";

export function recordOf(
  engine: Engine,
  { document, promotions }: Segmented,
  { actors }: Cast,
  { events, statements, meetings }: Coded,
  { voices, ...negotiation }: Negotiation,
): ReadoutRecord {
  return {
    schema: "readout.record/1",
    engine,
    document,
    sentences: voices,
    actors,
    events,
    statements,
    ...negotiation,
    meetings,
    promotions,
  };
}
