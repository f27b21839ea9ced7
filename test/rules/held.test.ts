// Trees of sentences in which no attribution was read → those that grammar tells.
import { describe, expect, it } from "vitest";
import { held } from "../../src/rules/held.ts";
import type { Attribution, Entity } from "../../src/tag/types.ts";
import { drawn } from "./trees.ts";

/** @param names those that the model found, of people, bodies and places @param known what it read of who says what */
function told(notation: string, names: readonly string[] = [], known: readonly Attribution[] = []): string[] {
  const { text, sentence, place } = drawn(notation);
  const { tokens } = sentence;
  const entities = names.map((name): Entity => ({ kind: "LOC", ...place(name) }));
  const word = (i: number): string => (tokens[i] ? text.slice(tokens[i].start, tokens[i].end) : "");
  const over = (first: number, last: number) => ({ start: tokens[first]!.start, end: tokens[last]!.end });
  const show = (one: { start: number; end: number } | null | undefined): string => (one ? text.slice(one.start, one.end) : "-");
  return held(tokens, entities, word, known, over).map(
    ({ source, cue, content }) => `${show(source)} | ${show(cue)} | ${show(content[0])}`,
  );
}

const against = "The/det>1 nurses/nsubj>4 are/cop>4 against/case>4 tolls/root>-1 on/case>6 bridges/nmod>4 ./punct>4";
const essential = (who: string) => `For/case>1 ${who}/P/obl>6 ,/punct>6 a/det>4 truce/nsubj>6 is/cop>6 essential/root>-1 ./punct>6`;

describe("who is for or against something", () => {
  it("holds that", () => {
    expect(told(against)).toEqual(["The nurses | are against | tolls on bridges"]);
    expect(
      told(
        "Togo/P/nsubj>5 and/cc>2 Benin/P/conj>0 are/cop>5 in/case>5 favour/root>-1 of/mark>7 reopening/V/acl>5 the/det>9 line/obj>7 ./punct>5",
        ["Togo", "Benin"],
      ),
    ).toEqual(["Togo and Benin | are in favour of | reopening the line"]);
    expect(
      told("Minister/P/nsubj>4 Diallo/P/flat>0 is/cop>4 against/case>4 tolls/root>-1 ./punct>4", ["Diallo"]),
      "a title and a name",
    ).toEqual(["Minister Diallo | is against | tolls"]);
    expect(
      told("Minister/P/nmod:desc>1 Diallo/P/flat>4 is/cop>4 against/case>4 tolls/root>-1 ./punct>4", ["Diallo"]),
      "a subject misread",
    ).toEqual(["Minister Diallo | is against | tolls"]);
  });
  it("is somebody", () => {
    expect(told("The/det>1 final/nsubj>4 is/cop>4 against/case>4 Brazil/P/root>-1 ./punct>4", ["Brazil"])).toEqual([]);
    expect(told("The/det>1 charges/nsubj>5 are/cop>5 against/case>5 two/nummod>5 officers/root>-1 ./punct>5")).toEqual([]);
    expect(told("The/det>1 numbers/nsubj>4 are/cop>4 against/case>4 tolls/root>-1 ./punct>4")).toEqual([]);
    expect(told("Ghana/P/nmod:poss>2 's/case>0 law/nsubj>5 is/cop>5 against/case>5 torture/root>-1 ./punct>5", ["Ghana"])).toEqual([]);
    expect(told(against.replace("nurses", "ruling"))).toEqual([]);
  });
  it("says so with these words", () => expect(told(against.replace("against/case", "about/case"))).toEqual([]));
  it("is told once", () => {
    const { place } = drawn(against);
    expect(told(against, [], [{ source: null, cue: place("are against"), content: [], confidence: 1 }])).toEqual([]);
  });
});

describe("who has no intention of something", () => {
  it("holds that", () =>
    expect(told("Togo/P/nsubj>1 has/V/root>-1 no/det>3 intention/obj>1 of/mark>5 leaving/V/acl>3 Lima/P/obj>5 ./punct>1")).toEqual([
      "Togo | has no intention | of leaving Lima",
    ]));
});

describe("for whom something is a condition", () => {
  it("holds that", () => {
    expect(told(essential("Togo"), ["Togo"])).toEqual(["Togo | For | a truce is essential"]);
    expect(
      told("For/case>1 Burkina/P/obl>8 Faso/P/flat>1 ,/punct>8 a/det>5 truce/nsubj>8 is/cop>8 a/det>8 precondition/root>-1 ./punct>8", [
        "Burkina Faso",
      ]),
      "a name of two words",
    ).toEqual(["Burkina Faso | For | a truce is a precondition"]);
    expect(
      told(
        "For/case>1 Burkina/P/compound>2 Faso/P/flat>8 ,/punct>2 a/det>5 truce/nsubj>8 is/cop>8 a/det>8 precondition/root>-1 ./punct>8",
        ["Burkina Faso"],
      ),
      "a name misread",
    ).toEqual(["Burkina Faso | For | a truce is a precondition"]);
    expect(
      told("For/case>2 the/det>2 government/obl>8 ,/punct>8 a/det>5 truce/nsubj>8 is/cop>8 a/det>8 precondition/root>-1 ./punct>8"),
      "a body",
    ).toEqual(["the government | For | a truce is a precondition"]);
  });
  it("is a side", () => {
    expect(told(essential("Christmas"))).toEqual([]);
    expect(told(essential("January"))).toEqual([]);
    expect(
      told("For/case>2 the/det>2 farmers/obl>6 ,/punct>6 rain/nsubj>6 is/cop>6 essential/root>-1 ./punct>6"),
      "who needs something has not said so",
    ).toEqual([]);
  });
  it("draws a red line, no other", () => {
    const line = "For/case>1 Ghana/P/nmod>8 ,/punct>8 the/det>4 port/nsubj>8 is/cop>8 a/det>8 red/amod>8 line/root>-1 ./punct>8";
    expect(told(line, ["Ghana"])).toEqual(["Ghana | For | the port is a red line"]);
    expect(told(line.replace("red/", "long/"), ["Ghana"])).toEqual([]);
  });
  it("is not told where somebody else speaks", () => {
    const { place } = drawn(essential("Togo"));
    expect(told(essential("Togo"), ["Togo"], [{ source: null, cue: place("."), content: [], confidence: 1 }])).toEqual([]);
  });
});
