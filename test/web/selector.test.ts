// Links to words by position and quotation: what is written is found again, also in a text that has changed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, fragmentOf } from "../../web/page/selector.ts";

const text = "The talks ended. Nobody signed. The talks ended (again), “without” a word: 100%. 𝒳 left.";
const placeOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

describe("a selector", () => {
  it("should find every place of any text again", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % any.length;
        const end = start + 1 + (b % (any.length - start));
        expect(find(any, fragmentOf(any, { start, end }))).toEqual({ at: { start, end }, unmoved: true });
      }),
    );
  });
  it("should follow the words where the text before them has grown, and choose among equals by their neighbours", () => {
    const second = placeOf("The talks ended", 5);
    const grown = `CORRECTED: ${text}`;
    expect(find(grown, fragmentOf(text, second))).toEqual({ at: { start: second.start + 11, end: second.end + 11 }, unmoved: false });
  });
  it("should say where the words are gone, and where none are named", () => {
    expect(find("Another text.", fragmentOf(text, placeOf("Nobody signed")))).toBe("gone");
    expect(find(text, "")).toBeNull();
    expect(find(text, "#else")).toBeNull();
    expect(find(text, "#selector(type=TextPositionSelector,start=4,end=9)")).toEqual({ at: { start: 4, end: 9 }, unmoved: true });
    expect(find(text, "#selector(type=TextPositionSelector,start=9,end=4000)")).toBe("gone");
    expect(find(text, "#selector(exact=%E0%A4%A)")).toBe("gone");
  });
});
