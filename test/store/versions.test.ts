// What a shelf holds + a text: which article it is a version of.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAmong, type Version } from "../../src/store/versions.ts";

const held = (key: number, article: number, version: number, url: string, day: string | null): Version => ({
  key,
  article,
  version,
  sha256: `text ${key}`,
  url,
  day,
});
const text = (url: string, day: string | null, sha256 = "another text") => ({ sha256, url, day });

describe("the place of a text", () => {
  const monday = held(1, 1, 1, "a", "2026-01-05");
  const edited = held(2, 1, 2, "a", "2026-01-05");
  const tuesday = held(3, 2, 1, "a", "2026-01-06");

  it("is there already by its text alone", () => expect(placeAmong([monday], text("", null, "text 1"))).toBe("known"));
  it("is behind the newest version with its address and day", () =>
    expect(placeAmong([edited, monday, tuesday], text("a", "2026-01-05"))).toBe(edited));
  it("is a new article on another day, or without an address", () => {
    expect(placeAmong([monday], text("a", "2026-01-06"))).toBeNull();
    expect(placeAmong([held(1, 1, 1, "", null)], text("", null))).toBeNull();
  });
  it("is, without a day, of the only article at its address, and of none of several", () => {
    expect(placeAmong([monday, edited], text("a", null))).toBe(edited);
    expect(placeAmong([monday, tuesday], text("a", null))).toBeNull();
  });
  it("is, with a day, behind one that has none", () => {
    const undated = held(4, 4, 1, "a", null);
    expect(placeAmong([undated], text("a", "2026-01-05"))).toBe(undated);
  });
  it("does not depend on the order of what is held", () => {
    const few = fc.nat({ max: 2 });
    const versions = fc
      .array(fc.tuple(few, few, fc.constantFrom("a", "b", ""), fc.constantFrom("2026-01-05", "2026-01-06", null)), { maxLength: 8 })
      .map((rows) => rows.map(([article, version, url, day], key) => held(key, article, 10 * version + key, url, day)));
    fc.assert(
      fc.property(versions, fc.constantFrom("a", "b", ""), fc.constantFrom("2026-01-05", null), (rows, url, day) => {
        expect(placeAmong([...rows].reverse(), text(url, day))).toBe(placeAmong(rows, text(url, day)));
      }),
    );
  });
});
