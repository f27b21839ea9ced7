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
  ["Togo/PROPN/nsubj>1 seeks/VERB/root to/NOUN/mark>3 boost/VERB/xcomp>1 trade/NOUN/obj>3", "seeks", "REQUEST"],
  ["Togo/PROPN/nsubj>1 floated/VERB/root the/NOUN/det>3 idea/NOUN/obj>1", "floated", "AGREE"],
  ["They/NOUN/nsubj>1 walked/VERB/root away/NOUN/advmod>1 with/NOUN/case>5 a/NOUN/det>5 prize/NOUN/obl>1", "walked", "REJECT"],
  ["Ministers/NOUN/nsubj>1 discussed/VERB/root complaints/NOUN/obj>1", "complaints", "ACCUSE"],
  ["Lawmakers/NOUN/nsubj>1 asked/VERB/root whether/NOUN/mark>4 he/NOUN/nsubj>4 left/VERB/ccomp>1", "asked", "REQUEST"],
  ["Lawmakers/NOUN/nsubj>1 asked/VERB/root about/NOUN/case>3 delays/NOUN/obj>1", "asked", "REQUEST"],
  ["Guards/NOUN/nsubj>1 told/VERB/root police/NOUN/iobj>1 they/NOUN/nsubj>4 left/VERB/ccomp>1", "told", "REQUEST"],
  ["Alleged/VERB/amod>1 thieves/NOUN/nsubj>2 fled/VERB/root", "Alleged", "ACCUSE"],
  ["Togo/PROPN/nsubj>1 refused/VERB/root to/NOUN/mark>3 say/VERB/xcomp>1", "refused", "REJECT"],
  [
    "Lima/PROPN/nsubj>1 warned/VERB/root that/NOUN/mark>5 tariffs/NOUN/nsubj>5 would/NOUN/aux>5 cost/VERB/ccomp>1 jobs/NOUN/obj>5",
    "warned",
    "THREATEN",
  ],
  [
    "Lima/PROPN/nsubj>1 told/VERB/root Togo/PROPN/iobj>1 that/NOUN/mark>6 tariffs/NOUN/nsubj>6 would/NOUN/aux>6 cost/VERB/ccomp>1 jobs/NOUN/obj>6",
    "told",
    "THREATEN",
  ],
  [
    "Togo/PROPN/nmod:poss>2 's/NOUN/case>0 failure/NOUN/nsubj>5 to/NOUN/mark>4 rally/VERB/acl>2 hurt/VERB/root Lima/PROPN/obj>5",
    "failure",
    "REJECT",
  ],
  ["Togo/PROPN/nsubj>1 allowed/VERB/root the/NOUN/det>3 pact/NOUN/obj>1 to/NOUN/mark>5 lapse/VERB/xcomp>1", "allowed", "CONCEDE"],
  ["Troops/NOUN/nsubj>1 planted/VERB/root landmines/NOUN/obj>1", "planted", "AID"],
  ["Gangs/NOUN/nsubj>1 smuggled/VERB/root drugs/NOUN/obj>1", "smuggled", "AID"],
  ["Lima/PROPN/nsubj>1 downplayed/VERB/root the/NOUN/det>3 row/NOUN/obj>1", "downplayed", "ACCUSE"],
  ["Lima/PROPN/nsubj>1 dispelled/VERB/root doubts/NOUN/obj>1", "dispelled", "ACCUSE"],
  ["Togo/PROPN/nsubj>1 kept/VERB/root rebels/NOUN/obj>1 from/NOUN/mark>4 attacking/VERB/advcl>1 Ghana/PROPN/obj>4", "attacking", "ASSAULT"],
  ["Togo/PROPN/nsubj>1 foiled/VERB/root an/NOUN/det>3 attack/NOUN/obj>1", "attack", "ASSAULT"],
  [
    "Togo/PROPN/nsubj>3 will/NOUN/aux>3 be/NOUN/cop>3 able/NOUN/root to/NOUN/mark>5 strike/VERB/xcomp>3 Ghana/PROPN/obj>5",
    "strike",
    "ASSAULT",
  ],
  [
    "Togo/PROPN/nsubj>1 has/VERB/root the/DET/det>3 right/NOUN/obj>1 to/PART/mark>5 deport/VERB/acl>3 rebels/NOUN/obj>5",
    "deport",
    "COERCE",
  ],
  ["Togo/PROPN/nsubj>1 has/VERB/root powers/NOUN/obj>1 to/PART/mark>4 deport/VERB/xcomp>1 rebels/NOUN/obj>4", "deport", "COERCE"],
  [
    "Togo/PROPN/nsubj>1 has/VERB/root powers/NOUN/obj>1 to/PART/mark>4 jail/VERB/acl>2 and/CCONJ/cc>6 deport/VERB/conj>4 rebels/NOUN/obj>6",
    "deport",
    "COERCE",
  ],
  [
    "Togo/PROPN/nsubj>1 has/VERB/root powers/NOUN/obj>1 to/PART/mark>4 jail/VERB/acl>2 and/CCONJ/cc>6 deport/VERB/conj>1 rebels/NOUN/obj>6",
    "deport",
    "COERCE",
  ],
] as const)("%s: %s is no %s", (notation, trigger, type) => expect(idle(notation, trigger, type)).toBe(true));

