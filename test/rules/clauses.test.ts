import { describe, expect, it } from "vitest";
import { headIn } from "../../src/grammar/tree.ts";
import { isElsewhere, isInClause } from "../../src/rules/clauses.ts";
import { drawn } from "./trees.ts";

/** @param others triggers of the sentence's other acts */
function dates(notation: string, date: string, trigger: string, others: readonly string[] = [], speaks = false): boolean {
  const { place, syntax } = drawn(notation);
  const at = (word: string): number => headIn(syntax, place(word));
  return isInClause(syntax, at(date), at(trigger), new Set(others.map(at)), speaks);
}

describe("isInClause", () => {
  it.each([
    ["Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 in/NOUN/case>4 May/PROPN/obl>1", "May", "held"],
    ["Talks/NOUN/nsubj:pass>2 were/NOUN/aux:pass>2 held/VERB/root on/NOUN/case>4 Friday/PROPN/obl>2", "Friday", "Talks"],
    ["The/NOUN/det>1 raid/NOUN/nsubj>4 in/NOUN/case>3 May/PROPN/nmod>1 failed/VERB/root", "May", "raid"],
    ["In/NOUN/case>1 May/PROPN/obl>3 they/NOUN/nsubj>3 held/VERB/root and/NOUN/cc>5 fined/VERB/conj>3 Lima/PROPN/obj>5", "May", "fined"],
    ["They/NOUN/nsubj>1 plan/VERB/root to/NOUN/mark>3 meet/VERB/xcomp>1 in/NOUN/case>5 May/PROPN/obl>1", "May", "meet"],
    [
      "They/NOUN/nsubj>1 forced/VERB/root Lima/PROPN/obj>1 to/NOUN/mark>4 resign/VERB/xcomp>1 in/NOUN/case>6 May/PROPN/obl>4",
      "May",
      "forced",
    ],
    ["Leaving/VERB/advcl>4 Bonn/PROPN/obj>0 in/NOUN/case>3 May/PROPN/obl>0 thanked/VERB/root", "May", "thanked"],
  ])("%s: %s dates %s", (notation, date, trigger) => expect(dates(notation, date, trigger)).toBe(true));

  it.each([
    [
      "Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 after/NOUN/mark>5 he/NOUN/nsubj>5 returned/VERB/advcl>1 in/NOUN/case>7 May/PROPN/obl>5",
      "May",
      "held",
    ],
    [
      "Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 after/NOUN/case>5 a/NOUN/det>5 visit/NOUN/obl>1 in/NOUN/case>7 May/PROPN/nmod>5",
      "May",
      "held",
    ],
    [
      "Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 in/NOUN/case>4 May/PROPN/obl>1 after/NOUN/case>7 a/NOUN/det>7 visit/NOUN/obl>1",
      "May",
      "visit",
    ],
    [
      "Lima/PROPN/nsubj>5 who/NOUN/nsubj>2 came/VERB/acl:relcl>0 in/NOUN/case>4 May/PROPN/obl>2 thanked/VERB/root guards/NOUN/obj>5",
      "May",
      "thanked",
    ],
    ["On/NOUN/case>1 Friday/PROPN/obl>3 they/NOUN/nsubj>3 said/VERB/root Lima/PROPN/nsubj>5 fled/VERB/ccomp>3", "Friday", "fled"],
    // A tree that crosses itself.
    ["On/NOUN/case>1 Friday/PROPN/obl>5 they/NOUN/nsubj>3 said/VERB/root Lima/PROPN/nsubj>5 fled/VERB/ccomp>3", "Friday", "fled"],
    [
      "They/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 in/NOUN/case>4 May/PROPN/obl>1 and/NOUN/cc>6 fined/VERB/conj>1 him/NOUN/obj>6",
      "May",
      "fined",
    ],
    [
      "They/NOUN/nsubj>1 shot/VERB/root Lima/PROPN/obj>1 in/NOUN/case>4 May/PROPN/obl>1 and/NOUN/cc>7 Togo/PROPN/nsubj>7 protested/VERB/conj>1",
      "May",
      "protested",
    ],
  ])("%s: %s does not date %s", (notation, date, trigger) => expect(dates(notation, date, trigger)).toBe(false));

  it("leaves a date to the act that it hangs on", () => {
    const raid = "Togo/PROPN/nsubj>1 condemned/VERB/root the/NOUN/det>3 raid/NOUN/obj>1 in/NOUN/case>5 May/PROPN/nmod>3";
    expect(dates(raid, "May", "condemned", ["raid"])).toBe(false);
    expect(dates(raid, "May", "raid", ["condemned"])).toBe(true);
  });

  it("dates no request by what is asked for", () => {
    const asked = "They/NOUN/nsubj>1 asked/VERB/root Lima/PROPN/obj>1 to/NOUN/mark>4 leave/VERB/xcomp>1 in/NOUN/case>6 May/PROPN/obl>4";
    expect(dates(asked, "May", "asked", [], true)).toBe(false);
  });
});

