// Events that tell one event again → the one that stands for them.
import { expect, it } from "vitest";
import type { Event } from "../../src/events/types.ts";
import { sectionsOf } from "../../src/record/sections.ts";

const event = (id: string, more: Partial<Event>): Event => ({
  id,
  type: "CONSULT",
  modes: [],
  contexts: [],
  auxiliary: [],
  quad: 1,
  score: 1,
  sentence: 0,
  trigger: { start: Number(id.slice(1)), end: Number(id.slice(1)) + 1 },
  actor: [{ actor: "a1", start: 0, end: 1 }],
  recipient: [],
  said_by: null,
  date: null,
  place: null,
  confidence: 0.9,
  same_as: ["e1", "e2", "e3"].filter((other) => other !== id),
  ...more,
});
const dated = { date: { iso: "2025-08-15", start: 0, end: 1 } };
const heard = { said_by: { actor: "a2", start: 0, end: 1 } };
const shown = (...events: Event[]) => sectionsOf(events).fact.map(({ event: { id }, again }) => [id, ...again.map((other) => other.id)]);

it("should show the telling that says when and where, not the headline", () =>
  expect(shown(event("e1", {}), event("e2", dated), event("e3", {}))).toEqual([["e2", "e1", "e3"]]));
it("should show the first of those that say as much", () =>
  expect(shown(event("e1", dated), event("e2", dated), event("e3", {}))).toEqual([["e1", "e2", "e3"]]));
it("should not take hearsay for its day", () =>
  expect(shown(event("e1", {}), event("e2", { ...dated, ...heard }), event("e3", {}))).toEqual([["e1", "e2", "e3"]]));
