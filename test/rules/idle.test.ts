import { expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { headIn } from "../../src/grammar/tree.ts";
import { isIdle } from "../../src/rules/idle.ts";
import type { Role } from "../../src/tag/types.ts";
import { actIn, drawn } from "./trees.ts";

/** @param others triggers of other acts of the same type */
const idle = (
  notation: string,
  trigger: string,
  type: EventType,
  args: readonly (readonly [Role, string])[] = [],
  others: readonly string[] = [],
): boolean => {
  const of = drawn(notation);
  const act = actIn(of, type, trigger, args);
  return isIdle(act, of.syntax, headIn(of.syntax, act.trigger), [act, ...others.map((other) => actIn(of, type, other))]);
};

it.each([
  ["Togo/P/nsubj>1 seeks/V/root>-1 to/mark>3 boost/V/xcomp>1 trade/obj>3", "seeks", "REQUEST"],
  ["Togo/P/nsubj>1 floated/V/root>-1 the/det>3 idea/obj>1", "floated", "AGREE"],
  ["They/nsubj>1 walked/V/root>-1 away/advmod>1 with/case>5 a/det>5 prize/obl>1", "walked", "REJECT"],
  ["Togo/P/nsubj>2 is/aux>2 participating/V/root>-1 in/case>4 talks/obl>2", "participating", "AGREE"],
  ["Ministers/nsubj>1 discussed/V/root>-1 complaints/obj>1", "complaints", "ACCUSE"],
  ["Lawmakers/nsubj>1 asked/V/root>-1 whether/mark>4 he/nsubj>4 left/V/ccomp>1", "asked", "REQUEST"],
  ["Lawmakers/nsubj>1 asked/V/root>-1 about/case>3 delays/obj>1", "asked", "REQUEST"],
  ["Guards/nsubj>1 told/V/root>-1 police/iobj>1 they/nsubj>4 left/V/ccomp>1", "told", "REQUEST"],
  ["Alleged/V/amod>1 thieves/nsubj>2 fled/V/root>-1", "Alleged", "ACCUSE"],
  ["Togo/P/nsubj>1 refused/V/root>-1 to/mark>3 say/V/xcomp>1", "refused", "REJECT"],
  ["Lima/P/nsubj>1 warned/V/root>-1 that/mark>5 tariffs/nsubj>5 would/aux>5 cost/V/ccomp>1 jobs/obj>5", "warned", "THREATEN"],
  ["Lima/P/nsubj>1 told/V/root>-1 Togo/P/iobj>1 that/mark>6 tariffs/nsubj>6 would/aux>6 cost/V/ccomp>1 jobs/obj>6", "told", "THREATEN"],
  ["Togo/P/nmod:poss>2 's/case>0 failure/nsubj>5 to/mark>4 rally/V/acl>2 hurt/V/root>-1 Lima/P/obj>5", "failure", "REJECT"],
  ["Troops/nsubj>1 planted/V/root>-1 landmines/obj>1", "planted", "AID"],
  ["Togo/P/nsubj>1 allowed/V/root>-1 the/det>3 pact/obj>1 to/mark>5 lapse/V/xcomp>1", "allowed", "CONCEDE"],
  ["Gangs/nsubj>1 smuggled/V/root>-1 drugs/obj>1", "smuggled", "AID"],
  ["Lima/P/nsubj>1 downplayed/V/root>-1 the/det>3 row/obj>1", "downplayed", "ACCUSE"],
  ["Togo/P/nsubj>1 kept/V/root>-1 rebels/obj>1 from/mark>4 attacking/V/advcl>1 Ghana/P/obj>4", "attacking", "ASSAULT"],
  ["Togo/P/nsubj>1 foiled/V/root>-1 an/det>3 attack/obj>1", "attack", "ASSAULT"],
  ["Togo/P/nsubj>3 will/aux>3 be/cop>3 able/A/root>-1 to/mark>5 strike/V/xcomp>3 Ghana/P/obj>5", "strike", "ASSAULT"],
] as const)("%s: %s is no %s", (notation, trigger, type) => expect(idle(notation, trigger, type)).toBe(true));

it.each([
  ["Togo/P/nsubj>1 seeks/V/root>-1 help/obj>1", "seeks", "REQUEST"],
  ["Togo/P/nsubj>1 wants/V/root>-1 Ghana/P/nsubj>4 to/mark>4 leave/V/xcomp>1", "wants", "REQUEST"],
  ["Togo/P/nsubj>1 demanded/V/root>-1 to/mark>3 meet/V/xcomp>1 Ghana/P/obj>3", "demanded", "REQUEST"],
  ["Togo/P/nsubj>1 accepted/V/root>-1 the/det>3 idea/obj>1", "accepted", "AGREE"],
  ["They/nsubj>1 walked/V/root>-1 away/advmod>1 from/case>4 talks/obl>1", "walked", "REJECT"],
  ["Police/nsubj>1 seized/V/root>-1 paintings/obj>1", "seized", "COERCE"],
  ["Lawmakers/nsubj>1 asked/V/root>-1 Lima/P/obj>1 to/mark>4 leave/V/xcomp>1", "asked", "REQUEST"],
  ["Guards/nsubj>1 told/V/root>-1 police/iobj>1 they/nsubj>5 must/aux>5 leave/V/ccomp>1", "told", "REQUEST"],
  ["Togo/P/nsubj>1 refused/V/root>-1 to/mark>3 leave/V/xcomp>1", "refused", "REJECT"],
  ["Lima/P/nsubj>1 warned/V/root>-1 that/mark>5 Togo/P/nsubj>5 would/aux>5 strike/V/ccomp>1", "warned", "THREATEN"],
  ["Lima/P/nsubj>1 met/V/root>-1 Diallo/P/obj>1", "met", "CONSULT"],
  ["Togo/P/nsubj>2 was/cop>2 able/A/root>-1 to/mark>4 strike/V/xcomp>2 Ghana/P/obj>4", "strike", "ASSAULT"],
  ["Talks/nsubj:pass>3 will/aux>3 be/aux:pass>3 attended/V/root>-1 by/case>5 Togo/P/obl>3", "attended", "AGREE"],
] as const)("%s: %s stays a %s", (notation, trigger, type) => expect(idle(notation, trigger, type)).toBe(false));

const speech = "Lima/P/nsubj>1 spoke/V/root>-1 at/case>4 a/det>4 meeting/obl>1 with/case>6 Togo/P/nmod>4";

it("takes a speech at a meeting, and company, for no meeting more", () => {
  expect(idle(speech, "spoke", "CONSULT", [], ["meeting"])).toBe(true);
  expect(idle(speech, "spoke", "CONSULT")).toBe(false);
  expect(idle(speech, "meeting", "CONSULT", [], ["spoke"])).toBe(false);
  expect(idle("Lima/P/nsubj:pass>2 was/aux:pass>2 accompanied/V/root>-1 by/case>4 Diallo/P/obl>2", "accompanied", "CONSULT")).toBe(true);
});

it("takes a mere word of saying, a claim to a thing and a feeling against nobody for no accusation", () => {
  const lost =
    "Lima/P/nsubj>1 said/V/root>-1 half/nsubj:pass>8 of/case>6 Togo/P/nmod:poss>6 's/case>4 income/nmod>2 is/aux:pass>8 lost/V/ccomp>1";
  expect(idle(lost, "said", "ACCUSE", [["recipient", "Togo"]])).toBe(true);
  const doer = "Lima/P/nsubj>1 said/V/root>-1 Togo/P/nsubj>3 armed/V/ccomp>1 rebels/obj>3";
  expect(idle(doer, "said", "ACCUSE", [["recipient", "Togo"]])).toBe(false);
  const islet = "an/det>1 islet/root>-1 that/obj>4 Togo/P/nsubj>4 claims/V/acl:relcl>1";
  expect(idle(islet, "claims", "ACCUSE", [["actor", "Togo"]])).toBe(true);
  const claim = "Togo/P/nsubj>1 claims/V/root>-1 Ghana/P/nsubj>3 lied/V/ccomp>1";
  expect(idle(claim, "claims", "ACCUSE", [["recipient", "Ghana"]])).toBe(false);
  const declared = "Nurses/nsubj>1 declared/V/root>-1 their/nmod:poss>3 opposition/obj>1 to/case>5 cuts/nmod>3";
  expect(idle(declared, "opposition", "ACCUSE", [["actor", "Nurses"]])).toBe(true);
  expect(idle(declared, "opposition", "ACCUSE", [["recipient", "cuts"]])).toBe(false);
});

it("takes nobody who is told of it for blamed, and a word of manner for no deed beside its own", () => {
  const told = "Lima/P/nsubj>1 told/V/root>-1 Diallo/P/iobj>1 he/nsubj:pass>5 was/aux:pass>5 beaten/V/ccomp>1";
  expect(idle(told, "told", "ACCUSE", [["recipient", "Diallo"]])).toBe(true);
  const defied = "Chiefs/nsubj>2 flagrantly/advmod>2 defied/V/root>-1 orders/obj>2";
  expect(idle(defied, "flagrantly", "REJECT", [], ["defied"])).toBe(true);
  expect(idle(defied, "defied", "REJECT", [], ["flagrantly"])).toBe(false);
});
