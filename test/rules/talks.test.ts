// A meeting's sides as the model has them → without those who are talked of or meet elsewhere, and with whom the model passed over.
import { describe, expect, it } from "vitest";
import type { Role } from "../../src/tag/types.ts";
import { sidesOf } from "./trees.ts";

const actors = (...names: readonly string[]): (readonly [Role, string])[] => names.map((name) => ["actor", name]);

describe("what is talked of", () => {
  it("is no party", () => {
    const discussed =
      "Togo/PROPN/nsubj>1 discussed/VERB/root issues/NOUN/obj>1 of/NOUN/case>5 border/NOUN/compound>5 councils/NOUN/nmod>2 with/NOUN/case>7 Ghana/PROPN/obl>1";
    expect(sidesOf(discussed, ["CONSULT", "discussed", actors("Togo", "councils", "Ghana")])).toEqual(["actor Togo", "actor Ghana"]);
    const met = "Togo/PROPN/nsubj>1 met/VERB/root Ghana/PROPN/obj>1 and/NOUN/cc>4 discussed/VERB/conj>1 Benin/PROPN/obj>4";
    expect(sidesOf(met, ["CONSULT", "met", actors("Togo", "Ghana", "Benin")])).toEqual(["actor Togo", "actor Ghana"]);
    const about = "Talks/NOUN/nsubj>5 with/NOUN/case>2 Togo/PROPN/nmod>0 on/NOUN/case>4 Benin/PROPN/nmod>0 failed/VERB/root";
    expect(sidesOf(about, ["CONSULT", "Talks", actors("Togo", "Benin")])).toEqual(["actor Togo"]);
  });

  it("does not hold who is called on, who invites, and whose meeting is itself a topic", () => {
    const called = "Lima/PROPN/nsubj>1 called/VERB/root on/NOUN/case>3 Diallo/PROPN/obl>1";
    expect(sidesOf(called, ["CONSULT", "called", [...actors("Lima"), ["recipient", "Diallo"]]])).toEqual([
      "actor Lima",
      "recipient Diallo",
    ]);
    const guest = "Lima/PROPN/nsubj>1 met/VERB/root on/NOUN/case>3 invitation/NOUN/obl>1 of/NOUN/case>5 Diallo/PROPN/nmod>3";
    expect(sidesOf(guest, ["CONSULT", "met", actors("Lima", "Diallo")])).toEqual(["actor Lima", "actor Diallo"]);
    const topic = "They/NOUN/nsubj>1 discussed/VERB/root Togo/PROPN/nmod:poss>4 's/NOUN/case>2 talks/NOUN/obj>1";
    expect(sidesOf(topic, ["CONSULT", "talks", actors("Togo")], [["CONSULT", "discussed"]])).toEqual(["actor Togo"]);
  });
});

describe("two meetings in one sentence", () => {
  it("keep apart a tour and a meeting that it included", () => {
    const tour =
      "He/NOUN/nsubj>1 left/VERB/root after/NOUN/case>4 a/NOUN/det>4 tour/NOUN/obl>1 of/NOUN/case>6 Togo/PROPN/nmod>4 which/NOUN/nsubj>8 included/VERB/acl:relcl>4 a/NOUN/det>10 meeting/NOUN/obj>8 with/NOUN/case>12 Lima/PROPN/nmod>10";
    const both = actors("Togo", "Lima");
    expect(sidesOf(tour, ["CONSULT", "tour", both], [["CONSULT", "meeting"]])).toEqual(["actor Togo"]);
    expect(sidesOf(tour, ["CONSULT", "meeting", both], [["CONSULT", "tour"]])).toEqual(["actor Lima"]);
  });
});

describe("a party", () => {
  it("is a name that the model passed over", () => {
    const met = "Togo/PROPN/nsubj>1 met/VERB/root Lima/PROPN/obj>1";
    expect(sidesOf(met, ["CONSULT", "met", actors("Togo")])).toEqual(["actor Togo", "actor Lima"]);
    const nobody = "Togo/PROPN/nsubj>1 met/VERB/root with/NOUN/case>3 approval/NOUN/obl>1";
    expect(sidesOf(nobody, ["CONSULT", "met", actors("Togo")])).toEqual(["actor Togo"]);
  });
});

describe("a visit", () => {
  const visit = (behind: string): string =>
    `Lima/PROPN/nsubj>1 paid/VERB/root visits/NOUN/obj>1 to/NOUN/case>5 the/NOUN/det>5 city/NOUN/nmod>2 ${behind}`;
  const sides = (behind: string): string[] => sidesOf(visit(behind), ["CONSULT", "visits", [...actors("Lima"), ["recipient", "city"]]]);

  it("is to who invited the guest", () =>
    expect(sides("at/NOUN/case>7 invitation/NOUN/obl>1 of/NOUN/case>9 Diallo/PROPN/nmod>7")).toEqual([
      "actor Lima",
      "place city",
      "recipient Diallo",
    ]));

  it("but not to who was not visited", () =>
    expect(sides("and/NOUN/cc>7 rejected/VERB/conj>1 invitation/NOUN/obj>7 of/NOUN/case>10 Diallo/PROPN/nmod>8")).toEqual([
      "actor Lima",
      "recipient city",
    ]));
});
