// Acts whose doer the model missed or mistook → the doer by the clause.
import { describe, expect, it } from "vitest";
import { sidesOf } from "./trees.ts";

describe("a relative clause", () => {
  const clause = "Lawmaker/root>-1 who/nsubj>2 accused/V/acl:relcl>0 them/obj>2";

  it("tells of the noun before it, where nobody else is seen", () => {
    expect(sidesOf(clause, ["ACCUSE", "accused", [["recipient", "them"]]])).toEqual(["recipient them", "actor Lawmaker"]);
    expect(sidesOf(clause, ["ACCUSE", "accused", [["actor", "who"]]])).toEqual(["actor who"]);
  });

  it("is no deed of who suffers in it", () => {
    const jailed = "Lawmaker/root>-1 who/nsubj:pass>3 was/aux:pass>3 accused/V/acl:relcl>0";
    expect(sidesOf(jailed, ["ACCUSE", "accused", [["recipient", "Lawmaker"]]])).toEqual(["recipient Lawmaker"]);
    const left = "Convict/root>-1 who/nsubj>2 left/V/acl:relcl>0 prison/obj>2";
    expect(sidesOf(left, ["RETREAT", "left", [["recipient", "Convict"]]])).toEqual(["recipient Convict"]);
  });
});

it("who only sees a deed done does not do it", () => {
  const saw = "They/nsubj>1 saw/V/root>-1 Lima/P/nsubj>3 praise/V/xcomp>1 Togo/P/obj>3";
  const both = [
    ["actor", "They"],
    ["actor", "Lima"],
    ["recipient", "Togo"],
  ] as const;
  expect(sidesOf(saw, ["SUPPORT", "praise", both])).toEqual(["actor Lima", "recipient Togo"]);
  expect(sidesOf(saw, ["SUPPORT", "praise", [["actor", "They"]]])).toEqual(["actor They"]);
});

describe("the subject of a verb of saying", () => {
  it("does what it says, where the model saw nobody else", () => {
    const refused = "Togo/P/nsubj>1 refused/V/root>-1 to/mark>3 sign/V/xcomp>1";
    expect(sidesOf(refused, ["REJECT", "refused", [["recipient", "Togo"]]])).toEqual(["actor Togo"]);
    expect(
      sidesOf(refused, [
        "REJECT",
        "refused",
        [
          ["actor", "sign"],
          ["recipient", "Togo"],
        ],
      ]),
    ).toEqual(["actor sign", "recipient Togo"]);
    const barred = "Togo/P/nsubj:pass>2 was/aux:pass>2 refused/V/root>-1";
    expect(sidesOf(barred, ["REJECT", "refused", [["recipient", "Togo"]]])).toEqual(["recipient Togo"]);
  });
});

describe("who stands behind another word's “by”", () => {
  const both = [
    ["actor", "Police"],
    ["actor", "lawmaker"],
  ] as const;

  it("does nothing that has its own subject", () => {
    const filed = "Police/nsubj>1 probe/V/root>-1 a/det>3 complaint/obj>1 filed/V/acl>3 by/case>6 lawmaker/obl>4";
    expect(sidesOf(filed, ["ACCUSE", "probe", both])).toEqual(["actor Police"]);
    const banned = "Police/nsubj>4 banned/V/acl>0 by/case>3 lawmaker/obl>1 condemned/V/root>-1 raids/obj>4";
    expect(sidesOf(banned, ["ACCUSE", "condemned", both])).toEqual(["actor Police"]);
  });

  it("may be the doer below the subject, and with a participle that shares its agent", () => {
    const post = "Post/nsubj>3 by/case>2 ministry/nmod>0 thanked/V/root>-1 Togo/P/obj>3";
    const names = [
      ["actor", "Post"],
      ["actor", "ministry"],
    ] as const;
    expect(sidesOf(post, ["SUPPORT", "thanked", names])).toEqual(["actor Post", "actor ministry"]);
    const shared = "Police/nsubj>1 beat/V/root>-1 and/cc>3 jailed/V/conj>1 by/case>5 lawmaker/obl>3";
    expect(sidesOf(shared, ["ASSAULT", "beat", both])).toEqual(["actor Police", "actor lawmaker"]);
  });
});

it("whose efforts they are makes them, whoever leads", () => {
  const efforts =
    "They/nsubj>1 praised/V/root>-1 Togo/P/nmod:poss>3 efforts/obj>1 under/case>5 Lima/P/nmod>3 to/mark>7 help/V/acl>3 Mali/P/obj>7";
  const help = [
    ["actor", "Lima"],
    ["recipient", "Mali"],
  ] as const;
  expect(sidesOf(efforts, ["SUPPORT", "help", help])).toEqual(["actor Togo", "recipient Mali"]);
  const order = efforts.replace("efforts", "order");
  expect(sidesOf(order, ["SUPPORT", "help", help])).toEqual(["actor Lima", "recipient Mali"]);
});

it("who faces a grilling is grilled", () => {
  const faced = "Lima/P/nsubj>1 faced/V/root>-1 a/det>3 grilling/obj>1 over/case>5 ferries/nmod>3";
  const both = [
    ["actor", "Lima"],
    ["recipient", "ferries"],
  ] as const;
  expect(sidesOf(faced, ["ACCUSE", "grilling", both])).toEqual(["recipient Lima"]);
  expect(sidesOf(faced.replace("faced", "gave"), ["ACCUSE", "grilling", both])).toEqual(["actor Lima", "recipient ferries"]);
});

it("who brings up a deed with a “by” of its own has not done it", () => {
  const raised = "They/nsubj>1 raised/V/root>-1 the/det>3 shooting/obj>1 of/case>5 clerks/nmod>3 by/case>7 soldiers/nmod>3";
  expect(
    sidesOf(raised, [
      "ASSAULT",
      "shooting",
      [
        ["actor", "They"],
        ["actor", "soldiers"],
      ],
    ]),
  ).toEqual(["actor soldiers"]);
});

it("who calls to ask, asks", () => {
  const called = "Lima/P/nsubj>1 called/V/root>-1 Diallo/P/obj>1 to/mark>4 ask/V/advcl>1 him/iobj>4 to/mark>7 stop/V/xcomp>4";
  expect(sidesOf(called, ["REQUEST", "ask", [["recipient", "him"]]])).toEqual(["recipient him", "actor Lima"]);
});
