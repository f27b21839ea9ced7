import { describe, expect, it } from "vitest";
import type { EventType } from "../../src/codebook.ts";
import { tellingOf } from "../../src/rules/undone.ts";
import { actIn, drawn } from "./trees.ts";

function told(notation: string, trigger: string, type: EventType = "ASSAULT"): string | null {
  const of = drawn(notation);
  const telling = tellingOf(actIn(of, type, trigger), of.syntax);
  if (telling?.kind === "accused") return `accused by ${of.syntax.words[telling.by]}${telling.known ? ", known" : ""}`;
  if (telling?.kind === "denied") return `denied by ${of.syntax.words[telling.by]}`;
  return telling?.kind === "aux" ? telling.aux : (telling?.kind ?? null);
}

describe("tellingOf", () => {
  it.each([
    ["Men/root>-1 accused/V/acl>0 of/mark>3 arming/V/advcl>1 rebels/obj>3", "arming", "accused by accused"],
    [
      "He/nsubj:pass>2 was/aux:pass>2 accused/V/root>-1 of/mark>4 killing/V/advcl>2 two/obj>4 and/cc>7 robbing/V/conj>4",
      "robbing",
      "accused by accused",
    ],
    ["Lima/nsubj:pass>2 was/aux:pass>2 charged/V/root>-1 with/case>5 attacking/V/amod>5 guards/obl>2", "attacking", "accused by charged"],
    ["Man/root>-1 accused/V/acl>0 of/case>4 the/det>4 murder/obl>1", "murder", "accused by accused, known"],
    ["Attack/nsubj:pass>2 was/aux:pass>2 blamed/V/root>-1", "Attack", "accused by blamed"],
    ["He/nsubj:pass>2 was/aux:pass>2 convicted/V/root>-1 of/mark>4 killing/V/advcl>2", "killing", null],
    ["Police/root>-1 in/case>2 charge/nmod>0 of/mark>4 evicting/V/acl>2", "evicting", null],
  ])("%s: %s is told as %s", (notation, trigger, expected) => expect(told(notation, trigger)).toBe(expected));

  it.each([
    ["They/nsubj>1 threatened/V/root>-1 to/mark>3 bomb/V/xcomp>1", "bomb", "dropped"],
    ["To/mark>1 prevent/V/advcl>5 them/obj>1 from/mark>4 beating/V/advcl>1 others/root>-1", "beating", "dropped"],
    ["Threat/root>-1 to/mark>2 leave/V/acl>0 and/cc>4 boycott/V/conj>2 parliament/obj>4", "boycott", "dropped"],
    ["Threat/root>-1 to/mark>2 leave/V/acl>0 and/cc>4 shelled/V/conj>2 parliament/obj>4", "shelled", null],
    ["Ban/root>-1 on/case>2 protests/nmod>0", "protests", "dropped"],
    ["They/nsubj>1 foiled/V/root>-1 the/det>3 attack/obj>1", "attack", "dropped"],
    ["Plot/root>-1 to/mark>2 kill/V/acl>0", "kill", "dropped"],
    ["Calls/root>-1 to/mark>2 boycott/V/acl>0", "boycott", "dropped"],
    ["They/nsubj>1 called/V/root>-1 for/case>3 talks/obl>1", "talks", "dropped"],
    ["Unions/nsubj>1 ended/V/root>-1 a/det>3 boycott/obj>1", "boycott", "historical"],
    ["It/nsubj>2 would/aux>2 fight/V/root>-1 until/mark>5 rebels/nsubj>5 withdrew/V/advcl>2", "withdrew", "hypothetical"],
    ["It/nsubj>1 fought/V/root>-1 until/mark>4 rebels/nsubj>4 withdrew/V/advcl>1", "withdrew", null],
    ["Text/root>-1 that/nsubj>4 would/aux>4 have/aux>4 disarmed/V/acl:relcl>0 them/obj>4", "disarmed", "hypothetical"],
    ["They/nsubj>1 plan/V/root>-1 to/mark>3 stage/V/xcomp>1 a/det>5 protest/obj>3", "protest", "future"],
    ["They/nsubj>1 have/V/root>-1 no/det>3 plans/obj>1 to/mark>5 strike/V/acl>3", "strike", "negation"],
    ["They/nsubj>1 fear/V/root>-1 an/det>3 attack/obj>1", "attack", "hypothetical"],
    ["They/nsubj>1 cited/V/root>-1 perceived/amod>3 support/obj>1", "support", "hypothetical"],
    ["They/nsubj>1 cited/V/root>-1 strong/amod>3 support/obj>1", "support", null],
    ["They/nsubj>1 planned/V/root>-1 the/det>3 attack/obj>1", "attack", null],
    ["They/nsubj>1 discussed/V/root>-1 the/det>3 attack/obj>1", "attack", null],
    ["They/nsubj>1 used/V/root>-1 gas/obj>1 to/mark>4 beat/V/advcl>1 them/obj>4", "beat", null],
  ])("%s: %s is told as %s", (notation, trigger, expected) => expect(told(notation, trigger)).toBe(expected));

  it.each([
    ["She/nsubj>1 stopped/V/root>-1 short/advmod>1 of/mark>4 blaming/V/acl>2", "blaming", "negation"],
    ["She/nsubj>1 refrained/V/root>-1 from/mark>3 attacking/V/advcl>1", "attacking", "negation"],
    ["They/nsubj>1 failed/V/root>-1 to/mark>3 help/V/xcomp>1", "help", "negation"],
    ["They/nsubj>2 never/advmod>2 failed/V/root>-1 to/mark>4 help/V/xcomp>2", "help", null],
    ["No/det>1 pact/nsubj:pass>3 was/aux:pass>3 reached/V/root>-1", "reached", "negation"],
    ["Instead/mark>2 of/fixed>0 attacking/V/advcl>3 she/root>-1", "attacking", "negation"],
    ["She/nsubj>2 allegedly/advmod>2 shot/V/root>-1", "shot", "hypothetical"],
    ["Not/advmod>2 only/advmod>2 shot/V/root>-1", "shot", null],
  ])("%s: %s is told as %s", (notation, trigger, expected) => expect(told(notation, trigger)).toBe(expected));

  it.each([
    ["They/nsubj>1 had/V/root>-1 no/det>3 part/obj>1 in/case>6 the/det>6 attack/nmod>3", "denied by had"],
    ["They/nsubj>1 played/V/root>-1 no/det>3 role/obj>1 in/case>6 the/det>6 attack/obl>1", "denied by played"],
    ["They/nsubj>1 denied/V/root>-1 any/det>3 role/obj>1 in/case>6 the/det>6 attack/nmod>3", "denied by denied"],
    ["They/nsubj>1 denied/V/root>-1 having/V/ccomp>1 a/det>4 hand/obj>2 in/case>7 the/det>7 attack/obl>2", "denied by denied"],
    ["They/nsubj>2 not/advmod>2 involved/root>-1 in/case>5 the/det>5 attack/obl>2", "denied by involved"],
    ["They/nsubj>1 had/V/root>-1 nothing/obj>1 to/mark>4 do/V/acl>2 with/case>7 the/det>7 attack/obl>4", "denied by had"],
    ["They/nsubj>1 rejected/V/root>-1 claims/obj>1 of/case>4 involvement/nmod>2 in/case>6 attack/nmod>4", "denied by rejected"],
    ["They/nsubj>1 rejected/V/root>-1 claims/obj>1 that/mark>5 rebels/nsubj>5 attack/V/acl>2", "denied by attack"],
    ["They/nsubj>1 denied/V/root>-1 the/det>3 attack/obj>1", "denied by denied"],
    ["They/nsubj>1 denied/V/root>-1 that/mark>4 it/nsubj>4 attack/V/ccomp>1", "negation"],
    ["No/det>1 evidence/root>-1 that/mark>4 they/nsubj>4 attack/V/acl>1", "hypothetical"],
    ["They/nsubj>1 had/V/root>-1 a/det>3 part/obj>1 in/case>6 the/det>6 attack/nmod>3", null],
    ["They/nsubj>1 admitted/V/root>-1 their/nmod:poss>3 role/obj>1 in/case>6 the/det>6 attack/nmod>3", null],
    ["They/nsubj>1 claimed/V/root>-1 responsibility/obj>1 for/case>5 the/det>5 attack/obl>1", null],
    ["Jailed/V/root>-1 for/case>3 their/nmod:poss>3 part/obl>0 in/case>6 the/det>6 attack/nmod>3", null],
  ])("%s: the attack is told as %s", (notation, expected) => expect(told(notation, "attack")).toBe(expected));

  it("lets an accusation stand that somebody denies, and drops what is called for", () => {
    expect(told("They/nsubj>1 denied/V/root>-1 the/det>3 charges/obj>1", "charges", "ACCUSE")).toBeNull();
    expect(told("Calling/V/root>-1 on/case>2 Lima/P/obl>0 to/mark>4 shelve/V/advcl>0", "shelve", "CONCEDE")).toBe("dropped");
    expect(told("They/nsubj>1 demanded/V/root>-1 that/mark>4 Lima/P/nsubj>4 yield/V/ccomp>1", "yield", "CONCEDE")).toBe("dropped");
    expect(told("They/nsubj>1 stopped/V/root>-1 to/mark>3 free/V/advcl>1", "free", "RETREAT")).toBeNull();
  });

  it("leaves a refusal, and what looks ahead by itself, as they are", () => {
    expect(told("They/nsubj>2 not/advmod>2 accept/V/root>-1", "accept", "REJECT")).toBeNull();
    expect(told("They/nsubj>1 expect/V/root>-1 to/mark>3 meet/V/xcomp>1", "meet", "AGREE")).toBeNull();
  });
});
