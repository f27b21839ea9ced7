import { expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { isIdle } from "../../src/events/idle.ts";
import { actIn, drawn } from "./trees.ts";

const idle = (notation: string, trigger: string, type: EventType): boolean => {
  const of = drawn(notation);
  return isIdle(actIn(of, type, trigger), of.syntax);
};

it.each([
  ["Togo/P/nsubj>1 seeks/V/root>-1 to/mark>3 boost/V/xcomp>1 trade/obj>3", "seeks", "REQUEST"],
  ["Togo/P/nsubj>1 floated/V/root>-1 the/det>3 idea/obj>1", "floated", "AGREE"],
  ["They/nsubj>1 walked/V/root>-1 away/advmod>1 with/case>5 a/det>5 prize/obl>1", "walked", "REJECT"],
] as const)("%s: %s is no %s", (notation, trigger, type) => expect(idle(notation, trigger, type)).toBe(true));

it.each([
  ["Togo/P/nsubj>1 seeks/V/root>-1 help/obj>1", "seeks", "REQUEST"],
  ["Togo/P/nsubj>1 wants/V/root>-1 Ghana/P/nsubj>4 to/mark>4 leave/V/xcomp>1", "wants", "REQUEST"],
  ["Togo/P/nsubj>1 demanded/V/root>-1 to/mark>3 meet/V/xcomp>1 Ghana/P/obj>3", "demanded", "REQUEST"],
  ["Togo/P/nsubj>1 accepted/V/root>-1 the/det>3 idea/obj>1", "accepted", "AGREE"],
  ["They/nsubj>1 walked/V/root>-1 away/advmod>1 from/case>4 talks/obl>1", "walked", "REJECT"],
] as const)("%s: %s stays a %s", (notation, trigger, type) => expect(idle(notation, trigger, type)).toBe(false));
