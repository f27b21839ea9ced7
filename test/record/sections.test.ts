// Events that tell one event again → the one that stands for them.
import { expect, it } from "vitest";
import { meetingsOf } from "../../src/events/meetings.ts";
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
  trigger: { start: Number(id.slice(1)) * 6, end: Number(id.slice(1)) * 6 + 5 },
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
const shown = (...events: Event[]) =>
  sectionsOf({ events, meetings: meetingsOf(events, "talks ".repeat(4)) }).fact.map(({ event: { id }, again }) => [
    id,
    ...again.map((other) => other.id),
  ]);

it("should show the telling that says when and where, not the headline", () =>
  expect(shown(event("e1", {}), event("e2", dated), event("e3", {}))).toEqual([["e2", "e1", "e3"]]));
it("should show the first of those that say as much", () =>
  expect(shown(event("e1", dated), event("e2", dated), event("e3", {}))).toEqual([["e1", "e2", "e3"]]));
const who = (...actors: string[]) => ({ actor: actors.map((actor) => ({ actor, start: 0, end: 1 })), same_as: [] });
it("should fold a meeting into the one that names all who met", () =>
  expect(shown(event("e1", who("a1")), event("e2", who("a1", "a2")), event("e3", who("a2")))).toEqual([["e2", "e1", "e3"]]));
it("should not fold where two meetings may be meant, or the day differs", () => {
  expect(shown(event("e1", who("a1")), event("e2", who("a1", "a2")), event("e3", who("a1", "a3")))).toHaveLength(3);
  const later = { date: { iso: "2025-09-01", start: 0, end: 1 } };
  expect(shown(event("e1", { ...who("a1"), ...later }), event("e2", { ...who("a1", "a2"), ...dated }))).toHaveLength(2);
});
it("should not take hearsay for its day", () =>
  expect(shown(event("e1", {}), event("e2", { ...dated, ...heard }), event("e3", {}))).toEqual([["e1", "e2", "e3"]]));
