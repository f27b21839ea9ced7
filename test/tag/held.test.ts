// Trees of sentences in which no attribution was read → those that grammar tells.
import { describe, expect, it } from "vitest";
import { held } from "../../src/tag/held.ts";
import type { Attribution } from "../../src/tag/types.ts";
import { drawn } from "../events/trees.ts";

function told(notation: string, known: readonly Attribution[] = []): string[] {
  const { text, sentence } = drawn(notation);
  const { tokens } = sentence;
  const word = (i: number): string => (tokens[i] ? text.slice(tokens[i].start, tokens[i].end) : "");
  const over = (first: number, last: number) => ({ start: tokens[first]!.start, end: tokens[last]!.end });
  const show = (one: { start: number; end: number } | null | undefined): string => (one ? text.slice(one.start, one.end) : "-");
  return held(tokens, word, known, over).map(({ source, cue, content }) => `${show(source)} | ${show(cue)} | ${show(content[0])}`);
}

const against = "The/det>1 nurses/nsubj>4 are/cop>4 against/case>4 tolls/root>-1 on/case>6 bridges/nmod>4 ./punct>4";

describe("an attitude", () => {
  it("is told by what somebody is against", () => {
    expect(told(against)).toEqual(["The nurses | are against | tolls on bridges"]);
    expect(told(against.replace("nurses", "rain").replace("against/case", "about/case"))).toEqual([]);
  });
  it("is told once", () => {
    const { place } = drawn(against);
    expect(told(against, [{ source: null, cue: place("are against"), content: [], confidence: 1 }])).toEqual([]);
  });
  it("is told by what somebody has no intention of", () =>
    expect(told("Togo/P/nsubj>1 has/V/root>-1 no/det>3 intention/obj>1 of/mark>5 leaving/V/acl>3 Lima/P/obj>5 ./punct>1")).toEqual([
      "Togo | has no intention | of leaving Lima",
    ]));
  it("is told by for whom something is a condition", () =>
    expect(told("For/case>1 Togo/P/obl>6 ,/punct>6 a/det>4 truce/nsubj>6 is/cop>6 essential/root>-1 ./punct>6")).toEqual([
      "Togo | For | a truce is essential",
    ]));
});
