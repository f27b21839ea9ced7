import { describe, expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { withPatients } from "../../src/rules/patients.ts";
import { slice } from "../../src/span.ts";
import type { Role } from "../../src/tag/types.ts";
import { actIn, drawn } from "./trees.ts";

function sides(notation: string, trigger: string, args: readonly (readonly [Role, string])[], type: EventType = "ASSAULT"): string[] {
  const of = drawn(notation);
  return withPatients(actIn(of, type, trigger, args), of.syntax).arguments.map((one) => `${one.role} ${slice(of.text, one)}`);
}

describe("withPatients", () => {
  it("takes whom “were” makes those shot out to be for those who were shot", () => {
    expect(
      sides(
        "Among/case>1 those/obl>11 shot/V/root>-1 were/aux:pass>2 Ola/P/nsubj:pass>2 Nordmann/P/flat>4 and/cc>7 Ana/P/conj>4 Lima/P/flat>7",
        "shot",
        [
          ["actor", "Ola Nordmann"],
          ["actor", "Ana Lima"],
        ],
      ),
    ).toEqual(["recipient Ola Nordmann", "recipient Ana Lima"]);
    expect(
      sides("The/det>1 others/nsubj>4 shot/V/acl>1 were/cop>4 Lima/P/root>-1 and/cc>6 Diallo/P/conj>4", "shot", [
        ["actor", "Lima"],
        ["actor", "Diallo"],
      ]),
    ).toEqual(["recipient Lima", "recipient Diallo"]);
  });

  it("parts those who suffer by one verb from those who suffer by another", () => {
    const both = "Forty/nsubj:pass>2 were/aux:pass>2 shot/V/root>-1 and/cc>6 hundreds/nsubj:pass>6 were/aux:pass>6 jailed/V/conj>2";
    const args = [
      ["recipient", "Forty"],
      ["recipient", "hundreds"],
    ] as const;
    expect(sides(both, "shot", args)).toEqual(["recipient Forty"]);
    expect(sides(both, "jailed", args, "COERCE")).toEqual(["recipient hundreds"]);
    const told = "They/nsubj>1 told/V/root>-1 police/iobj>1 and/cc>5 were/aux:pass>5 threatened/V/conj>1";
    expect(sides(told, "threatened", [["actor", "They"]], "THREATEN")).toEqual(["recipient They"]);
    const shared = "Forty/nsubj:pass>2 were/aux:pass>2 shot/V/root>-1 and/cc>4 jailed/V/conj>2";
    expect(sides(shared, "jailed", [["recipient", "Forty"]], "COERCE")).toEqual(["recipient Forty"]);
  });

  it("takes a helper before the subject for the word of the clause before", () => {
    const cleft = "What/obj>6 they/nsubj>2 mean/V/acl:relcl>0 is/aux:pass>5 Togo/P/nsubj:pass>5 refused/V/root>-1 to/mark>7 sign/V/xcomp>5";
    expect(sides(cleft, "refused", [["actor", "Togo"]], "REJECT")).toEqual(["actor Togo"]);
    const nor = "Nor/ADV/advmod>3 was/aux:pass>3 Togo/P/nsubj:pass>3 refused/V/root>-1";
    expect(sides(nor, "refused", [["actor", "Togo"]], "REJECT")).toEqual(["recipient Togo"]);
  });

  it("takes the passive subject for the recipient, and who stands behind “by” for the actor", () => {
    expect(
      sides(
        "Lima/P/nsubj:pass>2 was/aux:pass>2 beaten/V/root>-1 and/cc>4 jailed/V/conj>2 by/case>6 guards/obl:agent>2",
        "jailed",
        [
          ["actor", "Lima"],
          ["recipient", "guards"],
        ],
        "COERCE",
      ),
    ).toEqual(["recipient Lima", "actor guards"]);
    expect(
      sides(
        "Lima/P/nsubj:pass>2 was/aux:pass>2 jailed/V/root>-1 by/case>4 guards/obl:agent>2",
        "jailed",
        [
          ["actor", "Lima"],
          ["recipient", "guards"],
        ],
        "COERCE",
      ),
    ).toEqual(["recipient Lima", "actor guards"]);
  });

  it("lets nobody do what was done to the one whom he did something else to", () =>
    expect(
      sides(
        "Lima/P/nsubj:pass>5 held/V/acl>0 by/case>3 guards/obl:agent>1 was/aux:pass>5 fined/V/root>-1",
        "fined",
        [
          ["actor", "guards"],
          ["actor", "Lima"],
        ],
        "SANCTION",
      ),
    ).toEqual(["recipient Lima"]));

  it.each([
    ["who meets", "Lima/P/nsubj:pass>2 was/aux:pass>2 joined/V/root>-1", "joined", "Lima", "CONSULT"],
    ["troops that come and go", "Troops/nsubj:pass>2 were/aux:pass>2 sent/V/root>-1", "sent", "Troops", "MOBILIZE"],
    ["who thinks", "Lima/P/nsubj:pass>2 was/aux:pass>2 outraged/V/root>-1", "outraged", "Lima", "ACCUSE"],
    ["who does it", "Guards/nsubj>1 shot/V/root>-1 Lima/P/obj>1", "shot", "Guards", "ASSAULT"],
    ["who is a wrong subject of an object", "Court/nsubj:pass>1 sentenced/V/root>-1 Lima/P/obl>1", "sentenced", "Court", "SANCTION"],
    ["who is doing it", "Guards/root>-1 beating/V/acl>0 Lima/P/obj>1", "beating", "Guards", "ASSAULT"],
  ] as const)("leaves %s the actor", (_, notation, trigger, actor, type) =>
    expect(sides(notation, trigger, [["actor", actor]], type)).toEqual([`actor ${actor}`]),
  );
});
