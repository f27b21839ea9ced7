// Signatures and thanks with the model's sides → who signed with whom, who is thanked.
import { describe, expect, it } from "vitest";
import { sidesOf } from "./trees.ts";

describe("a signature", () => {
  it("is nobody's whose name the paper bears, and joins those between whom it is", () => {
    const between = "Pacts/nsubj:pass>2 were/aux:pass>2 signed/V/root>-1 between/case>4 Togo/P/obl>2 and/cc>6 Ghana/P/conj>4";
    const wrong = [
      ["recipient", "Pacts"],
      ["recipient", "Togo"],
      ["recipient", "Ghana"],
    ] as const;
    expect(sidesOf(between, ["SUPPORT", "signed", wrong])).toEqual(["actor Togo", "actor Ghana"]);
  });

  it("has the other party behind “with”, and nobody who is yet to be made", () => {
    const pact =
      "Togo/P/nsubj>1 signed/V/root>-1 with/case>3 Ghana/P/obl>1 a/det>5 pact/obj>1 to/mark>7 establish/V/acl>5 a/det>9 council/obj>7";
    const wrong = [
      ["actor", "Togo"],
      ["actor", "Ghana"],
      ["recipient", "council"],
    ] as const;
    expect(sidesOf(pact, ["SUPPORT", "signed", wrong])).toEqual(["actor Togo", "recipient Ghana"]);
    const paper = "A/det>1 charter/root>-1 signed/V/acl>1 with/case>4 Ghana/P/obl>2";
    const both = [
      ["actor", "charter"],
      ["actor", "Ghana"],
    ] as const;
    expect(sidesOf(paper, ["SUPPORT", "signed", both])).toEqual(["actor Ghana"]);
  });
});

describe("thanks", () => {
  it("go to all who are thanked, and to nobody in what they are for", () => {
    const thanked = "Togo/P/nsubj>1 thanked/V/root>-1 Lima/P/obj>1 and/cc>4 Diallo/P/conj>2 for/case>6 help/obl>1 to/case>8 Benin/P/nmod>6";
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
      "Togo/P/nsubj>1 voiced/V/root>-1 appreciation/obj>1 for/case>6 Ghana/P/nmod:poss>6 's/case>4 help/nmod>2 to/case>8 Benin/P/nmod>6";
    const all = [
      ["actor", "Togo"],
      ["recipient", "Ghana"],
      ["recipient", "Benin"],
    ] as const;
    expect(sidesOf(deed, ["SUPPORT", "appreciation", all])).toEqual(["actor Togo", "recipient Ghana"]);
  });

  it("are not given by whom they are said to", () => {
    const said = "Many/amod>1 thanks/root>-1 to/case>3 Togo/P/flat>1 for/case>5 help/nmod>1";
    expect(sidesOf(said, ["SUPPORT", "thanks", [["actor", "Togo"]]])).toEqual(["recipient Togo"]);
  });
});
