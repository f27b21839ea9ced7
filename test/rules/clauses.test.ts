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
    ["Guards/nsubj>1 held/V/root>-1 Lima/P/obj>1 in/case>4 May/P/obl>1", "May", "held"],
    ["Talks/nsubj:pass>2 were/aux:pass>2 held/V/root>-1 on/case>4 Friday/P/obl>2", "Friday", "Talks"],
    ["The/det>1 raid/nsubj>4 in/case>3 May/P/nmod>1 failed/V/root>-1", "May", "raid"],
    ["In/case>1 May/P/obl>3 they/nsubj>3 held/V/root>-1 and/cc>5 fined/V/conj>3 Lima/P/obj>5", "May", "fined"],
    ["They/nsubj>1 plan/V/root>-1 to/mark>3 meet/V/xcomp>1 in/case>5 May/P/obl>1", "May", "meet"],
    ["They/nsubj>1 forced/V/root>-1 Lima/P/obj>1 to/mark>4 resign/V/xcomp>1 in/case>6 May/P/obl>4", "May", "forced"],
    ["Leaving/V/advcl>4 Bonn/P/obj>0 in/case>3 May/P/obl>0 thanked/V/root>-1", "May", "thanked"],
  ])("%s: %s dates %s", (notation, date, trigger) => expect(dates(notation, date, trigger)).toBe(true));

  it.each([
    ["Guards/nsubj>1 held/V/root>-1 Lima/P/obj>1 after/mark>5 he/nsubj>5 returned/V/advcl>1 in/case>7 May/P/obl>5", "May", "held"],
    ["Guards/nsubj>1 held/V/root>-1 Lima/P/obj>1 after/case>5 a/det>5 visit/obl>1 in/case>7 May/P/nmod>5", "May", "held"],
    ["Guards/nsubj>1 held/V/root>-1 Lima/P/obj>1 in/case>4 May/P/obl>1 after/case>7 a/det>7 visit/obl>1", "May", "visit"],
    ["Lima/P/nsubj>5 who/nsubj>2 came/V/acl:relcl>0 in/case>4 May/P/obl>2 thanked/V/root>-1 guards/obj>5", "May", "thanked"],
    ["On/case>1 Friday/P/obl>3 they/nsubj>3 said/V/root>-1 Lima/P/nsubj>5 fled/V/ccomp>3", "Friday", "fled"],
    // A tree that crosses itself.
    ["On/case>1 Friday/P/obl>5 they/nsubj>3 said/V/root>-1 Lima/P/nsubj>5 fled/V/ccomp>3", "Friday", "fled"],
    ["They/nsubj>1 held/V/root>-1 Lima/P/obj>1 in/case>4 May/P/obl>1 and/cc>6 fined/V/conj>1 him/obj>6", "May", "fined"],
    ["They/nsubj>1 shot/V/root>-1 Lima/P/obj>1 in/case>4 May/P/obl>1 and/cc>7 Togo/P/nsubj>7 protested/V/conj>1", "May", "protested"],
  ])("%s: %s does not date %s", (notation, date, trigger) => expect(dates(notation, date, trigger)).toBe(false));

  it("leaves a date to the act that it hangs on", () => {
    const raid = "Togo/P/nsubj>1 condemned/V/root>-1 the/det>3 raid/obj>1 in/case>5 May/P/nmod>3";
    expect(dates(raid, "May", "condemned", ["raid"])).toBe(false);
    expect(dates(raid, "May", "raid", ["condemned"])).toBe(true);
  });

  it("dates no request by what is asked for", () => {
    const asked = "They/nsubj>1 asked/V/root>-1 Lima/P/obj>1 to/mark>4 leave/V/xcomp>1 in/case>6 May/P/obl>4";
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
    ["Lima/P/nsubj>1 landed/V/root>-1 in/case>3 Togo/P/obl>1 after/case>6 a/det>6 visit/obl>1 to/case>8 Ghana/P/nmod>6", "Togo", "visit"],
    ["The/det>1 raid/nsubj>2 raised/V/root>-1 worry/obj>2 in/case>5 Togo/P/nmod>3", "Togo", "raid"],
    ["The/det>1 raid/nsubj>2 raised/V/root>-1 worry/obj>2 in/case>5 Togo/P/nmod>1", "Togo", "raid"],
    ["Guards/nsubj>1 held/V/root>-1 Lima/P/obj>1 after/mark>5 he/nsubj>5 sang/V/advcl>1 in/case>7 Togo/P/obl>5", "Togo", "held"],
    ["Lima/P/nsubj>7 who/nsubj>3 is/cop>3 mayor/acl:relcl>0 in/case>5 Togo/P/nmod>3 was/aux:pass>7 held/V/root>-1", "Togo", "held"],
    ["Boats/nsubj>1 sank/V/root>-1 off/case>3 Togo/P/obl>1 and/cc>6 guards/nsubj>6 held/V/conj>1 Lima/P/obj>6", "Togo", "held"],
  ])("%s: %s is not where %s tells of", (notation, where, trigger) => expect(elsewhere(notation, where, trigger)).toBe(true));

  it.each([
    [
      "They/nsubj>1 shelled/V/root>-1 what/obj>1 they/nsubj>4 thought/V/acl>2 a/det>6 camp/xcomp>4 in/case>8 Togo/P/nmod>6",
      "Togo",
      "shelled",
    ],
    ["In/case>1 Togo/P/obl>3 sources/nsubj>3 say/V/root>-1 troops/nsubj>5 patrol/V/ccomp>3", "Togo", "patrol"],
    ["Lima/P/nsubj>3 is/cop>3 in/case>3 Togo/P/root>-1 on/case>6 a/det>6 visit/nmod>3", "Togo", "visit"],
    ["Boats/nsubj>1 sank/V/root>-1 off/case>3 Togo/P/obl>1 and/cc>5 burned/V/conj>1", "Togo", "burned"],
  ])("%s: %s may be where %s tells of", (notation, where, trigger) => expect(elsewhere(notation, where, trigger)).toBe(false));

  it("leaves a place to the act that it hangs on, unless that is the same deed", () => {
    const condemned = "Ghana/P/nsubj>1 condemned/V/root>-1 the/det>3 raid/obj>1 in/case>5 Togo/P/nmod>3";
    expect(elsewhere(condemned, "Togo", "condemned", ["raid"])).toBe(true);
    expect(elsewhere(condemned, "Togo", "raid", ["condemned"])).toBe(false);
    const clashes = "Clashes/nsubj>3 in/case>2 Togo/P/nmod>0 killed/V/root>-1 nurses/obj>3";
    expect(elsewhere(clashes, "Togo", "killed", ["Clashes"])).toBe(false);
  });
});
