// A sentence with its tree and what the model took for the sides of a deed told by a noun → whose deed it is.
import { describe, expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { withSides } from "../../src/rules/sides.ts";
import { slice } from "../../src/span.ts";
import type { Act, Role } from "../../src/tag/types.ts";
import { actIn, drawn } from "./trees.ts";

type Sides = readonly (readonly [Role, string])[];

/** @param force another act of the sentence, with its sides */
function sides(notation: string, type: EventType, trigger: string, args: Sides, force: readonly [string, Sides] | null = null): string[] {
  const of = drawn(notation);
  const act = actIn(of, type, trigger, args);
  const acts: Act[] = force ? [act, actIn(of, "ASSAULT", force[0], force[1])] : [act];
  return withSides(act, { ...of.sentence, acts }, of.syntax).arguments.map((one) => `${one.role} ${slice(of.text, one)}`);
}

describe("whose a deed is", () => {
  it("is told by the pronoun before it", () => {
    const told = "Lima/P/nsubj>1 begged/V/root>-1 nurses/obj>1 to/mark>4 drop/V/xcomp>1 their/nmod:poss>6 threat/obj>4";
    expect(sides(told, "THREATEN", "threat", [["actor", "Lima"]])).toEqual(["actor their"]);
    const arrest = "Lima/P/nsubj>1 watched/V/root>-1 their/nmod:poss>3 arrest/obj>1";
    expect(sides(arrest, "COERCE", "arrest", [["actor", "Lima"]])).toEqual(["actor Lima"]);
  });

  it("is not told by a clause on another noun", () => {
    const vote = "Polls/nsubj>4 which/obj>3 envoys/nsubj>3 praised/V/acl:relcl>0 ended/V/root>-1 in/case>6 accusations/obl>4";
    expect(sides(vote, "ACCUSE", "accusations", [["actor", "envoys"]])).toEqual([]);
    const own = "Nurses/nsubj>3 who/nsubj>2 struck/V/acl:relcl>0 renewed/V/root>-1 accusations/obj>3";
    expect(sides(own, "ACCUSE", "accusations", [["actor", "Nurses"]])).toEqual(["actor Nurses"]);
  });
});

it("custody is that of those whose it is", () => {
  const held = "Lima/P/nsubj>3 is/cop>3 in/case>3 custody/root>-1 of/case>5 police/nmod>3";
  const both = [
    ["recipient", "Lima"],
    ["recipient", "police"],
  ] as const;
  expect(sides(held, "COERCE", "custody", both)).toEqual(["recipient Lima", "actor police"]);
});

describe("a demonstration that force meets", () => {
  const shot = "Police/nsubj>1 shot/V/root>-1 protesters/obj>1 during/case>4 demonstrations/obl>1";
  const force = [
    "shot",
    [
      ["actor", "Police"],
      ["recipient", "protesters"],
    ],
  ] as const;

  it("is that of those whom the force hits", () =>
    expect(sides(shot, "PROTEST", "demonstrations", [["actor", "Police"]], force)).toEqual(["actor protesters"]));
  it("is nobody's where these are no demonstrators", () => {
    const envoy = shot.replace("protesters", "envoys");
    expect(
      sides(
        envoy,
        "PROTEST",
        "demonstrations",
        [["actor", "Police"]],
        [
          "shot",
          [
            ["actor", "Police"],
            ["recipient", "envoys"],
          ],
        ],
      ),
    ).toEqual([]);
  });
  it("stays with those whom the model saw", () =>
    expect(sides(shot, "PROTEST", "demonstrations", [["actor", "protesters"]], force)).toEqual(["actor protesters"]));
});
