// What two people said of the same events → how far they agree; what was taken back does not count, what the next one replaced does.
import { expect, test } from "vitest";
import { reviewersOf, type Said } from "../../src/agree/reviewers.ts";

let at = 0;
const said = (id: string, by: string, type: string | null, until: string | null = null, over: Partial<Said> = {}): Said => ({
  ...{ id, line: "event", corrected_by: by, corrected_at: String(at++), until, is_event: type !== null, missed: false, type },
  ...{ machine_type: "AID", words: "Words.", ...over },
});

test("two who looked at the same events", () => {
  at = 0;
  const rows = [
    said("e1.1", "Ana", "AID", "2"),
    said("e1.2", "Ana", "REJECT", "3"),
    said("e1.1", "Ben", "AID"),
    said("e1.2", "Ben", null),
    // Who says so, when or where: a remark, which judges nothing.
    said("e1.2", "Ben", null, null, { is_event: true, machine_type: null }),
    // Taken back: nothing took its place.
    said("e1.3", "Ana", "AID", "9"),
    said("e1.3", "Ben", "AID"),
    said("m4", "Ben", "AID", null, { line: "position" }),
    said("e1.5", "Cid", "AID"),
  ];
  expect(reviewersOf(rows)).toEqual([
    {
      a: "Ana",
      b: "Ben",
      events: 2,
      alike: 1,
      alpha: expect.closeTo(0.4),
      differ: [{ id: "e1.2", words: "Words.", a: "REJECT", b: "no event" }],
    },
  ]);
});