it.each([
  ["Togo/PROPN/nsubj>1 seeks/VERB/root help/NOUN/obj>1", "seeks", "REQUEST"],
  ["Togo/PROPN/nsubj>1 wants/VERB/root Ghana/PROPN/nsubj>4 to/NOUN/mark>4 leave/VERB/xcomp>1", "wants", "REQUEST"],
  ["Togo/PROPN/nsubj>1 demanded/VERB/root to/NOUN/mark>3 meet/VERB/xcomp>1 Ghana/PROPN/obj>3", "demanded", "REQUEST"],
  ["Togo/PROPN/nsubj>1 accepted/VERB/root the/NOUN/det>3 idea/NOUN/obj>1", "accepted", "AGREE"],
  ["They/NOUN/nsubj>1 walked/VERB/root away/NOUN/advmod>1 from/NOUN/case>4 talks/NOUN/obl>1", "walked", "REJECT"],
  ["Police/NOUN/nsubj>1 seized/VERB/root paintings/NOUN/obj>1", "seized", "COERCE"],
  ["Lawmakers/NOUN/nsubj>1 asked/VERB/root Lima/PROPN/obj>1 to/NOUN/mark>4 leave/VERB/xcomp>1", "asked", "REQUEST"],
  ["Guards/NOUN/nsubj>1 told/VERB/root police/NOUN/iobj>1 they/NOUN/nsubj>5 must/NOUN/aux>5 leave/VERB/ccomp>1", "told", "REQUEST"],
  ["Togo/PROPN/nsubj>1 refused/VERB/root to/NOUN/mark>3 leave/VERB/xcomp>1", "refused", "REJECT"],
  ["Lima/PROPN/nsubj>1 dispelled/VERB/root rumours/NOUN/obj>1", "dispelled", "REJECT"],
  ["Lima/PROPN/nsubj>1 warned/VERB/root that/NOUN/mark>5 Togo/PROPN/nsubj>5 would/NOUN/aux>5 strike/VERB/ccomp>1", "warned", "THREATEN"],
  ["Lima/PROPN/nsubj>1 met/VERB/root Diallo/PROPN/obj>1", "met", "CONSULT"],
  ["Togo/PROPN/nsubj>2 was/NOUN/cop>2 able/NOUN/root to/NOUN/mark>4 strike/VERB/xcomp>2 Ghana/PROPN/obj>4", "strike", "ASSAULT"],
  ["Talks/NOUN/nsubj:pass>3 will/NOUN/aux>3 be/NOUN/aux:pass>3 attended/VERB/root by/NOUN/case>5 Togo/PROPN/obl>3", "attended", "AGREE"],
  ["Togo/PROPN/nsubj>1 used/VERB/root powers/NOUN/obj>1 to/PART/mark>4 deport/VERB/acl>2 rebels/NOUN/obj>4", "deport", "COERCE"],
  [
    "Togo/PROPN/nsubj>1 has/VERB/root powers/NOUN/obj>1 to/PART/mark>4 jail/VERB/acl>2 and/CCONJ/cc>6 deported/VERB/conj>1 rebels/NOUN/obj>6",
    "deported",
    "COERCE",
  ],
  ["Togo/PROPN/nsubj>1 has/VERB/root troops/NOUN/obj>1 to/PART/mark>4 deport/VERB/acl>2 rebels/NOUN/obj>4", "deport", "COERCE"],
] as const)("%s: %s stays a %s", (notation, trigger, type) => expect(idle(notation, trigger, type)).toBe(false));

