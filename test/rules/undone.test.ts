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
