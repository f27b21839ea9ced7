// How far apart in days what is compared can be: news comes back to an event for days, and to a position for months.
import type { Windows } from "./types.ts";

export const windows: Windows = { events: 5, answers: 10, copies: 3, stands: 120 };
