// A meeting's sides as the model has them → without those who are talked of or meet elsewhere, and with whom the model passed over.
import { describe, expect, it } from "vitest";
import type { Role } from "../../src/tag/types.ts";
import { sidesOf } from "./trees.ts";

const actors = (...names: readonly string[]): (readonly [Role, string])[] => names.map((name) => ["actor", name]);

describe("what is talked of", () => {
  it("is no party", () => {
    const discussed =
      "Togo/P/nsubj>1 discussed/V/root>-1 issues/obj>1 of/case>5 border/compound>5 councils/nmod>2 with/case>7 Ghana/P/obl>1";
    expect(sidesOf(discussed, ["CONSULT", "discussed", actors("Togo", "councils", "Ghana")])).toEqual(["actor Togo", "actor Ghana"]);
    const met = "Togo/P/nsubj>1 met/V/root>-1 Ghana/P/obj>1 and/cc>4 discussed/V/conj>1 Benin/P/obj>4";
    expect(sidesOf(met, ["CONSULT", "met", actors("Togo", "Ghana", "Benin")])).toEqual(["actor Togo", "actor Ghana"]);
    const about = "Talks/nsubj>5 with/case>2 Togo/P/nmod>0 on/case>4 Benin/P/nmod>0 failed/V/root>-1";
    expect(sidesOf(about, ["CONSULT", "Talks", actors("Togo", "Benin")])).toEqual(["actor Togo"]);
  });

  it("does not hold who is called on, who invites, and whose meeting is itself a topic", () => {
    const called = "Lima/P/nsubj>1 called/V/root>-1 on/case>3 Diallo/P/obl>1";
    expect(sidesOf(called, ["CONSULT", "called", [...actors("Lima"), ["recipient", "Diallo"]]])).toEqual([
      "actor Lima",
      "recipient Diallo",
    ]);
    const guest = "Lima/P/nsubj>1 met/V/root>-1 on/case>3 invitation/obl>1 of/case>5 Diallo/P/nmod>3";
    expect(sidesOf(guest, ["CONSULT", "met", actors("Lima", "Diallo")])).toEqual(["actor Lima", "actor Diallo"]);
    const topic = "They/nsubj>1 discussed/V/root>-1 Togo/P/nmod:poss>4 's/case>2 talks/obj>1";
    expect(sidesOf(topic, ["CONSULT", "talks", actors("Togo")], [["CONSULT", "discussed"]])).toEqual(["actor Togo"]);
  });
});

describe("two meetings in one sentence", () => {
  it("keep apart a tour and a meeting that it included", () => {
    const tour =
      "He/nsubj>1 left/V/root>-1 after/case>4 a/det>4 tour/obl>1 of/case>6 Togo/P/nmod>4 which/nsubj>8 included/V/acl:relcl>4 a/det>10 meeting/obj>8 with/case>12 Lima/P/nmod>10";
    const both = actors("Togo", "Lima");
    expect(sidesOf(tour, ["CONSULT", "tour", both], [["CONSULT", "meeting"]])).toEqual(["actor Togo"]);
    expect(sidesOf(tour, ["CONSULT", "meeting", both], [["CONSULT", "tour"]])).toEqual(["actor Lima"]);
  });
});

describe("a party", () => {
  it("is a name that the model passed over", () => {
    const met = "Togo/P/nsubj>1 met/V/root>-1 Lima/P/obj>1";
    expect(sidesOf(met, ["CONSULT", "met", actors("Togo")])).toEqual(["actor Togo", "actor Lima"]);
    const nobody = "Togo/P/nsubj>1 met/V/root>-1 with/case>3 approval/obl>1";
    expect(sidesOf(nobody, ["CONSULT", "met", actors("Togo")])).toEqual(["actor Togo"]);
  });
});
