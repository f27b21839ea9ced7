import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { words } from "../../src/tag/words.ts";

const cut = (text: string): string[] => words(text).map(({ start, end }) => text.slice(start, end));

describe("words", () => {
  it.each([
    ["They don't, can't and won't.", ["They", "do", "n't", ",", "ca", "n't", "and", "wo", "n't", "."]],
    ["Iran’s long-term plan", ["Iran", "’s", "long", "-", "term", "plan"]],
    ["pro-Beijing e-mail", ["pro-Beijing", "e-mail"]],
    ["U.S. President J. D. Vance", ["U.S.", "President", "J.", "D.", "Vance"]],
    ["Mr. Abe said so.", ["Mr.", "Abe", "said", "so", "."]],
    ["It cost $1,200.50 on 9/11.", ["It", "cost", "$", "1,200.50", "on", "9/11", "."]],
    ["the 1990s and the 5th", ["the", "1990s", "and", "the", "5th"]],
    ["rebels' camp", ["rebels", "'", "camp"]],
    ["“cannot”", ["“", "can", "not", "”"]],
    ["see www.example.com/a, now", ["see", "www.example.com/a", ",", "now"]],
    ["", []],
  ])("cuts %j", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("holds every visible character once, in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const spans = words(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
