// A deed's word in its tree → the auxiliary mode that its sentence tells it with, though the model saw none.
import { expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { tellingOf } from "../../src/rules/undone.ts";
import { actIn, drawn } from "./trees.ts";

const told = (notation: string, trigger: string, type: EventType = "ASSAULT"): string | null => {
  const of = drawn(notation);
  return tellingOf(actIn(of, type, trigger), of.syntax)?.aux ?? null;
};

it("is hypothetical where it is a condition that nobody has met, and a fact where the condition was met", () => {
  const until = "They/NOUN/nsubj>2 will/NOUN/aux>2 fight/VERB/root until/NOUN/mark>5 rebels/NOUN/nsubj>5 withdraw/VERB/advcl>2";
  expect(told(until, "withdraw", "RETREAT")).toBe("hypothetical");
  expect(told(until.replace("will/", "did/"), "withdraw", "RETREAT")).toBeNull();
});

it("is what stands before its noun or with its verb", () => {
  expect(told("The/NOUN/det>2 planned/VERB/amod>2 protest/NOUN/nsubj>3 worries/VERB/root Togo/PROPN/obj>3", "protest", "PROTEST")).toBe(
    "future",
  );
  expect(told("The/NOUN/det>2 alleged/VERB/amod>2 attack/NOUN/nsubj>3 worries/VERB/root Togo/PROPN/obj>3", "attack")).toBe("hypothetical");
  expect(told("The/NOUN/det>1 attack/NOUN/nsubj>2 worries/VERB/root Togo/PROPN/obj>2", "attack")).toBeNull();
  expect(told("Soldiers/NOUN/nsubj>2 allegedly/NOUN/advmod>2 shot/VERB/root nurses/NOUN/obj>2", "shot")).toBe("hypothetical");
});

it("is nothing more of what looks ahead by itself", () => {
  expect(told("The/NOUN/det>2 planned/VERB/amod>2 pledge/NOUN/nsubj>3 worries/VERB/root Togo/PROPN/obj>3", "pledge", "AGREE")).toBeNull();
});

it("is hypothetical where it is only tried, but for force, and where it is sought", () => {
  const tried = "Togo/PROPN/nsubj>1 tried/VERB/root to/NOUN/mark>3 evict/VERB/xcomp>1 nurses/NOUN/obj>3";
  expect(told(tried, "evict", "COERCE")).toBe("hypothetical");
  expect(told(tried, "evict", "ASSAULT")).toBeNull();
  expect(told(tried, "evict", "REQUEST")).toBeNull();
  expect(told(tried.replace("tried", "sought"), "evict", "ASSAULT")).toBe("hypothetical");
  expect(told(tried.replace("tried", "managed"), "evict", "COERCE")).toBeNull();
});

it("goes on over verbs that share the infinitive, not over those of their own time", () => {
  const both =
    "Togo/PROPN/nsubj>1 tried/VERB/root to/NOUN/mark>3 seize/VERB/xcomp>1 and/NOUN/cc>5 deport/VERB/conj>3 nurses/NOUN/obj>5 but/NOUN/cc>8 jailed/VERB/conj>3 them/NOUN/obj>8";
  expect(told(both, "deport", "COERCE")).toBe("hypothetical");
  expect(told(both, "jailed", "COERCE")).toBeNull();
});

it("is hypothetical where a thing is meant for it, whatever trees hang it on, or somebody comes close to it", () => {
  const aimed = "Talks/NOUN/nsubj:pass>2 were/NOUN/aux:pass>2 aimed/VERB/root at/NOUN/mark>4 helping/VERB/advcl>2 Togo/PROPN/obj>4";
  expect(told(aimed, "helping", "AID")).toBe("hypothetical");
  expect(told(aimed.replace("aimed", "thanked").replace("at/", "for/"), "helping", "AID")).toBeNull();
  const bid =
    "Togo/PROPN/nsubj>1 acted/VERB/root in/NOUN/case>4 a/NOUN/det>4 bid/NOUN/obl>1 to/NOUN/mark>6 punish/VERB/advcl>1 Ghana/PROPN/obj>6";
  expect(told(bid, "punish", "SANCTION")).toBe("hypothetical");
  expect(told(bid.replace("bid", "port"), "punish", "SANCTION")).toBeNull();
  expect(
    told("Togo/PROPN/nsubj>1 came/VERB/root close/NOUN/advmod>1 to/NOUN/mark>4 attacking/VERB/advcl>2 Ghana/PROPN/obj>4", "attacking"),
  ).toBe("hypothetical");
});

it("is denied behind what leaves it undone, even where it looks ahead; a place close to it is none", () => {
  const instead =
    "Togo/PROPN/nsubj>1 spoke/VERB/root instead/NOUN/advmod>4 of/NOUN/fixed>2 refusing/VERB/advcl>1 and/NOUN/cc>6 threatening/VERB/conj>4 it/NOUN/obj>6";
  expect(told(instead, "refusing", "REJECT")).toBe("negation");
  expect(told(instead, "threatening", "THREATEN")).toBe("negation");
  expect(told(instead, "spoke", "ACCUSE")).toBeNull();
  const far =
    "Far/NOUN/advmod>6 from/NOUN/mark>2 ending/VERB/advcl>0 it/NOUN/obj>2 ,/PUNCT/punct>0 Togo/PROPN/nsubj>6 attacked/VERB/root Ghana/PROPN/obj>6";
  expect(told(far, "ending")).toBe("negation");
  expect(told(far, "attacked")).toBeNull();
  const away = "They/NOUN/nsubj>1 stood/VERB/root without/NOUN/case>3 protest/NOUN/obl>1";
  expect(told(away, "protest", "PROTEST")).toBeNull();
});

it("is hypothetical where somebody is only accused of it, unless one who says so vouches for it", () => {
  const of = drawn("a/DET/det>1 man/NOUN/root suspected/VERB/acl>1 of/SCONJ/mark>4 killing/VERB/advcl>2 nurses/NOUN/obj>4");
  const act = actIn(of, "ASSAULT", "killing");
  expect(tellingOf(act, of.syntax)?.aux).toBe("hypothetical");
  expect(tellingOf(act, of.syntax, true)).toBeNull();
});
