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

const against =
  "The/NOUN/det>1 nurses/NOUN/nsubj>4 are/NOUN/cop>4 against/NOUN/case>4 tolls/NOUN/root on/NOUN/case>6 bridges/NOUN/nmod>4 ./NOUN/punct>4";
const essential = (who: string) =>
  `For/NOUN/case>1 ${who}/PROPN/obl>6 ,/NOUN/punct>6 a/NOUN/det>4 truce/NOUN/nsubj>6 is/NOUN/cop>6 essential/NOUN/root ./NOUN/punct>6`;

describe("who is for or against something", () => {
  it("holds that", () => {
    expect(told(against)).toEqual(["The nurses | are against | tolls on bridges"]);
    expect(
      told(
        "Togo/PROPN/nsubj>5 and/NOUN/cc>2 Benin/PROPN/conj>0 are/NOUN/cop>5 in/NOUN/case>5 favour/NOUN/root of/NOUN/mark>7 reopening/VERB/acl>5 the/NOUN/det>9 line/NOUN/obj>7 ./NOUN/punct>5",
        ["Togo", "Benin"],
      ),
    ).toEqual(["Togo and Benin | are in favour of | reopening the line"]);
    expect(
      told("Minister/PROPN/nsubj>4 Diallo/PROPN/flat>0 is/NOUN/cop>4 against/NOUN/case>4 tolls/NOUN/root ./NOUN/punct>4", ["Diallo"]),
      "a title and a name",
    ).toEqual(["Minister Diallo | is against | tolls"]);
    expect(
      told("Minister/PROPN/nmod:desc>1 Diallo/PROPN/flat>4 is/NOUN/cop>4 against/NOUN/case>4 tolls/NOUN/root ./NOUN/punct>4", ["Diallo"]),
      "a subject misread",
    ).toEqual(["Minister Diallo | is against | tolls"]);
  });
  it("is somebody", () => {
    expect(
      told("The/NOUN/det>1 final/NOUN/nsubj>4 is/NOUN/cop>4 against/NOUN/case>4 Brazil/PROPN/root ./NOUN/punct>4", ["Brazil"]),
    ).toEqual([]);
    expect(
      told("The/NOUN/det>1 charges/NOUN/nsubj>5 are/NOUN/cop>5 against/NOUN/case>5 two/NOUN/nummod>5 officers/NOUN/root ./NOUN/punct>5"),
    ).toEqual([]);
    expect(told("The/NOUN/det>1 numbers/NOUN/nsubj>4 are/NOUN/cop>4 against/NOUN/case>4 tolls/NOUN/root ./NOUN/punct>4")).toEqual([]);
    expect(
      told("Ghana/PROPN/nmod:poss>2 's/NOUN/case>0 law/NOUN/nsubj>5 is/NOUN/cop>5 against/NOUN/case>5 torture/NOUN/root ./NOUN/punct>5", [
        "Ghana",
      ]),
    ).toEqual([]);
    expect(told(against.replace("nurses", "ruling"))).toEqual([]);
  });
  it("says so with these words", () => expect(told(against.replace("against/", "about/"))).toEqual([]));
  it("is told once", () => {
    const { place } = drawn(against);
    expect(told(against, [], [{ source: null, cue: place("are against"), content: [], confidence: 1 }])).toEqual([]);
  });
});

describe("who has no intention of something", () => {
  it("holds that", () =>
    expect(
      told(
        "Togo/PROPN/nsubj>1 has/VERB/root no/NOUN/det>3 intention/NOUN/obj>1 of/NOUN/mark>5 leaving/VERB/acl>3 Lima/PROPN/obj>5 ./NOUN/punct>1",
      ),
    ).toEqual(["Togo | has no intention | of leaving Lima"]));
});

describe("for whom something is a condition", () => {
  it("holds that", () => {
    expect(told(essential("Togo"), ["Togo"])).toEqual(["Togo | For | a truce is essential"]);
    expect(
      told(
        "For/NOUN/case>1 Burkina/PROPN/obl>8 Faso/PROPN/flat>1 ,/NOUN/punct>8 a/NOUN/det>5 truce/NOUN/nsubj>8 is/NOUN/cop>8 a/NOUN/det>8 precondition/NOUN/root ./NOUN/punct>8",
        ["Burkina Faso"],
      ),
      "a name of two words",
    ).toEqual(["Burkina Faso | For | a truce is a precondition"]);
    expect(
      told(
        "For/NOUN/case>1 Burkina/PROPN/compound>2 Faso/PROPN/flat>8 ,/NOUN/punct>2 a/NOUN/det>5 truce/NOUN/nsubj>8 is/NOUN/cop>8 a/NOUN/det>8 precondition/NOUN/root ./NOUN/punct>8",
        ["Burkina Faso"],
      ),
      "a name misread",
    ).toEqual(["Burkina Faso | For | a truce is a precondition"]);
    expect(
      told(
        "For/NOUN/case>2 the/NOUN/det>2 government/NOUN/obl>8 ,/NOUN/punct>8 a/NOUN/det>5 truce/NOUN/nsubj>8 is/NOUN/cop>8 a/NOUN/det>8 precondition/NOUN/root ./NOUN/punct>8",
      ),
      "a body",
    ).toEqual(["the government | For | a truce is a precondition"]);
  });
  it("is a side", () => {
    expect(told(essential("Christmas"))).toEqual([]);
    expect(told(essential("January"))).toEqual([]);
    expect(
      told(
        "For/NOUN/case>2 the/NOUN/det>2 farmers/NOUN/obl>6 ,/NOUN/punct>6 rain/NOUN/nsubj>6 is/NOUN/cop>6 essential/NOUN/root ./NOUN/punct>6",
      ),
      "who needs something has not said so",
    ).toEqual([]);
  });
  it("draws a red line, no other", () => {
    const line =
      "For/NOUN/case>1 Ghana/PROPN/nmod>8 ,/NOUN/punct>8 the/NOUN/det>4 port/NOUN/nsubj>8 is/NOUN/cop>8 a/NOUN/det>8 red/NOUN/amod>8 line/NOUN/root ./NOUN/punct>8";
    expect(told(line, ["Ghana"])).toEqual(["Ghana | For | the port is a red line"]);
    expect(told(line.replace("red/", "long/"), ["Ghana"])).toEqual([]);
  });
  it("is not told where somebody else speaks", () => {
    const { place } = drawn(essential("Togo"));
    expect(told(essential("Togo"), ["Togo"], [{ source: null, cue: place("."), content: [], confidence: 1 }])).toEqual([]);
  });
});
