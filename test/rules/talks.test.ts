// A meeting's sides as the model has them → without those who are talked of or meet elsewhere; visitors before hosts.
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

describe("what happened at another time", () => {
  const since =
    "The/det>1 meeting/nsubj>3 was/cop>3 first/root>-1 Togo/P/nsubj>5 held/V/acl:relcl>3 since/mark>8 police/nsubj>8 shot/V/advcl>5 nurses/obj>8";
  it("makes nobody a party", () => expect(sidesOf(since, ["CONSULT", "meeting", actors("Togo", "police")])).toEqual(["actor Togo"]));
});

describe("two meetings in one sentence", () => {
  const beside =
    "In/case>1 talks/obl>9 with/case>3 Togo/P/nmod>1 on/case>5 sidelines/nmod>1 of/case>8 ministers/compound>8 summit/nmod>5 left/V/root>-1 Lima/P/nsubj>9";
  const all = actors("Togo", "ministers", "Lima");

  it("keep apart who meets on the sidelines and whose sidelines they are", () => {
    expect(sidesOf(beside, ["CONSULT", "talks", all], [["CONSULT", "summit"]])).toEqual(["actor Togo", "actor Lima"]);
    expect(sidesOf(beside, ["CONSULT", "summit", all], [["CONSULT", "talks"]])).toEqual(["actor ministers"]);
  });

  it("keep apart a tour and a meeting that it included", () => {
    const tour =
      "He/nsubj>1 left/V/root>-1 after/case>4 a/det>4 tour/obl>1 of/case>6 Togo/P/nmod>4 which/nsubj>8 included/V/acl:relcl>4 a/det>10 meeting/obj>8 with/case>12 Lima/P/nmod>10";
    const both = actors("Togo", "Lima");
    expect(sidesOf(tour, ["CONSULT", "tour", both], [["CONSULT", "meeting"]])).toEqual(["recipient Togo", "actor He"]);
    expect(sidesOf(tour, ["CONSULT", "meeting", both], [["CONSULT", "tour"]])).toEqual(["actor Lima"]);
  });
});

describe("who comes to whom", () => {
  it("is told by “from” and by who receives", () => {
    const call = "Togo/P/nsubj>1 received/V/root>-1 a/det>3 call/obj>1 from/case>5 Ghana/P/nmod>3";
    expect(sidesOf(call, ["CONSULT", "received", actors("Togo", "Ghana")])).toEqual(["actor Ghana", "recipient Togo"]);
    expect(sidesOf(call, ["CONSULT", "call", actors("Togo")])).toEqual(["actor Ghana", "recipient Togo"]);
    const guest = "Togo/P/nsubj>1 received/V/root>-1 Lima/P/obj>1";
    expect(sidesOf(guest, ["CONSULT", "received", actors("Togo", "Lima")])).toEqual(["actor Lima", "recipient Togo"]);
  });

  it("is a name that the model passed over", () => {
    const met = "Togo/P/nsubj>1 met/V/root>-1 Lima/P/obj>1";
    expect(sidesOf(met, ["CONSULT", "met", actors("Togo")])).toEqual(["actor Togo", "actor Lima"]);
    const nobody = "Togo/P/nsubj>1 met/V/root>-1 with/case>3 approval/obl>1";
    expect(sidesOf(nobody, ["CONSULT", "met", actors("Togo")])).toEqual(["actor Togo"]);
  });
});
