import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinSame } from "../../src/events/same.ts";
import type { Event } from "../../src/events/types.ts";

const participants = (ids: readonly string[]) => ids.map((actor) => ({ actor, start: 0, end: 1 }));

const eventArb = fc.record({
  type: fc.constantFrom("CONSULT", "ASSAULT"),
  actor: fc.subarray(["a1", "a2"]).map(participants),
  recipient: fc.subarray(["a3"]).map(participants),
  auxiliary: fc.subarray(["future"]),
  modes: fc.subarray(["visit", "third-party"]),
  date: fc.option(fc.constantFrom("2025", "2025-08", "2025-08-15", "2025-08-16", "2024").map((iso) => ({ iso, start: 0, end: 1 }))),
});

const eventsArb = (size: { minLength?: number; maxLength: number }) =>
  fc
    .array(eventArb, size)
    .map((events) =>
      events.map((event, i) => ({ ...event, id: `e${i + 1}`, said_by: null, place: null, same_as: [] }) as unknown as Event),
    );

const ids = (list: Event["actor"]) => list.map(({ actor }) => actor).join();

/** As docs/record.md tells it, pair by pair. */
function areOne(a: Event, b: Event): boolean {
  const [one, two] = [a.date?.iso ?? "", b.date?.iso ?? ""];
  return (
    a.id !== b.id &&
    [a, b].every(({ actor, recipient, type }) => actor.length > 0 && (recipient.length > 0 || type === "CONSULT")) &&
    a.type === b.type &&
    ids(a.actor) === ids(b.actor) &&
    ids(a.recipient) === ids(b.recipient) &&
    a.auxiliary.join() === b.auxiliary.join() &&
    (a.modes.join() === b.modes.join() || a.modes.length * b.modes.length === 0) &&
    (one.startsWith(two) || two.startsWith(one))
  );
}

describe("joinSame", () => {
  it("names, for each event, the first eight others that are one with it", () => {
    fc.assert(
      fc.property(eventsArb({ maxLength: 60 }), (events) => {
        for (const event of joinSame(events)) {
          const others = events.filter((other) => areOne(event, other)).map(({ id }) => id);
          expect(event.same_as).toEqual(others.slice(0, 8));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("lets a telling that has one before it name one before it, however many there are", () => {
    const told = { type: "ASSAULT", actor: participants(["a1"]), recipient: participants(["a2"]), auxiliary: [], modes: [], date: null };
    const events = Array.from({ length: 50_000 }, (_, i) => ({ ...told, id: `e${i + 1}` }) as unknown as Event);
    const joined = joinSame(events);
    expect(joined.at(-1)!.same_as).toEqual(["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"]);
    expect(joined[0]!.same_as).toEqual(["e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"]);
  });
});
