// Work that would never end is ended, whether it is a loop or an expression; what ends in time gives what it gives.
import { describe, expect, it } from "vitest";
import { TooLongError, within } from "../src/within.ts";
import { documentFrom, reader } from "./growth.ts";

describe("work within a limit", () => {
  it("gives its result, and its own errors", () => {
    expect(within(1, () => 7)).toBe(7);
    expect(() =>
      within(1, () => {
        throw new RangeError("own");
      }),
    ).toThrow(new RangeError("own"));
    expect(within(1, () => within(1, () => "nested"))).toBe("nested");
  });

  it("ends a loop", () => {
    expect(() =>
      within(0.1, () => {
        for (;;);
      }),
    ).toThrow(TooLongError);
  });

  it("ends an expression that backtracks, and work goes on afterwards", () => {
    expect(() => within(0.1, () => /^(?:a+)+$/.test(`${"a".repeat(60)}!`))).toThrow("seconds of work: cut it into parts");
    expect(within(1, () => "after")).toBe("after");
  });

  it("ends one article, and the next one is read", async () => {
    const read = await reader((sentences, work) =>
      within(0.2, () => {
        if (sentences > 1) for (;;);
        return work();
      }),
    );
    await expect(read(await documentFrom("Envoys met. They talked. They left."))).rejects.toThrow("seconds of work");
    expect((await read(await documentFrom("Russia attacked Ukraine."))).sentences).toHaveLength(1);
  });

  it("ends a long article at a few sentences that take too long, and finds the same in any number of them", async () => {
    const stages = ["acts", "positions", "promises", "reactions", "outcomes"];
    let asked = 0;
    const limited = (hangs: number) =>
      reader((sentences, work) => {
        // Thirty are gone through as twenty-four and six.
        if (sentences !== 6) return within(600, work);
        if (++asked !== hangs) return work();
        return within(0.2, () => {
          for (;;);
        });
      });
    const document = await documentFrom(
      Array(10).fill("Iran demanded a truce. Iraq rejected the plan. Iran promised to send aid.").join("\n\n"),
    );
    for (const at of stages.keys()) {
      asked = 0;
      const read = await limited(at + 1);
      await expect(read(document)).rejects.toThrow(TooLongError);
      expect(asked).toBe(at + 1);
      expect((await read(await documentFrom("Iran attacked Israel. Iran attacked Iraq."))).events).toHaveLength(2);
    }
    asked = 0;
    const [whole, cut] = [await (await reader())(document), await (await limited(0))(document)];
    expect(asked).toBe(stages.length);
    expect(whole.positions.length).toBeGreaterThan(0);
    expect(whole.events.length).toBeGreaterThan(0);
    expect(cut).toEqual(whole);
  });

  it("ends a long article of which few sentences tell anything", async () => {
    const read = await reader((sentences, work) => {
      // The acts of one sentence among thirty.
      if (sentences !== 1) return within(600, work);
      return within(0.2, () => {
        for (;;);
      });
    });
    await expect(read(await documentFrom(`Iran attacked Iraq. ${"It rained. ".repeat(29)}`))).rejects.toThrow(TooLongError);
  });
});
