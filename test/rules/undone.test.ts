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
  const until = "They/nsubj>2 will/aux>2 fight/V/root>-1 until/mark>5 rebels/nsubj>5 withdraw/V/advcl>2";
  expect(told(until, "withdraw", "RETREAT")).toBe("hypothetical");
  expect(told(until.replace("will/aux", "did/aux"), "withdraw", "RETREAT")).toBeNull();
});

it("is what stands before its noun or with its verb", () => {
  expect(told("The/det>2 planned/V/amod>2 protest/nsubj>3 worries/V/root>-1 Togo/P/obj>3", "protest", "PROTEST")).toBe("future");
  expect(told("The/det>2 alleged/V/amod>2 attack/nsubj>3 worries/V/root>-1 Togo/P/obj>3", "attack")).toBe("hypothetical");
  expect(told("The/det>1 attack/nsubj>2 worries/V/root>-1 Togo/P/obj>2", "attack")).toBeNull();
  expect(told("Soldiers/nsubj>2 allegedly/advmod>2 shot/V/root>-1 nurses/obj>2", "shot")).toBe("hypothetical");
});

it("is nothing more of what looks ahead by itself", () => {
  expect(told("The/det>2 planned/V/amod>2 pledge/nsubj>3 worries/V/root>-1 Togo/P/obj>3", "pledge", "AGREE")).toBeNull();
});
