// Actors by what they are looked up by: whatever order they are met, called and mentioned in, the same answers as going through them all.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Draft, Seen } from "../../src/actors/draft.ts";
import { create } from "../../src/actors/join.ts";
import { Known } from "../../src/actors/known.ts";
import { plainReading } from "../../src/actors/reading.ts";
import { latest } from "../../src/actors/same-person.ts";
import { TIES } from "../../src/actors/ties.ts";

const words = ["ana", "lima", "han", "de", "kvist", "ivo"];
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" "));
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant("meets" as const), name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("calls" as const), who: fc.nat(), name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("renames" as const), who: fc.nat(), name }) },
  // Mostly in text order, and not always.
  { weight: 4, arbitrary: fc.record({ does: fc.constant("mentions" as const), who: fc.nat(), start: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("forgets" as const), who: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("asks" as const), since: fc.nat(20), word: fc.constantFrom(...words) }) },
);

const seenAt = (start: number): Seen => ({
  start,
  end: start + 3,
  form: "name",
  sentence: Math.floor(start / 10),
  subject: false,
  tie: TIES.new,
});

it("answers as one who goes through them all", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: "max" }), (steps) => {
      const known = new Known();
      const all: Draft[] = [];
      const at = (drafts: readonly Draft[]): number[] => drafts.map((draft) => all.indexOf(draft));
      const named = new Map<Draft, Set<string>>();
      for (const one of steps) {
        if (one.does === "meets") {
          const draft = create(known, plainReading(one.name, "name", "person"), one.name);
          all.push(draft);
          named.set(draft, new Set(one.name.split(" ")));
          continue;
        }
        const who = "who" in one ? all[one.who % (all.length || 1)] : undefined;
        if (who && one.does === "calls") known.call(who, one.name);
        if (who && one.does === "renames") known.rename(who, one.name);
        if (who && "name" in one) for (const word of one.name.split(" ")) named.get(who)!.add(word);
        if (who && one.does === "mentions") known.mention(who, seenAt(one.start));
        if (who && one.does === "forgets") {
          known.forget(who);
          expect(who.mentions).toEqual([]);
        }
        if (one.does !== "asks") continue;
        expect(at(known.drafts)).toEqual(at(all));
        expect(at(known.withWord(one.word))).toEqual(at(all.filter((draft) => named.get(draft)!.has(one.word))));
        expect(at(known.withKey(one.word))).toEqual(at(all.filter(({ keys }) => keys.has(one.word))));
        const has = (draft: Draft): boolean => draft.keys.has(one.word);
        expect(known.lastNamed(has)).toBe(latest(all.filter(has)));
        expect(known.lastNamed(has, one.since)).toBe(
          latest(all.filter((draft) => has(draft) && (draft.mentions.at(-1)?.sentence ?? -1) >= one.since)),
        );
        expect(at(known.inSentences(one.since, one.since + 1))).toEqual(
          at(all.filter(({ mentions }) => mentions.some(({ sentence }) => sentence === one.since || sentence === one.since + 1))),
        );
        for (const draft of all)
          expect(known.seenIn(draft, one.since)).toEqual(draft.mentions.filter(({ sentence }) => sentence === one.since));
      }
    }),
    { numRuns: 300 },
  );
});