describe("isElsewhere", () => {
  const elsewhere = (notation: string, where: string, trigger: string, others: readonly string[] = []): boolean => {
    const { place, syntax } = drawn(notation);
    const at = (word: string): number => headIn(syntax, place(word));
    return isElsewhere(syntax, at(where), at(trigger), new Set(others.map(at)));
  };

  it.each([
    [
      "Lima/PROPN/nsubj>1 landed/VERB/root in/NOUN/case>3 Togo/PROPN/obl>1 after/NOUN/case>6 a/NOUN/det>6 visit/NOUN/obl>1 to/NOUN/case>8 Ghana/PROPN/nmod>6",
      "Togo",
      "visit",
    ],
    ["The/NOUN/det>1 raid/NOUN/nsubj>2 raised/VERB/root worry/NOUN/obj>2 in/NOUN/case>5 Togo/PROPN/nmod>3", "Togo", "raid"],
    ["The/NOUN/det>1 raid/NOUN/nsubj>2 raised/VERB/root worry/NOUN/obj>2 in/NOUN/case>5 Togo/PROPN/nmod>1", "Togo", "raid"],
    [
      "Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 after/NOUN/mark>5 he/NOUN/nsubj>5 sang/VERB/advcl>1 in/NOUN/case>7 Togo/PROPN/obl>5",
      "Togo",
      "held",
    ],
    [
      "Lima/PROPN/nsubj>7 who/NOUN/nsubj>3 is/NOUN/cop>3 mayor/NOUN/acl:relcl>0 in/NOUN/case>5 Togo/PROPN/nmod>3 was/NOUN/aux:pass>7 held/VERB/root",
      "Togo",
      "held",
    ],
    [
      "Boats/NOUN/nsubj>1 sank/VERB/root off/NOUN/case>3 Togo/PROPN/obl>1 and/NOUN/cc>6 guards/NOUN/nsubj>6 held/VERB/conj>1 Lima/PROPN/obj>6",
      "Togo",
      "held",
    ],
  ])("%s: %s is not where %s tells of", (notation, where, trigger) => expect(elsewhere(notation, where, trigger)).toBe(true));

  it.each([
    [
      "They/NOUN/nsubj>1 shelled/VERB/root what/NOUN/obj>1 they/NOUN/nsubj>4 thought/VERB/acl>2 a/NOUN/det>6 camp/NOUN/xcomp>4 in/NOUN/case>8 Togo/PROPN/nmod>6",
      "Togo",
      "shelled",
    ],
    ["In/NOUN/case>1 Togo/PROPN/obl>3 sources/NOUN/nsubj>3 say/VERB/root troops/NOUN/nsubj>5 patrol/VERB/ccomp>3", "Togo", "patrol"],
    ["Lima/PROPN/nsubj>3 is/NOUN/cop>3 in/NOUN/case>3 Togo/PROPN/root on/NOUN/case>6 a/NOUN/det>6 visit/NOUN/nmod>3", "Togo", "visit"],
    ["Boats/NOUN/nsubj>1 sank/VERB/root off/NOUN/case>3 Togo/PROPN/obl>1 and/NOUN/cc>5 burned/VERB/conj>1", "Togo", "burned"],
  ])("%s: %s may be where %s tells of", (notation, where, trigger) => expect(elsewhere(notation, where, trigger)).toBe(false));

  it("leaves a place to the act that it hangs on, unless that is the same deed", () => {
    const condemned = "Ghana/PROPN/nsubj>1 condemned/VERB/root the/NOUN/det>3 raid/NOUN/obj>1 in/NOUN/case>5 Togo/PROPN/nmod>3";
    expect(elsewhere(condemned, "Togo", "condemned", ["raid"])).toBe(true);
    expect(elsewhere(condemned, "Togo", "raid", ["condemned"])).toBe(false);
    const clashes = "Clashes/NOUN/nsubj>3 in/NOUN/case>2 Togo/PROPN/nmod>0 killed/VERB/root nurses/NOUN/obj>3";
    expect(elsewhere(clashes, "Togo", "killed", ["Clashes"])).toBe(false);
  });
});
