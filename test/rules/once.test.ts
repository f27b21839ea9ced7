// Acts whose verb and noun were both taken for them → one act with the arguments of both; different acts stay two.
import { expect, test } from "vitest";
import { once } from "../../src/rules/once.ts";
import type { Act, Argument, Token } from "../../src/tag/types.ts";
import { treeIn } from "../tree.ts";

const tokensOf = (tree: string): Token[] => treeIn(tree).tokens;

const act = (
  tokens: Token[],
  at: number,
  type: Act["type"],
  confidence: number,
  args: Partial<Record<"actor" | "recipient", number>>,
): Act => ({
  type,
  trigger: tokens[at]!,
  modes: [],
  auxiliary: [],
  confidence,
  arguments: Object.entries(args).map(([role, k]): Argument => ({ role: role as Argument["role"], confidence: 0.9, ...tokens[k]! })),
});

const summary = (acts: readonly Act[], tokens: Token[]): string[] =>
  acts.map(({ trigger, arguments: all }) =>
    [trigger, ...all].map((one) => tokens.findIndex((token) => token.start === one.start)).join(" "),
  );

test("a light verb and its noun are one act, told by the surer of the two, with the arguments of both", () => {
  const tokens = tokensOf("Ghana/X/nsubj>1 carried/X/root raid/X/obj>1 on/X/case>4 Togo/X/nmod>2");
  const both = [act(tokens, 1, "ASSAULT", 0.6, { actor: 0 }), act(tokens, 2, "ASSAULT", 0.9, { recipient: 4 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["2 4 0"]);
});

test("a verb and the adjective that says as what somebody was found are one act", () => {
  const tokens = tokensOf("Lima/PROPN/nsubj:pass>2 was/AUX/aux:pass>2 found/VERB/root guilty/ADJ/xcomp>2");
  const both = [act(tokens, 2, "SANCTION", 0.9, { recipient: 0 }), act(tokens, 3, "SANCTION", 0.8, { recipient: 0 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["2 0"]);
});

test("two acts of two doers stay two", () => {
  const tokens = tokensOf("Ghana/X/nsubj>1 condemned/X/root Togo/X/nmod:poss>3 complaint/X/obj>1");
  const both = [act(tokens, 1, "ACCUSE", 0.9, { actor: 0 }), act(tokens, 3, "ACCUSE", 0.8, { actor: 2 })];
  expect(once(both, tokens)).toHaveLength(2);
});

test("acts of two types, and acts whose words do not hang together, stay two", () => {
  const tokens = tokensOf("Ghana/X/nsubj>1 blocked/X/root request/X/obj>1 and/X/cc>4 barred/X/conj>1 Togo/X/obj>4");
  expect(once([act(tokens, 1, "REJECT", 0.9, { actor: 0 }), act(tokens, 2, "REQUEST", 0.9, {})], tokens)).toHaveLength(2);
  expect(once([act(tokens, 1, "REJECT", 0.9, { actor: 0 }), act(tokens, 4, "REJECT", 0.9, { recipient: 5 })], tokens)).toHaveLength(2);
});

test("a meeting and the participle that says who hosts it are one act, told by the noun", () => {
  const tokens = tokensOf("summit/NOUN/root hosted/VERB/acl>0 by/X/case>3 Togo/X/obl>1 for/X/case>5 Ghana/X/obl>1");
  const both = [act(tokens, 0, "CONSULT", 0.6, {}), act(tokens, 1, "CONSULT", 0.9, { actor: 3, recipient: 5 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["0 3"]);
  const other = [act(tokens, 0, "CONSULT", 0.6, { actor: 5 }), act(tokens, 1, "CONSULT", 0.9, { actor: 3 })];
  expect(once(other, tokens)).toHaveLength(2);
});

test("a phone call that was received is one act", () => {
  const tokens = tokensOf("Togo/X/nsubj>1 received/X/root a/X/det>4 phone/X/compound>4 call/X/obj>1");
  const both = [act(tokens, 1, "CONSULT", 0.9, { actor: 0 }), act(tokens, 3, "CONSULT", 0.6, { actor: 0 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["1 0"]);
});

test("a noun under its verb is one act with it where both are done to the same in the same mode", () => {
  const tokens = tokensOf("Lima/X/nsubj:pass>2 was/X/aux>2 placed/X/root under/X/case>4 arrest/NOUN/obl>2");
  const both = [act(tokens, 2, "COERCE", 0.8, { recipient: 0 }), act(tokens, 4, "COERCE", 0.6, { recipient: 0 })].map((one) => ({
    ...one,
    modes: ["arrest"],
  }));
  expect(summary(once(both, tokens), tokens)).toEqual(["2 0"]);
  expect(once([both[0]!, { ...both[1]!, modes: ["restrict"] }], tokens)).toHaveLength(2);
});
