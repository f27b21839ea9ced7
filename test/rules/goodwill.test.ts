// Signatures and thanks with the model's sides → who signed with whom, who is thanked.
import { describe, expect, it } from "vitest";
import { sidesOf } from "./trees.ts";

describe("a signature", () => {
  it("is nobody's whose name the paper bears, and joins those between whom it is", () => {
    const between =
      "Pacts/NOUN/nsubj:pass>2 were/NOUN/aux:pass>2 signed/VERB/root between/NOUN/case>4 Togo/PROPN/obl>2 and/NOUN/cc>6 Ghana/PROPN/conj>4";
    const wrong = [
      ["recipient", "Pacts"],
      ["recipient", "Togo"],
      ["recipient", "Ghana"],
    ] as const;
    expect(sidesOf(between, ["SUPPORT", "signed", wrong])).toEqual(["actor Togo", "actor Ghana"]);
  });

  it("has the other party behind “with”, and nobody who is yet to be made", () => {
    const pact =
      "Togo/PROPN/nsubj>1 signed/VERB/root with/NOUN/case>3 Ghana/PROPN/obl>1 a/NOUN/det>5 pact/NOUN/obj>1 to/NOUN/mark>7 establish/VERB/acl>5 a/NOUN/det>9 council/NOUN/obj>7";
    const wrong = [
      ["actor", "Togo"],
      ["actor", "Ghana"],
      ["recipient", "council"],
    ] as const;
    expect(sidesOf(pact, ["SUPPORT", "signed", wrong])).toEqual(["actor Togo", "recipient Ghana"]);
    const paper = "A/NOUN/det>1 charter/NOUN/root signed/VERB/acl>1 with/NOUN/case>4 Ghana/PROPN/obl>2";
    const both = [
      ["actor", "charter"],
      ["actor", "Ghana"],
    ] as const;
    expect(sidesOf(paper, ["SUPPORT", "signed", both])).toEqual(["actor Ghana"]);
  });
});

describe("thanks", () => {
  it("go to all who are thanked, and to nobody in what they are for", () => {
    const thanked =
      "Togo/PROPN/nsubj>1 thanked/VERB/root Lima/PROPN/obj>1 and/NOUN/cc>4 Diallo/PROPN/conj>2 for/NOUN/case>6 help/NOUN/obl>1 to/NOUN/case>8 Benin/PROPN/nmod>6";
    const some = [
      ["actor", "Togo"],
      ["recipient", "Lima"],
      ["recipient", "Benin"],
    ] as const;
    expect(sidesOf(thanked, ["SUPPORT", "thanked", some], [], ["Lima", "Diallo"])).toEqual([
      "actor Togo",
      "recipient Lima",
      "recipient Diallo",
    ]);
  });

  it("go to whose deed it was, where nobody else is named", () => {
    const deed =
      "Togo/PROPN/nsubj>1 voiced/VERB/root appreciation/NOUN/obj>1 for/NOUN/case>6 Ghana/PROPN/nmod:poss>6 's/NOUN/case>4 help/NOUN/nmod>2 to/NOUN/case>8 Benin/PROPN/nmod>6";
    const all = [
      ["actor", "Togo"],
      ["recipient", "Ghana"],
      ["recipient", "Benin"],
    ] as const;
    expect(sidesOf(deed, ["SUPPORT", "appreciation", all])).toEqual(["actor Togo", "recipient Ghana"]);
  });

  it("are not given by whom they are said to", () => {
    const said = "Many/NOUN/amod>1 thanks/NOUN/root to/NOUN/case>3 Togo/PROPN/flat>1 for/NOUN/case>5 help/NOUN/nmod>1";
    expect(sidesOf(said, ["SUPPORT", "thanks", [["actor", "Togo"]]])).toEqual(["recipient Togo"]);
  });
});
