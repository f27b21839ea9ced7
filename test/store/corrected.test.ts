// A record and the corrections on it → nothing of it refers to an event that is gone, and no meeting holds what is no meeting any more.
import { expect, test } from "vitest";
import { faultsOf } from "../../src/record/validate.ts";
import { correctedOf } from "../../src/store/corrected.ts";
import type { Correction } from "../../src/store/types.ts";
import { recordOf } from "./records.ts";

const told = recordOf(1);
const record = {
  ...told,
  events: told.events.map((event) => ({ ...event, type: "CONSULT" as const, modes: [] })),
  meetings: [{ events: ["e1", "e2", "e3"] }],
  outcomes: [{ of: "e1", result: "none" as const, what: told.events[0]!.trigger, said_by: null, evidence: ["e1", "e2"] }],
};
const refs = new Map(record.events.map(({ id }, at) => [id, at + 1]));
const corrected = (ref: number, change: Partial<Correction>) =>
  correctedOf(
    record,
    refs,
    {
      corrections: [
        {
          ref,
          by: "Ana",
          at: "2035-01-01",
          isEvent: true,
          type: null,
          modes: null,
          auxiliary: null,
          actor: null,
          recipient: null,
          ...change,
        } as Correction,
      ],
      remarks: [],
    },
    { placeOf: () => ({ country: null, lat: null, lon: null }) },
  ).record;

test.each<[string, Partial<Correction>]>([
  ["no event", { isEvent: false }],
  ["another deed", { type: "AID" }],
])("an event that is %s leaves its meeting", (_, change) => {
  const now = corrected(1, change);
  expect(faultsOf(now)).toEqual([]);
  expect(now.meetings).toEqual([{ events: ["e2", "e3"] }]);
  expect(now.outcomes).toMatchObject(change.isEvent === false ? [{ of: null, evidence: ["e2"] }] : [{ of: "e1", evidence: ["e1", "e2"] }]);
});
