// Acts whose verb and noun were both taken for them → one act with the arguments of both; different acts stay two.
import { expect, test } from "vitest";
import { once } from "../../src/rules/once.ts";
import type { Act, Argument, Token } from "../../src/tag/types.ts";

/** Tokens of "word/head/relation …", if need be with "/UPOS", heads from 1, in one line of text. */
function tokensOf(tagged: string): Token[] {
  let from = 0;
  return tagged.split(" ").map((row) => {
    const [word, head, deprel, upos] = row.split("/") as [string, string, string, string?];
    const start = from;
    from += word.length + 1;
    return { start, end: start + word.length, upos: upos ?? "X", head: Number(head) - 1, deprel };
  });
}

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
  const tokens = tokensOf("Ghana/2/nsubj carried/0/root raid/2/obj on/5/case Togo/3/nmod");
  const both = [act(tokens, 1, "ASSAULT", 0.6, { actor: 0 }), act(tokens, 2, "ASSAULT", 0.9, { recipient: 4 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["2 4 0"]);
});

test("two acts of two doers stay two", () => {
  const tokens = tokensOf("Ghana/2/nsubj condemned/0/root Togo/4/nmod:poss complaint/2/obj");
  const both = [act(tokens, 1, "ACCUSE", 0.9, { actor: 0 }), act(tokens, 3, "ACCUSE", 0.8, { actor: 2 })];
  expect(once(both, tokens)).toHaveLength(2);
});

test("acts of two types, and acts whose words do not hang together, stay two", () => {
  const tokens = tokensOf("Ghana/2/nsubj blocked/0/root request/2/obj and/5/cc barred/2/conj Togo/5/obj");
  expect(once([act(tokens, 1, "REJECT", 0.9, { actor: 0 }), act(tokens, 2, "REQUEST", 0.9, {})], tokens)).toHaveLength(2);
  expect(once([act(tokens, 1, "REJECT", 0.9, { actor: 0 }), act(tokens, 4, "REJECT", 0.9, { recipient: 5 })], tokens)).toHaveLength(2);
});

test("a meeting and the participle that says who hosts it are one act, told by the noun", () => {
  const tokens = tokensOf("summit/0/root/NOUN hosted/1/acl/VERB by/4/case Togo/2/obl for/6/case Ghana/2/obl");
  const both = [act(tokens, 0, "CONSULT", 0.6, {}), act(tokens, 1, "CONSULT", 0.9, { actor: 3, recipient: 5 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["0 3"]);
  const other = [act(tokens, 0, "CONSULT", 0.6, { actor: 5 }), act(tokens, 1, "CONSULT", 0.9, { actor: 3 })];
  expect(once(other, tokens)).toHaveLength(2);
});

test("a phone call that was received is one act", () => {
  const tokens = tokensOf("Togo/2/nsubj received/0/root a/5/det phone/5/compound call/2/obj");
  const both = [act(tokens, 1, "CONSULT", 0.9, { actor: 0 }), act(tokens, 3, "CONSULT", 0.6, { actor: 0 })];
  expect(summary(once(both, tokens), tokens)).toEqual(["1 0"]);
});

test("a noun under its verb is one act with it where both are done to the same in the same mode", () => {
  const tokens = tokensOf("Lima/3/nsubj:pass was/3/aux placed/0/root under/5/case arrest/3/obl/NOUN");
  const both = [act(tokens, 2, "COERCE", 0.8, { recipient: 0 }), act(tokens, 4, "COERCE", 0.6, { recipient: 0 })].map((one) => ({
    ...one,
    modes: ["arrest"],
  }));
  expect(summary(once(both, tokens), tokens)).toEqual(["2 0"]);
  expect(once([both[0]!, { ...both[1]!, modes: ["restrict"] }], tokens)).toHaveLength(2);
});