const speech = "Lima/PROPN/nsubj>1 spoke/VERB/root at/NOUN/case>4 a/NOUN/det>4 meeting/NOUN/obl>1 with/NOUN/case>6 Togo/PROPN/nmod>4";

it("takes a speech at a meeting, and company, for no meeting more", () => {
  expect(idle(speech, "spoke", "CONSULT", [], ["meeting"])).toBe(true);
  expect(idle(speech, "spoke", "CONSULT")).toBe(false);
  expect(idle(speech, "meeting", "CONSULT", [], ["spoke"])).toBe(false);
  expect(
    idle("Lima/PROPN/nsubj:pass>2 was/NOUN/aux:pass>2 accompanied/VERB/root by/NOUN/case>4 Diallo/PROPN/obl>2", "accompanied", "CONSULT"),
  ).toBe(true);
});

it("takes a mere word of saying, a claim to a thing and a feeling against nobody for no accusation", () => {
  const lost =
    "Lima/PROPN/nsubj>1 said/VERB/root half/NOUN/nsubj:pass>8 of/NOUN/case>6 Togo/PROPN/nmod:poss>6 's/NOUN/case>4 income/NOUN/nmod>2 is/NOUN/aux:pass>8 lost/VERB/ccomp>1";
  expect(idle(lost, "said", "ACCUSE", [["recipient", "Togo"]])).toBe(true);
  const doer = "Lima/PROPN/nsubj>1 said/VERB/root Togo/PROPN/nsubj>3 armed/VERB/ccomp>1 rebels/NOUN/obj>3";
  expect(idle(doer, "said", "ACCUSE", [["recipient", "Togo"]])).toBe(false);
  const islet = "an/NOUN/det>1 islet/NOUN/root that/NOUN/obj>4 Togo/PROPN/nsubj>4 claims/VERB/acl:relcl>1";
  expect(idle(islet, "claims", "ACCUSE", [["actor", "Togo"]])).toBe(true);
  const claim = "Togo/PROPN/nsubj>1 claims/VERB/root Ghana/PROPN/nsubj>3 lied/VERB/ccomp>1";
  expect(idle(claim, "claims", "ACCUSE", [["recipient", "Ghana"]])).toBe(false);
  const declared = "Nurses/NOUN/nsubj>1 declared/VERB/root their/NOUN/nmod:poss>3 opposition/NOUN/obj>1 to/NOUN/case>5 cuts/NOUN/nmod>3";
  expect(idle(declared, "opposition", "ACCUSE", [["actor", "Nurses"]])).toBe(true);
  expect(idle(declared, "opposition", "ACCUSE", [["recipient", "cuts"]])).toBe(false);
});

it("takes nobody who is told of it for blamed", () => {
  const told = "Lima/PROPN/nsubj>1 told/VERB/root Diallo/PROPN/iobj>1 he/NOUN/nsubj:pass>5 was/NOUN/aux:pass>5 beaten/VERB/ccomp>1";
  expect(idle(told, "told", "ACCUSE", [["recipient", "Diallo"]])).toBe(true);
});
